/// The version that results record.
public enum ProgramVersion {
    /// The present version, as `marshrut --version` prints it.
    public static let current = "0.1.0"
}
