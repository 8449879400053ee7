import ScenarioModel

extension Field {
    /// Numbers by day and hours from the file named here, with the days that are closed; nil, with a report, if faulty.
    ///
    /// Whole numbers count staff, who are all there in every hour; others are spread over the hours.
    func dayTable(column: String, wholeNumbers: Bool) -> (table: DayTable, closed: ClosedDays)? {
        var file: Field? = self
        var closed = ClosedDays()
        if node.pairs != nil {
            guard let reader = ObjectReader(node, as: .dayTable, in: place, context) else { return nil }
            file = reader.required("file")
            if let field = reader.field("holidays") {
                closed = CalendarDecoder(context: context).closedDays(field)
            }
        }
        let columns = ["day", "hours", column]
        guard let table = file?.dataTable(columns: columns, rowLimit: DayTable.rowLimit) else { return nil }
        return (DayTable(table, wholeNumbers: wholeNumbers), closed)
    }

    /// The columns of the CSV file named here; nil, with a report, if it cannot be read or lacks one.
    func dataTable(columns: [String], rowLimit: Int) -> DataTable? {
        let expected = DiagnosticText("the path of a CSV file", "путь к файлу CSV")
        guard let name = text(expected) else { return nil }
        do throws(ProjectFiles.Fault) {
            let text = try context.dataFile(name, node.location.file)
            return DataTable(text, columns: columns, rowLimit: rowLimit, reportingTo: context.collector)
        } catch {
            context.error(
                DiagnosticText(
                    "cannot read '\(name)': \(error.cause.en)",
                    "не удаётся прочитать «\(name)»: \(error.cause.ru)"
                ),
                at: node,
                found: name
            )
            return nil
        }
    }
}
