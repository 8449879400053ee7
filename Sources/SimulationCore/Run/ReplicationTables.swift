import RandomStreams

/// The tables of a program as plain memory, with the stream keys of one seed: shared by all its replications.
///
/// Immutable once made, hence safe to read from several threads.
public final class ReplicationTables: @unchecked Sendable {
    /// The program.
    public let program: Program
    let seed: UInt64
    let instructions: UnsafeMutablePointer<Instruction>
    let durations: UnsafeMutablePointer<DurationRow>
    let durationPlans: UnsafeMutablePointer<DurationPlan>
    let draws: UnsafeMutablePointer<DrawPlan.Row>
    let keys: UnsafeMutablePointer<StreamKey>
    let parts: UnsafeMutablePointer<RequestPlan.Part>
    let patience: UnsafeMutablePointer<Int32>
    let classPriorities: UnsafeMutablePointer<Int32>
    /// Rate segments of all classes, one class after another.
    let segments: UnsafeMutablePointer<RateRow>
    let choices: UnsafeMutablePointer<ChoiceRow>
    /// Options of all choices, one choice after another.
    let options: UnsafeMutablePointer<ChoicePlan.Option>
    /// Registers to be filled of all classes, one class after another, and per class where its first is and one beyond.
    let registers: UnsafeMutablePointer<RegisterPlan>
    let firstRegisters: UnsafeMutablePointer<Int>
    let splits: UnsafeMutablePointer<SplitRow>
    /// Branches of all splits, one split after another.
    let branches: UnsafeMutablePointer<SplitPlan.Branch>
    /// Roles of members.
    let roles: UnsafeMutablePointer<RolePlan>
    /// Parts of all engagements, one engagement after another, and per engagement where its first is and one beyond.
    let engagementParts: UnsafeMutablePointer<EngagementPlan.Part>
    let firstEngagementParts: UnsafeMutablePointer<Int>
    let replies: ReplyTables
    let classCount: Int
    /// Number of priority levels.
    let levelCount: Int
    /// Whether a run that records nothing is a plain one.
    let isPlain: Bool
    /// What a plain run keeps once, see `Program`; empty when runs are not plain.
    let equalTallies: [Int: Int]
    /// Tallies that a plain run finds times by kind from, see `Program`; empty when runs are not plain.
    let talliedKinds: [Int32: UInt8]
    /// Whether some strand may wait for resources while it holds others.
    let holdsWhileWaiting: Bool

    /// Lays a program out for a seed.
    public init(program: Program, seed: UInt64) {
        program.requireSoundness()
        self.program = program
        self.seed = seed
        let holdsWhileWaiting = program.instructions.contains { row in
            let unwinding = program.instructions[Int(row.unwind)].opcode
            return [.seize, .split, .enter, .engage].contains(row.opcode) && unwinding != .end
        }
        self.holdsWhileWaiting = holdsWhileWaiting
        // Who holds while waiting may deadlock, which only a general run looks for.
        isPlain = program.isPlain && !holdsWhileWaiting
        classCount = program.classes.count
        equalTallies = isPlain ? program.equalTallies : [:]
        talliedKinds = isPlain ? program.talliedKinds : [:]
        instructions = Self.copied(Self.linked(program, talliedKinds))
        let keys = Self.copied(program.streamKeys(seed: seed))
        self.keys = keys
        durations = Self.copied(program.durations.map { DurationRow($0, program, keys) })
        durationPlans = Self.copied(program.durations)
        draws = Self.copied(program.draws.map { DrawPlan.Row(sampler: $0.sampler) })
        parts = Self.copied(program.requests.flatMap(\.parts))
        patience = Self.copied(program.requests.flatMap(\.patience))
        classPriorities = Self.copied(program.classes.map(\.priority))
        segments = Self.copied(
            program.classes.flatMap { plan -> [RateRow] in
                if case .rate(let segments) = plan.arrivals.pattern { segments.map(RateRow.init) } else { [] }
            }
        )
        var choiceRows: [ChoiceRow] = []
        var allOptions: [ChoicePlan.Option] = []
        for choice in program.choices {
            choiceRows.append(
                ChoiceRow(
                    draw: choice.draw,
                    otherwise: choice.otherwise,
                    firstOption: allOptions.count,
                    optionCount: choice.options.count
                )
            )
            allOptions += choice.options
        }
        choices = Self.copied(choiceRows)
        options = Self.copied(allOptions)
        registers = Self.copied(program.classes.flatMap(\.registers))
        firstRegisters = Self.copied(Self.starts(program.classes.map(\.registers.count)))
        let firstBranches = Self.starts(program.splits.map(\.branches.count))
        splits = Self.copied(zip(program.splits, firstBranches).map(SplitRow.init))
        branches = Self.copied(program.splits.flatMap(\.branches))
        roles = Self.copied(program.roles)
        engagementParts = Self.copied(program.engagements.flatMap(\.parts))
        firstEngagementParts = Self.copied(Self.starts(program.engagements.map(\.parts.count)))
        replies = ReplyTables(program)
        let priorities = program.classes.map(\.priority) + program.requests.map(\.priority)
        levelCount = Int(max(0, priorities.max() ?? 0)) + 1
        precondition(levelCount <= 64, "there are at most 64 priority levels")
    }

    deinit {
        instructions.deallocate()
        durations.deallocate()
        durationPlans.deallocate()
        draws.deallocate()
        keys.deallocate()
        parts.deallocate()
        patience.deallocate()
        classPriorities.deallocate()
        segments.deallocate()
        choices.deallocate()
        options.deallocate()
        registers.deallocate()
        firstRegisters.deallocate()
        splits.deallocate()
        branches.deallocate()
        roles.deallocate()
        engagementParts.deallocate()
        firstEngagementParts.deallocate()
        replies.deallocate()
    }

    /// The rows, each with what a run would have to look up in other rows and tables.
    private static func linked(_ program: Program, _ talliedKinds: [Int32: UInt8]) -> [Instruction] {
        let rows = program.instructions
        return rows.enumerated().map { place, row in
            var linked = row
            if row.opcode == .leave, rows[Int(row.unwind)].opcode == .end { linked.opcode = .leaveAndEnd }
            if row.opcode == .serve {
                linked.third = program.durations[Int(row.first)].tally
                linked.isTimeTallied = talliedKinds[linked.third] != nil
            }
            if row.opcode == .seize {
                let next = rows[place + 1]
                // Where servers are told apart, the length depends on who serves.
                let isDrawn =
                    next.opcode == .serve && program.durations[Int(next.first)].isPlain
                    && program.requests[Int(row.first)].selection == nil
                linked.second = isDrawn ? next.first : -1
            }
            return linked
        }
    }

    /// Where parts begin that stand one after another, and where the last ends.
    static func starts(_ counts: [Int]) -> [Int] {
        counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    static func copied<Element>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
        for (index, element) in array.enumerated() { (pointer + index).initialize(to: element) }
        return pointer
    }
}

extension DrawPlan {
    /// What a run needs of a draw.
    struct Row {
        var sampler: Int32
    }
}

/// What a run needs of a duration.
struct DurationRow {
    let sampler: SamplerBank.Entry
    /// The draw's keys, by class.
    let keys: UnsafeMutablePointer<StreamKey>
    /// Whether it is a single draw on clock time.
    let isPlain: Bool
    /// Whether it is a sum of draws over selected items, or multiplied by a factor.
    let isComposed: Bool

    init(_ plan: DurationPlan, _ program: Program, _ keys: UnsafeMutablePointer<StreamKey>) {
        sampler = program.samplers.entry(Int(program.draws[Int(plan.draw)].sampler))
        self.keys = keys + Int(plan.draw) * program.classes.count
        isPlain = plan.isPlain
        isComposed = plan.itemRequest >= 0 || plan.factor >= 0
    }
}

/// What a run needs of a stretch with a constant arrival rate.
struct RateRow {
    let begins: SimulationTime
    let ends: SimulationTime
    let rate: Double
    /// Microseconds from one arrival to the next, on average.
    let meanGap: Double
    let period: Int32

    init(_ segment: RateSegment) {
        begins = segment.begins
        ends = segment.ends
        rate = segment.rate
        meanGap = 1 / segment.rate
        period = segment.period
    }
}

/// What a run needs of a choice, without arrays.
struct ChoiceRow {
    let draw: Int32
    let otherwise: Int32
    let firstOption: Int
    let optionCount: Int
}

/// What a run needs of a split, without arrays: an array that replications share is counted by all their threads.
struct SplitRow {
    let firstBranch: Int
    let branchCount: Int
    let waitFor: Int32
    let limit: Int32

    init(_ plan: SplitPlan, firstBranch: Int) {
        self.firstBranch = firstBranch
        branchCount = plan.branches.count
        waitFor = plan.waitFor
        limit = plan.limit
    }
}
