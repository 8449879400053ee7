/// How the families of a class arrive.
public struct ArrivalProcess: Sendable, Hashable {
    /// The pattern.
    public var pattern: Pattern
    /// Most families of the class that arrive in a run, or nil for no limit.
    public var limit: Int?
    /// How many families come at each arrival, rounded half to even and at least 1; nil means one.
    public var familiesAtOnce: Distribution?
    /// What the rate of families is multiplied by, or nil; only for rates and counts.
    public var busyness: Busyness?

    /// Patterns of arrival.
    public enum Pattern: Sendable, Hashable {
        /// Poisson arrivals with a rate that follows a calendar and profiles.
        case poisson(RateLaw)
        /// Poisson arrivals whose mean numbers by day and hours are given.
        case counted(CountedArrivals)
        /// One family at each of these moments, in order; those outside the run do not come.
        case listed([CivilMoment])
        /// One at each opening of a calendar; an interval that follows another without a pause is no opening.
        case openings(CalendarUse)
        /// Independent interarrival times; the first arrival comes after the first of them.
        case renewal(DurationLaw)
    }

    /// Makes a process from its parts.
    public init(
        _ pattern: Pattern,
        limit: Int? = nil,
        familiesAtOnce: Distribution? = nil,
        busyness: Busyness? = nil
    ) {
        self.pattern = pattern
        self.limit = limit
        self.familiesAtOnce = familiesAtOnce
        self.busyness = busyness
    }
}

/// A factor on a rate of arrivals: some days are busy, others quiet.
public struct Busyness: Sendable, Hashable {
    /// Law of the factor; values below 0 count as 0.
    public var factor: Distribution
    /// For how long a value holds.
    public var period: Period
    /// Whether it is a matter of the centre: all classes with a shared factor of the same law and period then have the same
    /// values.
    public var isShared: Bool

    /// For how long a value holds.
    public enum Period: String, Sendable, Hashable, CaseIterable {
        /// A day of the calendar.
        case day
        /// The whole run: a value of each replication.
        case run
    }

    /// Makes a factor from its parts.
    public init(factor: Distribution, period: Period, isShared: Bool = true) {
        self.factor = factor
        self.period = period
        self.isShared = isShared
    }
}

/// A mean rate of arrivals and its shape over time.
public struct RateLaw: Sendable, Hashable {
    /// Families per unit, above 0: the mean over a whole year.
    public var mean: Double
    /// The unit that the mean is per.
    public var unit: Unit
    /// Families come only between the first opening and the last closing of its days; nil means at any time.
    public var calendar: CalendarUse?
    /// Names of profiles whose weights multiply.
    public var profiles: [String]

    /// Units that a rate may be per.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Per minute of open time (of any time without a calendar).
        case minute = "min"
        /// Per hour of open time (of any time without a calendar).
        case hour = "h"
        /// Per day of the calendar that has open hours.
        case workingDay = "working day"
        /// Per day, open or not.
        case day
        /// Per seven days.
        case week
        /// Per twelfth of a year.
        case month
        /// Per year.
        case year
    }

    /// Makes a law from its parts.
    public init(mean: Double, unit: Unit, calendar: CalendarUse? = nil, profiles: [String] = []) {
        self.mean = mean
        self.unit = unit
        self.calendar = calendar
        self.profiles = profiles
    }
}

/// Weights that shape an arrival rate; only their ratios matter.
public struct RateProfile: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// The weights.
    public var weights: Weights

    /// What the weights are by.
    public enum Weights: Sendable, Hashable {
        /// 24 weights by hour of the day.
        case hours([Double])
        /// 7 weights by weekday, Monday first.
        case weekdays([Double])
        /// 12 weights by month.
        case months([Double])
        /// Weights of single days, in order of date; other days have weight 1.
        case dates([DateWeight])
    }

    /// The weight of a single day.
    public struct DateWeight: Sendable, Hashable {
        /// The day.
        public var date: CivilDate
        /// Its weight, 0 or more.
        public var weight: Double

        /// Makes a weight from its parts.
        public init(date: CivilDate, weight: Double) {
            self.date = date
            self.weight = weight
        }
    }

    /// Makes a profile from its parts.
    public init(name: String, weights: Weights) {
        self.name = name
        self.weights = weights
    }
}
