import SimulationCore
import TestSupport
import Testing

/// Strands that hold what others wait for are found, and nobody else is suspected.
struct DeadlockTests {
    private static func run(_ tiny: TinyProgram) throws {
        _ = try Replication.run(ReplicationTables(program: tiny.finished(), seed: 1), index: 0)
    }

    /// Takes pools one after another, a tick apart, keeps them all, then gives them back.
    private static func taking(
        _ requests: [Int32],
        unwinding: [Int32],
        _ tiny: inout TinyProgram
    ) -> [Instruction] {
        let tick = tiny.lasting(10)
        var rows: [Instruction] = []
        for (place, request) in requests.enumerated() {
            let unwind = place == 0 ? 0 : unwinding[place - 1]
            rows.append(Instruction(.seize, step: request, first: request, unwind: unwind))
            rows.append(Instruction(.delay, first: tick, unwind: unwinding[place]))
        }
        for (place, request) in requests.enumerated().reversed() {
            let unwind = place == 0 ? 0 : unwinding[place - 1]
            rows.append(Instruction(.release, first: request, unwind: unwind))
        }
        return rows + [Instruction(.leave, first: 0)]
    }

    /// The first of rows that give the first n + 1 requests back, by n.
    private static func unwindings(_ requests: [Int32], _ tiny: inout TinyProgram) -> [Int32] {
        requests.indices.map { place in
            tiny.rows(
                requests[...place].reversed().map { Instruction(.release, first: $0) } + [Instruction(.end)]
            )
        }
    }

    private static func add(_ requests: [Int32], at time: Double, to tiny: inout TinyProgram) {
        let unwinding = unwindings(requests, &tiny)
        let rows = taking(requests, unwinding: unwinding, &tiny)
        tiny.entity(at: time, rows)
    }

    @Test func `two who hold what the other waits for are named`() throws {
        var tiny = TinyProgram()
        let room = tiny.request(tiny.pool(1))
        let psychologist = tiny.request(tiny.pool(1))
        Self.add([room, psychologist], at: 1, to: &tiny)
        Self.add([psychologist, room], at: 2, to: &tiny)
        tiny.program.horizon = 1000
        let error = #expect(throws: ReplicationFailure.self) { try Self.run(tiny) }
        guard case .deadlock(let cycle) = error else {
            Issue.record("found \(String(describing: error))")
            return
        }
        #expect(cycle.map(\.pool).sorted() == [0, 1])
        #expect(cycle.allSatisfy { $0.held == [1 - $0.pool] })
        #expect(cycle.map(\.step).sorted() == [Int(room), Int(psychologist)])
    }

    @Test func `who waits behind a deadlock is not blamed for it`() throws {
        var tiny = TinyProgram()
        let one = tiny.request(tiny.pool(1))
        let two = tiny.request(tiny.pool(1))
        Self.add([one, two], at: 1, to: &tiny)
        Self.add([two, one], at: 2, to: &tiny)
        for time in 3..<9 { Self.add([one], at: Double(time), to: &tiny) }
        tiny.program.horizon = 1000
        let error = #expect(throws: ReplicationFailure.self) { try Self.run(tiny) }
        guard case .deadlock(let cycle) = error else { return }
        #expect(cycle.count == 2)
    }

    @Test func `patience, a spare server and the same order keep from deadlock`() throws {
        var spare = TinyProgram()
        let ends = (spare.request(spare.pool(1)), spare.request(spare.pool(2)))
        Self.add([ends.0, ends.1], at: 1, to: &spare)
        Self.add([ends.1, ends.0], at: 2, to: &spare)
        spare.program.horizon = 1000
        try Self.run(spare)

        var ordered = TinyProgram()
        let pools = (ordered.request(ordered.pool(1)), ordered.request(ordered.pool(1)))
        for time in 1..<6 { Self.add([pools.0, pools.1], at: Double(time), to: &ordered) }
        ordered.program.horizon = 1000
        try Self.run(ordered)

        var patient = TinyProgram()
        let own = (patient.request(patient.pool(1)), patient.request(patient.pool(1)))
        let home = patient.rows([Instruction(.release, first: own.1), Instruction(.leave, first: 1)])
        Self.add([own.0, own.1], at: 1, to: &patient)
        Self.add([own.1, own.0], at: 2, to: &patient)
        patient.setPatience(patient.lasting(50), of: own.0, givingUpAt: home)
        patient.program.horizon = 1000
        try Self.run(patient)
    }

    // Each holds a pool and waits for a branch that wants the other's, but for 5,000 ticks only; the run ends before.
    @Test func `a time limit beyond the end of the run keeps from deadlock`() throws {
        var tiny = TinyProgram()
        let requests = [tiny.request(tiny.pool(1)), tiny.request(tiny.pool(1))]
        let tick = tiny.lasting(10)
        let limit = tiny.lasting(5000)
        for (place, own) in requests.enumerated() {
            let other = requests[1 - place]
            let branch = tiny.rows([
                Instruction(.seize, first: other), Instruction(.release, first: other), Instruction(.end),
            ])
            let unwinding = tiny.rows([Instruction(.release, first: own), Instruction(.end)])
            tiny.program.splits.append(SplitPlan(rows: [branch], waitFor: 1, limit: limit))
            tiny.entity(
                at: Double(1 + place),
                [
                    Instruction(.seize, first: own), Instruction(.delay, first: tick, unwind: unwinding),
                    Instruction(.split, first: Int32(place), unwind: unwinding),
                    Instruction(.release, first: own), Instruction(.leave, first: 0),
                ]
            )
        }
        tiny.program.horizon = 1000
        try Self.run(tiny)
    }

    @Test func `a parent that holds what its own branch wants is named with what it holds`() throws {
        var tiny = TinyProgram()
        let room = tiny.request(tiny.pool(1))
        let branch = tiny.rows([Instruction(.seize, step: 3, first: room), Instruction(.end)])
        let unwinding = tiny.rows([Instruction(.release, first: room), Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: [branch], waitFor: 1)]
        tiny.entity(
            at: 1,
            [Instruction(.seize, first: room), Instruction(.split, unwind: unwinding), Instruction(.end)]
        )
        tiny.program.horizon = 1000
        let error = #expect(throws: ReplicationFailure.self) { try Self.run(tiny) }
        guard case .deadlock(let circle) = error else {
            Issue.record("found \(String(describing: error))")
            return
        }
        #expect(circle.map(\.step) == [3] && circle.map(\.pool) == [0] && circle.map(\.held) == [[0]])
    }

    /// A search in every pause would cost the square of the line.
    @Test func `a long line beside kept rooms does not slow a run down`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let room = tiny.request(tiny.pool(1))
        Self.add([room, desk], at: 1, to: &tiny)
        let row = tiny.rows(tiny.visit(desk, tiny.lasting(1_000_000)) + [Instruction(.end)])
        tiny.entities(every: 1, limit: .max, from: row)
        tiny.program.horizon = 300_000
        let seen = try Replication.run(ReplicationTables(program: tiny.finished(), seed: 1), index: 0)
        #expect(seen.classes.reduce(0) { $0 + $1.present } > 299_000)
    }

    /// Who is left when nothing happens any more, by running until it does.
    @Test func `random orders of taking end, or are found deadlocked`() throws {
        var chance = TestChance(seed: 5)
        var (deadlocks, ends) = (0, 0)
        for _ in 0..<Proof.size(5000, quick: 500) {
            var tiny = TinyProgram()
            let requests = (0..<4).map { _ in tiny.request(tiny.pool(Int32(1 + chance.below(2)))) }
            for time in 1...4 {
                var order = requests
                for place in order.indices { order.swapAt(place, chance.below(order.count)) }
                Self.add(Array(order.prefix(2 + chance.below(3))), at: Double(time), to: &tiny)
            }
            do {
                // Without a horizon a run ends when nothing is left to happen: nobody may then be inside.
                try Self.run(tiny)
                ends += 1
            } catch ReplicationFailure.deadlock(let cycle) {
                deadlocks += 1
                #expect(cycle.count > 1)
                for (wait, next) in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) {
                    #expect(next.held.contains(wait.pool))
                }
            }
        }
        #expect(deadlocks > 50 && ends > 50)
    }
}
