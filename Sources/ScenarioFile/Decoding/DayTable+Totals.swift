import ScenarioModel

extension DayTable {
    /// A stretch of a day in which the same rows hold, and the sum of their numbers.
    struct Total {
        var hours: WorkCalendar.DayInterval
        var number: Double
    }

    /// What rows add up to, in order and without overlap; stretches with 0 are left out.
    ///
    /// Numbers are spread over their hours, or hold in all of them.
    static func totals(_ entries: [Entry], spread isSpread: Bool) -> [Total] {
        var change = [Double](repeating: 0, count: 1_441)
        var cover = [Int](repeating: 0, count: 1_441)
        var isCut = [Bool](repeating: false, count: 1_441)
        for entry in entries where entry.number > 0 {
            let length = Double(entry.hours.closes - entry.hours.opens)
            let height = isSpread ? entry.number / length : entry.number
            change[entry.hours.opens] += height
            change[entry.hours.closes] -= height
            cover[entry.hours.opens] += 1
            cover[entry.hours.closes] -= 1
            isCut[entry.hours.opens] = true
            isCut[entry.hours.closes] = true
        }
        let cuts = isCut.indices.filter { isCut[$0] }
        var totals: [Total] = []
        var height = 0.0
        var covering = 0
        for (from, to) in zip(cuts, cuts.dropFirst()) {
            height += change[from]
            covering += cover[from]
            guard covering > 0 else {
                height = 0
                continue
            }
            let number = isSpread ? height * Double(to - from) : height
            totals.append(Total(hours: .init(opens: from, closes: to), number: number))
        }
        return totals
    }

    /// Families by day, with what production calendars change: worked Saturdays, and days that end early.
    func counts(closed: ClosedDays) -> CountedArrivals {
        let weekTotals = week.map { Self.totals($0, spread: true) }
        var days = dates.map { date, entries in
            CountedArrivals.DateCounts(date: date, counts: Self.counts(Self.totals(entries, spread: true)))
        }
        for special in closed.specialDays(in: weekTotals.map(Self.hours)) where dates[special.date] == nil {
            let likeDay = closed.weekday(workedLike: special.date) ?? special.date.weekday
            let entries = week[likeDay.rawValue].compactMap { $0.cut(to: special.intervals) }
            days.append(.init(date: special.date, counts: Self.counts(Self.totals(entries, spread: true))))
        }
        return CountedArrivals(
            week: weekTotals.map(Self.counts),
            dates: days.sorted { $0.date < $1.date },
            closedDays: closed.all
        )
    }

    private static func counts(_ totals: [Total]) -> [CountedArrivals.Count] {
        totals.map { .init(hours: $0.hours, families: $0.number) }
    }

    /// The stretches of totals of at least so much, joined where they touch.
    static func hours(_ totals: [Total], atLeast least: Double) -> [WorkCalendar.DayInterval] {
        var hours: [WorkCalendar.DayInterval] = []
        for total in totals where total.number >= least {
            if let last = hours.last, last.closes == total.hours.opens {
                hours[hours.count - 1].closes = total.hours.closes
            } else {
                hours.append(total.hours)
            }
        }
        return hours
    }

    private static func hours(_ totals: [Total]) -> [WorkCalendar.DayInterval] {
        hours(totals, atLeast: .leastNonzeroMagnitude)
    }

    /// Calendars of so many on duty each, the first of which is open when anybody is; nothing for an empty roster.
    ///
    /// Nil when the number on duty takes too many different values.
    func shifts(of pool: String, closed: ClosedDays) -> [(calendar: WorkCalendar, count: Int)]? {
        let weekTotals = week.map { Self.totals($0, spread: false) }
        let dateTotals = dates.mapValues { Self.totals($0, spread: false) }
        let levels = Set((weekTotals + Array(dateTotals.values)).flatMap { $0.map(\.number) })
        guard levels.count <= Self.levelLimit else { return nil }
        let whole = weekTotals.map(Self.hours)
        var below = 0.0
        return levels.sorted().map { level in
            let hours = weekTotals.map { Self.hours($0, atLeast: level) }
            let own = dateTotals.map { date, totals in
                WorkCalendar.SpecialDay(date: date, intervals: Self.hours(totals, atLeast: level))
            }
            let official = closed.specialDays(in: hours, partOf: whole).filter { dates[$0.date] == nil }
            let calendar = WorkCalendar(
                name: "\(pool)/roster \(Int(level))",
                week: hours,
                holidays: closed.all,
                specialDays: (own + official).sorted { $0.date < $1.date }
            )
            defer { below = level }
            return (calendar, Int(level - below))
        }
    }

    /// The most on duty at once, with the last row that adds to it on the first such day of the file.
    var most: (number: Double, cell: DataTable.Cell)? {
        var most: (total: Total, entries: [Entry])?
        for entries in week + dates.sorted(by: { $0.key < $1.key }).map(\.value) {
            for total in Self.totals(entries, spread: false) where total.number > most?.total.number ?? 0 {
                most = (total, entries)
            }
        }
        guard let most else { return nil }
        let opens = most.total.hours.opens
        let last = most.entries.last { $0.number > 0 && $0.hours.opens <= opens && opens < $0.hours.closes }
        return last.map { (most.total.number, $0.cell) }
    }
}

extension DayTable.Entry {
    /// The entry within some hours, with as much of its number; nil when it lies outside.
    fileprivate func cut(to open: [WorkCalendar.DayInterval]) -> DayTable.Entry? {
        guard let first = open.first, let last = open.last else { return nil }
        let opens = max(hours.opens, first.opens)
        let closes = min(hours.closes, last.closes)
        guard opens < closes else { return nil }
        let share = Double(closes - opens) / Double(hours.closes - hours.opens)
        return .init(hours: .init(opens: opens, closes: closes), number: number * share, cell: cell)
    }
}
