import RandomStreams
import SimulationCore
import TestSupport

/// A random but valid program over all opcodes, for laws that hold on every path.
struct RandomTinyProgram {
    private(set) var tiny = TinyProgram()
    private var chance: TestChance
    private var requests: [Int32] = []
    private var durations: [Int32] = []
    private var leaves: [Int32] = []
    private var calendar: Int32 = 0
    private var classes = 1

    init(seed: Int) throws {
        chance = TestChance(seed: UInt64(seed))
        tiny.isSketched = false
        classes = 1 + chance.below(3)
        tiny.program.counterCount = 1
        leaves = (0..<3).map { tiny.rows([Instruction(.leave, first: $0)]) }
        calendar = tiny.calendar(0..<400, 500..<900, 1000..<1600, 2000..<1_000_000)
        for mean in [3.0, 8, 20] {
            durations.append(tiny.lasting(try Sampler.exponential(mean: mean)))
        }
        durations.append(tiny.lasting(try Sampler.uniform(low: 0, high: 9), on: .openTime, of: calendar))
        durations.append(
            tiny.lasting(try Sampler.uniform(low: 0, high: 9), on: .elapsedThenOpen, of: calendar)
        )
        try addRequests()
        let entries = (0..<classes).map { _ in addRoute(depth: 0) }
        for entry in entries {
            let rate = 0.02 + 0.08 * Double(chance.below(10)) / 10
            tiny.entities(rate: rate, limit: 60, priority: Int32(chance.below(3)), from: entry)
        }
        _ = tiny.register(Double(chance.below(4)))
        addResponders()
        tiny.program.warmUp = chance.below(2) == 0 ? 0 : 300
        tiny.program.horizon = chance.below(2) == 0 ? 1500 : 900_000
        if chance.below(2) == 0 {
            tiny.program.weekProfile = WeekProfilePlan(moments: [0, 200, 350, 1000], slots: [3, 4, 5, 3])
        }
    }

    private mutating func addRequests() throws {
        var pools: [Int32] = []
        for _ in 0..<3 {
            var changes = [CapacityChange(moment: 0, servers: Int32(chance.below(3)))]
            for change in 1..<chance.below(8) + 2 {
                let servers = Int32(chance.below(4)) - 1
                changes.append(
                    CapacityChange(
                        moment: SimulationTime(change * 150 + chance.below(100)),
                        servers: max(0, servers),
                        endsDay: servers < 0
                    )
                )
            }
            changes.append(CapacityChange(moment: 5000, servers: 3))
            pools.append(
                tiny.pool(
                    changes,
                    lineLimit: chance.below(3) == 0 ? 4 : -1,
                    order: chance.below(2) == 0 ? .level : .joining,
                    dayEnd: chance.below(2) == 0 ? .servesThoseInside : .finishesServices
                )
            )
        }
        for place in 0..<5 {
            var chosen = pools.filter { _ in chance.below(2) == 0 }
            if chosen.isEmpty { chosen = [chance.pick(pools)] }
            let parts = chosen.map { RequestPlan.Part(pool: $0, units: 1 + Int32(chance.below(2))) }
            let request = tiny.request(parts: parts, priority: Int32(chance.below(4)) - 1)
            requests.append(request)
            tiny.program.requests[place].refusalRow = leaves[1]
            if chance.below(2) == 0 {
                tiny.setPatience(chance.pick(durations), of: request, givingUpAt: leaves[2])
            }
            if chance.below(3) == 0 {
                tiny.program.requests[place].balking = [.init(fromLength: 1, chance: 0.5)]
                tiny.program.requests[place].balkingDraw = tiny.chance()
                tiny.program.requests[place].balkingRow = leaves[1]
            }
        }
    }

    private mutating func addResponders() {
        let draws = (0..<2).map { _ in
            ItemRequestPlan.ChannelDraws(
                answer: chance.pick(durations),
                failure: tiny.chance(),
                pause: chance.pick(durations)
            )
        }
        tiny.program.responders = [
            ResponderPlan(
                channels: [.init(cumulative: 1, failureChance: 0.3, retries: 2)],
                fallBack: .init(cumulative: 1, failureChance: 0.2, retries: 0),
                tally: -1
            )
        ]
        tiny.program.itemRequests = [
            ItemRequestPlan(
                register: 0,
                selectionDraw: tiny.chance(),
                selectionChance: 0.7,
                responderDraw: tiny.chance(),
                responders: [
                    .init(
                        responder: 0,
                        cumulative: 1,
                        channelDraw: tiny.chance(),
                        channels: draws,
                        fallBackAfter: durations[2]
                    )
                ],
                waitFor: chance.below(2) == 0 ? -1 : 1,
                unselectedCounter: 0
            )
        ]
    }

    /// Adds rows of random steps with an end; routes of splits stand before the row that splits.
    private mutating func addRoute(depth: Int) -> Int32 {
        var branches: [Int32] = []
        if depth < 2 { branches = (0..<2 + chance.below(2)).map { _ in addRoute(depth: depth + 1) } }
        let first = tiny.nextRow
        for _ in 0..<1 + chance.below(5) { addStep(branches) }
        tiny.rows([chance.below(6) == 0 ? Instruction(.leave, first: 1) : Instruction(.end)])
        return first
    }

    private mutating func addStep(_ branches: [Int32]) {
        let duration = chance.pick(durations)
        let request = chance.pick(requests)
        let next = tiny.nextRow
        switch chance.below(10) {
        case 0...2:
            tiny.rows(tiny.visit(request, duration))
        case 3:
            tiny.rows([
                tiny.seize(request), tiny.delay(duration, holding: request), tiny.release(request),
            ])
        case 4:
            tiny.rows([
                tiny.delay(duration, kind: UInt8(chance.below(4))),
                Instruction(.awaitOpening, kind: TinyProgram.Kind.closed, first: calendar),
            ])
        case 5 where !branches.isEmpty:
            let limit = chance.below(2) == 0 ? duration : -1
            let waitFor = 1 + Int32(chance.below(branches.count))
            tiny.program.splits.append(SplitPlan(rows: branches, waitFor: waitFor, limit: limit))
            tiny.rows([Instruction(.split, first: Int32(tiny.program.splits.count - 1))])
        case 6:
            let rule = LoopPlan.Rule.again(draw: tiny.chance(), chance: 0.5, register: -1)
            tiny.program.loops.append(LoopPlan(level: 1, rule: rule, limit: 5))
            let loop = Int32(tiny.program.loops.count - 1)
            tiny.rows([
                Instruction(.beginLoop, first: loop, second: next + 3), tiny.delay(duration),
                Instruction(.endLoop, first: loop, second: next + 1),
            ])
        case 7:
            let option = ChoicePlan.Option(chance: 0.4, row: next + 2)
            tiny.program.choices.append(
                ChoicePlan(draw: tiny.chance(), options: [option], otherwise: next + 1)
            )
            tiny.rows([
                Instruction(.choose, first: Int32(tiny.program.choices.count - 1)), tiny.delay(duration),
            ])
        case 8:
            tiny.program.tests.append(.lineLength(pool: Int32(chance.below(3)), .greater, 2))
            let test = Int32(tiny.program.tests.count - 1)
            tiny.rows([
                Instruction(.test, first: test, second: next + 3), Instruction(.count, first: 0, second: 1),
                Instruction(.jump, first: next + 3),
            ])
        default:
            tiny.rows([
                Instruction(.skipWithoutItems, second: next + 2),
                Instruction(.awaitReplies, kind: TinyProgram.Kind.away),
            ])
        }
    }
}
