import ArgumentParser

/// The exit statuses of the program.
enum ExitStatus: Int32 {
    /// With `--check`: a target is not met.
    case checkFailed = 1
    /// The command line cannot be understood.
    case wrongUsage = 64
    /// The scenario or its data are faulty.
    case faultyScenario = 65
    /// A file is missing or cannot be read.
    case missingFile = 66
    /// A self-check failed: the numbers are not to be trusted.
    case selfCheckFailed = 70
    /// A file cannot be written.
    case cannotWrite = 74

    /// The status as the argument parser takes it.
    var code: ExitCode { ExitCode(rawValue) }
}
