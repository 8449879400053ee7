import Foundation
import ScenarioFile
import ScenarioModel
import Testing
import UserTexts

@testable import CommandLineTool

@Suite(.serialized)
struct NewTests {
    private static let templates = ["counter", "centre", "papers"]

    @Test(arguments: templates, ["ru", "en"])
    func `every template validates, previews without overload, and runs`(
        template: String,
        language: String
    ) throws {
        let folder = try TestFolder()
        let made = try ToolRun(["new", "our.yaml", "--template", template, "--lang", language], in: folder)
        try #require(made.status == 0, "\(made.errors)")
        let read = try ScenarioReader().read(path: folder.url.appendingPathComponent("our.yaml").path)
        #expect(read.diagnostics.isEmpty, "\(DiagnosticRenderer().text(read.diagnostics))")
        #expect(try #require(read.designs).designs.count == (template == "papers" ? 3 : 2))
        let valid = try ToolRun(["validate", "our.yaml"], in: folder)
        #expect(valid.status == 0)
        let counted = language == "ru" ? "0\u{A0}предупреждений" : "0\u{A0}warnings"
        #expect(valid.output.contains(counted), "\(valid.output)")
        let preview = try ToolRun(["explain", "our.yaml", "--lang", "en"], in: folder)
        #expect(!preview.output.contains("overload"), "\(preview.output)")
        let run = try ToolRun(["compare", "our.yaml", "--replications", "2"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `answers of the command line reach the file, and what is taken by default is said`() throws {
        let folder = try TestFolder()
        let made = try ToolRun(
            [
                "new", "our.yaml", "--template", "centre", "--lang", "ru",
                "--name", "Центр \"Радуга\" \\ Озёрск", "--visits", "12,5", "--desks", "3",
                "--hours", "9:00–13:00, 14:00–20:00", "--service", "24 мин", "--accompanied", "30",
                "--curators", "7",
            ],
            in: folder
        )
        try #require(made.status == 0, "\(made.errors)")
        #expect(made.errors == "взято по умолчанию: --within 15, --psychologists 2\n")
        let designs = try ScenarioReader().read(path: folder.url.appendingPathComponent("our.yaml").path)
        let scenario = try #require(designs.designs?.baseline.scenario)
        #expect(scenario.name == "our")
        #expect(scenario.title.text(in: "ru") == "Центр \"Радуга\" \\ Озёрск")
        #expect(scenario.pools.map(\.staff) == [7, 4, 2])
        let text = try folder.read("our.yaml")
        for part in ["rate: 12.5 per working day", "on duty: { office: 3 }", "chance: 30 %", "mean 24 min"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("\"09\": 0.11") && text.contains("\"19\": 0.03") && !text.contains("\"20\":"))
    }

    @Test func `a file that is there stays as it is`() throws {
        let folder = try TestFolder()
        let before = try folder.read("small.yaml")
        let run = try ToolRun(["new", "small.yaml", "--lang", "en"], in: folder)
        #expect(run.status == 74)
        #expect(
            run.errors == "error: cannot write 'small.yaml': the file is already there; give another name\n"
        )
        #expect(try folder.read("small.yaml") == before)
        let missing = try ToolRun(["new", "nowhere/our.yaml"], in: folder)
        #expect(missing.status == 74)
        #expect(missing.errors.hasSuffix("cannot write 'nowhere/our.yaml': there is no such folder\n"))
    }

    @Test(
        arguments: [
            (["--desks", "0"], "--desks '0': a whole number from 1 to 1000 is needed"),
            (["--desks", "1.5"], "--desks '1.5': a whole number from 1 to 1000 is needed"),
            (["--visits", "many"], "--visits 'many': a number above 0 is needed, at most 10000"),
            (["--visits", "1e3"], "--visits '1e3': a number above 0 is needed, at most 10000"),
            (["--service", "0"], "--service '0': a number above 0 is needed, at most 600"),
            (["--hours", "18:00-09:00"], "hours in order are needed"),
            (["--hours", "\"; x: 1"], "hours in order are needed"),
            (["--accompanied", "130"], "a share from 0 to 100 % is needed"),
            (["--name", ""], "a name on one line is needed"),
            (["--template", "counter", "--curators", "2"], "template 'counter' does not ask for --curators"),
        ]
    )
    func `without a terminal a bad answer is wrong usage, with its reason, and makes no file`(
        arguments: [String],
        reason: String
    ) throws {
        let folder = try TestFolder()
        let run = try ToolRun(["new", "our.yaml"] + arguments, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains(reason), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("our.yaml").path))
    }

    @Test(arguments: ["our", "our.txt", ".yaml", "a:b.yaml"])
    func `a name that cannot be a scenario's is wrong usage`(name: String) throws {
        let run = try ToolRun(["new", name], in: TestFolder())
        #expect(run.status == 64)
        #expect(run.errors.contains("such as centre.yaml"), "\(run.errors)")
    }

    /// What a person sees and types on a terminal.
    private final class Conversation {
        var lines: [String]
        var shown = ""

        init(_ lines: [String]) { self.lines = lines }

        var questionnaire: Questionnaire {
            Questionnaire(write: { self.shown += $0 }) { self.lines.isEmpty ? nil : self.lines.removeFirst() }
        }
    }

    @Test func `on a terminal a bad answer is asked again with the reason`() throws {
        let talk = Conversation(["fr", "en", "shop", "counter", "", "many", "40", "two", "3", "", "", ""])
        let language = try talk.questionnaire.language()
        let template = try talk.questionnaire.template(language)
        var sheet = AnswerSheet(template, language: language, scenario: "our")
        try talk.questionnaire.complete(&sheet)
        #expect(talk.lines.isEmpty)
        #expect(template == .counter)
        #expect(sheet.answer(.name) == "our")
        #expect(sheet.answer(.visits) == "40")
        #expect(sheet.answer(.desks) == "3")
        #expect(sheet.answer(.hours) == "09:00-18:00")
        #expect(talk.shown.contains("  Type counter, centre or papers\nTemplate [centre]: "))
        #expect(talk.shown.contains("  A number above 0 is needed, at most 10000\nFamilies that come"))
        #expect(
            talk.shown.contains("  A whole number from 1 to 1000 is needed\nReception windows open [2]: ")
        )
        #expect(ScenarioReader().read(text: sheet.scenarioText, named: "our.yaml").designs != nil)
    }

    @Test func `answers of another program are taken in order, and the rest by default`() throws {
        let folder = try TestFolder()
        let made = try ToolRun(["new", "our.yaml"], in: folder, input: "ru\ncounter\nЦентр\n40\n\n")
        #expect(made.status == 0)
        #expect(made.errors.hasPrefix("взято по умолчанию: --hours "), "\(made.errors)")
        let read = try ScenarioReader().read(path: folder.url.appendingPathComponent("our.yaml").path)
        let scenario = try #require(read.designs?.baseline.scenario)
        #expect(scenario.title.text(in: "ru") == "Центр")
        #expect(try folder.read("our.yaml").contains("rate: 40 per working day"))
    }

    @Test(arguments: ["", "ru\n"])
    func `another program may leave all or most answers open`(input: String) throws {
        let folder = try TestFolder()
        let made = try ToolRun(["new", "our.yaml"], in: folder, input: input)
        #expect(made.status == 0)
        #expect(
            made.errors.hasPrefix(input.isEmpty ? "taken by default: --name" : "взято по умолчанию: --name")
        )
    }

    @Test func `a bad answer of another program makes no file`() throws {
        let folder = try TestFolder()
        let made = try ToolRun(
            ["new", "our.yaml", "--lang", "en"],
            in: folder,
            input: "counter\nOurs\nmany\n"
        )
        #expect(made.status == 64)
        #expect(made.errors == "error: --visits 'many': a number above 0 is needed, at most 10000\n")
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("our.yaml").path))
    }

    @Test func `a folder that cannot be written to is said before any question`() throws {
        let folder = try TestFolder()
        let nowhere = try ToolRun(["new", "nowhere/our.yaml"], in: folder, input: "xx\n")
        #expect(nowhere.status == 74)
        #expect(
            nowhere.errors == """
                ошибка: не удаётся записать «nowhere/our.yaml»: такой папки нет
                error: cannot write 'nowhere/our.yaml': there is no such folder

                """
        )
        let device = try ToolRun(["new", "/dev/null/our.yaml", "--lang", "ru"], in: folder)
        #expect(device.status == 74)
        #expect(device.errors.contains("часть пути — файл, а не папка"))
    }

    @Test func `the end of the answers makes no file`() throws {
        let talk = Conversation(["en"])
        _ = try talk.questionnaire.language()
        #expect(throws: AnswerFault.self) { try talk.questionnaire.template(.english) }
    }
}
