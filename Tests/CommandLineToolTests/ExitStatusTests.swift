import Foundation
import Testing

@Suite(.serialized)
struct ExitStatusTests {
    @Test
    func `a run that is done exits with 0 and writes its files`() throws {
        let folder = try TestFolder()
        let run = try ToolRun(["run", "small.yaml", "--replications", "3"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("VERDICT"))
        #expect(try folder.files(in: "results/small") == ["one-replications.csv", "one.csv", "one.json"])
        #expect(run.errors.isEmpty, "a pipe sees no progress")
    }

    @Test
    func `a comparison writes its tables and names them`() throws {
        let folder = try TestFolder()
        let run = try ToolRun(["compare", "small.yaml", "--replications", "3", "--out", "here"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let files = ["comparison.csv", "measures.csv", "replications.csv", "result.json"]
        #expect(try folder.files(in: "here") == files)
        for file in files { #expect(run.output.contains("here/\(file)")) }
    }

    @Test
    func `the number of threads changes no byte of any file`() throws {
        let folder = try TestFolder()
        for threads in ["1", "8"] {
            let arguments = ["compare", "small.yaml", "--replications", "6", "--threads", threads]
            let run = try ToolRun(arguments + ["--out", "t\(threads)"], in: folder)
            #expect(run.status == 0)
        }
        for file in try folder.files(in: "t1") {
            #expect(try folder.read("t1/\(file)") == folder.read("t8/\(file)"))
        }
    }

    @Test
    func `a missed target is an error only when a check is asked for`() throws {
        let folder = try TestFolder()
        let lenient = try ToolRun(["run", "small.yaml", "--replications", "3"], in: folder)
        let strict = try ToolRun(["run", "small.yaml", "--replications", "3", "--check"], in: folder)
        #expect(lenient.status == 0)
        #expect(lenient.output.contains("missed"))
        #expect(strict.status == 1)
    }

    @Test(
        arguments: [
            ["run"], ["run", "small.yaml", "--replications", "0"], ["fly"],
            ["trace", "small.yaml", "--family", "0", "--replication", "8388608"],
        ]
    )
    func `wrong usage exits with 64`(arguments: [String]) throws {
        let folder = try TestFolder()
        #expect(try ToolRun(arguments, in: folder).status == 64)
    }

    @Test
    func `an unknown design is wrong usage and the known ones are named`() throws {
        let folder = try TestFolder()
        let run = try ToolRun(["run", "small.yaml", "--design", "three"], in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("one and two"))
    }

    @Test(arguments: ["validate", "run", "compare", "explain"])
    func `a faulty scenario exits with 65 and its place`(command: String) throws {
        let folder = try TestFolder()
        try folder.write(TestFolder.scenario().replacing("by: clerks", with: "by: clerk"), to: "bad.yaml")
        let run = try ToolRun([command, "bad.yaml"], in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("bad.yaml:11:40"))
        #expect(run.errors.contains("'clerks'"))
    }

    @Test
    func `a missing file exits with 66`() throws {
        let folder = try TestFolder()
        let run = try ToolRun(["validate", "nowhere.yaml"], in: folder)
        #expect(run.status == 66)
        #expect(run.errors.contains("nowhere.yaml"))
    }

    @Test
    func `a folder that cannot be written to exits with 74 before the run`() throws {
        let folder = try TestFolder()
        try folder.write("in the way", to: "taken")
        let run = try ToolRun(["run", "small.yaml", "--out", "taken"], in: folder)
        #expect(run.status == 74)
        #expect(run.errors.contains("taken"))
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func `a stop keeps what is done and exits with the signal's status`(
        number: Int32,
        expected: Int32
    ) throws {
        let folder = try TestFolder()
        try folder.write(TestFolder.scenario(horizon: "4000 h"), to: "long.yaml")
        let arguments = ["run", "long.yaml", "--replications", "100000", "--threads", "2"]
        let run = try ToolRun(arguments, in: folder, signal: number, after: 3)
        #expect(run.status == expected)
        #expect(run.errors.contains("of 100000 replications are done and kept"))
        #expect(try folder.files(in: "results/small").contains("one.json"))
    }
}
