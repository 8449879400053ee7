/// A CSV file with a header line, read row by row; mistakes are reported at their line and column in that file.
struct DataTable {
    /// A cell and its place.
    struct Cell {
        /// The text, without quotes.
        let text: String
        /// First and last place in the file.
        let start: SourcePosition
        let end: SourcePosition
    }

    private let text: SourceText
    private let collector: DiagnosticCollector
    /// How cells are parted and numbers written.
    let style: CSVStyle
    /// Place of each column that was asked for.
    private let places: [Int]

    /// Finds the columns; nil, with a report, if one is missing or the file is too long.
    init?(
        _ text: SourceText,
        columns: [String],
        rowLimit: Int,
        reportingTo collector: DiagnosticCollector
    ) {
        self.text = text
        self.collector = collector
        collector.announce(file: text.name)
        style = CSVStyle(header: text.line(1))
        let line = CSVLine(text.line(1), style)
        let header = line.cells
        places = columns.compactMap { header.firstIndex(of: $0) }
        guard text.lineStarts.count <= rowLimit + 2 else {
            collector.report(
                .error,
                DiagnosticText("more than \(rowLimit) rows", "больше \(rowLimit) строк"),
                at: SourcePosition(line: 1, column: 1),
                in: text
            )
            return nil
        }
        guard places.count == columns.count else {
            reportMissing(columns.filter { !header.contains($0) }, header, columns)
            return nil
        }
        for column in columns {
            guard let message = line.repeated(column, in: text.name),
                let second = header.lastIndex(of: column)
            else { continue }
            let start = SourcePosition(line: 1, column: line.columns[second].lowerBound)
            let end = SourcePosition(line: 1, column: line.columns[second].upperBound + 1)
            collector.report(.error, message, at: start, to: end, in: text)
            return nil
        }
    }

    private func reportMissing(_ missing: [String], _ header: [String], _ columns: [String]) {
        let free = header.prefix(100).filter { !columns.contains($0) }
        let isCutElsewhere = header.count == 1 && header[0].contains("\t")
        let nearest = missing.map { NearestName(to: $0, among: Array(free)) }.first(where: \.isNear)
        let names = DiagnosticText.names(missing)
        let needed = DiagnosticText.names(columns)
        let noun = missing.count == 1 ? ("column", "столбца") : ("columns", "столбцов")
        collector.report(
            Diagnostic(
                .error,
                DiagnosticText(
                    "the table has no \(noun.0) \(names.en); it needs \(needed.en)",
                    "в таблице нет \(noun.1) \(names.ru); нужно: \(needed.ru)"
                ),
                at: SourceLocation(file: text.name, line: 1, column: 1),
                suggestion: isCutElsewhere ? .commasBetweenCells : nearest?.suggestion,
                excerpt: SourceText.string(text.line(1).prefix(4_000))
            )
        )
    }

    /// The cells of every row that is not blank, in the order of the columns asked for.
    func rows() -> [[Cell]] {
        var rows: [[Cell]] = []
        for number in stride(from: 2, through: text.lineStarts.count, by: 1) {
            let characters = text.line(number)
            guard characters.contains(where: { $0 != " " && $0 != "\t" }) else { continue }
            let line = CSVLine(characters, style)
            rows.append(
                places.map { place in
                    guard place < line.cells.count else {
                        let end = SourcePosition(line: number, column: characters.count + 1)
                        return Cell(text: "", start: end, end: end)
                    }
                    let columns = line.columns[place]
                    return Cell(
                        text: line.cells[place],
                        start: SourcePosition(line: number, column: columns.lowerBound),
                        end: SourcePosition(line: number, column: columns.upperBound + 1)
                    )
                }
            )
        }
        if rows.isEmpty {
            collector.report(
                .error,
                DiagnosticText("the table has no rows", "в таблице нет строк с данными"),
                at: SourcePosition(line: 1, column: 1),
                in: text
            )
        }
        return rows
    }

    /// Reports that something else was expected in a cell.
    func wrong(_ cell: Cell, _ expected: DiagnosticText) {
        let found = String(cell.text.prefix(40))
        collector.report(
            .error,
            DiagnosticText(
                "found '\(found)', expected \(expected.en)",
                "указано «\(found)», нужно: \(expected.ru)"
            ),
            at: cell.start,
            to: cell.end,
            in: text
        )
    }

    /// Reports a mistake in a sentence of its own.
    func fault(_ cell: Cell, _ message: DiagnosticText) {
        collector.report(.error, message, at: cell.start, to: cell.end, in: text)
    }
}

extension DiagnosticText {
    fileprivate static let commasBetweenCells = DiagnosticText(
        "save the table with commas or semicolons between the cells",
        "сохраните таблицу с запятыми или точками с запятой между ячейками"
    )
}
