/// How a result was made, as a person would make it again.
public struct ReportSource: Sendable, Hashable {
    /// The command line, without paths of output.
    public var command: String
    /// Files that were written.
    public var files: [String]

    /// Makes a source from its parts.
    public init(command: String, files: [String] = []) {
        self.command = command
        self.files = files
    }
}
