import TestSupport
import Testing

@testable import SimulationCore

/// Every self-check fires when the books it watches are wrong.
struct SelfCheckTests {
    @Test func `sound books pass`() throws {
        #expect(try Self.complaint { _ in } == nil)
    }

    @Test func `a lost entity is noticed by class`() throws {
        let words = try Self.complaint {
            $0.accounts[0].left += 1
            $0.present -= 1
        }
        #expect(words == "entities of class class 0 are lost or doubled")
    }

    @Test func `a wrong number present is noticed`() throws {
        #expect(try Self.complaint { $0.present += 1 } == "entities in differ from entities out and present")
    }

    @Test func `a wrong time in system is noticed`() throws {
        let words = "Little's identity fails for the entities present"
        #expect(try Self.complaint { $0.staySum += 1 } == words)
    }

    @Test func `a wrong wait is noticed`() throws {
        let words = "Little's identity fails for the line of pool 0"
        #expect(try Self.complaint { $0.pools[0].waitSum += 1 } == words)
    }

    @Test func `a wrong line length is noticed`() throws {
        let words = "Little's identity fails for the line of pool 0"
        #expect(try Self.complaint { $0.pools[0].lineLength += 1 } == words)
    }

    @Test func `a server lost is noticed`() throws {
        let words = "busy time of pool 0 differs from the time its servers were held"
        #expect(try Self.complaint { $0.pools[0].heldSum += 1 } == words)
    }

    @Test func `more servers busy than held are noticed`() throws {
        let words = "busy time of pool 0 differs from the time its servers were held"
        #expect(try Self.complaint { $0.pools[0].busy += 1 } == words)
    }

    @Test func `service outside the schedule is noticed`() throws {
        let words = "pool 0 was busy for longer than scheduled"
        #expect(try Self.complaint(isLast: true) { $0.pools[0].scheduledArea = 0 } == words)
    }

    @Test func `a negative number of servers is noticed`() throws {
        let words = "a pool has fewer than no servers busy or strands waiting"
        #expect(try Self.complaint(isLast: true) { $0.pools[0].busy = -1 } == words)
    }

    @Test func `kinds of time that do not add up are noticed`() throws {
        let words = "kinds of time do not add up to times in system"
        #expect(try Self.complaint { $0.kindSums[0].add(1) } == words)
    }

    @Test func `time by kind of those present that is wrong is noticed`() throws {
        let words = "kinds of time do not add up to times in system"
        let found = try Self.complaint(isLast: true, horizon: 12_000) { state in
            let slots = 0..<Int32(state.strands.capacity)
            let slot = slots.first { state.strands[$0].pointee.state != .free } ?? 0
            StrandTable.times(of: state.strands[slot])[0] += 1
        }
        #expect(found == words)
    }

    /// What a check says after the books were spoiled half-way through a run, or after its end.
    private static func complaint(
        isLast: Bool = false,
        horizon: SimulationTime = 40_000,
        _ spoil: (inout ReplicationState<GeneralRun>) -> Void
    ) throws -> String? {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let row = tiny.rows(tiny.visit(desk, tiny.lasting(7)) + [Instruction(.end)])
        tiny.entities(every: 5, limit: 3000, from: row)
        tiny.program.horizon = horizon
        let tables = ReplicationTables(program: tiny.finished(), seed: 1)
        var state = ReplicationState<GeneralRun>(tables, index: 0, recording: .none)
        state.begin()
        var asked = 0
        do {
            try state.runEvents {
                asked += 1
                return asked == 2
            }
        } catch .cancelled {}
        if !isLast { spoil(&state) }
        try state.runEvents { false }
        state.settle()
        if isLast { spoil(&state) }
        do {
            try state.check()
        } catch .selfCheck(let words) {
            return words
        }
        return nil
    }
}
