import Foundation

/// A row of the queueing values that the tests keep, with what it was computed from.
struct ReferenceRow {
    let quantity: String
    let inputs: String
    let values: [Double]
    let source: String

    /// Numbers by name in the inputs: `lambda=0.9 mu=1 c=1`.
    func number(_ name: String) -> Double {
        let pattern = inputs.split(whereSeparator: { $0 == " " || $0 == "," }).first {
            $0.hasPrefix(name + "=")
        }
        guard let pattern, let number = Double(pattern.dropFirst(name.count + 1)) else {
            preconditionFailure("no number \(name) in \(inputs)")
        }
        return number
    }

    /// All rows of `queueing-values.csv`, copied with their sources from the reference values.
    static func all() throws -> [ReferenceRow] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "queueing-values.csv")
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
        return lines.map { line in
            let cells = cells(of: line)
            precondition(cells.count == 5, "a row of five cells: \(line)")
            return ReferenceRow(
                quantity: cells[0],
                inputs: cells[1],
                values: cells[2].split(separator: " ").compactMap { Double($0) },
                source: cells[4]
            )
        }
    }

    /// The cells of a line; quoted ones may hold commas.
    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
