/// The unit of a measure's values.
public enum MeasureUnit: String, Sendable, Hashable {
    /// Minutes.
    case minutes = "min"
    /// Hours.
    case hours = "h"
    /// Hours per week of the run.
    case hoursPerWeek = "h per week"
    /// Times per week of the run.
    case perWeek = "per week"
    /// A share of 1.
    case share
    /// A bare number.
    case number
    /// Families.
    case families
    /// Times, or things, per family.
    case perFamily = "per family"
    /// Requests.
    case requests
    /// Families and cases in a line.
    case inLine = "in line"
    /// Servers.
    case servers
    /// Roubles.
    case roubles = "rub"

    /// Microseconds in a unit of time; nil for other units.
    public var microseconds: Double? {
        switch self {
        case .minutes: 60_000_000
        case .hours: 3_600_000_000
        default: nil
        }
    }
}
