import Testing

struct OverloadWarningTests {
    @Test(arguments: [("en", "the load on 'clerks' is 200%"), ("ru", "нагрузка на службу «clerks» — 200")])
    func `an overload is said before the run, and not when nothing is to be said`(
        language: String,
        words: String
    ) throws {
        let folder = try TestFolder()
        let text = """
            scenario: full
            starts: 2024-01-01
            horizon: 20 h
            pools: { clerks: { staff: 1 } }
            families: { visitors: { arrivals: { rate: 12 per h }, route: counter } }
            routes: { counter: [ { serve: { by: clerks, takes: 10 min } } ] }
            """
        try folder.write(text, to: "full.yaml")
        let arguments = ["run", "full.yaml", "--replications", "2", "--lang", language]
        #expect(try ToolRun(arguments, in: folder).errors.contains(words))
        #expect(try ToolRun(arguments + ["--quiet"], in: folder).errors.isEmpty)
    }
}
