import TestSupport
import Testing

@testable import SimulationCore

/// The heap against an array that is sorted after every change.
struct EventCalendarTests {
    @Test func `a million operations agree with a sorted array`() {
        var chance = TestChance(seed: 11)
        var calendar = EventCalendar(capacity: 2)
        var reference = SortedCalendar()
        var now: SimulationTime = 0
        for step in 0..<1_000_000 {
            switch chance.below(reference.events.count > 400 ? 160 : 100) {
            case 0..<52:
                let time = now + SimulationTime(chance.below(20))
                let priority = EventPriority(rawValue: UInt64(chance.below(4))) ?? .flow
                let insertion = calendar.insert(at: time, priority, payload: UInt32(step))
                let expected = reference.insert(at: time, priority, payload: UInt32(step))
                if insertion != expected { Issue.record("step \(step): insertion \(insertion)") }
            case 52..<53 where step % 20 == 0:
                let remainder = UInt32(chance.below(7))
                calendar.removeAll { $0.payload % 7 == remainder }
                reference.events.removeAll { $0.payload % 7 == remainder }
            case 53..<54 where step % 20 == 0:
                var renumbered: [UInt32: UInt32] = [:]
                calendar.renumber { renumbered[$0] = $1 }
                reference.renumber()
                let agrees = reference.events.allSatisfy { renumbered[$0.payload] == $0.insertion }
                #expect(agrees && renumbered.count == reference.events.count)
            default:
                let taken = calendar.takeFirstIfAny()
                let expected = reference.takeFirst()
                let isSame = taken?.payload == expected?.payload && taken?.insertion == expected?.insertion
                // Recording every success would cost more than the work itself.
                if !isSame { Issue.record("step \(step): \(String(describing: taken))") }
                now = max(now, taken?.time ?? now)
            }
            if calendar.count != reference.events.count { Issue.record("step \(step): wrong count") }
        }
    }

    @Test(arguments: [1, 2, 5])
    func `arrivals beside the heap come where they would in it`(processes: Int) {
        var chance = TestChance(seed: UInt64(processes))
        var calendar = EventCalendar(arrivalProcesses: processes, capacity: 2)
        var reference = SortedCalendar()
        var now: SimulationTime = 0
        // Payloads below the number of processes are theirs.
        func expectArrival(of process: Int) {
            if chance.below(50) == 0 { return calendar.clearArrival(of: process) }
            let time = now + SimulationTime(chance.below(20))
            calendar.setArrival(of: process, at: time, .flow, payload: UInt32(process))
            _ = reference.insert(at: time, .flow, payload: UInt32(process))
        }
        for process in 0..<processes { expectArrival(of: process) }
        for step in 0..<100_000 {
            if chance.below(1000) == 0 {
                calendar.renumber { _, _ in }
                reference.renumber()
            }
            if chance.below(2) == 0 {
                let time = now + SimulationTime(chance.below(20))
                let priority = EventPriority(rawValue: UInt64(chance.below(4))) ?? .flow
                _ = calendar.insert(at: time, priority, payload: UInt32(processes + step))
                _ = reference.insert(at: time, priority, payload: UInt32(processes + step))
                continue
            }
            let taken = calendar.takeFirstIfAny()
            let expected = reference.takeFirst()
            if taken?.payload != expected?.payload || taken?.insertion != expected?.insertion {
                Issue.record("step \(step): \(String(describing: taken))")
            }
            now = max(now, taken?.time ?? now)
            if let payload = taken?.payload, payload < UInt32(processes) { expectArrival(of: Int(payload)) }
            let isExpected = reference.events.contains { $0.payload < UInt32(processes) }
            if calendar.hasArrival != isExpected { Issue.record("step \(step): arrivals to come") }
            if !isExpected { expectArrival(of: chance.below(processes)) }
        }
    }

    @Test func `at one instant events come by priority, then by insertion`() {
        var calendar = EventCalendar()
        let order: [EventPriority] = [.limit, .flow, .shift, .release, .limit, .flow, .shift, .release]
        for (place, priority) in order.enumerated() {
            _ = calendar.insert(at: 5, priority, payload: UInt32(place))
        }
        var payloads: [UInt32] = []
        while let event = calendar.takeFirstIfAny() { payloads.append(event.payload) }
        #expect(payloads == [3, 7, 2, 6, 1, 5, 0, 4])
    }

    @Test func `a time near the end of time keeps its order`() {
        var calendar = EventCalendar()
        _ = calendar.insert(at: .never, .release, payload: 2)
        _ = calendar.insert(at: .never - 1, .limit, payload: 1)
        #expect(calendar.takeFirstIfAny()?.payload == 1)
        #expect(calendar.takeFirstIfAny()?.time == .never)
        #expect(calendar.takeFirstIfAny() == nil)
    }
}

extension EventCalendar {
    /// The first event, or nil when there is none.
    fileprivate mutating func takeFirstIfAny() -> EventKey? {
        if isArrivalFirst { return firstArrival }
        guard !root.isNone else { return nil }
        defer { removeRoot() }
        return root
    }
}

/// The calendar as simple as can be.
private struct SortedCalendar {
    /// Last first.
    var events: [EventKey] = []
    /// 0 stands for no event.
    private var nextInsertion: UInt32 = 1

    mutating func insert(at time: SimulationTime, _ priority: EventPriority, payload: UInt32) -> UInt32 {
        let event = EventKey(
            timeAndPriority: UInt64(time) * 4 + priority.rawValue,
            insertion: nextInsertion,
            payload: payload
        )
        nextInsertion += 1
        let place = events.firstIndex {
            ($0.timeAndPriority, $0.insertion) < (event.timeAndPriority, event.insertion)
        }
        events.insert(event, at: place ?? events.count)
        return event.insertion
    }

    mutating func takeFirst() -> EventKey? { events.popLast() }

    mutating func renumber() {
        for place in events.indices { events[place].insertion = UInt32(events.count - place) }
        nextInsertion = UInt32(events.count + 1)
    }
}
