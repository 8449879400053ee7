/// Why bytes are not a readable text.
struct SourceFault: Error {
    /// The mistake, located.
    let diagnostic: Diagnostic
    /// Whether the file is in an encoding other than UTF-8.
    var isOfEncoding = false

    static func tooLarge(name: String) -> SourceFault {
        SourceFault(
            diagnostic: Diagnostic(
                .error,
                DiagnosticText(
                    "the file is larger than 16 MB, the most that is read",
                    "файл больше 16 МБ — такие файлы не читаются"
                ),
                at: SourceLocation(file: name, line: 1, column: 1)
            )
        )
    }

    static func badByte(
        _ byte: UInt8,
        offset: Int,
        before: [Unicode.Scalar],
        name: String
    ) -> SourceFault {
        let hex = "0x" + String(byte, radix: 16, uppercase: true)
        var fault = at(
            before,
            name: name,
            DiagnosticText(
                "byte \(hex) at offset \(offset) is not UTF-8; save the file in UTF-8",
                "байт \(hex) по смещению \(offset) не относится к UTF-8; сохраните файл в кодировке UTF-8"
            )
        )
        fault.isOfEncoding = true
        return fault
    }

    static func badCharacter(
        _ scalar: Unicode.Scalar,
        offset: Int,
        before: [Unicode.Scalar],
        name: String
    ) -> SourceFault {
        let code = Lookalike.code(scalar)
        return at(
            before,
            name: name,
            DiagnosticText(
                "character \(code) at byte offset \(offset) is not allowed in a scenario file",
                "символ \(code) по смещению \(offset) недопустим в файле сценария"
            )
        )
    }

    private static func at(
        _ before: [Unicode.Scalar],
        name: String,
        _ message: DiagnosticText
    ) -> SourceFault {
        let text = SourceText(name: name, scalars: before)
        let line = text.lineStarts.count
        let column = before.count - (text.lineStarts.last ?? 0) + 1
        let place = SourcePosition(line: line, column: column)
        return SourceFault(
            diagnostic: Diagnostic(
                .error,
                message,
                at: text.location(from: place, to: place),
                excerpt: SourceText.string(text.line(line))
            )
        )
    }
}
