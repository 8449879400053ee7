/// The identity of a measure: the same in every design, so that designs can be compared.
public struct MeasureID: Sendable, Hashable {
    /// What is measured.
    public var quantity: Quantity
    /// What it speaks of.
    public var subject: MeasureSubject
    /// The family class, or nil for all together.
    public var familyClass: String?
    /// What is said of it.
    public var statistic: Statistic

    /// Makes an identity from its parts.
    public init(
        _ quantity: Quantity,
        of subject: MeasureSubject = .all,
        familyClass: String? = nil,
        _ statistic: Statistic = .mean
    ) {
        self.quantity = quantity
        self.subject = subject
        self.familyClass = familyClass
        self.statistic = statistic
    }

    /// The same quantity, subject and class with another statistic.
    public func with(_ statistic: Statistic) -> MeasureID {
        MeasureID(quantity, of: subject, familyClass: familyClass, statistic)
    }
}
