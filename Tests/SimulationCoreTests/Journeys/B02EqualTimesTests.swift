import SimulationCore
import TestSupport
import Testing

/// ```
/// classes 0, 1, 2, each at 4 ──▶ [ delay 2 ] ──▶ gone
///
/// Equal moments and equal priorities: the order of insertion, which is that of the classes.
/// ```
struct B02EqualTimesTests {
    @Test func `events of one instant happen in the order in which they were planned`() throws {
        var tiny = TinyProgram()
        let two = tiny.lasting(2)
        for _ in 0..<3 { tiny.entity(at: 4, [tiny.delay(two)]) }
        #expect(
            try tiny.timetable() == [
                "0 arrived 4", "1 arrived 4", "2 arrived 4",
                "0 delayed 4–6", "0 left 4–6 =0",
                "1 delayed 4–6", "1 left 4–6 =0",
                "2 delayed 4–6", "2 left 4–6 =0",
            ]
        )
    }

    @Test func `an earlier plan for the same moment goes first even from a later entity`() throws {
        var tiny = TinyProgram()
        let three = tiny.lasting(3)
        let two = tiny.lasting(2)
        tiny.entity(at: 2, [tiny.delay(two)])
        tiny.entity(at: 1, [tiny.delay(three)])
        // Class 1 arrives first and is entity 0; both delays end at 4.
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "1 arrived 2",
                "0 delayed 1–4", "0 left 1–4 =0",
                "1 delayed 2–4", "1 left 2–4 =0",
            ]
        )
    }
}
