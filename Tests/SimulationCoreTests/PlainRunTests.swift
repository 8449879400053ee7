import RandomStreams
import TestSupport
import Testing

@testable import SimulationCore

/// A plain run, compiled apart, sees what a general run of the same program sees.
struct PlainRunTests {
    @Test(arguments: 0..<24)
    func `plain and general runs agree to the last digit`(seed: UInt32) throws {
        var program = try Self.program(servers: Int32(seed % 3 + 1), returns: seed.isMultiple(of: 5))
        // Half of the programs keep own times in the tallies of times in system, unless limits tell them apart.
        if seed.isMultiple(of: 2) { program.tallies.ownKinds = [true, true, false, true] }
        if seed.isMultiple(of: 4) {
            program.tallies.setLimits([
                .init(tally: program.tallies.ownTime, atMost: 300),
                .init(tally: program.tallies.timeToFirstHelp + 1, atMost: 100),
            ])
        }
        // Services of one tally but of two kinds.
        if seed.isMultiple(of: 3), let last = program.instructions.lastIndex(where: { $0.opcode == .serve }) {
            program.instructions[last].kind = TinyProgram.Kind.away
        }
        let tables = ReplicationTables(program: program, seed: 9)
        #expect(tables.isPlain)
        let plain = try Replication.run(PlainRun.self, tables, seed, .none) { false }
        let general = try Replication.run(GeneralRun.self, tables, seed, .none) { false }
        #expect(plain == general)
        #expect(plain.classes.allSatisfy { $0.outcomes[0] > 0 && $0.outcomes[1] > 0 })
    }

    @Test func `what a plain run would not see makes a program general`() throws {
        let plain = try Self.program(servers: 2)
        func isPlain(_ change: (inout Program) -> Void) -> Bool {
            var program = plain
            change(&program)
            return program.isPlain
        }
        #expect(isPlain { _ in })
        #expect(!isPlain { $0.warmUp = 1 })
        #expect(!isPlain { $0.horizon = 1 })
        #expect(!isPlain { $0.itemRequests = [Self.itemRequest] })
        #expect(!isPlain { $0.splits = [SplitPlan(rows: [0], waitFor: 1)] })
        #expect(!isPlain { $0.requests[0].parts.append($0.requests[0].parts[0]) })
        #expect(!isPlain { $0.requests[0].openWaitTally = 0 })
        #expect(!isPlain { $0.groupings = [GroupingPlan(register: 0, valueCount: 1, takesPart: [])] })
        #expect(!isPlain { $0.pools[0].capacity.append(CapacityChange(moment: 5, servers: 1)) })
        #expect(!isPlain { $0.pools[0].capacity[0].servers = 0 })
        #expect(!isPlain { $0.pools[0].order = .lastJoined })
    }

    /// One arrives each tick from 1 to 302, and each is served for 1,000 ticks: 301 wait at most.
    @Test func `a line longer than those with a time of their own is measured all the same`() throws {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(1))
        let service = tiny.lasting(1000)
        let entry = tiny.rows(tiny.visit(desk, service) + [Instruction(.leave, first: 0)])
        tiny.entities(every: 1, limit: 302, from: entry)
        var program = tiny.finished()
        let general = try Replication.run(ReplicationTables(program: program, seed: 1), index: 0)
        program.requests[0].openWaitTally = -1
        let tables = ReplicationTables(program: program, seed: 1)
        #expect(tables.isPlain)
        for seen in [general, try Replication.run(tables, index: 0)] {
            let line = seen.pools[0]
            // The k-th to come, from 0, waits 999 k.
            #expect(line.lineArea == 999 * 301 * 302 / 2)
            #expect(line.longestLine == 301)
            // 255 or more wait from the 256th arrival behind the first until the 48th is called up.
            #expect(line.lineTimes[255] == 1 + 48 * 1000 - 1000 - 256)
            #expect(line.lineTimes[254] == 1000 + 1)
            #expect(line.lineTimes.count == 256)
        }
    }

    @Test func `tallies that are known to be equal are kept once`() throws {
        let program = try Self.program(servers: 2)
        let (own, inSystem) = (Int(program.tallies.ownTime), Int(program.tallies.timeInSystem))
        let help = Int(program.tallies.timeToFirstHelp)
        let waits = (0..<2).map { Int(program.requests[$0].waitTally) + $0 }
        func equals(_ change: (inout Program) -> Void) -> [Int: Int] {
            var program = program
            change(&program)
            return program.equalTallies
        }
        #expect(equals { _ in } == [help: waits[0], help + 1: waits[1]])
        let allOwn: [Int: Int] = equals { program in
            program.tallies.ownKinds = [true, true, false, true]
            program.tallies.timeToFirstHelp = -1
        }
        #expect(allOwn == [own: inSystem, own + 1: inSystem + 1])
        // Of the first class only: help that is none, and waits that are in no tally.
        #expect(equals { $0.requests[0].isHelp = false } == [help + 1: waits[1]])
        #expect(equals { $0.requests[0].waitTally = -1 } == [help + 1: waits[1]])
        // Those who give up, turn away or find the line full, and then get help elsewhere.
        #expect(equals { $0.requests[0].givingUpRow = $0.classes[1].entry + 3 } == [help + 1: waits[1]])
        #expect(equals { $0.requests[0].balkingRow = $0.classes[1].entry + 3 } == [help + 1: waits[1]])
        #expect(equals { $0.requests[0].refusalRow = $0.classes[1].entry + 3 } == [help + 1: waits[1]])
        // Those who turn away give something back first, or get help.
        #expect(
            equals { $0.instructions[Int($0.requests[0].balkingRow)].unwind = $0.classes[1].entry } == [:]
        )
        // A second row that asks for the same, and a route that leads back.
        #expect(equals { $0.instructions[Int($0.classes[1].entry)].first = 0 } == [:])
        #expect(try Self.program(servers: 2, returns: true).equalTallies == [help + 1: waits[1]])
    }

    @Test func `time is found from tallies that hold all of it and nothing else`() throws {
        let program = try Self.program(servers: 2)
        let service = program.durations.first { $0.tally >= 0 }?.tally ?? -1
        let waits = program.requests.map(\.waitTally)
        let (waiting, serving) = (TinyProgram.Kind.waiting, TinyProgram.Kind.service)
        #expect(program.talliedKinds == [waits[0]: waiting, waits[1]: waiting, service: serving])
        var other = program
        other.requests[0].waitTally = -1
        other.instructions[Int(other.classes[0].entry) + 1].kind = TinyProgram.Kind.away
        #expect(other.talliedKinds == [waits[1]: waiting])
        other = program
        other.tallies.ownKinds[Int(serving)] = false
        #expect(other.talliedKinds == [waits[0]: waiting, waits[1]: waiting])
    }

    private static let itemRequest = ItemRequestPlan(
        register: 0,
        selectionDraw: 0,
        selectionChance: 1,
        responderDraw: 0,
        responders: [],
        waitFor: -1,
        unselectedCounter: -1
    )

    /// Two classes at a desk with priorities, patience, a line limit and balking, then a choice by a register and a delay
    /// that is counted, after which the first class leaves or returns.
    private static func program(servers: Int32, returns: Bool = false) throws -> Program {
        var tiny = TinyProgram()
        let desk = tiny.pool(servers, lineLimit: 9, order: .level)
        let leaves = (0..<4).map { tiny.rows([Instruction(.leave, first: $0)]) }
        let requests = (0..<2).map { tiny.request(desk, priority: Int32($0)) }
        let service = tiny.lasting(try Sampler.exponential(mean: 100))
        for request in requests {
            tiny.setPatience(
                tiny.lasting(try Sampler.exponential(mean: 400)),
                of: request,
                givingUpAt: leaves[1]
            )
            tiny.program.requests[Int(request)].refusalRow = leaves[2]
            tiny.program.requests[Int(request)].balkingRow = leaves[3]
            tiny.program.requests[Int(request)].balking = [.init(fromLength: 4, chance: 0.2)]
            tiny.program.requests[Int(request)].balkingDraw = tiny.chance()
        }
        tiny.program.outcomeCount = 4
        let isBack = LoopPlan.Rule.again(draw: tiny.chance(), chance: 0.5, register: -1)
        tiny.program.loops = [LoopPlan(level: 1, rule: isBack, limit: 9)]
        for request in requests {
            let entry = tiny.nextRow
            tiny.program.choices.append(
                ChoicePlan(
                    draw: tiny.chance(),
                    options: [.init(chance: 0, register: 0, row: entry + 4)],
                    otherwise: leaves[0]
                )
            )
            let choice = Int32(tiny.program.choices.count - 1)
            tiny.rows(
                tiny.visit(request, service)
                    + [
                        Instruction(.choose, first: choice), tiny.delay(service),
                        Instruction(.count, second: 2),
                    ]
                    + (returns && request == requests[0] ? [Instruction(.endLoop, second: entry)] : [])
                    + [Instruction(.leave, first: 0)]
            )
            tiny.entities(
                rate: 0.006 * Double(servers),
                limit: 4000,
                priority: Int32(requests.count),
                from: entry
            )
        }
        _ = tiny.register(0.5)
        tiny.program.counterCount = 1
        var program = tiny.finished()
        for place in program.requests.indices { program.requests[place].openWaitTally = -1 }
        return program
    }
}
