import SimulationCore
import TestSupport
import Testing

/// ```
/// warm-up until 10, horizon 30
///
/// at 8, 12, 28 ──▶ [ pool 0: 1 server, 6 ticks ] ──▶ gone
///
/// entity   joins   served   counts
/// 0        8       8–14     neither wait, service nor journey
/// 1        12      14–20    all
/// 2        28      28–      wait and service; present at 30, aged 2
/// ```
struct I01WarmUpTests {
    @Test func `waits count by the time of joining and journeys by arrival`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let six = tiny.lasting(6)
        for moment in [8.0, 12, 28] { tiny.entity(at: moment, tiny.visit(desk, six)) }
        tiny.program.warmUp = 10
        tiny.program.horizon = 30
        let program = tiny.finished()
        let seen = try tiny.run()
        func counts(_ tally: Int32) -> [Int64] { (0..<3).map { seen.tallies[Int(tally) + $0].count } }
        #expect(counts(program.requests[0].waitTally) == [0, 1, 1])
        #expect(counts(program.durations[Int(six)].tally) == [0, 1, 1])
        #expect(counts(program.tallies.timeInSystem) == [0, 1, 0])
        #expect(seen.classes.map(\.arrived) == [0, 1, 1])
        #expect(seen.classes.map(\.present) == [0, 0, 1])
        #expect(seen.classes.map(\.presentAge) == [0, 0, 2])
        #expect(seen.window == 20)
    }

    @Test func `areas count from the end of the warm-up`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let six = tiny.lasting(6)
        for moment in [8.0, 12, 28] { tiny.entity(at: moment, tiny.visit(desk, six)) }
        tiny.program.warmUp = 10
        tiny.program.horizon = 30
        let seen = try tiny.run()
        #expect(seen.presentArea == 4 + 8 + 2)
        #expect(seen.pools[0].lineArea == 2)
        #expect(seen.pools[0].busyArea == 10 + 2)
        #expect(seen.pools[0].scheduledArea == 20)
        #expect(seen.pools[0].longestLine == 1)
        #expect(seen.pools[0].lineTimes == [18, 2])
        #expect(seen.pools[0].busyTimes == [8, 12])
    }

    @Test(arguments: [30 as SimulationTime, .never])
    func `a run that ends before its warm-up observes nothing`(horizon: SimulationTime) throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        tiny.entity(at: 8, tiny.visit(desk, tiny.lasting(6)))
        tiny.program.warmUp = 30
        tiny.program.horizon = horizon
        let seen = try tiny.run()
        #expect(seen.window == 0)
        #expect(seen.presentArea == 0)
        #expect(seen.pools[0].busyArea == 0)
        #expect(seen.pools[0].scheduledArea == 0)
        #expect(seen.classes[0].arrived == 0)
    }

    @Test func `hours of the week hold what the window holds`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let six = tiny.lasting(6)
        for moment in [8.0, 12, 28] { tiny.entity(at: moment, tiny.visit(desk, six)) }
        tiny.program.warmUp = 10
        tiny.program.horizon = 30
        tiny.program.weekProfile = WeekProfilePlan(moments: [0, 13, 25], slots: [5, 6, 5])
        let week = try tiny.run().pools[0].week
        let rows = week[5...6].map { [$0.line, $0.busy, $0.scheduled, $0.time] }
        #expect(rows == [[1, 3 + 2, 8, 8], [1, 7, 12, 12]])
        #expect(week.filter { $0.time > 0 }.count == 2)
    }
}
