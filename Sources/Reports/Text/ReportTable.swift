/// A table for a terminal: the first column to the left, the others to the right, without colours.
public struct ReportTable: Sendable, Hashable {
    /// Headings of the columns.
    public var columns: [String]
    /// Rows, each with as many cells as there are columns.
    public var rows: [[String]] = []
    /// Columns of words, which are set to the left; the first always is.
    public var wordColumns: Set<Int> = []

    /// Makes a table without rows.
    public init(columns: [String], wordColumns: Set<Int> = []) {
        self.columns = columns
        self.wordColumns = wordColumns
    }

    /// Adds a row.
    ///
    /// - Precondition: it has as many cells as there are columns.
    public mutating func add(_ row: [String]) {
        precondition(row.count == columns.count, "a row of \(row.count) cells for \(columns.count) columns")
        rows.append(row)
    }

    /// The table as lines, indented by two spaces.
    public var text: String {
        let widths = columns.indices.map { column in
            ([columns] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([columns] + rows).map { line($0, widths) }.joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            let isLeft = column == 0 || wordColumns.contains(column)
            line += "  " + (isLeft ? cell + padding : padding + cell)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
