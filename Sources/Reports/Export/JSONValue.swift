/// A JSON value whose keys keep the order in which they are written.
public indirect enum JSONValue: Sendable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number; one that is not finite is written as null.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in order.
    case object([(key: String, value: JSONValue)])

    /// A number, or null for none.
    public init(_ value: Double?) {
        self = value.map(JSONValue.number) ?? .null
    }

    /// A text, or null for none.
    public init(_ value: String?) {
        self = value.map(JSONValue.string) ?? .null
    }

    /// The value as text: indented by two spaces, values without members of their own on one line.
    public var text: String {
        text(indent: "") + "\n"
    }

    private func text(indent: String) -> String {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return "\(value)"
        case .number(let value): return value.isFinite ? Self.digits(value) : "null"
        case .string(let value): return Self.quoted(value)
        case .array(let values):
            return Self.block("[", values.map { $0.text(indent: indent + "  ") }, "]", indent, values)
        case .object(let members):
            let texts = members.map { "\(Self.quoted($0.key)): \($0.value.text(indent: indent + "  "))" }
            return Self.block("{", texts, "}", indent, members.map(\.value))
        }
    }

    private var isNested: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    private static func block(
        _ open: String,
        _ texts: [String],
        _ close: String,
        _ indent: String,
        _ values: [JSONValue]
    ) -> String {
        guard values.contains(where: \.isNested) else {
            return open + texts.joined(separator: ", ") + close
        }
        let inner = texts.map { "\(indent)  \($0)" }.joined(separator: ",\n")
        return "\(open)\n\(inner)\n\(indent)\(close)"
    }

    /// Whole numbers without a fraction, others by their shortest digits.
    private static func digits(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard !isPlain else { return "\"\(text)\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
