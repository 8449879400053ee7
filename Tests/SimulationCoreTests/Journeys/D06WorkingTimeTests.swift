import SimulationCore
import TestSupport
import Testing

/// ```
/// calendar: open 10–20, 30–40, 50–60, each a day
///
/// at 15 ──▶ [ delay, on one of these clocks ] ──▶ gone
///
/// clock            length   ends   why
/// open time        8        33     5 ticks until 20, 3 from 30
/// elapsed, open    8        30     23 is closed: the next opening
/// elapsed, open    2        17     17 is open
/// open days        1        35     half of day 0, half of day 1
/// open days        0.75     32.5   rounded half to even: 32
/// ```
struct D06WorkingTimeTests {
    @Test(arguments: [
        (DurationPlan.Clock.openTime, 8.0, 33 as SimulationTime),
        (.openTime, 5, 20), (.openTime, 0, 15),
        (.elapsedThenOpen, 8, 30), (.elapsedThenOpen, 2, 17), (.elapsedThenOpen, 5, 30),
        (.openDays, 1, 35), (.openDays, 0.75, 32), (.openDays, 0, 15), (.openDays, 0.5, 30),
        (.elapsed, 8, 23),
    ])
    func `a delay runs on the clock of its calendar`(
        clock: DurationPlan.Clock,
        length: Double,
        end: SimulationTime
    ) throws {
        var tiny = TinyProgram()
        let calendar = tiny.calendar(10..<20, 30..<40, 50..<60)
        tiny.entity(at: 15, [tiny.delay(tiny.lasting(length, on: clock, of: calendar))])
        let span = end == 15 ? "15" : "15–\(end)"
        #expect(try tiny.timetable() == ["0 arrived 15", "0 delayed \(span)", "0 left \(span) =0"])
    }

    @Test func `a wait for an opening ends at once while open, else at the next opening`() throws {
        var tiny = TinyProgram()
        let calendar = tiny.calendar(10..<20, 30..<40)
        let wait = Instruction(
            .awaitOpening,
            kind: TinyProgram.Kind.closed,
            first: calendar,
            second: -1,
            third: -1
        )
        for moment in [15.0, 20.0] { tiny.entity(at: moment, [wait]) }
        let seen = try tiny.run()
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 15", "0 left 15 =0", "1 arrived 20", "1 awaitedOpening 20–30", "1 left 20–30 =0",
            ]
        )
        #expect(seen.classes[1].kindTimes == [0, 0, 10, 0])
    }
}
