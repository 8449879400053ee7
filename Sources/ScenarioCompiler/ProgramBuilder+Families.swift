import ScenarioModel
import SimulationCore

/// Classes of families: how they arrive and what they bear.
extension ProgramBuilder {
    /// Adds every class.
    mutating func addClasses(_ starts: [String: RouteStart]) throws(CompilationError) {
        for family in scenario.familyClasses {
            do throws(CompilationError) {
                program.classes.append(try plan(of: family, starts))
            } catch {
                throw error.within(.familyClass(family.name))
            }
        }
    }

    private mutating func plan(
        of family: FamilyClass,
        _ starts: [String: RouteStart]
    ) throws(CompilationError) -> ClassPlan {
        guard let start = starts[family.route] else {
            throw CompilationError(
                english: "families '\(family.name)' follow the unknown route '\(family.route)'",
                russian: "семьям «\(family.name)» назначен неизвестный маршрут «\(family.route)»"
            )
        }
        return ClassPlan(
            name: family.name,
            arrivals: try arrivals(family, start),
            entry: start.row,
            priority: level(family.priority),
            registers: try registerPlans(family)
        )
    }

    private mutating func arrivals(
        _ family: FamilyClass,
        _ start: RouteStart
    ) throws(CompilationError) -> ArrivalPlan {
        var plan = try gaps(family)
        let arrivals = family.arrivals
        plan.limit = arrivals.limit.map { Int64($0) } ?? .max
        if let law = arrivals.familiesAtOnce { plan.batch = try draw("families at once@arrivals", law) }
        if let busyness = arrivals.busyness {
            let purpose = "busyness@\(busyness.period.rawValue)"
            plan.factor = RateFactor(draw: try draw(purpose, busyness.factor), isShared: busyness.isShared)
        }
        for group in family.atStart {
            let row = try start.row(of: group.step, family)
            plan.startingRows += Array(repeating: row, count: group.count)
        }
        return plan
    }

    private mutating func gaps(_ family: FamilyClass) throws(CompilationError) -> ArrivalPlan {
        let isByDay = family.arrivals.busyness?.period == .day
        switch family.arrivals.pattern {
        case .poisson(let law):
            let segments = try schedule.segments(of: law, byDay: isByDay)
            return ArrivalPlan(pattern: .rate(segments), draw: draw("gap@arrivals"))
        case .counted(let counts):
            let segments = try schedule.segments(of: counts, byDay: isByDay, family: family.name)
            return ArrivalPlan(pattern: .rate(segments), draw: draw("gap@arrivals"))
        case .listed(let moments):
            let listed = try schedule.moments(moments, family: family.name)
            return ArrivalPlan(pattern: .moments(listed), draw: draw("gap@arrivals"))
        case .openings(let use):
            let openings = try schedule.openings(of: use)
            return ArrivalPlan(pattern: .moments(openings), draw: draw("gap@arrivals"))
        case .renewal(let law):
            let duration = try duration(law, "gap@arrivals")
            let draw = program.durations[Int(duration)].draw
            return ArrivalPlan(pattern: .renewal(duration: duration), draw: draw)
        }
    }

    private mutating func registerPlans(_ family: FamilyClass) throws(CompilationError) -> [RegisterPlan] {
        var plans: [RegisterPlan] = []
        for (name, register) in registers.sorted(by: { $0.value < $1.value }) {
            let areDocuments = name == "documents"
            let own = family.attributes.first { $0.name == name }
            let law = (areDocuments ? family.documents : own?.law) ?? .constant(0)
            let purpose = areDocuments ? "documents@arrivals" : "attribute@\(name)"
            plans.append(
                RegisterPlan(
                    register: register,
                    draw: try draw(purpose, law),
                    isCount: areDocuments || own?.countsMembers ?? false
                )
            )
        }
        for kind in scenario.documents {
            guard let held = heldDocuments[kind.name] else { continue }
            let law = family.attributes.first { $0.name == kind.name }?.law ?? .constant(0)
            for member in 0..<held.count {
                var plan = RegisterPlan(
                    register: held.register + member,
                    draw: try draw("attribute@\(kind.name)", law),
                    isCount: false
                )
                plan.lasts = try lasting(kind)
                if held.role >= 0 { plan.member = member }
                plans.append(plan)
            }
        }
        let ofRoles = program.roles.flatMap { [$0.engaged, $0.time, $0.summedUntil] }
        for register in personRegisters.values.sorted() + ofRoles {
            plans.append(
                RegisterPlan(
                    register: register,
                    draw: try draw("person@arrivals", .constant(0)),
                    isCount: false
                )
            )
        }
        return plans
    }
}
