import RandomStreams
import SimulationCore
import TestSupport

/// A program to run at some size, and the C programs of the same model.
struct Workload {
    let name: String
    /// Customers, families or events at full size, as the C programs count them, and what they are called.
    let units: Int
    let unit: String
    /// The program for so many units.
    let program: (Int) throws -> Program
    /// Name of the fastest C program of the model, or nil.
    var limit: String?
    /// Name of the C program that does the same as ours to the last bit, or nil.
    var twin: String?

    /// All workloads, at full size or at a size that takes a moment.
    static func all(isQuick: Bool) throws -> [Workload] {
        let customers = isQuick ? 20_000 : 1_000_000
        return [
            Workload(
                name: "core.run.mm1-1e6",
                units: customers,
                unit: "customers",
                program: { try line(rate: 0.9, servers: 1, customers: $0) },
                limit: "mm1-generic",
                twin: "mm1-twin"
            ),
            Workload(
                name: "core.run.waits-mm1-1e6",
                units: customers,
                unit: "customers",
                program: { waitsOnly(try line(rate: 0.9, servers: 1, customers: $0)) },
                limit: "mm1-generic"
            ),
            Workload(
                name: "core.run.mm5-1e6",
                units: customers,
                unit: "customers",
                program: { try line(rate: 4, servers: 5, customers: $0) },
                limit: "mm5-generic",
                twin: "mm5-twin"
            ),
            Workload(
                name: "core.run.centre-network-200k",
                units: isQuick ? 5000 : 200_000,
                unit: "families",
                program: { try network(families: $0) },
                limit: "w3-generic",
                twin: "network-twin"
            ),
            Workload(
                name: "core.calendar.hold-1024",
                units: customers,
                unit: "events",
                program: { try hold(strands: 1024, events: $0) }
            ),
        ]
    }

    private static let minute = 60_000_000.0

    /// Poisson arrivals, exponential services of mean one minute, one line.
    private static func line(rate: Double, servers: Int32, customers: Int) throws -> Program {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(servers))
        let service = tiny.lasting(try Sampler.exponential(mean: minute))
        let entry = tiny.rows(tiny.visit(desk, service) + [Instruction(.leave, first: 0)])
        tiny.entities(rate: rate / minute, limit: Int64(customers), from: entry)
        return finished(&tiny)
    }

    /// Two visits to a desk with patience and priorities, a lookup at home, and one of two specialists between.
    static func network(families: Int) throws -> Program {
        var tiny = TinyProgram()
        let desks = tiny.pool(6, order: .level)
        let intake = tiny.request(desks, priority: 1)
        let closing = tiny.request(desks, priority: 0)
        let specialists = (tiny.request(tiny.pool(12)), tiny.request(tiny.pool(10)))
        let first = tiny.lasting(try Sampler.lognormal(mean: 10 * minute, coefficientOfVariation: 0.6))
        let lookup = tiny.lasting(try Sampler.lognormal(mean: 120 * minute, coefficientOfVariation: 1))
        let long = tiny.lasting(try Sampler.gamma(shape: 4, mean: 45 * minute))
        let longer = tiny.lasting(try Sampler.gamma(shape: 3, mean: 60 * minute))
        let last = tiny.lasting(try Sampler.exponential(mean: 4 * minute))
        let leaves = (0..<2).map { tiny.rows([Instruction(.leave, first: $0)]) }
        tiny.setPatience(
            tiny.lasting(try Sampler.exponential(mean: 60 * minute)),
            of: intake,
            givingUpAt: leaves[1]
        )
        let end = tiny.rows(tiny.visit(closing, last) + [Instruction(.leave, first: 0)])
        let one = tiny.rows(tiny.visit(specialists.0, long) + [Instruction(.jump, first: end)])
        let other = tiny.rows(tiny.visit(specialists.1, longer) + [Instruction(.jump, first: end)])
        let entry = tiny.nextRow
        tiny.program.choices = [
            ChoicePlan(
                draw: tiny.chance(),
                options: [.init(chance: 0.6, row: entry + 4)],
                otherwise: entry + 5
            ),
            ChoicePlan(
                draw: tiny.chance(),
                options: [.init(chance: 0.4, row: one), .init(chance: 0.25, row: other)],
                otherwise: leaves[0]
            ),
        ]
        tiny.rows(
            tiny.visit(intake, first) + [
                Instruction(.choose, first: 0), tiny.delay(lookup), Instruction(.choose, first: 1),
            ]
        )
        tiny.entities(rate: 1 / (2 * minute), limit: Int64(families), priority: 1, from: entry)
        return finished(&tiny)
    }

    /// Strands that do nothing but wait, each a length of its own, over and over.
    private static func hold(strands: Int, events: Int) throws -> Program {
        var tiny = TinyProgram()
        let wait = tiny.lasting(try Sampler.exponential(mean: minute))
        let start = tiny.nextRow
        let entry = tiny.rows([tiny.delay(wait), Instruction(.jump, first: start)])
        tiny.entities(rate: 1, limit: Int64(strands), from: entry)
        tiny.program.eventLimit = Int64(events)
        tiny.program.horizon = 1 << 60
        return finished(&tiny)
    }

    /// The same program when nothing but waits is measured, as in the C programs.
    private static func waitsOnly(_ program: Program) -> Program {
        var program = program
        program.tallies.timeInSystem = -1
        program.tallies.timeToFirstHelp = -1
        program.tallies.ownTime = -1
        for place in program.durations.indices { program.durations[place].tally = -1 }
        return program
    }

    /// Ten kinds of time, and the tallies of an ordinary scenario.
    private static func finished(_ tiny: inout TinyProgram) -> Program {
        tiny.program.kindCount = 10
        tiny.program.idleKind = 9
        var program = tiny.finished()
        for place in program.requests.indices { program.requests[place].openWaitTally = -1 }
        return program
    }
}
