import Foundation
import Testing

/// One run of the built `marshrut`, found beside the test bundle and bounded in time.
struct ToolRun {
    let status: Int32
    let output: String
    let errors: String

    /// Runs the tool in a folder of its own, with an input to read; a signal may be sent after so many seconds.
    init(
        _ arguments: [String],
        in folder: TestFolder,
        environment: [String: String] = [:],
        input: String? = nil,
        signal number: Int32? = nil,
        after seconds: Double = 0
    ) throws {
        let process = Process()
        process.executableURL = try Self.tool
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let outputPath = folder.url.appendingPathComponent("stdout-\(UUID().uuidString)")
        let errorPath = folder.url.appendingPathComponent("stderr-\(UUID().uuidString)")
        for path in [outputPath, errorPath] { try Data().write(to: path) }
        process.standardOutput = try FileHandle(forWritingTo: outputPath)
        process.standardError = try FileHandle(forWritingTo: errorPath)
        process.standardInput = FileHandle.nullDevice
        if let input {
            let path = folder.url.appendingPathComponent("stdin-\(UUID().uuidString)")
            try Data(input.utf8).write(to: path)
            process.standardInput = try FileHandle(forReadingFrom: path)
        }
        let hasEnded = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in hasEnded.signal() }
        try process.run()
        if let number, hasEnded.wait(timeout: .now() + seconds) == .timedOut {
            kill(process.processIdentifier, number)
        } else if number != nil {
            hasEnded.signal()
        }
        if hasEnded.wait(timeout: .now() + 60) == .timedOut {
            process.terminate()
            Issue.record("marshrut ran for more than a minute: \(arguments)")
        }
        process.waitUntilExit()
        status = process.terminationStatus
        output = try String(contentsOf: outputPath, encoding: .utf8)
        errors = try String(contentsOf: errorPath, encoding: .utf8)
    }

    private static var tool: URL {
        get throws {
            let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            let tool = bundle.appendingPathComponent("marshrut")
            try #require(
                FileManager.default.isExecutableFile(atPath: tool.path),
                "no marshrut in \(bundle.path)"
            )
            return tool
        }
    }
}

/// A folder of one test, with a small scenario in it; removed at the end.
final class TestFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("marshrut-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try write(Self.scenario(), to: "small.yaml")
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            Issue.record("cannot remove \(url.path): \(error)")
        }
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
    }

    /// Names of the files in a folder below, in order.
    func files(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(name).path).sorted()
    }

    /// A line of clerks; the second design has one more of them.
    static func scenario(horizon: String = "200 h", target: String = "99 %") -> String {
        """
        scenario: small
        starts: 2024-01-01
        horizon: \(horizon)
        pools:
          clerks: { staff: 1 }
        families:
          all:
            arrivals: { rate: 6 per h }
            route: line
        routes:
          line: [ { serve: { name: intake, by: clerks, takes: exponential(mean 8 min) } } ]
        designs:
          one: { route: line }
          two: { route: line, set: { pools/clerks/staff: 2 } }
        targets:
          quick: { waiting time at: clerks, within: 15 min, for: \(target) }
        """
    }
}
