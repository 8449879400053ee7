/// The text of one file, checked to be plain UTF-8, and its lines.
struct SourceText: Sendable {
    /// The file as the user named it.
    let name: String
    /// All characters, without the byte order mark.
    let scalars: [Unicode.Scalar]
    /// Index in `scalars` at which each line starts.
    let lineStarts: [Int]

    /// Largest file that is read, in bytes.
    static let sizeLimit = 16 << 20

    /// Checks the bytes of a file and splits them into lines.
    static func decode(_ bytes: [UInt8], name: String) -> Result<SourceText, SourceFault> {
        guard bytes.count <= sizeLimit else { return .failure(.tooLarge(name: name)) }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count)
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes[start...].makeIterator()
        var offset = start
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                guard isAllowed(scalar) else {
                    return .failure(.badCharacter(scalar, offset: offset, before: scalars, name: name))
                }
                scalars.append(scalar)
                offset += encoded.count
            case .emptyInput:
                return .success(SourceText(name: name, scalars: scalars))
            case .error:
                return .failure(.badByte(bytes[offset], offset: offset, before: scalars, name: name))
            }
        }
    }

    /// Makes a text of characters known to be allowed.
    init(name: String, scalars: [Unicode.Scalar]) {
        self.name = name
        self.scalars = scalars
        var starts = [0]
        for index in scalars.indices where Self.endsLine(at: index, in: scalars) {
            starts.append(index + 1)
        }
        lineStarts = starts
    }

    /// The characters of a line, without its end; empty beyond the text.
    func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
        guard number >= 1, number <= lineStarts.count else { return [] }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : scalars.count
        while end > start, Self.isBreak(scalars[end - 1]) { end -= 1 }
        return scalars[start..<end]
    }

    /// The index of a position in `scalars`, moved into the text when it lies beyond.
    func index(of position: SourcePosition) -> Int {
        guard position.line <= lineStarts.count else { return scalars.count }
        return min(scalars.count, lineStarts[max(0, position.line - 1)] + max(0, position.column - 1))
    }

    /// A place from one position to another, or to the end of the first line if the second lies further on.
    func location(from start: SourcePosition, to end: SourcePosition) -> SourceLocation {
        let line = self.line(start.line)
        let scalarLength = end.line == start.line ? end.column - start.column : line.count - start.column + 1
        let before = line.prefix(max(0, start.column - 1))
        let within = line.dropFirst(max(0, start.column - 1)).prefix(max(0, scalarLength))
        return SourceLocation(
            file: name,
            line: start.line,
            column: Self.characterCount(before) + 1,
            length: max(1, Self.characterCount(within))
        )
    }

    /// Characters as a reader counts them; very long lines are counted in Unicode scalars to stay quick.
    private static func characterCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        let isPlain = scalars.count > 2_000 || scalars.allSatisfy { $0.value < 0x300 || isCyrillic($0) }
        return isPlain ? scalars.count : string(scalars).count
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        (0x400...0x482).contains(scalar.value) || (0x48A...0x52F).contains(scalar.value)
    }

    /// The characters as a string.
    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        // Much quicker than appending to a view of scalars, which the library does not specialise.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars { bytes.append(contentsOf: scalar.utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether YAML counts a new line from this character.
    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func endsLine(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard isBreak(scalars[index]) else { return false }
        let next = index + 1
        return !(scalars[index] == "\r" && next < scalars.count && scalars[next] == "\n")
    }

    /// Characters that YAML allows, less the two that stand in for `,` and `:` inside a law, and less those that
    /// turn the direction of writing, so that a text would not be what a reader sees.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: false
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF: true
        case StandIn.comma.value, StandIn.colon.value, 0xFEFF: false
        case 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}

/// Characters that replace `,` and `:` inside the parentheses of a law, so that YAML leaves them alone.
enum StandIn {
    /// Replaces a comma.
    static let comma: Unicode.Scalar = "\u{F8E0}"
    /// Replaces a colon.
    static let colon: Unicode.Scalar = "\u{F8E1}"

    /// The text with the replaced characters put back.
    static func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == comma || $0 == colon }) else { return text }
        return SourceText.string(
            text.unicodeScalars.map { $0 == comma ? "," : $0 == colon ? ":" : $0 }
        )
    }
}
