import Foundation
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// Same seed, same program, same build: the same bytes (DESIGN 3, rule 3).
struct SameBytesTests {
    /// Threads, language, time zone and hash seeds that a result must not depend on; Swift draws a new hash seed at
    /// every launch unless told otherwise.
    private static let surroundings: [(threads: Int, environment: [String: String])] = [
        (1, ["LANG": "C", "TZ": "UTC"]),
        (2, ["LANG": "ru_RU.UTF-8", "LC_ALL": "ru_RU.UTF-8", "TZ": "Asia/Yekaterinburg"]),
        (8, ["LANG": "tr_TR.UTF-8", "TZ": "Pacific/Chatham"]),
        (2, ["LANG": "C", "TZ": "America/St_Johns", "SWIFT_DETERMINISTIC_HASHING": "1"]),
    ]

    @Test func `every scenario gives the same bytes whatever the threads, locale, time zone and hash seed`()
        throws
    {
        for path in try ScenarioRuns.allPaths() {
            let designs = try #require(ScenarioReader().read(path: path).designs).designs
            let command = designs.count > 1 ? "compare" : "run"
            var first: [String: Data] = [:]
            for (index, surrounding) in Self.surroundings.enumerated() {
                let folder = try TestFolder()
                let run = try ToolRun(
                    [
                        command, path, "--replications", "3", "--threads", "\(surrounding.threads)",
                        "--out", "out",
                    ],
                    in: folder,
                    environment: surrounding.environment
                )
                try #require(run.status == 0, "\(path): \(run.errors)")
                var files = ["stdout": Data(run.output.utf8)]
                for name in try folder.files(in: "out") {
                    files[name] = try Data(contentsOf: folder.url.appendingPathComponent("out/\(name)"))
                }
                if index == 0 { first = files }
                #expect(files.keys.sorted() == first.keys.sorted())
                for name in files.keys.sorted() {
                    #expect(files[name] == first[name], "\(path): \(name) differs at \(surrounding)")
                }
            }
        }
    }
}
