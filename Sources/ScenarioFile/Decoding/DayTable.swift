import ScenarioModel

/// Numbers by day and hours from a CSV file: the staff on duty or the families that come.
///
/// A row holds weekdays (`mon-fri`) or a date (`2026-01-12`), hours (`08:30-12:30`) and a number. The numbers of rows
/// that overlap add up; a date with rows of its own has only these.
struct DayTable {
    /// A number over some hours.
    struct Entry {
        var hours: WorkCalendar.DayInterval
        var number: Double
        /// The cell that holds the number.
        var cell: DataTable.Cell
    }

    /// The file.
    let table: DataTable
    /// Entries of each weekday, Monday first.
    private(set) var week: [[Entry]] = Array(repeating: [], count: 7)
    /// Entries of single days.
    private(set) var dates: [CivilDate: [Entry]] = [:]
    /// Whether there are rows and all of them could be read.
    private(set) var isSound: Bool

    /// Most rows that are read.
    static let rowLimit = 100_000
    /// Most dates with rows of their own.
    static let dateLimit = 2_000
    /// Most different numbers on duty.
    static let levelLimit = 200

    /// Reads a table whose third column bears a name of its own; numbers are whole where asked.
    init(_ table: DataTable, wholeNumbers: Bool) {
        self.table = table
        let rows = table.rows()
        isSound = !rows.isEmpty
        for row in rows { add(row, wholeNumbers) }
    }

    private mutating func add(_ row: [DataTable.Cell], _ wholeNumbers: Bool) {
        let date = DateText.tableDate(row[0].text)
        let weekdays = date == nil ? WeekdayText.days(row[0].text) : nil
        if date == nil, weekdays == nil {
            table.wrong(
                row[0],
                DiagnosticText(
                    "weekdays such as 'mon-fri' or a date such as '2026-01-12'",
                    "дни недели, например «mon-fri», или дата, например «2026-01-12»"
                )
            )
        }
        let hours = DateText.hours(row[1].text)
        if hours == nil {
            table.wrong(
                row[1],
                DiagnosticText(
                    "hours such as '08:30-12:30', or 'closed'",
                    "часы, например «08:30-12:30», или «closed»"
                )
            )
        }
        guard let number = number(row[2], wholeNumbers), let hours, date != nil || weekdays != nil else {
            isSound = false
            return
        }
        let length = hours.reduce(0) { $0 + $1.closes - $1.opens }
        let entries = hours.map { interval in
            // Families of a row with a break come evenly over its hours; staff are all there in each part.
            let share = wholeNumbers ? 1 : Double(interval.closes - interval.opens) / Double(length)
            return Entry(hours: interval, number: number * share, cell: row[2])
        }
        if let date {
            if dates[date] == nil, dates.count >= Self.dateLimit {
                isSound = false
                let message = DiagnosticText("more than 2000 dates", "дат больше 2000")
                return table.fault(row[0], message)
            }
            dates[date, default: []] += entries
        }
        for day in weekdays ?? [] { week[day.rawValue] += entries }
    }

    private func number(_ cell: DataTable.Cell, _ isWhole: Bool) -> Double? {
        if isWhole {
            if let value = NumberText.integer(cell.text), (0...100_000).contains(value) {
                return Double(value)
            }
            table.wrong(
                cell,
                DiagnosticText("a whole number from 0 to 100000", "целое число от 0 до 100000")
            )
        } else {
            if let value = table.style.number(cell.text), (0...1e9).contains(value) { return value }
            table.wrong(cell, DiagnosticText("a number, 0 or more", "число не меньше 0"))
        }
        return nil
    }
}
