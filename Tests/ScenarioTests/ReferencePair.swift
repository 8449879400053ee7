import RandomStreams
import SimulationCore

/// Two designs of a small centre, used to measure what common random numbers are worth (METHODS 1.2).
///
/// A desk of 2, psychologists (6 in design A, 5 in B), rehabilitation of 4 and lookups of 3; 400 families arrive 4 an
/// hour. In design B three in ten families get a lookup first, which shortens their psychologist's service by 35 %.
/// Half go on to rehabilitation, and 15 % of those come back to the psychologist. Times are exponential.
struct ReferencePair {
    static let families = 400

    /// The program of one design, written by hand because it needs a service time that depends on the way taken.
    static func program(isB: Bool) throws -> Program {
        let hour = 3600e6
        let bank = SamplerBank([
            try .exponential(mean: 0.25 * hour), try .exponential(mean: 1.2 * hour),
            try .exponential(mean: hour),
            try .exponential(mean: 0.2 * hour), try .exponential(mean: 0.65 * 1.2 * hour),
        ])
        var layout = TallyLayout(ownKinds: [true, true, false])
        layout.timeInSystem = layout.add(1)
        layout.timeToFirstHelp = layout.add(1)
        layout.ownTime = layout.add(1)
        layout.counters = layout.add(0)
        var program = Program(samplers: bank, tallies: layout)
        program.kindCount = 3
        program.idleKind = 2
        program.outcomeCount = 1
        program.draws = [
            DrawPlan(purpose: "gap@arrivals", sampler: -1), DrawPlan(purpose: "service@desk", sampler: 0),
            DrawPlan(purpose: "service@psychologist", sampler: 1),
            DrawPlan(purpose: "service@rehabilitation", sampler: 2),
            DrawPlan(purpose: "service@lookup", sampler: 3),
            DrawPlan(purpose: "service@psychologist", sampler: 4),
            DrawPlan(purpose: "branch@lookup", sampler: -1),
            DrawPlan(purpose: "branch@rehabilitation", sampler: -1),
            DrawPlan(purpose: "again@psychologist", sampler: -1),
        ]
        program.durations = (0...5).map { DurationPlan(draw: Int32(max(1, $0))) }
        let servers: [Int32] = [2, isB ? 5 : 6, 4, 3]
        program.pools = servers.map { PoolPlan(capacity: [CapacityChange(moment: 0, servers: $0)]) }
        program.requests = (0..<4).map { pool in
            RequestPlan(parts: [.init(pool: Int32(pool), units: 1)], waitingKind: 1, closedKind: 1)
        }
        program.loops = [LoopPlan(level: 1, rule: .again(draw: 8, chance: 0.15, register: -1), limit: 4095)]
        program.choices = [
            ChoicePlan(draw: 6, options: [.init(chance: isB ? 0.3 : 0, row: 5)], otherwise: 18),
            ChoicePlan(draw: 7, options: [.init(chance: 0.5, row: 13)], otherwise: 28),
            ChoicePlan(draw: 7, options: [.init(chance: 0.5, row: 23)], otherwise: 28),
        ]
        program.instructions = rows
        let segment = RateSegment(begins: 0, ends: .never, rate: 4 / hour)
        let arrivals = ArrivalPlan(pattern: .rate([segment]), limit: Int64(families), draw: 0)
        program.classes = [ClassPlan(name: "family", arrivals: arrivals, entry: 1, priority: 0)]
        return program
    }

    /// Desk, then by choice a lookup and the short first psychologist's service, else the loop from its beginning.
    private static var rows: [Instruction] {
        func service(_ pool: Int32, _ duration: Int32) -> [Instruction] {
            [
                Instruction(.seize, kind: 1, first: pool),
                Instruction(.serve, kind: 0, first: duration, second: pool),
                Instruction(.release, first: pool),
            ]
        }
        /// Psychologist, then for half of them rehabilitation, and again for some; 10 rows from `first` on.
        func rounds(_ duration: Int32, choice: Int32, first: Int32) -> [Instruction] {
            [Instruction(.beginLoop, first: 0, second: 28)] + service(1, duration)
                + [Instruction(.choose, first: choice)] + service(2, 3)
                + [Instruction(.endLoop, first: 0, second: first + 1), Instruction(.jump, first: 28)]
        }
        var rows = [Instruction(.end)]
        rows += service(0, 1)  // 1–3 desk
        rows += [Instruction(.choose, first: 0)]  // 4
        rows += service(3, 4)  // 5–7 lookup
        rows += rounds(5, choice: 1, first: 8)  // 8–17 with the short service
        rows += rounds(2, choice: 2, first: 18)  // 18–27 with the full one
        rows += [Instruction(.end)]  // 28
        return rows
    }
}
