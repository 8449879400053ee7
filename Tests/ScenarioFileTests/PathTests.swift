import Foundation
import ScenarioFile
import Testing

/// Paths that a file must not lead to: each is refused where it stands, whether it extends or is a column of data.
struct PathTests {
    /// A folder `project` with a scenario, and things beside it that it must not reach.
    private func withProject(_ body: (String) throws -> Void) throws {
        let root = NSTemporaryDirectory() + "marshrut-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let files = FileManager.default
        try files.createDirectory(atPath: root + "/project/folder", withIntermediateDirectories: true)
        try files.createDirectory(atPath: root + "/outside/Scenarios", withIntermediateDirectories: true)
        try smallText.write(toFile: root + "/outside/secret.yaml", atomically: false, encoding: .utf8)
        try "minutes\n5\n".write(toFile: root + "/outside/secret.csv", atomically: false, encoding: .utf8)
        for (link, target) in [
            ("link.yaml", root + "/outside/secret.yaml"), ("link.csv", "../outside/secret.csv"),
            ("way", root + "/outside"), ("loop", "loop"), ("null", "/dev/null"),
            ("self", "/proc/self/environ"),
            ("gone", "nothing"),
        ] {
            try files.createSymbolicLink(atPath: "\(root)/project/\(link)", withDestinationPath: target)
        }
        mkfifo(root + "/project/fifo", 0o600)
        try body(root)
    }

    private static let up = [
        "..", "%2e%2e", "..%2f", "..\\", "．．", ".. ", "..;", "....", "..\u{200B}", "%c0%ae%c0%ae",
    ]

    /// Paths without the kind of file at their end.
    private static func payloads(_ root: String) -> [String] {
        let climbs = up.flatMap { step in
            (1...8).flatMap { count in
                let steps = Array(repeating: step, count: count).joined(separator: "/")
                return [
                    "\(steps)/outside/secret", "folder/\(steps)/../outside/secret", "\(steps)/etc/passwd",
                ]
            }
        }
        let places = [
            "/etc/passwd", "//etc/passwd", "/dev/zero", "/dev/stdin", "/dev/fd/0", "/proc/self/environ",
            "~/secret",
            "~root/secret", "$HOME/secret", "${HOME}", "`id`", "$(id)", "file:///etc/passwd",
            "http://localhost/x",
            "C:/x", "C:\\x", "\\\\server\\share\\x", "//server/share/x", "\\\\?\\C:\\x", "CON", "NUL", "aux",
            "\(root)/outside/secret", "\(root)/project/top", "fifo", "loop", "null", "self", "gone", "folder",
            "folder/", ".", "./", "..", "../", "way", "way/secret", "way/Scenarios", "link", "./link",
            "folder/../link",
            "top/", "top/x", "a\u{7}b", "a\tb", "a|b", "a*b", "a?b", "-", "--help", " ", "\u{202F}", "''",
            String(repeating: "a", count: 255), String(repeating: "a", count: 256),
            String(repeating: "a", count: 4_095), String(repeating: "a", count: 4_096),
            String(repeating: "a", count: 70_000), String(repeating: "a/", count: 2_100) + "b",
            String(repeating: "./", count: 2_100) + "top",
            String(repeating: "folder/../", count: 500) + "../x",
        ]
        return climbs + places
    }

    @Test func `no path in extends leads out of the folder or to what is no file`() throws {
        try withProject { root in
            let paths =
                Self.payloads(root).flatMap { [$0, $0 + ".yaml"] } + ["a\\0b", "\\0", "top.yaml\\0.yaml"]
            #expect(paths.count > 300)
            for path in paths {
                let escaped = path.contains("\\0") ? path : path.replacing("\\", with: "\\\\")
                let text = "scenario: top\nextends: \"\(escaped)\"\n"
                try text.write(toFile: root + "/project/top.yaml", atomically: false, encoding: .utf8)
                let result = try ScenarioReader().read(path: root + "/project/top.yaml")
                #expect(result.designs == nil, "\(path.prefix(80))")
                let first = try #require(result.diagnostics.first)
                #expect(result.diagnostics.count == 1)
                #expect(first.location?.line == 2, "\(first)")
                let isText =
                    first.message.en.hasPrefix("cannot extend '") || first.message.en.contains("U+0007")
                #expect(isText, "\(first.message.en)")
            }
        }
    }

    @Test func `no path of a column leads out of the folder or to what is no file`() throws {
        try withProject { root in
            for path in Self.payloads(root).flatMap({ [$0, $0 + ".csv"] }) where path.count < 10_000 {
                let law = "empirical(\(path.replacing("\\", with: "\\\\")), column minutes, unit min)"
                let text = small("takes: 15 min", "takes: \"\(law)\"")
                try text.write(toFile: root + "/project/top.yaml", atomically: false, encoding: .utf8)
                let result = try ScenarioReader().read(path: root + "/project/top.yaml")
                #expect(result.designs == nil, "\(path.prefix(80))")
                let first = try #require(result.diagnostics.first)
                #expect(result.diagnostics.count == 1)
                #expect(first.location?.line == 21 || first.message.en.contains("U+0007"), "\(first)")
            }
        }
    }

    @Test func `a folder exchanged for a link while it is read is never followed out`() throws {
        try withProject { root in
            let folder = root + "/project/folder"
            try "scenario: inside\n".write(
                toFile: folder + "/secret.yaml",
                atomically: false,
                encoding: .utf8
            )
            try "extends: folder/secret.yaml\n"
                .write(toFile: root + "/project/top.yaml", atomically: false, encoding: .utf8)
            let isOver = DispatchSemaphore(value: 0)
            let mustEnd = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                while mustEnd.wait(timeout: .now()) == .timedOut {
                    rename(folder, folder + "-aside")
                    symlink(root + "/outside", folder)
                    unlink(folder)
                    rename(folder + "-aside", folder)
                }
                isOver.signal()
            }
            for _ in 0..<10_000 {
                let result = try ScenarioReader().read(path: root + "/project/top.yaml")
                // The file outside is whole and valid; the one inside is not.
                #expect(result.designs == nil)
            }
            mustEnd.signal()
            isOver.wait()
        }
    }

    @Test func `a table that says two things, or leaves a quote open, is refused`() throws {
        try withProject { root in
            let law = "empirical(waits.csv, column minutes, unit min)"
            try small("takes: 15 min", "takes: \"\(law)\"")
                .write(toFile: root + "/project/top.yaml", atomically: false, encoding: .utf8)
            for (table, message) in [
                ("minutes,minutes\n1,2\n", "'waits.csv' has more than one column 'minutes'"),
                ("day,minutes\n1,\"2\n", "'waits.csv', line 2: found '\"2', expected a number"),
                ("day,minutes\n\"1,2\n", "'waits.csv', line 2: found '', expected a number"),
                ("day,minutes\n1\n", "'waits.csv', line 2: found '', expected a number"),
                ("minutes\n1e999\n", "'waits.csv', line 2: found '1e999', expected a number"),
                ("minutes\n0x10\n", "'waits.csv', line 2: found '0x10', expected a number"),
                ("minutes\n1e15\n", "out of range: numbers stay below"),
                ("", "'waits.csv' has no column 'minutes'"),
            ] {
                try table.write(toFile: root + "/project/waits.csv", atomically: false, encoding: .utf8)
                let result = try ScenarioReader().read(path: root + "/project/top.yaml")
                #expect(result.designs == nil)
                #expect(
                    result.diagnostics.first?.message.en.contains(message) == true,
                    "\(result.diagnostics)"
                )
            }
        }
    }
}
