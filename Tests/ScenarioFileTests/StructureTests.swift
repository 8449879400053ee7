import Foundation
import ScenarioFile
import ScenarioModel
import Testing

struct StructureTests {
    /// A folder of files that is removed after use.
    private func withFiles<Value>(_ files: [String: String], _ body: (String) throws -> Value) throws -> Value
    {
        let root = NSTemporaryDirectory() + "marshrut-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (name, text) in files {
            let path = root + "/" + name
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        return try body(root)
    }

    private func scenario(_ result: ReadResult) throws -> Scenario {
        let text = DiagnosticRenderer().text(result.diagnostics)
        return try #require(result.designs, "\(text)").baseline.scenario
    }

    // MARK: - Extends

    @Test func `a file is laid over the one that it extends, key by key`() throws {
        let files = [
            "Scenarios/base.yaml": smallText,
            "Scenarios/town/middle.yaml":
                "extends: ../base.yaml\nscenario: middle\npools: { rooms: { staff: 5 } }",
            "Scenarios/town/top.yaml": "extends: middle.yaml\nscenario: top\npools: { desks: { staff: 4 } }",
        ]
        try withFiles(files) { root in
            let scenario = try scenario(ScenarioReader().read(path: root + "/Scenarios/town/top.yaml"))
            #expect(scenario.name == "top")
            #expect(scenario.pools.map(\.staff) == [4, 5])
            #expect(scenario.pools[0].duty.count == 1)
        }
    }

    @Test func `mistakes in an extended file are shown in that file`() throws {
        let files = [
            "base.yaml": small("staff: 3", "staf: 3"), "top.yaml": "extends: base.yaml\nscenario: top",
        ]
        try withFiles(files) { root in
            let result = try ScenarioReader().read(path: root + "/top.yaml")
            #expect(result.diagnostics.map(\.location?.file) == [root + "/base.yaml"])
            #expect(result.diagnostics.map(\.location?.line) == [10])
        }
    }

    @Test(arguments: [
        "/etc/passwd", "../../../../etc/passwd", "..\\base.yaml", "~/x.yaml", "missing.yaml", "folder",
        "link.yaml",
        "a\\0b", "C:/x.yaml", "file:///etc/passwd", "top.yaml", "", "%2e%2e/x.yaml", "/dev/zero", "fifo",
    ])
    func `a path that leaves the project, or is no file, is refused where it stands`(path: String) throws {
        let files = ["project/top.yaml": "extends: \"\(path)\"\nscenario: top", "outside.yaml": smallText]
        try withFiles(files) { root in
            try FileManager.default.createDirectory(
                atPath: root + "/project/folder",
                withIntermediateDirectories: true
            )
            try FileManager.default.createSymbolicLink(
                atPath: root + "/project/link.yaml",
                withDestinationPath: root + "/outside.yaml"
            )
            mkfifo(root + "/project/fifo", 0o600)
            let result = try ScenarioReader().read(path: root + "/project/top.yaml")
            #expect(result.designs == nil)
            #expect(result.diagnostics.count == 1)
            #expect(result.diagnostics.first?.location?.line == 1)
            #expect(
                result.diagnostics.first?.message.en.hasPrefix("cannot extend") == true,
                "\(result.diagnostics)"
            )
        }
    }

    @Test func `files that extend one another are refused`() throws {
        let files = ["a.yaml": "extends: b.yaml", "b.yaml": "extends: a.yaml"]
        try withFiles(files) { root in
            let result = try ScenarioReader().read(path: root + "/a.yaml")
            #expect(result.diagnostics.map(\.location?.file) == [root + "/b.yaml"])
            #expect(
                result.diagnostics.map(\.message.en) == [
                    "cannot extend 'a.yaml': the files extend one another in a circle"
                ]
            )
        }
    }

    @Test func `a missing file is a fault of the environment, not of the file`() {
        do throws(ScenarioFileError) {
            _ = try ScenarioReader().read(path: "/nowhere/at/all.yaml")
            Issue.record("read")
        } catch {
            #expect(error.isMissing)
            #expect(error.description == "cannot read '/nowhere/at/all.yaml': there is no such file")
        }
    }

    // MARK: - Data files

    @Test func `a law can be the observed values of a column`() throws {
        let law = "takes: \"empirical(data/waits.csv, column minutes, unit min)\""
        let files = [
            "s.yaml": small("takes: 15 min", law),
            "data/waits.csv": "day,\"minutes\"\n1,2\n2,\"3.5\"\n\n",
        ]
        try withFiles(files) { root in
            let scenario = try scenario(ScenarioReader().read(path: root + "/s.yaml"))
            guard case .serve(let step) = scenario.routes[0].steps[0].action else { preconditionFailure() }
            #expect(step.takes == DurationLaw(.empirical([1.2e8, 2.1e8])))
        }
        for (csv, message) in [
            ("day,minute\n1,2\n", "'data/waits.csv' has no column 'minutes'"),
            ("minutes\nx\n", "'data/waits.csv', line 2: found 'x', expected a number"),
            ("minutes\nnan\n", "'data/waits.csv', line 2: found 'nan', expected a number"),
            ("minutes\n-1\n", "the law can give a duration below 0"),
            ("minutes\n", "'data/waits.csv' has no rows"),
        ] {
            try withFiles(files.merging(["data/waits.csv": csv]) { $1 }) { root in
                let result = try ScenarioReader().read(path: root + "/s.yaml")
                #expect(
                    result.diagnostics.first?.message.en.contains(message) == true,
                    "\(result.diagnostics)"
                )
            }
        }
    }

    // MARK: - Overrides

    @Test func `designs and outside values change single values by path`() throws {
        let designs = """
            designs:
              b: { set: { pools/desks/on duty/office: 2, routes/main/serve desks/takes: 20 min } }
              c: { based on: b, title: C, set: { families/routine/arrivals/rate: 5 per day } }
              a: {}

            """
        let overrides = [
            ScenarioOverride(path: "pools/rooms/staff", value: "7"),
            try #require(ScenarioOverride("routes/main/choose/1/chance=0.5")),
            ScenarioOverride(path: "routes/other/rest/takes", value: "exponential(mean 1 h)"),
            ScenarioOverride(path: "pools/rooms/line limit", value: "4"),
        ]
        let result = ScenarioReader().read(text: smallText + designs, named: "s.yaml", overrides: overrides)
        let set = try #require(result.designs, "\(DiagnosticRenderer().text(result.diagnostics))")
        #expect(set.designs.map(\.name) == ["b", "a", "c"])
        #expect(set.designs.map(\.title) == [LocalizedText("b"), LocalizedText("a"), LocalizedText("C")])
        #expect(set.designs.map { $0.scenario.pools[0].duty[0].count } == [2, 1, 2])
        #expect(set.designs.map { $0.scenario.pools[1].staff } == [7, 7, 7])
        #expect(set.designs.map { $0.scenario.pools[1].lineLimit } == [4, 4, 4])
        let services = set.designs.map { design -> DurationLaw? in
            guard case .serve(let step) = design.scenario.routes[0].steps[0].action else { return nil }
            return step.takes
        }
        #expect(services.map { $0?.law } == [.constant(1.2e9), .constant(9e8), .constant(1.2e9)])
        guard case .choose(let choose) = set.designs[0].scenario.routes[0].steps[1].action,
            case .chances(let options) = choose.rule
        else { preconditionFailure() }
        #expect(options[0].chance == .value(0.5))
    }

    @Test func `a path that leads nowhere names the nearest`() {
        for (path, nearest) in [
            ("pools/deskss/staff", "desks"), ("pols/desks/staff", "pools"), ("pools/desks/staf", "staff"),
            ("routes/main/serve desk/takes", "serve desks"), ("routes/main/serve desks/take", "takes"),
            ("families/routine/attributes/childrn", "children"), ("targets/wait/withn", "within"),
        ] {
            let override = ScenarioOverride(path: path, value: "3")
            let result = ScenarioReader().read(text: smallText, named: "s.yaml", overrides: [override])
            #expect(result.diagnostics.count == 1)
            #expect(result.diagnostics.first?.suggestion?.en.contains("'\(nearest)'") == true, "\(path)")
            #expect(result.diagnostics.first?.location?.file == "--set")
        }
    }

    @Test func `a faulty outside value is located as --set`() {
        let override = ScenarioOverride(path: "pools/desks/staff", value: "many")
        let result = ScenarioReader().read(text: smallText, named: "s.yaml", overrides: [override])
        #expect(
            DiagnosticRenderer().text(result.diagnostics) == """
                error: staff in pool 'desks': found 'many', expected a whole number from 1 to 100000
                  --> --set:1:19
                1 | pools/desks/staff=many
                  |                   ^^^^
                """
        )
    }

    // MARK: - Provenance and based on

    @Test func `sources and statuses feed the register and are invisible otherwise`() throws {
        let scenario = try #require(
            ScenarioReader().read(text: korkinoText, named: "k.yaml").designs?.baseline.scenario
        )
        #expect(
            scenario.provenance == [
                ProvenanceEntry(
                    path: "pools/rooms/staff",
                    value: "3",
                    source: "building plan",
                    status: .source
                ),
                ProvenanceEntry(
                    path: "agencies/social-fund",
                    value: "{ share: 0.6, channels: { real-time: { share: 0.85, answers…",
                    source: "letter of the fund, 2023",
                    status: nil
                ),
                ProvenanceEntry(
                    path: "targets/desk-wait",
                    value: "{ waiting time at: desks, within: 15 min, for: 95 % }",
                    source: "standard",
                    status: nil
                ),
            ]
        )
        let step = small("takes: 15 min }", "takes: { value: 15 min, status: known } }, status: assumption")
            .replacing("- serve: { by", with: "- { serve: { by").replacing("assumption", with: "assumption }")
        #expect(
            try StepPaths.paths(step) == ["routes/main/serve desks", "routes/main/serve desks/takes"]
        )
    }

    private enum StepPaths {
        static func paths(_ text: String) throws -> [String] {
            let result = ScenarioReader().read(text: text, named: "s.yaml")
            return try #require(result.designs).baseline.scenario.provenance.map(\.path)
        }
    }

    @Test func `the order of entries in a file changes nothing`() throws {
        let swapped = small(
            "  desks: { staff: 2, on duty: { office: 1 } }\n  rooms: { staff: 3 }\n",
            "  rooms: { staff: 3 }\n  desks: { staff: 2, on duty: { office: 1 } }\n"
        )
        let one = ScenarioReader().read(text: smallText, named: "s.yaml").designs
        let other = ScenarioReader().read(text: swapped, named: "s.yaml").designs
        #expect(one == other)
    }

    @Test func `the schema names every key and is valid JSON in both languages`() throws {
        for language in ["en", "ru"] {
            let text = JSONSchemaWriter(language: language).text()
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: any Sendable]
            )
            #expect(json["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
            for key in JSONSchemaWriter.keyNames { #expect(text.contains("\"\(key)\""), "\(key)") }
        }
        #expect(JSONSchemaWriter(language: "ru").text().contains("Сотрудники и помещения."))
    }

    @Test func `the schema names every way to give the staff on duty and the arrivals`() {
        let english = JSONSchemaWriter(language: "en").text()
        #expect(english.contains("if neither this nor 'roster' nor 'calendar' is given"))
        #expect(english.contains("by counts or moments from a file, at intervals, or whenever a calendar"))
        let russian = JSONSchemaWriter(language: "ru").text()
        #expect(russian.contains("если не указано ни это, ни «roster», ни «calendar»"))
        #expect(russian.contains("по числам или моментам из файла, через промежутки времени или к открытию"))
    }
}
