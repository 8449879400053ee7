import SimulationCore
import TestSupport
import Testing

/// ```
/// at 1, 2, 5 ──▶ [ pool 0: 1 server, 9; one place to wait; patience 3 ] ──▶ gone
///                      │ full ──▶ outcome 2       │ gives up ──▶ outcome 1
///
/// entity   joins   does
/// 0        1       served 1–10
/// 1        2       waits, gives up at 5
/// 2        5.      its arrival comes before the giving up of its instant: refused
/// 3        6       takes the free place, gives up at 9
/// ```
struct C03RenegingFreesAPlaceTests {
    @Test func `an entity that gives up frees its place in the line`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1, lineLimit: 1))
        let nine = tiny.lasting(9)
        let givingUp = tiny.rows([Instruction(.leave, first: 1)])
        tiny.setPatience(tiny.lasting(3), of: desk, givingUpAt: givingUp)
        tiny.program.requests[0].refusalRow = tiny.rows([Instruction(.leave, first: 2)])
        for moment in [1.0, 2.0, 5.0, 6.0] { tiny.entity(at: moment, tiny.visit(desk, nine)) }
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 1", "0 waited 1 @0", "1 arrived 2",
                "2 arrived 5", "2 refused 5 @0", "2 left 5 =2",
                "1 gaveUp 2–5 @0 busy", "1 left 2–5 =1",
                "3 arrived 6", "3 gaveUp 6–9 @0 busy", "3 left 6–9 =1",
                "0 served 1–10 @0", "0 left 1–10 =0",
            ]
        )
        let givenUp = Int(tiny.finished().requests[0].givenUpTally)
        #expect((0..<4).map { seen.tallies[givenUp + $0].sum } == [0, 3, 0, 3])
    }
}
