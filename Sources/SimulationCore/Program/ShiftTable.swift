/// Open intervals of a calendar over a run and beyond, as a clock of working time.
public struct ShiftTable: Sendable, Hashable {
    /// First moments of the open intervals, ascending.
    public let opens: [SimulationTime]
    /// First moments after them.
    public let closes: [SimulationTime]
    /// Open time before each interval.
    private let openBefore: [SimulationTime]
    /// Ordinal, among the open days, of each interval's day.
    private let days: [Int]
    /// First interval of each open day.
    private let dayStarts: [Int]

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - opens: first moments, ascending.
    ///   - closes: moments after, each above its opening and at most the next opening.
    ///   - days: any numbers that are equal for intervals of one day and ascend.
    public init(opens: [SimulationTime], closes: [SimulationTime], days: [Int]) {
        precondition(opens.count == closes.count && opens.count == days.count, "intervals need days")
        self.opens = opens
        self.closes = closes
        var before: [SimulationTime] = []
        var total: SimulationTime = 0
        var ordinals: [Int] = []
        var starts: [Int] = []
        for index in opens.indices {
            precondition(closes[index] > opens[index], "an interval must last")
            precondition(index == 0 || opens[index] >= closes[index - 1], "intervals must not overlap")
            before.append(total)
            total += closes[index] - opens[index]
            if index == 0 || days[index] != days[index - 1] { starts.append(index) }
            ordinals.append(starts.count - 1)
        }
        openBefore = before
        self.days = ordinals
        dayStarts = starts
    }

    /// Index of the first interval that closes after a moment.
    private func interval(after moment: SimulationTime) -> Int {
        var low = 0
        var high = closes.count
        while low < high {
            let middle = (low + high) / 2
            if closes[middle] > moment { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The first open moment at or after a moment, `.never` when there is none.
    public func firstOpen(atOrAfter moment: SimulationTime) -> SimulationTime {
        let index = interval(after: moment)
        return index < opens.count ? max(moment, opens[index]) : .never
    }

    /// A moment at a share of a day's open time, or the opening itself when it is not the day's first.
    public func moment(onDayOf opening: SimulationTime, share: Double) -> SimulationTime {
        let index = interval(after: opening)
        guard index < opens.count, opens[index] == opening, dayStarts[days[index]] == index else {
            return opening
        }
        let within = (share * Double(length(ofDay: days[index]))).rounded(.down)
        return moment(after: opening, openTime: SimulationTime(within))
    }

    /// Open time up to a moment.
    public func openTime(before moment: SimulationTime) -> SimulationTime {
        let index = interval(after: moment)
        guard index < opens.count else {
            guard let last = opens.indices.last else { return 0 }
            return openBefore[last] + closes[last] - opens[last]
        }
        return openBefore[index] + max(0, moment - opens[index])
    }

    /// The moment at which so much more open time has passed, `.never` beyond the table.
    public func moment(after start: SimulationTime, openTime span: SimulationTime) -> SimulationTime {
        let first = interval(after: start)
        guard first < opens.count, span < .never else { return .never }
        if span <= 0 { return max(start, opens[first]) }
        let goal = openBefore[first] + max(0, start - opens[first]) + span
        var low = first
        var high = opens.count - 1
        while low < high {
            let middle = (low + high) / 2
            if openBefore[middle] + closes[middle] - opens[middle] >= goal {
                high = middle
            } else {
                low = middle + 1
            }
        }
        let reached = opens[low] + (goal - openBefore[low])
        return reached <= closes[low] ? reached : .never
    }

    /// The moment at which so many more open days have passed, `.never` beyond the table.
    ///
    /// Each open day counts 1, spread evenly over its own open time.
    public func moment(after start: SimulationTime, openDays span: Double) -> SimulationTime {
        let first = interval(after: start)
        guard first < opens.count, span < 1e9 else { return .never }
        let today = days[first]
        let position = openBefore[first] + max(0, start - opens[first]) - openBefore[dayStarts[today]]
        let goal = Double(today) + Double(position) / Double(length(ofDay: today)) + max(0, span)
        let day = Int(goal)
        let share = goal - Double(day)
        guard day < dayStarts.count else { return .never }
        let within = (share * Double(length(ofDay: day))).rounded(.toNearestOrEven)
        let reached = moment(after: opens[dayStarts[day]], openTime: SimulationTime(within))
        // In a pause within the day, the open time before it has passed already.
        return max(reached, max(start, opens[first]))
    }

    /// Open time of an open day.
    private func length(ofDay day: Int) -> SimulationTime {
        let last = (day + 1 < dayStarts.count ? dayStarts[day + 1] : opens.count) - 1
        return openBefore[last] + closes[last] - opens[last] - openBefore[dayStarts[day]]
    }
}
