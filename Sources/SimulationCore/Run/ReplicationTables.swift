import RandomStreams

/// The tables of a program as plain memory, with the stream keys of one seed: shared by all its replications.
///
/// Immutable once made, hence safe to read from several threads.
public final class ReplicationTables: @unchecked Sendable {
    /// The program.
    public let program: Program
    let instructions: UnsafeMutablePointer<Instruction>
    let durations: UnsafeMutablePointer<DurationPlan>
    let draws: UnsafeMutablePointer<DrawPlan.Row>
    let keys: UnsafeMutablePointer<StreamKey>
    let requests: UnsafeMutablePointer<RequestRow>
    let parts: UnsafeMutablePointer<RequestPlan.Part>
    let patience: UnsafeMutablePointer<Int32>
    let classPriorities: UnsafeMutablePointer<Int32>
    let classEntries: UnsafeMutablePointer<Int32>
    /// Rate segments of all classes, one class after another.
    let segments: UnsafeMutablePointer<RateRow>
    let choices: UnsafeMutablePointer<ChoiceRow>
    /// Options of all choices, one choice after another.
    let options: UnsafeMutablePointer<ChoicePlan.Option>
    let classCount: Int
    /// Number of priority levels.
    let levelCount: Int

    /// Lays a program out for a seed.
    public init(program: Program, seed: UInt64) {
        program.requireSoundness()
        self.program = program
        classCount = program.classes.count
        instructions = Self.copied(program.instructions)
        durations = Self.copied(program.durations)
        draws = Self.copied(program.draws.map { DrawPlan.Row(sampler: $0.sampler) })
        keys = Self.copied(program.streamKeys(seed: seed))
        var rows: [RequestRow] = []
        var allParts: [RequestPlan.Part] = []
        var allPatience: [Int32] = []
        for request in program.requests {
            rows.append(
                RequestRow(request, firstPart: allParts.count, firstPatience: allPatience.count)
            )
            allParts += request.parts
            allPatience += request.patience
        }
        requests = Self.copied(rows)
        parts = Self.copied(allParts)
        patience = Self.copied(allPatience)
        classPriorities = Self.copied(program.classes.map(\.priority))
        classEntries = Self.copied(program.classes.map(\.entry))
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
        let priorities = program.classes.map(\.priority) + program.requests.map(\.priority)
        levelCount = Int(max(0, priorities.max() ?? 0)) + 1
        precondition(levelCount <= 64, "there are at most 64 priority levels")
    }

    deinit {
        instructions.deallocate()
        durations.deallocate()
        draws.deallocate()
        keys.deallocate()
        requests.deallocate()
        parts.deallocate()
        patience.deallocate()
        classPriorities.deallocate()
        classEntries.deallocate()
        segments.deallocate()
        choices.deallocate()
        options.deallocate()
    }

    private static func copied<Element>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
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

/// What a run needs of a stretch with a constant arrival rate.
struct RateRow {
    let begins: SimulationTime
    let ends: SimulationTime
    let rate: Double
    /// Microseconds from one arrival to the next, on average.
    let meanGap: Double

    init(_ segment: RateSegment) {
        begins = segment.begins
        ends = segment.ends
        rate = segment.rate
        meanGap = 1 / segment.rate
    }
}

/// What a run needs of a choice, without arrays.
struct ChoiceRow {
    let draw: Int32
    let otherwise: Int32
    let firstOption: Int
    let optionCount: Int
}

/// What a run needs of a request, without arrays.
struct RequestRow {
    var firstPart: Int32
    var partCount: Int32
    var pool: Int32
    var units: Int32
    var priority: Int32
    var waitingKind: UInt8
    var closedKind: UInt8
    var isHelp: Bool
    var isPresent: Bool
    var firstPatience: Int32
    var hasPatience: Bool
    var hasBalking: Bool
    var givingUpRow: Int32
    var balkingRow: Int32
    var refusalRow: Int32
    var waitTally: Int32
    var givenUpTally: Int32
    var openWaitTally: Int32

    init(_ plan: RequestPlan, firstPart: Int, firstPatience: Int) {
        self.firstPart = Int32(firstPart)
        partCount = Int32(plan.parts.count)
        pool = plan.parts[0].pool
        units = plan.parts[0].units
        priority = plan.priority
        waitingKind = plan.waitingKind
        closedKind = plan.closedKind
        isHelp = plan.isHelp
        isPresent = plan.isPresent
        self.firstPatience = Int32(firstPatience)
        hasPatience = plan.patience.contains { $0 >= 0 }
        hasBalking = !plan.balking.isEmpty
        givingUpRow = plan.givingUpRow
        balkingRow = plan.balkingRow
        refusalRow = plan.refusalRow
        waitTally = plan.waitTally
        givenUpTally = plan.givenUpTally
        openWaitTally = plan.openWaitTally
    }
}
