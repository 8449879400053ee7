import ScenarioModel
import SimulationCore

/// When families can come, and how much more often at one time than at another: the same for all rates of one
/// calendar and the same profiles.
struct ArrivalTimes {
    /// Stretches of the run with a weight above 0, in order.
    var stretches: [Stretch] = []
    /// Integral of the weights over the year in which the run starts, in hours.
    var yearWeight = 0.0
    /// How long families can come in that year.
    var yearOpening = YearOpening()

    /// Days and minutes of a year in which families can come.
    struct YearOpening {
        var days = 0
        var minutes = 0
    }

    /// What decides the times.
    struct Key: Hashable {
        /// Calendar between whose openings and closings families come.
        var calendar: CalendarUse?
        /// Names of the profiles whose weights multiply.
        var profiles: [String]
    }

    /// A stretch of the run with one weight.
    struct Stretch {
        var begins: SimulationTime
        var ends: SimulationTime
        var weight: Double
        /// Number of the day that it belongs to.
        var day: Int
    }
}
