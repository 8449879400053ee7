import Foundation

/// Gathers the diagnostics of one reading, without repeats.
///
/// A class because every part of one reading reports to the same list; it never leaves the reading.
final class DiagnosticCollector {
    private var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private var unknownNames: [String: Int] = [:]
    private var otherUses: [Int: Set<SourceLocation>] = [:]
    private var fileOrder: [String: Int] = [:]

    /// Most diagnostics that are kept.
    private static let limit = 10_000

    /// Whether any error has been reported.
    private(set) var hasErrors = false

    /// Whether so much has been reported that nobody reads on.
    var isCrowded: Bool { diagnostics.count >= 40 }

    /// Makes a file come before those not yet announced.
    func announce(file: String) {
        if fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
    }

    /// Adds a diagnostic unless the same one is there.
    func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        guard diagnostics.count < Self.limit, seen.insert(diagnostic).inserted else { return }
        diagnostics.append(diagnostic)
    }

    /// Adds a diagnostic on a place in a text.
    func report(
        _ severity: Diagnostic.Severity,
        _ message: DiagnosticText,
        at start: SourcePosition,
        to end: SourcePosition? = nil,
        in text: SourceText
    ) {
        report(
            Diagnostic(
                severity,
                message,
                at: text.location(from: start, to: end ?? start),
                excerpt: SourceText.string(text.line(start.line).prefix(4_000))
            )
        )
    }

    /// Adds an unknown name; further uses of the same name are only counted.
    func reportUnknown(_ key: String, _ diagnostic: Diagnostic) {
        guard let place = unknownNames[key] else {
            guard !seen.contains(diagnostic), diagnostics.count < Self.limit else { return }
            unknownNames[key] = diagnostics.count
            return report(diagnostic)
        }
        guard let location = diagnostic.location, let known = diagnostics[place].location,
            location != known
        else { return }
        if comesBefore(diagnostic, diagnostics[place]) {
            diagnostics[place] = diagnostic
            otherUses[place, default: []].insert(known)
            otherUses[place]?.remove(location)
        } else {
            otherUses[place, default: []].insert(location)
        }
    }

    /// Everything reported, in the order of the files and of their lines.
    func sorted() -> [Diagnostic] {
        var result: [(offset: Int, diagnostic: Diagnostic)] = []
        for (offset, diagnostic) in diagnostics.enumerated() {
            var diagnostic = diagnostic
            if let count = otherUses[offset]?.count, count > 0 {
                diagnostic.notes.append(.furtherUses(count))
            }
            result.append((offset, diagnostic))
        }
        result.sort { left, right in
            if comesBefore(left.diagnostic, right.diagnostic) { return true }
            if comesBefore(right.diagnostic, left.diagnostic) { return false }
            return left.offset < right.offset
        }
        return result.map(\.diagnostic)
    }

    private func comesBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }

    private func key(_ diagnostic: Diagnostic) -> [Int] {
        guard let location = diagnostic.location else { return [Int.max] }
        return [fileOrder[location.file] ?? fileOrder.count, location.line, location.column]
    }
}

extension DiagnosticText {
    fileprivate static func furtherUses(_ count: Int) -> DiagnosticText {
        let lastDigits = count % 100
        let isTeen = (11...14).contains(lastDigits)
        let noun =
            switch count % 10 {
            case 1 where !isTeen: "раз"
            case 2...4 where !isTeen: "раза"
            default: "раз"
            }
        return DiagnosticText(
            count == 1 ? "used in 1 other place" : "used in \(count) other places",
            "встречается ещё \(count) \(noun)"
        )
    }
}
