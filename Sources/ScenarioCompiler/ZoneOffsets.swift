import Foundation

/// How far a time zone is ahead of UTC; known beforehand for the days of a run, since the system answers slowly.
struct ZoneOffsets {
    private let zone: TimeZone
    private var firstDay = 0
    /// Offsets in seconds at midnight UTC of the first day and of those that follow it.
    private var atMidnights: [Int] = []

    /// The offsets of a zone; nil when there is no such zone.
    init?(zone identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// Asks for the offsets of some days, by their numbers, all at once.
    mutating func learn(_ days: ClosedRange<Int>) {
        firstDay = days.lowerBound
        atMidnights = days.map { asked(at: $0 * 86_400) }
    }

    /// The offset in seconds at a moment, given in seconds since 1 January 1970 UTC.
    func seconds(at moment: Int) -> Int {
        let day = moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400
        let place = day - firstDay
        // No zone changes its clocks and takes it back within a day.
        guard place >= 0, place + 1 < atMidnights.count, atMidnights[place] == atMidnights[place + 1] else {
            return asked(at: moment)
        }
        return atMidnights[place]
    }

    private func asked(at moment: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
    }
}
