import RandomStreams

extension Program {
    /// Traps unless every index of the program lies in the table it points into, so that a run need not look.
    func requireSoundness() {
        requireExpressions()
        precondition((1...StrandTable.kindLimit).contains(kindCount), "there are 1 to 16 kinds of time")
        precondition(Int(idleKind) < kindCount, "the idle kind is a kind")
        precondition(outcomeCount >= 1, "there is an outcome of those who just end")
        precondition(warmUp >= 0 && warmUp <= horizon || horizon == .never, "the warm-up lies in the run")
        for row in instructions { require(row) }
        let closing: [Opcode?] = [.end, .jump, .leave, .choose]
        precondition(closing.contains(instructions.last?.opcode), "no row follows the last")
        for pool in pools {
            precondition(pool.capacity.first?.moment == 0, "the first change of capacity is at 0")
            precondition(
                zip(pool.capacity, pool.capacity.dropFirst()).allSatisfy { $0.moment < $1.moment },
                "changes of capacity ascend"
            )
        }
        for plan in classes { require(plan) }
        for request in requests { require(request) }
        for duration in durations { require(duration) }
        for choice in choices { require(choice) }
        for loop in loops {
            precondition((1...3).contains(loop.level), "loops nest to level 3")
            precondition((1...4095).contains(loop.limit), "a loop has 1 to 4095 rounds")
        }
        for split in splits {
            for branch in split.branches {
                requireRow(branch.row)
                if branch.role >= 0 { requireIndex(branch.role, roles.count) }
            }
            precondition(split.branches.count <= 4_000, "a strand counts the ends of all branches")
            let number = split.branches.contains { $0.role >= 0 } ? Int(Int16.max) : split.branches.count
            precondition(
                split.waitFor == -1 || split.waitFor >= 1 && split.waitFor <= number,
                "a split waits for its own"
            )
            if split.limit >= 0 { requireIndex(split.limit, durations.count) }
        }
        for role in roles {
            for register in [role.number, role.engaged, role.time, role.summedUntil] {
                requireIndex(register, registerCount)
            }
        }
        for part in engagements.flatMap(\.parts) {
            requireIndex(part.role, roles.count)
            precondition(part.most >= 1, "an engagement needs somebody")
        }
        precondition(outcomeCount <= Self.outcomeLimit, "an outcome fits into a strand")
        for grouping in groupings { require(grouping) }
        for responder in responders { requireTally(responder.tally, number: 1) }
        requireTally(tallies.timeInSystem)
        requireTally(tallies.timeToFirstHelp)
        requireTally(tallies.ownTime)
        requireTally(tallies.counters, number: classes.count * counterCount)
        requireTally(tallies.memberTimes, number: classes.count * roles.count)
        requireTalliesApart()
    }

    /// Traps when a tally is of two uses.
    private func requireTalliesApart() {
        var uses: [(first: Int32, count: Int)] = [
            (tallies.counters, classes.count * counterCount),
            (tallies.memberTimes, classes.count * roles.count),
        ]
        let ofClasses =
            [tallies.timeInSystem, tallies.timeToFirstHelp, tallies.ownTime] + durations.map(\.tally)
            + requests.flatMap { [$0.waitTally, $0.openWaitTally, $0.givenUpTally] }
        uses += ofClasses.map { ($0, classes.count) }
        uses += responders.map { ($0.tally, 1) }
        uses += groupings.flatMap { grouping in grouping.tallies.map { ($0, Int(grouping.valueCount)) } }
        let ordered = uses.filter { $0.first >= 0 && $0.count > 0 }.sorted { $0.first < $1.first }
        precondition(
            zip(ordered, ordered.dropFirst()).allSatisfy { Int($0.first) + $0.count <= Int($1.first) },
            "a tally is of one use"
        )
    }

    private func require(_ row: Instruction) {
        requireRow(row.unwind)
        precondition(Int(row.kind) < kindCount, "a row's kind is a kind")
        switch row.opcode {
        case .enter:
            requireIndex(row.first, requests.count)
            let parts = requests[Int(row.first)].parts
            precondition(
                parts.count == 1 && pools[Int(parts[0].pool)].blocks,
                "room is waited for in one pool"
            )
        case .seize, .release: requireIndex(row.first, requests.count)
        case .releaseLater:
            requireIndex(row.first, requests.count)
            requireIndex(row.second, durations.count)
        case .serve, .delay: requireIndex(row.first, durations.count)
        case .awaitOpening: requireIndex(row.first, shiftTables.count)
        case .choose: requireIndex(row.first, choices.count)
        case .test:
            requireIndex(row.first, tests.count)
            requireRow(row.second)
            switch tests[Int(row.first)] {
            case .lineLength(let pool, _, _): requireIndex(pool, pools.count)
            case .register(let register, _, _): requireIndex(register, registerCount)
            case .lasting(let held, _, _):
                requireIndex(held.register, registerCount)
                requireIndex(held.register + held.count - 1, registerCount)
                if held.role >= 0 { requireIndex(held.role, roles.count) }
            case .classMembership: break
            }
        case .jump: requireRow(row.first)
        case .beginLoop, .endLoop:
            requireIndex(row.first, loops.count)
            requireRow(row.second)
        case .gather:
            requireIndex(row.first, groups.count)
            requireRow(row.second)
        case .disband: break
        case .engage, .disengage: requireIndex(row.first, engagements.count)
        case .meet:
            requireIndex(row.first, requests.count)
            requireIndex(row.third, counterCount)
        case .split: requireIndex(row.first, splits.count)
        case .skipWithoutItems:
            requireIndex(row.first, itemRequests.count)
            requireRow(row.second)
        case .awaitReplies: requireIndex(row.first, itemRequests.count)
        case .receiveItems:
            requireIndex(row.first, itemRequests.count)
            precondition(!itemRequests[Int(row.first)].items.isEmpty, "items received are told apart")
        case .set: requireIndex(row.first, assignments.count)
        case .count: requireIndex(row.first, counterCount)
        case .leave, .leaveAndEnd: requireIndex(row.first, outcomeCount)
        case .end: break
        }
    }

    private func require(_ plan: ClassPlan) {
        requireRow(plan.entry)
        requireIndex(plan.priority, 64)
        requireIndex(plan.arrivals.draw, draws.count)
        if case .renewal(let duration) = plan.arrivals.pattern { requireIndex(duration, durations.count) }
        if plan.arrivals.batch >= 0 { requireSampler(plan.arrivals.batch) }
        if let factor = plan.arrivals.factor { requireSampler(factor.draw) }
        for row in plan.arrivals.startingRows { requireRow(row) }
        if case .moments(let moments) = plan.arrivals.pattern {
            precondition(moments.first ?? 0 >= 0, "nobody arrives before the run")
            precondition(zip(moments, moments.dropFirst()).allSatisfy(<=), "moments of arrival are in order")
        }
        for register in plan.registers {
            requireIndex(register.register, registerCount)
            requireSampler(register.draw)
            require(register.lasts)
        }
    }

    private func require(_ request: RequestPlan) {
        precondition(!request.parts.isEmpty, "a request asks for something")
        for part in request.parts {
            requireIndex(part.pool, pools.count)
            precondition(part.units >= 1, "a request asks for 1 unit or more")
            if pools[Int(part.pool)].lineLimit >= 0 { requireRow(request.refusalRow) }
        }
        precondition(
            request.parts.count == 1 || request.parts.allSatisfy { !pools[Int($0.pool)].suspends },
            "a pool that suspends services is not one of several"
        )
        precondition(
            request.parts.allSatisfy { pools[Int($0.pool)].servers.isEmpty == (request.selection == nil) },
            "of servers told apart, and of no others, it is said who will do"
        )
        if let selection = request.selection { require(selection, request) }
        for part in request.parts where request.isPresent && pools[Int(part.pool)].dayEnd == .sendsAway {
            requireRow(request.sendingAwayRow)
        }
        let named = Set(request.parts.map(\.pool))
        precondition(named.count == request.parts.count, "a request names a pool once")
        precondition(request.priority < 64, "there are at most 64 priority levels")
        precondition(Int(max(request.waitingKind, request.closedKind)) < kindCount, "a wait's kind is a kind")
        precondition(request.patience.isEmpty || request.patience.count == classes.count, "patience by class")
        precondition(request.due.isEmpty || request.due.count == classes.count, "due dates by class")
        for duration in request.due where duration >= 0 { requireIndex(duration, durations.count) }
        for duration in request.patience where duration >= 0 {
            requireIndex(duration, durations.count)
            requireRow(request.givingUpRow)
        }
        if !request.balking.isEmpty {
            requireIndex(request.balkingDraw, draws.count)
            requireRow(request.balkingRow)
        }
        requireTally(request.waitTally)
        requireTally(request.openWaitTally)
        requireTally(request.givenUpTally)
    }

    private func require(_ grouping: GroupingPlan) {
        requireIndex(grouping.register, registerCount)
        precondition(grouping.valueCount >= 1, "a grouping has a value")
        precondition(grouping.takesPart.count == classes.count, "who takes part is said by class")
        for first in grouping.tallies { requireTally(first, number: Int(grouping.valueCount)) }
    }

    private func require(_ selection: ServerSelection, _ request: RequestPlan) {
        let pool = pools[Int(request.parts[0].pool)]
        precondition(pool.servers.count <= 64, "at most 64 servers are told apart")
        precondition(request.parts.count == 1 && request.parts[0].units == 1, "a server is asked for alone")
        precondition(pool.reserved.isEmpty, "of servers told apart none are kept for classes")
        precondition(
            pool.ownLines == nil || pool.preemption == nil,
            "nobody suspends services of servers with lines of their own"
        )
        if case .drawn = pool.order { preconditionFailure("a random line has servers that are all alike") }
        precondition(selection.able.nonzeroBitCount > 0, "somebody is able to serve")
        precondition(
            selection.able >> UInt64(pool.servers.count - 1) <= 1,
            "who is able to serve is one of the pool"
        )
        precondition(selection.place >= 0, "who is held is noted")
        if selection.register >= 0 { requireIndex(selection.register, registerCount) }
    }

    /// Requires that expressions work out a number, and assignments a register.
    func requireExpressions() {
        for expression in expressions {
            precondition(expression.isSound, "an expression leaves one number")
            for operation in expression.operations {
                switch operation {
                case .register(let register): requireIndex(register, registerCount)
                case .lineLength(let pool): requireIndex(pool, pools.count)
                case .number, .sum, .difference, .product, .least, .greatest: break
                }
            }
        }
        for request in itemRequests {
            precondition(request.items.count <= 64, "at most 64 items are told apart")
            for item in request.items {
                requireIndex(item.register, registerCount)
                requireIndex(item.number, Occurrence.items)
                if item.role >= 0 { requireIndex(item.role, roles.count) }
                requireIndex(item.route, request.responders.count)
                require(item.lasts)
            }
        }
        for assignment in assignments.joined() {
            requireIndex(assignment.register, registerCount)
            require(assignment.lasts)
            if assignment.draw >= 0 {
                requireSampler(assignment.draw)
            } else {
                requireIndex(assignment.expression, expressions.count)
            }
        }
    }

    private func require(_ lasting: LastingPlan?) {
        if let lasting, lasting.duration >= 0 { requireIndex(lasting.duration, durations.count) }
    }

    private func require(_ duration: DurationPlan) {
        if duration.factor >= 0 { requireIndex(duration.factor, expressions.count) }
        requireSampler(duration.draw)
        if duration.clock != .elapsed { requireIndex(duration.shiftTable, shiftTables.count) }
        if duration.itemRequest >= 0 { requireIndex(duration.itemRequest, itemRequests.count) }
        requireTally(duration.tally)
    }

    private func require(_ choice: ChoicePlan) {
        requireIndex(choice.draw, draws.count)
        requireRow(choice.otherwise)
        for option in choice.options {
            requireRow(option.row)
            if option.register >= 0 { requireIndex(option.register, registerCount) }
        }
    }

    private func requireRow(_ row: Int32) { requireIndex(row, instructions.count) }

    private func requireSampler(_ draw: Int32) {
        requireIndex(draw, draws.count)
        requireIndex(draws[Int(draw)].sampler, samplers.count)
    }

    private func requireTally(_ first: Int32, number: Int? = nil) {
        let last = Int(first) + (number ?? classes.count)
        precondition(first == -1 || first >= 0 && last <= tallies.count, "tallies are laid out by class")
    }

    private func requireIndex(_ index: Int32, _ count: Int) {
        precondition(index >= 0 && index < count, "the program points outside one of its tables")
    }
}
