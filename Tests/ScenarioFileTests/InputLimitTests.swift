import Foundation
import ScenarioFile
import TestSupport
import Testing

/// Depth, size and repetition: what is in the limits is read, what is beyond them is refused quickly.
struct InputLimitTests {
    private static let tooDeep = "nested more than 64 levels deep, the most that is read"

    private static func messages(_ text: String) -> [String] {
        ScenarioReader().read(text: text, named: "s.yaml").diagnostics.map(\.message.en)
    }

    /// Runs a piece of work on a thread with a small stack.
    private func onSmallStack(_ work: @escaping @Sendable () -> Void) {
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            work()
            isDone.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        isDone.wait()
    }

    @Test func `the deepest nesting fits a stack of 512 KB, and anything deeper is refused on it`() {
        onSmallStack {
            for (open, close) in [("[", "]"), ("{a: ", "}"), ("{\"a\": ", "}"), ("[{a: ", "}]")] {
                let levels = open.hasPrefix("[{") ? 2 : 1
                for depth in [63, 64, 65, 1_000, 1_000_000] {
                    let count = depth / levels
                    let text =
                        "a: " + String(repeating: open, count: count) + "1"
                        + String(repeating: close, count: count)
                    let isRefused = Self.messages(text).contains(Self.tooDeep)
                    // The mapping at the top and the scalar inside are levels too.
                    #expect(isRefused == (count * levels + 2 > 64), "\(open) \(depth)")
                }
            }
            for indicator in ["- ", "? "] {
                #expect(Self.messages(String(repeating: indicator, count: 1_000_000) + "1") == [Self.tooDeep])
            }
            for depth in [30, 63, 64, 65, 1_000, 6_000] {
                let mixture =
                    String(repeating: "mixture(1: ", count: depth) + "5 min"
                    + String(repeating: ")", count: depth)
                let product = String(repeating: "1 * ", count: depth) + "5 min"
                for law in [mixture, product] where law.count < 20_000 {
                    let result = ScenarioReader().read(
                        text: small("takes: 15 min", "takes: \"\(law)\""),
                        named: "s.yaml"
                    )
                    #expect((result.designs != nil) == (depth < 64), "\(depth) \(law.prefix(12))")
                }
            }
        }
    }

    @Test(arguments: 2...9)
    func `an alias bomb is refused at its first anchor, without being unfolded`(power: Int) {
        let levels = (1...power).map { level in
            let alias = level == 1 ? "x" : "*l\(level - 1)"
            return "l\(level): &l\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
        }
        let result = ScenarioReader().read(text: levels.joined(), named: "s.yaml")
        #expect(result.designs == nil)
        #expect(result.diagnostics.map(\.location) == [SourceLocation(file: "s.yaml", line: 1, column: 5)])
        let merged = (1...power).map { "a\($0): { <<: { b: 1 }, <<: { c: 2 } }\n" }.joined()
        #expect(ScenarioReader().read(text: merged, named: "s.yaml").designs == nil)
    }

    @Test(arguments: [
        "!!python/object/apply:os.system [ls]", "!!python/name:os.system", "!!binary aGVsbG8=", "!!set { a }",
        "!!timestamp 2001-12-14", "!!float .nan", "!local x", "!<tag:yaml.org,2002:int> 3", "!", "! x",
        "!!merge <<",
    ])
    func `a tag is refused where it stands`(tag: String) throws {
        let result = ScenarioReader().read(text: small("staff: 3", "staff: \(tag)"), named: "s.yaml")
        let first = try #require(result.diagnostics.first)
        #expect(first.message.en.hasPrefix("YAML tags are not allowed"))
        #expect(first.location?.line == 10)
        #expect(first.location?.column == 19)
    }

    // MARK: - Sizes

    private func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let root = NSTemporaryDirectory() + "marshrut-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        return try body(root)
    }

    @Test func `a file of 16 MB is read and one byte more is refused, a sparse one of 10 GB at once`() throws
    {
        try withFolder { root in
            let path = root + "/s.yaml"
            let room = (16 << 20) - smallText.utf8.count
            for (extra, isRead) in [(-1, true), (0, true), (1, false)] {
                let text = smallText + String(repeating: " ", count: room + extra)
                try text.write(toFile: path, atomically: false, encoding: .utf8)
                #expect((try ScenarioReader().read(path: path).designs != nil) == isRead)
            }
            truncate(path, 10 << 30)
            let start = ProcessorTime.seconds
            let result = try ScenarioReader().read(path: path)
            #expect(ProcessorTime.seconds - start < 1)
            #expect(result.designs == nil)
            #expect(
                result.diagnostics.map(\.message.en) == [
                    "the file is larger than 16 MB, the most that is read"
                ]
            )
        }
    }

    @Test func `a column of a million rows is read and one row more is refused`() throws {
        try withFolder { root in
            let law = "takes: \"empirical(rows.csv, column minutes, unit min)\""
            try small("takes: 15 min", law).write(
                toFile: root + "/s.yaml",
                atomically: false,
                encoding: .utf8
            )
            for (rows, isRead) in [(999_999, true), (1_000_000, true), (1_000_001, false)] {
                let csv = "minutes\n" + String(repeating: "5\n", count: rows)
                try csv.write(toFile: root + "/rows.csv", atomically: false, encoding: .utf8)
                let result = try ScenarioReader().read(path: root + "/s.yaml")
                #expect((result.designs != nil) == isRead, "\(rows)")
                #expect(isRead || result.diagnostics[0].message.en.hasSuffix("has more than 1000000 rows"))
            }
            truncate(root + "/rows.csv", 10 << 30)
            let result = try ScenarioReader().read(path: root + "/s.yaml")
            #expect(result.diagnostics.first?.message.en.contains("larger than 16 MB") == true)
            #expect(result.diagnostics.first?.location?.line == 21)
        }
    }

    @Test func `texts and names are read up to their limits`() {
        func isRead(_ text: String) -> Bool {
            ScenarioReader().read(text: text, named: "s.yaml").designs != nil
        }
        func law(_ length: Int) -> String { "takes: \"5 min\(String(repeating: " ", count: length - 5))\"" }
        #expect(isRead(small("takes: 15 min", law(20_000))))
        #expect(!isRead(small("takes: 15 min", law(20_001))))
        for (length, isAllowed) in [(200, true), (201, false)] {
            let name = String(repeating: "n", count: length)
            #expect(isRead(small("rooms: { staff: 3 }", "\(name): { staff: 3 }")) == isAllowed)
            #expect(isRead(small("name: rest", "name: \(name)")) == isAllowed)
            #expect(isRead(small("- otherwise: []", "- otherwise: [ leave: \(name) ]")) == isAllowed)
        }
        for (length, isAllowed) in [(100, true), (101, false)] {
            #expect(
                isRead(small("scenario: small", "scenario: \(String(repeating: "n", count: length))"))
                    == isAllowed
            )
        }
        for (staff, isAllowed) in [("1", true), ("100000", true), ("100001", false), ("0", false)] {
            #expect(isRead(small("staff: 3", "staff: \(staff)")) == isAllowed)
        }
    }

    @Test func `chains of files and of entries are read up to 64 links`() throws {
        try withFolder { root in
            for (count, isRead) in [(63, true), (64, true), (65, false)] {
                for number in 0..<count {
                    let text = number == count - 1 ? smallText : "extends: f\(number + 1).yaml\n"
                    try text.write(toFile: root + "/f\(number).yaml", atomically: false, encoding: .utf8)
                }
                let result = try ScenarioReader().read(path: root + "/f0.yaml")
                #expect((result.designs != nil) == isRead, "\(count)")
            }
        }
        for (count, isRead) in [(63, true), (64, true), (65, false)] {
            let pools = (0..<count).map { number in
                number == count - 1
                    ? "  p\(number): { staff: 3 }\n" : "  p\(number): { based on: p\(number + 1) }\n"
            }
            let text = small("  rooms: { staff: 3 }\n", pools.joined())
            #expect((ScenarioReader().read(text: text, named: "s.yaml").designs != nil) == isRead, "\(count)")
        }
    }

    @Test func `what grows when it is written out is refused before it has grown`() {
        let routes = (0..<60).map {
            "  r\($0):\n    - use: { name: a, route: r\($0 + 1) }\n    - use: { name: b, route: r\($0 + 1) }\n"
        }
        let designs = (0..<1_001).map { "  d\($0): {}\n" }.joined()
        let strangers = (0..<5_000).map { "  p\($0): { staff: 1, on duty: { c\($0): 1 } }\n" }.joined()
        let calendars = (0..<5_000).map { "  k\($0): { mon-fri: \"09:00-18:00\" }\n" }.joined()
        for text in [
            smallText.replacing("  other:\n", with: routes.joined() + "  r60: []\n  other:\n"),
            smallText + "designs:\n" + designs,
            small("  rooms: { staff: 3 }\n", strangers).replacing(
                "profiles:\n",
                with: calendars + "profiles:\n"
            ),
        ] {
            let start = ProcessorTime.seconds
            let result = ScenarioReader().read(text: text, named: "s.yaml")
            _ = DiagnosticRenderer().text(result.diagnostics)
            let time = ProcessorTime.seconds - start
            #expect(result.designs == nil)
            #expect(time < 5, "\(time) s: \(result.diagnostics.first?.message.en ?? "")")
        }
    }
}
