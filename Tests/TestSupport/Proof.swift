import Foundation

/// The sized proofs of `make proof`: what runs for seconds in `make test` runs here at full size and leaves a table.
public enum Proof {
    /// Value of the environment variable `MARSHRUT_PROOF`: the folder that tables go to.
    private static let folder = ProcessInfo.processInfo.environment["MARSHRUT_PROOF"]

    /// Whether the sized proofs run.
    public static var isSized: Bool { folder != nil }

    /// The full size under `make proof`, a small one otherwise.
    public static func size<Number>(_ full: Number, quick: Number) -> Number {
        isSized ? full : quick
    }

    /// Keeps a table of Markdown under a name; does nothing in `make test`.
    ///
    /// - Throws: when the table cannot be written.
    public static func record(_ name: String, title: String, header: [String], rows: [[String]]) throws {
        guard let folder, folder.contains("/") else { return }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        var text = "# \(title)\n\n" + line(header) + line(header.map { _ in "---" })
        for row in rows { text += line(row) }
        try text.write(toFile: "\(folder)/\(name).md", atomically: true, encoding: .utf8)
    }
}
