import Foundation

/// How a CSV file is written: with commas between cells, or as Russian spreadsheets write it.
struct CSVStyle {
    /// Stands between cells.
    let separator: Unicode.Scalar

    /// Semicolons where the header has some and no commas; decimal commas then stand in numbers.
    init(header: ArraySlice<Unicode.Scalar>) {
        var isQuoted = false
        var found: Set<Unicode.Scalar> = []
        for scalar in header {
            if scalar == "\"" { isQuoted.toggle() } else if !isQuoted { found.insert(scalar) }
        }
        separator = found.contains(";") && !found.contains(",") ? ";" : ","
    }

    /// A number of a cell, with a point, or with a decimal comma where commas do not part cells.
    func number(_ text: String) -> Double? {
        guard separator == ";", !text.contains("."), text.count(where: { $0 == "," }) == 1 else {
            return NumberText.number(text)
        }
        return NumberText.number(text.replacing(",", with: "."))
    }
}

/// One line of a CSV text, cut into cells at separators; quotes around a cell are removed, but one that is not closed stays.
struct CSVLine {
    /// The cells, without blanks at their ends.
    let cells: [String]
    /// First and last column of each cell in the line, from 1.
    let columns: [ClosedRange<Int>]

    init(_ line: ArraySlice<Unicode.Scalar>, _ style: CSVStyle) {
        var cells: [String] = []
        var columns: [ClosedRange<Int>] = []
        var cell: [Unicode.Scalar] = []
        var isQuoted = false
        var start = 1
        func close(before column: Int) {
            let text = SourceText.string(Self.trimmed(cell))
            cells.append(isQuoted ? "\"" + text : text)
            columns.append(start...max(start, column - 1))
            cell = []
            start = column + 1
        }
        for (offset, scalar) in line.enumerated() {
            if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == style.separator, !isQuoted {
                close(before: offset + 1)
            } else {
                cell.append(scalar)
            }
        }
        close(before: line.count + 1)
        self.cells = cells
        self.columns = columns
    }

    /// The characters without blanks at their ends.
    private static func trimmed(_ cell: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        let start = cell.firstIndex { !isBlank($0) } ?? cell.endIndex
        let end = cell.lastIndex { !isBlank($0) } ?? start
        return cell[start..<min(cell.endIndex, end + 1)]
    }

    /// Whether a character is a tabulation or a space of any width.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar == " " || scalar == "\t" }
        return scalar == "\u{200B}" || scalar.properties.generalCategory == .spaceSeparator
    }

    /// Tells that a header has more than one column of a name; nil if it has not.
    func repeated(_ column: String, in file: String) -> DiagnosticText? {
        guard cells.firstIndex(of: column) != cells.lastIndex(of: column) else { return nil }
        return DiagnosticText(
            "'\(file)' has more than one column '\(column)'",
            "в файле «\(file)» несколько столбцов «\(column)»"
        )
    }
}
