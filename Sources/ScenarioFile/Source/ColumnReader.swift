/// Why a column of numbers could not be read.
struct ColumnFault: Error {
    var message: DiagnosticText
    var suggestion: DiagnosticText?
}

/// Reads one column of numbers from a CSV text with a header line.
enum ColumnReader {
    /// Most rows that are read.
    static let rowLimit = 1_000_000

    /// The numbers of the named column.
    static func values(of column: String, in text: SourceText) -> Result<[Double], ColumnFault> {
        let style = CSVStyle(header: text.line(1))
        let header = CSVLine(text.line(1), style)
        guard let place = header.cells.firstIndex(of: column) else {
            return .failure(
                ColumnFault(
                    message: DiagnosticText(
                        "'\(text.name)' has no column '\(column)'",
                        "в файле «\(text.name)» нет столбца «\(column)»"
                    ),
                    suggestion: NearestName(to: column, among: Array(header.cells.prefix(100))).suggestion
                )
            )
        }
        if let message = header.repeated(column, in: text.name) {
            return .failure(ColumnFault(message: message))
        }
        guard text.lineStarts.count <= rowLimit + 2 else {
            return .failure(
                ColumnFault(
                    message: DiagnosticText(
                        "'\(text.name)' has more than 1000000 rows",
                        "в файле «\(text.name)» больше 1000000 строк"
                    )
                )
            )
        }
        var values: [Double] = []
        for number in stride(from: 2, through: text.lineStarts.count, by: 1) {
            let line = text.line(number)
            guard line.contains(where: { $0 != " " && $0 != "\t" }) else { continue }
            let row = CSVLine(line, style).cells
            guard place < row.count, let value = style.number(row[place]) else {
                let found = place < row.count ? String(row[place].prefix(40)) : ""
                return .failure(
                    ColumnFault(
                        message: DiagnosticText(
                            "'\(text.name)', line \(number): found '\(found)', expected a number",
                            "«\(text.name)», строка \(number): указано «\(found)», нужно число"
                        )
                    )
                )
            }
            values.append(value)
        }
        guard !values.isEmpty else {
            return .failure(
                ColumnFault(
                    message: DiagnosticText(
                        "'\(text.name)' has no rows",
                        "в файле «\(text.name)» нет строк с данными"
                    )
                )
            )
        }
        return .success(values)
    }
}
