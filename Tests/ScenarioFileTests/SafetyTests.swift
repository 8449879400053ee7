import Foundation
import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// A small repeatable generator for tests.
struct TestGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: state >> 33) % bound
    }
}

struct SafetyTests {
    private func read(_ text: String) -> ReadResult { ScenarioReader().read(text: text, named: "s.yaml") }

    private func messages(_ text: String) -> [String] { read(text).diagnostics.map(\.message.en) }

    private func nested(_ depth: Int, _ open: String, _ close: String) -> String {
        "a: " + String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }

    @Test func `nesting is bounded at 64 levels, however it is written`() {
        let deep = "nested more than 64 levels deep, the most that is read"
        // The mapping at the top is the first level and the scalar inside the last.
        #expect(!messages(nested(61, "[", "]")).contains(deep))
        #expect(!messages(nested(62, "[", "]")).contains(deep))
        #expect(messages(nested(63, "[", "]")) == [deep])
        #expect(messages(nested(65, "[", "]")) == [deep])
        for depth in [1_000, 1_000_000] {
            #expect(messages(nested(depth, "[", "]")) == [deep])
            #expect(messages(nested(depth, "{a: ", "}")) == [deep])
            #expect(messages(String(repeating: "- ", count: depth) + "1") == [deep])
            #expect(messages(String(repeating: "? ", count: depth) + "1") == [deep])
        }
        let block = (0..<100).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(messages(block) == [deep])
    }

    @Test func `nesting of laws is bounded too`() {
        for depth in [65, 1_000, 6_000] {
            let law =
                String(repeating: "mixture(1: ", count: depth) + "5 min"
                + String(repeating: ")", count: depth)
            #expect(read(small("takes: 15 min", "takes: \"\(law)\"")).designs == nil)
            let product = String(repeating: "2 * ", count: depth) + "5 min"
            #expect(read(small("takes: 15 min", "takes: \(product)")).designs == nil)
        }
    }

    @Test func `anchors, aliases, tags, merge keys, directives and further documents are refused`() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
        for text in [
            bomb, "a: *b", "a: !!python/object:os.system x", "a: !<tag> x", "a: ! x", "%YAML 1.1\n---\na: 1",
            "a: 1\n---\nb: 2", "a: 1\n...\nb: 2", "<<: { a: 1 }\nscenario: s", "? [a, b]\n: c", "- a\n- b",
            "a", "",
            "   \n", "# only a comment\n", "'a", "\"a\\", "a: |9x\n b", "{", "]", "a: b: c", "\t- a", "&a",
        ] {
            let result = read(text)
            #expect(result.designs == nil, "\(text)")
            #expect(!result.diagnostics.isEmpty, "\(text)")
            #expect(result.diagnostics.allSatisfy { $0.location != nil }, "\(text)")
        }
    }

    // Found by fuzzing: the length of a key was taken for the distance of its columns.
    @Test(arguments: [
        ("s: { aaaa\n b, aaaa\n b }", 1, 6), ("s: { aaaa\n b,\n     aaaa\n b }", 3, 6),
        ("x: { r,\n  aaaa clerk\r\r\r)\n a, aaaa clerk\r\r\r)\n a }", 2, 3),
    ])
    func `a key written over several lines may be given twice too`(
        text: String,
        line: Int,
        column: Int
    ) throws {
        let result = read(text)
        #expect(result.designs == nil)
        let found = try #require(result.diagnostics.first)
        #expect(found.message.en.contains("is given twice"))
        #expect(found.location?.line == line && found.location?.column == column)
    }

    @Test func `only UTF-8 is read, and a fault names its byte`() throws {
        func result(_ bytes: [UInt8]) throws -> ReadResult {
            let path = NSTemporaryDirectory() + "marshrut-\(UUID().uuidString).yaml"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            return try ScenarioReader().read(path: path)
        }
        let plain = Array(smallText.utf8)
        #expect(try result(plain).designs != nil)
        #expect(try result([0xEF, 0xBB, 0xBF] + plain).designs == result(plain).designs)
        let windows = Array(smallText.replacing("\n", with: "\r\n").utf8)
        #expect(try result(windows).designs == result(plain).designs)
        for (byte, text) in [
            (UInt8(0xFF), "byte 0xFF at offset 14 is not UTF-8; save the file in UTF-8"),
            (0xC0, "byte 0xC0 at offset 14 is not UTF-8; save the file in UTF-8"),
            (0x00, "character U+0000 at byte offset 14 is not allowed in a scenario file"),
            (0x1B, "character U+001B at byte offset 14 is not allowed in a scenario file"),
        ] {
            var bytes = plain
            bytes[14] = byte
            let diagnostics = try result(bytes).diagnostics
            #expect(diagnostics.map(\.message.en) == [text])
            #expect(diagnostics.first?.location?.line == 1)
        }
        let utf16 = Array(smallText.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(try result([0xFF, 0xFE] + utf16).designs == nil)
        let large = plain + Array(repeating: 0x20, count: 16 << 20)
        #expect(try result(large).diagnostics.map(\.message.en).first?.contains("16 MB") == true)
    }

    @Test func `JSON is read as YAML's subset`() {
        let json = """
            { "scenario": "j", "starts": "2023-01-09", "horizon": "4 weeks",
              "pools": { "desks": { "staff": 2 } },
              "families": { "all": { "arrivals": { "rate": "3 per h" }, "route": "main" } },
              "routes": { "main": [ { "serve": { "by": "desks", "takes": "lognormal(mean 5 min, cv 1)" } } ] } }
            """
        #expect(read(json).designs?.baseline.scenario.pools.first?.staff == 2)
    }

    static let oddValues = [
        "nan", ".nan", "NaN", "inf", ".inf", "-.inf", "Infinity", "1e308", "1e309", "1e999", "-1e999",
        "5e-324",
        "1e-400", "-0", "0", "-1", "1", "+1", "9007199254740991", "9007199254740992", "9007199254740993",
        "-9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616",
        "99999999999999999999999999999999", "0x10", "0o17", "0b1", "010", "1_000", "1,000", "1.", ".5",
        "1.5.2",
        "1e", "1e+", "e5", "true", "null", "~", "yes", "''", "\"1\"", "12:30", "1:2:3", "2023-01-01", "1 %",
        "101 %",
        "-1 %", "%", "1/2", "½", "٣", "１", "1 min", "1e300 weeks", "104249991374 d", "1e12 working days",
        "9007199254 s", "9007199255 s", "-1 min", "nan min", "inf h", "1 fortnight", "min", "1 working", "()",
        "(",
        ")", "uniform", "uniform(", "uniform()", "uniform(,)", "'uniform(1, 2'", "uniform(1e308, 1e309)",
        "'exponential(mean 1e300 min)'", "'erlang(stages 1e18, mean 1 min)'", "'gamma(shape 0, mean 1 min)'",
        "'weibull(shape 1e-300, scale 1 min)'", "'poisson(mean -1)'", "'bernoulli(2)'", "'categorical(1: 0)'",
        "'categorical(:)'", "'mixture()'", "'5 min + '", "'* 5 min'", "'1e308 * 1e308 * 5 min'",
        "'exponential(mean 1 min) at least 1e300 min'", "'normal(mean -1e300, sd 1) at least 0'", "[]", "{}",
        "[1]",
        "{ a: 1 }", "{ value: 1 }", "{ value: { value: 1 } }", "{ value: 1, source: }", "'\\u0000'", "😀", "-",
        "- 1",
    ]

    @Test func `odd numbers in any field are accepted or refused, never a crash`() {
        let fields = [
            ("staff: 2", "staff: @"), ("office: 1", "office: @"), ("takes: 15 min", "takes: @"),
            ("chance: 0.45", "chance: @"), ("documents: 3", "documents: @"), ("times: 2", "times: @"),
            ("\"09\": 1", "\"09\": @"), ("\"09\": 1", "@: 1"), ("within: 15 min", "within: @"),
            ("for: 95 %", "for: @"), ("horizon: 4 weeks", "horizon: @"), ("share: 1", "share: @"),
            ("3.3 per working day", "@ per day"), ("answers in: 3 h", "answers in: @"),
            ("answers in: 3 h", "answers in: 3 h, fails: @"),
            ("answers in: 3 h", "answers in: 3 h, retry: @ after 1 h"),
            ("starts: 2023-01-09", "starts: @"), ("\"09:00-18:00\"", "@"),
            ("staff: 3", "staff: 3, line limit: @"),
            ("times: 2", "times: 2, at most: @"), ("times: 2", "again: @"),
            ("route: main", "route: main\n    priority: @"),
            ("categorical(1: 0.6, 2: 0.4)", "categorical(@: 0.6)"),
            ("starts: 2023-01-09", "starts: 2023-01-09\nwarm-up: @"),
        ]
        var count = 0
        for (old, new) in fields {
            for value in Self.oddValues {
                let result = read(small(old, new.replacing("@", with: value)))
                #expect((result.designs == nil) == result.diagnostics.contains { $0.severity == .error })
                count += 1
            }
        }
        #expect(count > 2_000)
    }

    @Test func `corrupted files never crash and are read quickly`() {
        var generator = TestGenerator(seed: 20_231_109)
        let original = Array(korkinoText.utf8)
        let start = ProcessorTime.seconds
        for _ in 0..<2_000 {
            var bytes = original
            bytes[generator.next(below: bytes.count)] = UInt8(generator.next(below: 256))
            let result = read(String(decoding: bytes, as: UTF8.self))
            #expect((result.designs == nil) == result.diagnostics.contains { $0.severity == .error })
            _ = DiagnosticRenderer(language: "ru").text(result.diagnostics)
        }
        for _ in 0..<300 {
            var bytes = original
            let from = generator.next(below: bytes.count)
            bytes.removeSubrange(from..<min(bytes.count, from + generator.next(below: 400)))
            _ = read(String(decoding: bytes, as: UTF8.self))
        }
        #expect(ProcessorTime.seconds - start < 120)
    }

    @Test func `token soup never crashes`() {
        var generator = TestGenerator(seed: 7)
        let tokens = [
            "[", "]", "{", "}", ",", ": ", ":", "- ", "? ", "'", "\"", "|", ">", "\n", "\n  ", "\n    ", "#",
            " # ", "a",
            "b c", "lognormal(", ")", "mon, wed", "%", "@", "`", "1", "\t", "\\", "...", "---", "<<",
            "\u{85}", "\u{2028}",
        ]
        for _ in 0..<4_000 {
            let text = (0..<generator.next(below: 60)).map { _ in tokens[generator.next(below: tokens.count)]
            }.joined()
            _ = DiagnosticRenderer().text(read(text).diagnostics)
        }
    }

    @Test func `hostile sizes finish quickly`() {
        for text in [
            String(repeating: "x(", count: 1_000_000), "a: " + String(repeating: "x", count: 4_000_000),
            "a: [" + String(repeating: "1,", count: 300_000) + "]", String(repeating: "a\n", count: 300_000),
            (0..<20_000).map { "k\($0): 1\n" }.joined(), "'" + String(repeating: "''", count: 2_000_000),
            small("by: desks", "by: [" + String(repeating: "desk, ", count: 50_000) + "x]"),
        ] {
            let start = ProcessorTime.seconds
            _ = DiagnosticRenderer().text(read(text).diagnostics)
            let time = ProcessorTime.seconds - start
            #expect(time < 5, "\(text.prefix(20)) took \(time) s")
        }
    }
}
