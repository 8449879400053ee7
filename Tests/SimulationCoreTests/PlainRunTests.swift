import RandomStreams
import TestSupport
import Testing

@testable import SimulationCore

/// A plain run, compiled apart, sees what a general run of the same program sees.
struct PlainRunTests {
    @Test(arguments: 0..<20)
    func `plain and general runs agree to the last digit`(seed: UInt32) throws {
        var program = try Self.program(servers: Int32(seed % 3 + 1))
        // Half of the programs keep own times in the tallies of times in system, unless limits tell them apart.
        let isAllOwn = seed.isMultiple(of: 2)
        if isAllOwn { program.tallies.ownKinds = [true, true, false, true] }
        #expect(program.ownTimeIsTimeInSystem == isAllOwn)
        if seed.isMultiple(of: 4) {
            program.tallies.setLimits([.init(tally: program.tallies.ownTime, atMost: 300)])
        }
        let tables = ReplicationTables(program: program, seed: 9)
        #expect(tables.isPlain)
        let plain = try Replication.run(PlainRun.self, tables, seed, .none) { false }
        let general = try Replication.run(GeneralRun.self, tables, seed, .none) { false }
        #expect(plain.tallies == general.tallies)
        #expect(plain.sketches == general.sketches)
        #expect(plain.within == general.within)
        #expect(plain.pools == general.pools)
        #expect(plain.classes == general.classes)
        #expect(plain.presentArea == general.presentArea)
        #expect(plain.events == general.events)
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
        #expect(!isPlain { $0.registerCount = 1 })
        #expect(!isPlain { $0.counterCount = 1 })
        #expect(!isPlain { $0.splits = [SplitPlan(rows: [0], waitFor: 1)] })
        #expect(!isPlain { $0.requests[0].parts.append($0.requests[0].parts[0]) })
        #expect(!isPlain { $0.requests[0].openWaitTally = 0 })
        #expect(!isPlain { $0.pools[0].capacity.append(CapacityChange(moment: 5, servers: 1)) })
        #expect(!isPlain { $0.pools[0].capacity[0].servers = 0 })
    }

    /// Two classes at a desk with priorities, patience, a line limit and balking, then a choice and a delay.
    private static func program(servers: Int32) throws -> Program {
        var tiny = TinyProgram()
        let desk = tiny.pool(servers, lineLimit: 9, usesPriority: true)
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
        for request in requests {
            let entry = tiny.nextRow
            tiny.program.choices.append(
                ChoicePlan(
                    draw: tiny.chance(),
                    options: [.init(chance: 0.5, row: entry + 4)],
                    otherwise: leaves[0]
                )
            )
            let choice = Int32(tiny.program.choices.count - 1)
            tiny.rows(
                tiny.visit(request, service) + [
                    Instruction(.choose, first: choice), tiny.delay(service), Instruction(.leave, first: 0),
                ]
            )
            tiny.entities(
                rate: 0.006 * Double(servers),
                limit: 4000,
                priority: Int32(requests.count),
                from: entry
            )
        }
        var program = tiny.finished()
        for place in program.requests.indices { program.requests[place].openWaitTally = -1 }
        return program
    }
}
