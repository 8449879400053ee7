import SimulationCore
import TestSupport
import Testing

/// Calendars of working time against a walk from tick to tick.
struct ShiftTableTests {
    @Test(arguments: 0..<60)
    func `a table agrees with a walk from tick to tick`(seed: Int) {
        let (table, isOpen) = Self.random(seed)
        var passed: SimulationTime = 0
        for moment in 0..<isOpen.count {
            let start = SimulationTime(moment)
            #expect(table.openTime(before: start) == passed)
            let opening = (moment..<isOpen.count).first { isOpen[$0] }.map(SimulationTime.init) ?? .never
            #expect(table.firstOpen(atOrAfter: start) == opening)
            for span in [0, 1, 2, 5, 11, 40] as [SimulationTime] {
                #expect(table.moment(after: start, openTime: span) == Self.walk(isOpen, from: moment, span))
            }
            if isOpen[moment] { passed += 1 }
        }
    }

    @Test(arguments: 0..<60)
    func `open days never run backwards and join on to each other`(seed: Int) {
        let (table, isOpen) = Self.random(seed)
        var chance = TestChance(seed: UInt64(seed))
        for start in 0..<SimulationTime(isOpen.count) {
            let first = table.firstOpen(atOrAfter: start)
            #expect(table.moment(after: start, openDays: 0) == first)
            var last = first
            for tenth in 1...30 {
                let reached = table.moment(after: start, openDays: Double(tenth) / 10)
                #expect(reached >= last)
                last = reached
            }
            // One part and then the rest is the whole, to the rounding of a tick within its day.
            let parts = (Double(chance.below(20)) / 10, Double(chance.below(20)) / 10)
            let whole = table.moment(after: start, openDays: parts.0 + parts.1)
            let middle = table.moment(after: start, openDays: parts.0)
            guard whole < .never, middle < .never else { continue }
            let rest = table.moment(after: middle, openDays: parts.1)
            let difference = table.openTime(before: rest) - table.openTime(before: whole)
            #expect(abs(difference) <= 10, "from \(start) by \(parts)")
        }
    }

    @Test func `a whole number of open days keeps the place in days of equal length`() {
        let table = ShiftTable(
            opens: [10, 30, 110, 130, 210, 230],
            closes: [20, 40, 120, 140, 220, 240],
            days: [0, 0, 1, 1, 2, 2]
        )
        for start in [10, 13, 19, 31, 35, 39] as [SimulationTime] {
            #expect(table.moment(after: start, openDays: 1) == start + 100)
            #expect(table.moment(after: start, openDays: 2) == start + 200)
        }
        #expect(table.moment(after: 10, openDays: 3) == .never)
        #expect(table.moment(after: 25, openDays: 0) == 30)
        #expect(table.moment(after: 45, openDays: 1.25) == 215)
        #expect(table.moment(after: 240, openDays: 0) == .never)
    }

    @Test func `an empty table is never open`() {
        let table = ShiftTable(opens: [], closes: [], days: [])
        #expect(table.firstOpen(atOrAfter: 0) == .never)
        #expect(table.openTime(before: 9) == 0)
        #expect(table.moment(after: 0, openTime: 1) == .never)
        #expect(table.moment(after: 0, openDays: 1) == .never)
    }

    /// The end of the tick in which the span is used up, or the first open tick for no span.
    private static func walk(_ isOpen: [Bool], from start: Int, _ span: SimulationTime) -> SimulationTime {
        var left = span
        for moment in start..<isOpen.count where isOpen[moment] {
            if left == 0 { return SimulationTime(moment) }
            left -= 1
            if left == 0 { return SimulationTime(moment + 1) }
        }
        return .never
    }

    private static func random(_ seed: Int) -> (table: ShiftTable, isOpen: [Bool]) {
        var chance = TestChance(seed: UInt64(seed))
        var opens: [SimulationTime] = []
        var closes: [SimulationTime] = []
        var days: [Int] = []
        var isOpen: [Bool] = []
        for interval in 0..<9 {
            isOpen += Array(repeating: false, count: chance.below(interval % 3 == 0 ? 14 : 4))
            opens.append(SimulationTime(isOpen.count))
            isOpen += Array(repeating: true, count: 1 + chance.below(12))
            closes.append(SimulationTime(isOpen.count))
            days.append(interval / 3)
        }
        return (ShiftTable(opens: opens, closes: closes, days: days), isOpen)
    }
}
