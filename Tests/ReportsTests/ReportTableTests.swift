import Reports
import Testing

struct ReportTableTests {
    @Test
    func `columns are aligned in Cyrillic as in Latin`() {
        var table = ReportTable(columns: ["служба", "n"])
        table.add(["Окна", "5,2\u{A0}±\u{A0}0,3"])
        table.add(["Desks", "12"])
        #expect(
            table.text == """
                  служба          n
                  Окна    5,2\u{A0}±\u{A0}0,3
                  Desks          12
                """
        )
    }

    @Test
    func `no line ends in spaces`() {
        var table = ReportTable(columns: ["a", "b"], wordColumns: [1])
        table.add(["one", "long word"])
        table.add(["two", "x"])
        #expect(table.text.split(separator: "\n").allSatisfy { $0.last != " " })
    }
}
