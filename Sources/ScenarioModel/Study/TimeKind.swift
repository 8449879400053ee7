/// What a microsecond of a family's journey is spent on.
///
/// Every microsecond belongs to exactly one kind; when several run at once, the earlier case wins
/// (DESIGN 3, rule 8).
public enum TimeKind: UInt8, Sendable, Hashable, CaseIterable {
    /// Being served.
    case service
    /// On the way.
    case travel
    /// In a waiting line of an open pool.
    case waitingLine
    /// Waiting for a group to form.
    case groupForming
    /// Held up where it was served until there is room at the next step.
    case blocked
    /// In a waiting line of a closed pool.
    case closed
    /// Waiting for another agency's answer at the centre.
    case agencyAtCentre
    /// Staff work on the case without the family.
    case officeWork
    /// Waiting for an appointment.
    case booking
    /// Waiting for another agency's answer at home.
    case agency
    /// At home, with nothing under way.
    case atHome

    /// Whether the family itself spends this time on its route: what "hours spent" counts.
    public var isSpentByFamily: Bool {
        switch self {
        case .service, .travel, .waitingLine, .groupForming, .blocked, .agencyAtCentre: true
        case .closed, .officeWork, .booking, .agency, .atHome: false
        }
    }
}
