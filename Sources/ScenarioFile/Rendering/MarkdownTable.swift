/// A table of Markdown.
struct MarkdownTable {
    /// Titles of the columns.
    let header: [String]
    /// Cells, row by row.
    let rows: [[String]]

    /// The table, without a line feed at its end.
    var text: String {
        ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
