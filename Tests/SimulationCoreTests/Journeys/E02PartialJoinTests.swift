import SimulationCore
import TestSupport
import Testing

/// ```
///            ┌─▶ [ delay 3 ] ─┐
/// at 1 ──────┼─▶ [ delay 5 ] ─┼─ k of 3, or after a limit ─▶ [ delay 1 ] ──▶ end
///            └─▶ [ delay 9 ] ─┘
///
/// waited for      joined at   first strand ends   entity leaves
/// any             4           5                   10, with its last strand
/// 2 of 3          6           7                   10
/// 3, limit 4      5           6                   10
/// 3, limit 9      10          11                  11: the strand's end comes before the limit
/// ```
struct E02PartialJoinTests {
    @Test(arguments: [
        Case(waitFor: 1, rest: "delayed 1–4, joined 1–4 =0, delayed 4–5, delayed 1–6, delayed 1–10"),
        Case(waitFor: 2, rest: "delayed 1–4, delayed 1–6, joined 1–6 =0, delayed 6–7, delayed 1–10"),
        Case(
            waitFor: 3,
            limit: 4,
            rest: "delayed 1–4, joined 1–5 =1, delayed 1–6, delayed 5–6, delayed 1–10"
        ),
        Case(
            waitFor: 3,
            limit: 9,
            rest: "delayed 1–4, delayed 1–6, delayed 1–10, joined 1–10 =0, delayed 10–11"
        ),
    ])
    func `an entity goes on when enough strands have ended`(given: Case) throws {
        var tiny = TinyProgram()
        let rows = [3.0, 5, 9].map { tiny.rows([tiny.delay(tiny.lasting($0)), Instruction(.end)]) }
        let longest = given.limit.map { tiny.lasting($0) } ?? -1
        tiny.program.splits = [SplitPlan(rows: rows, waitFor: given.waitFor, limit: longest)]
        tiny.entity(at: 1, [Instruction(.split), tiny.delay(tiny.lasting(1))])
        let journey = try tiny.timetable().map { String($0.dropFirst(2)) }
        let end = given.rest.hasSuffix("11") ? 11 : 10
        #expect(journey.joined(separator: ", ") == "arrived 1, split 1 =3, \(given.rest), left 1–\(end) =0")
    }

    struct Case {
        var waitFor: Int32
        var limit: Double?
        var rest: String
    }
}
