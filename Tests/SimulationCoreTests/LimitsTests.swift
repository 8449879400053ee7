import SimulationCore
import TestSupport
import Testing

/// A run that would never end, or would fill the memory, is stopped and says why.
struct LimitsTests {
    @Test func `too many strands present at once name the longest line`() throws {
        var tiny = TinyProgram()
        _ = tiny.pool(1)
        let desk = tiny.request(tiny.pool(1))
        let row = tiny.rows(tiny.visit(desk, tiny.lasting(1000)) + [Instruction(.end)])
        tiny.entities(every: 1, limit: .max, from: row)
        tiny.program.strandLimit = 100
        #expect(throws: ReplicationFailure.tooManyStrands(limit: 100, pool: 1)) { try Self.run(tiny) }
    }

    @Test func `too many strands of one split are noticed`() throws {
        var tiny = TinyProgram()
        let row = tiny.rows([tiny.delay(tiny.lasting(1)), Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: Array(repeating: row, count: 50), waitFor: 50)]
        tiny.entity(at: 1, [Instruction(.split)])
        tiny.program.strandLimit = 40
        #expect(throws: ReplicationFailure.tooManyStrands(limit: 40, pool: -1)) { try Self.run(tiny) }
    }

    @Test func `an event limit stops the run at the next 4096 events`() throws {
        var tiny = TinyProgram()
        let row = tiny.rows([Instruction(.end)])
        tiny.entities(every: 1, limit: .max, from: row)
        tiny.program.eventLimit = 5000
        #expect(throws: ReplicationFailure.tooManyEvents(limit: 5000)) { try Self.run(tiny) }
    }

    @Test func `a round trip that takes no time is stopped with its step`() throws {
        var tiny = TinyProgram()
        let start = tiny.nextRow
        tiny.entity(at: 1, [Instruction(.jump, step: 4, first: start)])
        #expect(throws: ReplicationFailure.noProgress(step: 4, time: 1)) { try Self.run(tiny) }
    }

    @Test func `arrivals without an end at one moment are stopped`() throws {
        var tiny = TinyProgram()
        tiny.entities(every: 0, limit: .max, from: 0)
        #expect(throws: ReplicationFailure.noProgress(step: -1, time: 0)) { try Self.run(tiny) }
    }

    @Test func `a caller may stop the run`() throws {
        var tiny = TinyProgram()
        tiny.entities(every: 1, limit: .max, from: 0)
        let tables = ReplicationTables(program: tiny.finished(), seed: 1)
        var asked = 0
        #expect(throws: ReplicationFailure.cancelled) {
            try Replication.run(tables, index: 0) {
                asked += 1
                return asked > 5
            }
        }
        #expect(asked == 6)
    }

    /// Runs without a record, which would itself grow.
    private static func run(_ tiny: TinyProgram) throws {
        _ = try Replication.run(ReplicationTables(program: tiny.finished(), seed: 1), index: 0)
    }

    @Test func `lengths of time beyond all measure do not overflow`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        tiny.entity(at: 1, tiny.visit(desk, tiny.lasting(1e300)))
        tiny.entity(at: 2, [tiny.delay(tiny.lasting(1e300))])
        tiny.program.horizon = 1 << 60
        let seen = try tiny.run()
        #expect(seen.classes.map(\.present) == [1, 1])
    }
}
