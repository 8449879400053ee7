import Foundation
import Testing

@Suite(.serialized)
struct CommandTests {
    @Test
    func `a value set on the command line changes the run`() throws {
        let folder = try TestFolder()
        let plain = try ToolRun(["explain", "small.yaml", "--design", "one", "--json"], in: folder)
        let set = try ToolRun(
            ["explain", "small.yaml", "--design", "one", "--json", "--set", "pools/clerks/staff=4"],
            in: folder
        )
        #expect(plain.output.contains("\"load_ratio\": 0.8"))
        #expect(set.output.contains("\"load_ratio\": 0.2"))
    }

    @Test
    func `the language of the command line wins over the file's`() throws {
        let folder = try TestFolder()
        let russian = try ToolRun(["validate", "small.yaml", "--lang", "ru"], in: folder)
        let english = try ToolRun(["validate", "small.yaml"], in: folder)
        #expect(russian.output == "small.yaml: ошибок нет, 2\u{A0}варианта, 0\u{A0}предупреждений\n")
        #expect(english.output == "small.yaml: no errors, 2\u{A0}designs, 0\u{A0}warnings\n")
    }

    @Test
    func `machines get JSON`() throws {
        let folder = try TestFolder()
        let commands = [
            ["validate", "small.yaml"], ["explain", "small.yaml"],
            ["run", "small.yaml", "--replications", "2"], ["compare", "small.yaml", "--replications", "2"],
            ["trace", "small.yaml", "--family", "0"],
        ]
        for command in commands {
            let run = try ToolRun(command + ["--json"], in: folder)
            let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            let schema = object?["schema"] as? String
            #expect(schema?.hasPrefix("marshrut/") == true, "\(command)")
        }
    }

    @Test
    func `a family is told by its number in all or in its class`() throws {
        let folder = try TestFolder()
        let all = try ToolRun(["trace", "small.yaml", "--family", "5"], in: folder)
        let ofClass = try ToolRun(["trace", "small.yaml", "--family", "all:5"], in: folder)
        #expect(all.status == 0)
        #expect(all.output == ofClass.output)
        #expect(all.output.hasPrefix("Family 5"))
        let missing = try ToolRun(["trace", "small.yaml", "--family", "100000000"], in: folder)
        #expect(missing.status == 64)
    }

    @Test
    func `an overload is said in the quotation marks of the language`() throws {
        let folder = try TestFolder()
        let busy = "families/all/arrivals/rate=9 per h"
        let arguments = ["explain", "small.yaml", "--design", "one", "--set", busy]
        let english = try ToolRun(arguments, in: folder)
        let russian = try ToolRun(arguments + ["--lang", "ru"], in: folder)
        #expect(english.output.contains("Overload: “clerks”. There is more work"))
        #expect(russian.output.contains("Перегрузка: «clerks». Работы больше"))
    }

    @Test
    func `the compiled program, the schema and the language reference are printed`() throws {
        let folder = try TestFolder()
        let program = try ToolRun(["explain", "small.yaml", "--design", "one", "--program"], in: folder)
        #expect(program.output.contains("intake"))
        let schema = try ToolRun(["schema"], in: folder)
        #expect(try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) is [String: Any])
        let english = try ToolRun(["schema", "--reference"], in: folder)
        #expect(english.output.hasPrefix("# Language reference\n"))
        let russian = try ToolRun(["schema", "--reference", "--lang", "ru"], in: folder)
        #expect(russian.output.hasPrefix("# Справочник языка сценариев\n"))
    }
}
