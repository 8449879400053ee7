import ScenarioModel
import SimulationCore

extension ProgramBuilder {
    /// Emits the rows of a choose step.
    mutating func flatten(
        _ choose: ChooseStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "choose")
        let end = label()
        switch choose.rule {
        case .chances(let options):
            let otherwise = label()
            var plan = ChoicePlan(draw: draw("branch@\(name)"), options: [], otherwise: otherwise.number)
            let starts = options.map { _ in label() }
            for (option, start) in zip(options, starts) {
                plan.options.append(try choiceOption(option.chance, start))
            }
            program.choices.append(plan)
            emit(.choose, step: step, context, first: Int32(program.choices.count - 1))
            for (option, start) in zip(options, starts) {
                place(start)
                try flatten(option.steps, context, &later)
                emit(.jump, step: step, context, first: end.number)
            }
            place(otherwise)
        case .conditions(let options):
            for option in options {
                let next = label()
                try emitTests(option.condition, step, context, otherwise: next)
                try flatten(option.steps, context, &later)
                emit(.jump, step: step, context, first: end.number)
                place(next)
            }
        }
        try flatten(choose.otherwise, context, &later)
        place(end)
    }

    private func choiceOption(_ chance: Chance, _ start: Label) throws(CompilationError) -> ChoicePlan.Option
    {
        switch chance {
        case .value(let value): ChoicePlan.Option(chance: value, row: start.number)
        case .attribute(let name):
            ChoicePlan.Option(chance: 0, register: try numberRegister(name), row: start.number)
        }
    }

    private mutating func emitTests(
        _ condition: Condition,
        _ step: Int32,
        _ context: RouteContext,
        otherwise: Label
    ) throws(CompilationError) {
        let test: TestPlan
        switch condition {
        case .all(let parts):
            for part in parts { try emitTests(part, step, context, otherwise: otherwise) }
            return
        case .any(let parts):
            let holds = label()
            for (place, part) in parts.enumerated() {
                guard place + 1 < parts.count else {
                    try emitTests(part, step, context, otherwise: otherwise)
                    continue
                }
                let next = label()
                try emitTests(part, step, context, otherwise: next)
                emit(.jump, step: step, context, first: holds.number)
                self.place(next)
            }
            self.place(holds)
            return
        case .attribute(let name, let comparison, let value):
            let comparison = Self.comparison(comparison)
            if let kind = documentKinds[name] {
                test = .lasting(try held(kind, context), comparison, value)
            } else {
                test = .register(try numberRegister(name), comparison, value)
            }
        case .waiting(let pool, let comparison, let value):
            test = .lineLength(pool: try self.pool(pool), Self.comparison(comparison), value)
        case .familyClass(let names):
            test = .classMembership(scenario.familyClasses.map { names.contains($0.name) })
        }
        program.tests.append(test)
        let index = Int32(program.tests.count - 1)
        emit(.test, step: step, context, first: index, second: otherwise.number)
    }

    private static func comparison(_ comparison: Condition.Comparison) -> TestPlan.Comparison {
        switch comparison {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .equal: .equal
        case .notEqual: .notEqual
        case .greaterOrEqual: .greaterOrEqual
        case .greater: .greater
        }
    }

    /// Emits the rows of a together step: a split, and each branch as rows of its own that end its strand.
    mutating func flatten(
        _ together: TogetherStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "together")
        let starts = together.branches.map { _ in label() }
        var limit: Int32 = -1
        if let within = together.within { limit = try duration(within, "limit@\(name)") }
        let branches = try zip(together.branches, starts).map { branch, start throws(CompilationError) in
            SplitPlan.Branch(
                row: start.number,
                role: try branch.each.map(role) ?? -1,
                isAwaited: Self.isAwaited(branch, together.waitFor)
            )
        }
        var waitFor: Int32 = -1
        if case .number(let number) = together.waitFor { waitFor = Int32(clamping: number) }
        program.splits.append(SplitPlan(branches: branches, waitFor: waitFor, limit: limit))
        emit(.split, step: step, context, first: Int32(program.splits.count - 1))
        var inner = context
        // What is held around a split belongs to the strand that splits; a branch gives back only its own.
        inner.unwind = Label(number: 0)
        inner.wayBack = nil
        for (branch, start) in zip(together.branches, starts) {
            var context = inner
            if let role = branch.each {
                try refuseMembersOfMembers(inner, name)
                context.member = role
            }
            later.blocks.append(
                LaterRows.Block(start: start, steps: branch.steps, context: context, then: nil)
            )
        }
    }

    private static func isAwaited(_ branch: TogetherStep.Branch, _ wait: TogetherStep.Wait) -> Bool {
        if case .members(let role) = wait { branch.each == role } else { true }
    }

    /// Emits the rows of a repeat step.
    mutating func flatten(
        _ loop: RepeatStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "repeat")
        var inner = context
        inner.loopLevel += 1
        guard inner.loopLevel <= 3 else {
            throw CompilationError(
                english: "step '\(name)' is the fourth 'repeat' inside another; three are possible",
                russian: "шаг «\(name)»: четвёртое вложенное повторение, допускается не более трёх"
            )
        }
        let rule: LoopPlan.Rule
        switch loop.rule {
        case .times(let law): rule = .drawn(draw: try draw("rounds@\(name)", law))
        case .timesAttribute(let attribute): rule = .register(try numberRegister(attribute))
        case .again(.value(let chance)):
            rule = .again(draw: draw("again@\(name)"), chance: chance, register: -1)
        case .again(.attribute(let attribute)):
            rule = .again(draw: draw("again@\(name)"), chance: 0, register: try numberRegister(attribute))
        }
        program.loops.append(
            LoopPlan(level: Int32(inner.loopLevel), rule: rule, limit: Int32(clamping: loop.atMost))
        )
        let index = Int32(program.loops.count - 1)
        let body = label()
        let end = label()
        emit(.beginLoop, step: step, context, first: index, second: end.number)
        var back = body
        if let every = loop.every {
            emit(.jump, step: step, context, first: body.number)
            back = label()
            place(back)
            emit(.delay, step: step, context, first: try duration(every, "pause@\(name)"))
        }
        place(body)
        try flatten(loop.steps, inner, &later)
        emit(.endLoop, step: step, context, first: index, second: back.number)
        place(end)
    }

    /// Emits the rows of a visit: wait for opening hours, travel there, steps, travel back.
    mutating func flatten(
        _ visit: VisitStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let step = step(name, title, kind: "visit")
        var there: Int32 = -1
        if let travel = visit.travel { there = try duration(travel, "travel there@\(name)") }
        if let during = visit.during {
            let hour = draw("hour@\(name)")
            let table = try shiftTable(during)
            emit(.awaitOpening, step: step, context, first: table, second: there, third: hour)
        }
        emit(.count, step: step, context, first: counter(.trip), second: 1)
        if there >= 0 { emit(.delay, kind: .travel, step: step, context, first: there) }
        guard let travel = visit.travel else { return try flatten(visit.steps, context, &later) }
        let back = try duration(travel, "travel back@\(name)")
        var inner = context
        inner.wayBack = RouteContext.WayBack(duration: back, step: step, unwind: context.unwind)
        try flatten(visit.steps, inner, &later)
        emit(.delay, kind: .travel, step: step, context, first: back)
    }
}
