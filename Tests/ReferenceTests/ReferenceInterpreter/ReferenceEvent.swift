/// A moment, in whole microseconds since the scenario's start.
typealias Moment = Int64

/// A moment that no run reaches.
let endOfTime: Moment = 1 << 61

/// One event of a journey in the words of the scenario, as both interpreters tell it.
struct ReferenceEvent: Equatable, CustomStringConvertible {
    var family: Int
    var familyClass: String
    var ordinal: Int
    /// What happened, in the words of `JourneyEvent.Kind`.
    var kind: String
    /// The step, or empty.
    var step = ""
    /// The pool or agency, or empty.
    var subject = ""
    /// Who of named staff, or empty.
    var member = ""
    /// Why there was a wait, in the words of `JourneyEvent.Cause`.
    var cause = "none"
    /// Waiting ahead, tries of an answer, or an amount counted.
    var ahead = 0
    var begins: Moment
    var ends: Moment
    /// How it ended, in words.
    var outcome = ""
    /// Kind of time of a stretch, or empty.
    var timeKind = ""
    /// Loop rounds and item of what was drawn for it.
    var occurrence: UInt64 = 0

    var description: String {
        var words = ["family \(family) (\(familyClass) \(ordinal))", kind]
        for word in [step, subject, member, timeKind, outcome] where !word.isEmpty {
            words.append("'\(word)'")
        }
        words.append(begins == ends ? Self.time(ends) : "\(Self.time(begins))–\(Self.time(ends))")
        if cause != "none" { words.append(cause) }
        if ahead != 0 { words.append("+\(ahead)") }
        if occurrence != 0 { words.append("occurrence \(occurrence)") }
        return words.joined(separator: " ")
    }

    /// A moment in minutes, with what is left over in microseconds.
    private static func time(_ moment: Moment) -> String {
        if moment >= endOfTime { return "never" }
        let rest = moment % 60_000_000
        return rest == 0 ? "\(moment / 60_000_000) min" : "\(moment / 60_000_000) min \(rest) µs"
    }
}
