import Testing

struct PrecisionCommandTests {
    @Test func `a precision decides the number of replications, and threads change no byte`() throws {
        let folder = try TestFolder()
        for threads in ["1", "3"] {
            let run = try ToolRun(
                ["compare", "small.yaml", "--precision", "5%", "--threads", threads, "--out", "t\(threads)"],
                in: folder
            )
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("as many as it takes to know the differences between designs to 5%"))
            #expect(run.output.contains("--precision 5% --replications 1000"))
        }
        for file in try folder.files(in: "t1") {
            #expect(try folder.read("t1/\(file)") == folder.read("t3/\(file)"))
        }
        #expect(try folder.read("t1/result.json").contains("\"precision_reached\": true"))
    }

    @Test func `a precision not reached is said, and an error only when a check is asked for`() throws {
        let folder = try TestFolder()
        let arguments = ["run", "small.yaml", "--precision", "0.1%", "--replications", "12"]
        let lenient = try ToolRun(arguments + ["--lang", "ru"], in: folder)
        #expect(lenient.status == 0)
        #expect(lenient.output.contains("точность 0,1\u{a0}% не достигнута"))
        let strict = try ToolRun(arguments + ["--check"], in: folder)
        #expect(strict.status == 1)
        #expect(strict.output.contains("the precision of 0.1% is not reached"))
        #expect(strict.errors.contains("the precision asked for is not reached"))
    }

    @Test(arguments: ["0", "-5%", "100%", "much", "nan", "inf%", "5e-324%", "0x1p-3", "0.001%"])
    func `what is no share is wrong usage`(precision: String) throws {
        let folder = try TestFolder()
        #expect(try ToolRun(["run", "small.yaml", "--precision=\(precision)"], in: folder).status == 64)
    }

    @Test func `a precision needs ten replications to be judged from`() throws {
        let folder = try TestFolder()
        let run = try ToolRun(["run", "small.yaml", "--precision", "50%", "--replications", "9"], in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("at least 10"))
    }

    @Test func `families that wait for each other for ever are named, not counted as present`() throws {
        let folder = try TestFolder()
        let text = """
            scenario: circle
            starts: 2024-01-01
            horizon: 40 h
            pools: { rooms: { staff: 1 }, clerks: { staff: 1 } }
            families:
              one: { arrivals: { rate: 6 per h }, route: room-first }
              two: { arrivals: { rate: 6 per h }, route: clerk-first }
            routes:
              room-first:
                - keep: { name: room, by: rooms, do: [ { delay: 1 min }, { serve: { by: clerks, takes: 2 min } } ] }
              clerk-first:
                - keep: { name: clerk, by: clerks, do: [ { delay: { name: walk, takes: 1 min } }, { serve: { by: rooms, takes: 2 min } } ] }
            """
        try folder.write(text, to: "circle.yaml")
        let run = try ToolRun(["run", "circle.yaml", "--replications", "2"], in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("wait for each other for ever"))
        #expect(run.errors.contains("at step 'serve clerks' for 'clerks' while holding 'rooms'"))
        #expect(run.errors.contains("at step 'serve rooms' for 'rooms' while holding 'clerks'"))
    }
}
