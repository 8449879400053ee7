import ScenarioModel
import SimulationCore

/// A place in the rows that is known only later.
struct Label: Hashable {
    let number: Int32
}

/// Where the steps being flattened stand.
struct RouteContext {
    /// Prefix of step names inside a named `use`.
    var prefix = ""
    /// Rows that give back what is held and end the strand.
    var unwind: Label
    /// Loops around.
    var loopLevel = 0
    /// Roles of members who take part in the steps around.
    var engaged: Set<String> = []
    /// The role of the member whose way it is, or nil.
    var member: String?
    /// Routes around, to find a route that uses itself.
    var routes: [String] = []
    /// Units of pools that are kept around.
    var kept: [String: Int] = [:]
    /// How many of those kept are told apart.
    var namedKept: Int32 = 0
    /// The step that follows directly.
    var next: Step?
    /// How a family gets home that leaves in the middle of a visit, or nil.
    var wayBack: WayBack?

    /// The way home from a visit.
    struct WayBack {
        /// Duration of the way.
        var duration: Int32
        /// The visit.
        var step: Int32
        /// What was held when the visit began; with more in hand there is no way home.
        var unwind: Label
    }
}

extension ProgramBuilder {
    /// Flattens every route that a class follows; returns where each starts.
    mutating func addRoutes() throws(CompilationError) -> [String: RouteStart] {
        // Row 0 ends any strand that holds nothing.
        program.instructions = [Instruction(.end)]
        let end = label()
        place(end)
        labelRows[Int(end.number)] = 0
        var starts: [String: RouteStart] = [:]
        for route in scenario.routes where scenario.familyClasses.contains(where: { $0.route == route.name })
        {
            var start = RouteStart(route: route.name, row: Int32(program.instructions.count))
            var context = RouteContext(unwind: end)
            context.routes = [route.name]
            var later = LaterRows()
            for (place, step) in route.steps.enumerated() {
                start.stepRows[step.name] = Int32(program.instructions.count)
                let next = place + 1 < route.steps.count ? route.steps[place + 1] : nil
                try flatten([step], context, &later, then: next)
            }
            emit(.end, step: -1, context)
            try flattenLater(&later)
            starts[route.name] = start
        }
        resolveLabels()
        return starts
    }

    /// Rows at which families may begin a route.
    struct RouteStart {
        let route: String
        /// Its first row.
        let row: Int32
        /// First rows of its own steps.
        var stepRows: [String: Int32] = [:]

        /// The row of families that are there at the start.
        func row(of step: String?, _ family: FamilyClass) throws(CompilationError) -> Int32 {
            guard let step else { return row }
            if let row = stepRows[step] { return row }
            throw CompilationError(
                english:
                    "families '\(family.name)' cannot start at '\(step)': route '\(route)' has no such step"
                    + " of its own; one inside another step does not count",
                russian:
                    "семьи «\(family.name)» не могут начать с «\(step)»: в маршруте «\(route)» нет такого"
                    + " шага; шаг внутри другого шага не годится"
            )
        }
    }

    /// Rows that come after those of their route, such as the steps of families who give up.
    struct LaterRows {
        var blocks: [Block] = []
        /// What gives resources back when a strand is broken off.
        var unwindings: [Unwinding] = []
        /// Ways home and back again of families who are sent home.
        var returns: [Return] = []

        struct Return {
            var start: Label
            /// Shift tables by whose openings the family comes again.
            var openings: [Int32]
            var step: Int32
            var context: RouteContext
            var then: Label
        }

        struct Unwinding {
            var start: Label
            var rows: Rows
            var step: Int32
            var context: RouteContext

            enum Rows {
                /// Gives back a request's resources; one granted for a group then disbands it.
                case request(Int32, isForGroup: Bool)
                /// Lets the members of an engagement go.
                case members(Int32)
            }
        }

        struct Block {
            var start: Label
            var steps: [Step]
            var context: RouteContext
            /// Where the strand goes on afterwards, or nil to end.
            var then: Label?
        }
    }

    private mutating func flattenLater(_ later: inout LaterRows) throws(CompilationError) {
        var index = 0
        while index < later.blocks.count {
            let block = later.blocks[index]
            index += 1
            place(block.start)
            try flatten(block.steps, block.context, &later)
            if let then = block.then {
                emit(.jump, step: -1, block.context, first: then.number)
            } else {
                emit(.end, step: -1, block.context)
            }
        }
        for way in later.returns {
            place(way.start)
            flatten(way)
        }
        for unwinding in later.unwindings {
            place(unwinding.start)
            switch unwinding.rows {
            case .request(let request, let isForGroup):
                emit(.release, step: unwinding.step, unwinding.context, first: request)
                if isForGroup { emit(.disband, step: unwinding.step, unwinding.context) }
            case .members(let engagement):
                emit(.disengage, step: unwinding.step, unwinding.context, first: engagement)
            }
            emit(.jump, step: unwinding.step, unwinding.context, first: unwinding.context.unwind.number)
        }
    }

    /// Emits the rows of steps in order; `next` is the step that follows them directly.
    mutating func flatten(
        _ steps: [Step],
        _ context: RouteContext,
        _ later: inout LaterRows,
        then next: Step? = nil
    ) throws(CompilationError) {
        for (place, step) in steps.enumerated() {
            do throws(CompilationError) {
                var own = context
                own.next = place + 1 < steps.count ? steps[place + 1] : next
                try flatten(step, own, &later)
            } catch {
                throw error.within(.step(route: context.routes.last ?? "", name: step.name))
            }
        }
    }

    private mutating func flatten(
        _ step: Step,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        let name = context.prefix + step.name
        switch step.action {
        case .serve(let serve): try flatten(serve, name, step.title, context, &later)
        case .keep(let keep): try flatten(keep, name, step.title, context, &later)
        case .lookup(let lookup): try flatten(lookup, name, step.title, context, &later)
        case .delay(let delay):
            let duration = try duration(delay.takes, "delay@\(name)", factor: delay.factor)
            let index = self.step(name, step.title, kind: "delay")
            emit(.delay, kind: delay.kind, step: index, context, first: duration)
        case .choose(let choose): try flatten(choose, name, step.title, context, &later)
        case .together(let together): try flatten(together, name, step.title, context, &later)
        case .repeat(let loop): try flatten(loop, name, step.title, context, &later)
        case .visit(let visit): try flatten(visit, name, step.title, context, &later)
        case .members(let with): try flatten(with, name, step.title, context, &later)
        case .use(let use): try flatten(use, name, context, &later)
        case .set(let set): try flatten(set, name, step.title, context)
        case .count(let count):
            let index = self.step(name, step.title, kind: "count")
            emit(.count, step: index, context, first: counter(count), second: 1)
        case .leave(let outcome):
            let index = self.step(name, step.title, kind: "leave")
            if let way = context.wayBack, way.unwind == context.unwind {
                emit(.delay, kind: .travel, step: way.step, context, first: way.duration)
            }
            emit(.leave, step: index, context, first: self.outcome(outcome))
        }
    }

    /// Index of a counter.
    func counter(_ count: EffortCount) -> Int32 {
        Int32(symbols.counters.firstIndex(of: count) ?? 0)
    }

    private mutating func flatten(
        _ use: UseStep,
        _ name: String,
        _ context: RouteContext,
        _ later: inout LaterRows
    ) throws(CompilationError) {
        guard let route = scenario.routes.first(where: { $0.name == use.route }) else {
            throw CompilationError(
                english: "step '\(name)' uses the unknown route '\(use.route)'",
                russian: "шаг «\(name)» ссылается на неизвестный маршрут «\(use.route)»"
            )
        }
        guard !context.routes.contains(use.route) else {
            throw CompilationError(
                english: "route '\(use.route)' uses itself",
                russian: "маршрут «\(use.route)» ссылается сам на себя"
            )
        }
        var inner = context
        inner.routes.append(use.route)
        if use.isNamed { inner.prefix = name + "/" }
        inner.next = nil
        try flatten(route.steps, inner, &later)
    }

    // MARK: Rows and labels

    /// A label that has no place yet.
    mutating func label() -> Label {
        labelRows.append(-1)
        return Label(number: Int32(labelRows.count - 1))
    }

    /// Puts a label before the next row.
    mutating func place(_ label: Label) {
        labelRows[Int(label.number)] = Int32(program.instructions.count)
    }

    /// Adds a row; operands that are rows are labels until `resolveLabels`.
    mutating func emit(
        _ opcode: Opcode,
        kind: TimeKind = .atHome,
        step: Int32,
        _ context: RouteContext,
        first: Int32 = 0,
        second: Int32 = 0,
        third: Int32 = 0
    ) {
        program.instructions.append(
            Instruction(
                opcode,
                kind: kind.rawValue,
                step: step,
                first: first,
                second: second,
                third: third,
                unwind: context.unwind.number
            )
        )
    }

    /// Replaces labels by the rows they stand for.
    private mutating func resolveLabels() {
        func row(_ label: Int32) -> Int32 {
            let row = labelRows[Int(label)]
            precondition(row >= 0, "a label was never placed")
            return row
        }
        for index in program.instructions.indices where index > 0 {
            program.instructions[index].unwind = row(program.instructions[index].unwind)
            switch program.instructions[index].opcode {
            case .jump: program.instructions[index].first = row(program.instructions[index].first)
            case .test, .beginLoop, .endLoop, .skipWithoutItems, .gather:
                program.instructions[index].second = row(program.instructions[index].second)
            default: break
            }
        }
        for index in program.choices.indices {
            program.choices[index].otherwise = row(program.choices[index].otherwise)
            for option in program.choices[index].options.indices {
                program.choices[index].options[option].row = row(program.choices[index].options[option].row)
            }
        }
        for index in program.requests.indices {
            program.requests[index].givingUpRow = row(program.requests[index].givingUpRow)
            program.requests[index].balkingRow = row(program.requests[index].balkingRow)
            program.requests[index].refusalRow = row(program.requests[index].refusalRow)
            program.requests[index].sendingAwayRow = row(program.requests[index].sendingAwayRow)
        }
        for index in program.splits.indices {
            for branch in program.splits[index].branches.indices {
                program.splits[index].branches[branch].row = row(program.splits[index].branches[branch].row)
            }
        }
    }
}
