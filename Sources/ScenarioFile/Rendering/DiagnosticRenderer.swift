/// Prints diagnostics for a terminal, in one language.
public struct DiagnosticRenderer: Sendable {
    /// Language of the texts: `ru` or `en`.
    public var language: String

    /// Most diagnostics that are shown.
    public static let limit = 20

    /// Makes a renderer for a language.
    public init(language: String = "en") {
        self.language = language
    }

    /// All diagnostics, one below the other; beyond twenty only their number.
    public func text(_ diagnostics: [Diagnostic]) -> String {
        var blocks = diagnostics.prefix(Self.limit).map(text)
        let hidden = diagnostics.count - blocks.count
        if hidden > 0 {
            blocks.append(language == "ru" ? "…и ещё \(hidden)" : "…and \(hidden) more")
        }
        return blocks.joined(separator: "\n\n")
    }

    /// One diagnostic: the sentence, the place, the line of the file and carets below the words meant.
    public func text(_ diagnostic: Diagnostic) -> String {
        var lines = ["\(word(diagnostic.severity)): \(shown(diagnostic.message))"]
        let gutter = String(diagnostic.location?.line ?? 0).count
        let margin = String(repeating: " ", count: gutter)
        if let location = diagnostic.location {
            lines.append("  --> \(location.file):\(location.line):\(location.column)")
        }
        if let location = diagnostic.location, let excerpt = diagnostic.excerpt, !excerpt.isEmpty {
            let cut = Self.cut(excerpt, around: location)
            lines.append("\(location.line) | \(cut.text)")
            var carets = String(repeating: " ", count: cut.column - 1)
            carets += String(repeating: "^", count: max(1, cut.length))
            if let suggestion = diagnostic.suggestion { carets += " " + shown(suggestion) }
            lines.append("\(margin) | \(carets)")
        } else if let suggestion = diagnostic.suggestion {
            lines.append("\(margin) = \(shown(suggestion))")
        }
        lines += diagnostic.notes.map { "\(margin) = \(shown($0))" }
        return lines.joined(separator: "\n")
    }

    private func shown(_ text: DiagnosticText) -> String {
        let text = text.text(in: language)
        guard text.unicodeScalars.contains(where: Self.isBreak) else { return text }
        return String(text.map { $0.isNewline ? " " : $0 })
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private func word(_ severity: Diagnostic.Severity) -> String {
        switch (severity, language) {
        case (.error, "ru"): "ошибка"
        case (.warning, "ru"): "предупреждение"
        case (.error, _): "error"
        case (.warning, _): "warning"
        }
    }

    /// The line with tabs as single spaces; of a very long one, only the part around the place.
    private static func cut(
        _ line: String,
        around location: SourceLocation
    ) -> (text: String, column: Int, length: Int) {
        let characters = line.utf8.contains(0x09) ? line.map { $0 == "\t" ? " " : $0 } : Array(line)
        let start = max(0, min(characters.count, location.column - 1))
        let from = characters.count <= 200 ? 0 : max(0, start - 60)
        let kept = characters[from...].prefix(200)
        let length = min(location.length, max(1, from + kept.count - start))
        return (String(kept), start - from + 1, length)
    }
}
