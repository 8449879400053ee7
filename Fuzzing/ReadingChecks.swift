import ScenarioModel

@testable import ScenarioFile

/// What every reading must keep, whatever was read; a broken rule stops the fuzzer.
enum ReadingChecks {
    /// Designs or errors, never both, and every message printable with its place.
    static func check(_ result: ReadResult) {
        let hasErrors = result.diagnostics.contains { $0.severity == .error }
        precondition((result.designs == nil) == hasErrors, "designs and errors do not exclude each other")
        check(result.diagnostics)
        _ = result.statedLanguage
    }

    /// Messages printable in either language, now in one and now in the other, each with its place.
    static func check(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            guard let location = diagnostic.location else { preconditionFailure("a message has no place") }
            precondition(location.line >= 1 && location.column >= 1 && location.length >= 1, "odd place")
        }
        let columns = diagnostics.reduce(0) { $0 + ($1.location?.column ?? 0) }
        _ = DiagnosticRenderer(language: columns.isMultiple(of: 2) ? "en" : "ru").text(diagnostics)
    }

    /// A law whose every parameter is finite.
    static func check(_ law: Distribution) {
        let support = law.support
        precondition(support.lowerBound <= support.upperBound, "the support of a law is empty")
        precondition(
            support.lowerBound < .infinity && support.upperBound > -.infinity,
            "a law beyond all numbers"
        )
        switch law {
        case .constant(let value): precondition(value.isFinite)
        case .affine(let inner, let scale, let shift):
            precondition(scale.isFinite && scale != 0 && shift.isFinite, "odd scale or shift")
            check(inner)
        case .truncated(let inner, _, _, _): check(inner)
        case .mixture(let parts): for part in parts { check(part.law) }
        default: break
        }
    }
}
