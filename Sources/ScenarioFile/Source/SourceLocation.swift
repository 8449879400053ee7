/// A place in a text: where something starts and how far it reaches on that line.
public struct SourceLocation: Sendable, Hashable {
    /// The file as the user named it, or `--set`.
    public var file: String
    /// Line, from 1.
    public var line: Int
    /// Column in characters, from 1; a tab counts as one.
    public var column: Int
    /// Characters on this line that belong to it, at least 1.
    public var length: Int

    /// Makes a location from its parts.
    public init(file: String, line: Int, column: Int, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }
}

/// A position between characters, in lines and columns from 1; columns count Unicode scalars as YAML does.
struct SourcePosition: Sendable, Hashable, Comparable {
    var line: Int
    var column: Int

    static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
