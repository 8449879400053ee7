import ScenarioModel
import SimulationCore

/// Pools.
extension ProgramBuilder {
    mutating func addPools() throws(CompilationError) {
        for pool in scenario.pools {
            do throws(CompilationError) {
                program.pools.append(try plan(of: pool))
            } catch {
                throw error.within(.pool(pool.name))
            }
        }
    }

    private mutating func plan(of pool: ResourcePool) throws(CompilationError) -> PoolPlan {
        try refuseNamed(pool)
        try refuseOwnLines(pool)
        return PoolPlan(
            capacity: try schedule.capacity(of: pool),
            lineLimit: pool.lineLimit.map { Int32(clamping: $0) } ?? -1,
            blocks: pool.blocks,
            order: order(of: pool),
            dayEnd: Self.dayEnd(of: pool.closingRule),
            preemption: pool.preemption.map { $0 == .resume ? .resume : .restart },
            reserved: try reserved(pool),
            absence: pool.absenceChance == 0
                ? nil
                : AbsencePlan(
                    chance: pool.absenceChance,
                    purpose: "absence@\(pool.name)",
                    servers: Int32(clamping: pool.staff)
                ),
            servers: pool.members.map {
                ServerPlan(speed: $0.speed, places: Int32(clamping: pool.placesEach))
            },
            ownLines: pool.ownLines.map { OwnLines(jockeying: Int32(clamping: $0.jockeying ?? 0)) }
        )
    }

    /// Refuses named members where it does not matter who serves, or where they are too many.
    private func refuseNamed(_ pool: ResourcePool) throws(CompilationError) {
        guard !pool.members.isEmpty else { return }
        guard pool.members.count <= 64 else {
            throw CompilationError(
                english: "pool '\(pool.name)' has \(pool.members.count) named members; 64 are possible",
                russian: "в пуле «\(pool.name)» поимённо названо \(pool.members.count); возможно не больше 64"
            )
        }
        guard pool.reserved.isEmpty, pool.discipline != .random else {
            throw CompilationError(
                english:
                    "the staff of pool '\(pool.name)' are told apart, so none can be kept for a class, and its line is"
                    + " not served in random order; give skills instead",
                russian:
                    "сотрудники пула «\(pool.name)» названы поимённо: придержать их для категории нельзя, и порядок"
                    + " очереди не может быть случайным; задайте навыки"
            )
        }
    }

    /// Refuses lines of staff's own where it is not known who they are, or where a service may be interrupted by a family.
    private func refuseOwnLines(_ pool: ResourcePool) throws(CompilationError) {
        guard pool.ownLines != nil, pool.members.isEmpty || pool.preemption != nil else { return }
        throw CompilationError(
            english:
                "the staff of pool '\(pool.name)' have lines of their own ('own lines'), so it must be known who they are,"
                + " and no family interrupts their services ('pre-emption')",
            russian:
                "у сотрудников пула «\(pool.name)» свои очереди («own lines»): должно быть известно, кто они, и ни одна"
                + " семья не может прервать их приём («pre-emption»)"
        )
    }

    /// Servers kept for each class, or nothing.
    private func reserved(_ pool: ResourcePool) throws(CompilationError) -> [Int32] {
        guard !pool.reserved.isEmpty else { return [] }
        guard pool.discipline != .random, !pool.suspendsServices else {
            throw CompilationError(
                english:
                    "pool '\(pool.name)' keeps staff for classes, and so can neither serve its line in random"
                    + " order nor interrupt services",
                russian:
                    "в пуле «\(pool.name)» сотрудники придержаны для категорий, поэтому порядок очереди не может"
                    + " быть случайным, а приём — прерываться"
            )
        }
        return scenario.familyClasses.map { family in
            Int32(clamping: pool.reserved.first { $0.familyClass == family.name }?.count ?? 0)
        }
    }

    private static func dayEnd(of rule: ClosingRule) -> DayEnd {
        switch rule {
        case .serveThoseInside: .servesThoseInside
        case .finishService: .finishesServices
        case .suspendService: .suspendsServices
        case .sendHome: .sendsAway
        }
    }

    private func order(of pool: ResourcePool) -> LineOrder {
        switch pool.discipline {
        case .firstInFirstOut: .joining
        case .priority: pool.ageing.map { .joiningAfter(delays($0)) } ?? .level
        case .lastInFirstOut: .lastJoined
        case .shortestFirst: .length
        case .earliestDue: .dueDate
        case .random: .drawn(purpose: "order@\(pool.name)")
        }
    }

    /// How much later each priority level is taken to have joined its line.
    private func delays(_ ageing: TimeSpan) -> [SimulationTime] {
        var delays = Array(repeating: SimulationTime(0), count: levels.count)
        for (priority, level) in levels {
            delays[Int(level)] = SimulationTime(priority) * min(ageing.microseconds, .never / 64)
        }
        return delays
    }
}
