/// Rows of comma-separated values as RFC 4180 has them, with line feeds.
struct CSVText {
    private(set) var text: String

    init(columns: [String]) {
        text = columns.joined(separator: ",") + "\n"
    }

    mutating func add(_ fields: [String]) {
        text += fields.map(Self.quoted).joined(separator: ",") + "\n"
    }

    /// A number by its shortest digits; empty for none.
    static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        return value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private static func quoted(_ field: String) -> String {
        let isPlain = !field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
