import ScenarioModel
import SimulationCore

/// A program as numbered rows for people: the first thing to read when a run surprises.
public struct ProgramListing: Sendable {
    private let compiled: CompiledScenario

    /// Makes a listing of a compiled scenario.
    public init(_ compiled: CompiledScenario) {
        self.compiled = compiled
    }

    /// The listing, one row a line.
    public var text: String {
        var lines: [String] = []
        for (index, plan) in compiled.program.classes.enumerated() {
            lines.append(
                "class \(compiled.symbols.classes[index]): row \(plan.entry), priority \(plan.priority)"
            )
        }
        for (plan, symbol) in zip(compiled.program.groupings, compiled.symbols.groupings) {
            lines.append("measures by \(symbol.attribute): register \(plan.register), \(symbol.words)")
        }
        for (index, row) in compiled.program.instructions.enumerated() {
            lines.append("\(padded(index))  \(describe(row))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func padded(_ index: Int) -> String {
        let digits = String(index)
        return String(repeating: " ", count: max(0, 4 - digits.count)) + digits
    }

    private func describe(_ row: Instruction) -> String {
        let step = row.step >= 0 ? "  ; \(compiled.symbols.steps[Int(row.step)].name)" : ""
        let unwind = row.unwind == 0 ? "" : " unwind \(row.unwind)"
        return "\(row.opcode)\(operands(row))\(unwind)\(step)"
    }

    private func operands(_ row: Instruction) -> String {
        let program = compiled.program
        let first = Int(row.first)
        switch row.opcode {
        case .seize:
            return " \(pools(first)) else give up \(program.requests[first].givingUpRow)"
        case .release: return " \(pools(first))"
        case .enter: return " request \(first)"
        case .gather: return " group \(first) then \(row.second)"
        case .disband: return ""
        case .releaseLater: return " \(pools(first)) after duration \(row.second)"
        case .serve, .delay: return " \(duration(first)) as \(compiled.symbols.kinds[Int(row.kind)])"
        case .awaitOpening:
            return " calendar \(first)" + (row.second < 0 ? "" : " after \(duration(Int(row.second)))")
        case .choose:
            let plan = program.choices[first]
            let options = plan.options.map { option in
                option.register < 0
                    ? "\(option.chance) → \(option.row)" : "r\(option.register) → \(option.row)"
            }
            return " \(options.joined(separator: ", ")), otherwise → \(plan.otherwise)"
        case .test: return " \(program.tests[first]) else → \(row.second)"
        case .jump: return " → \(first)"
        case .beginLoop:
            return " level \(program.loops[first].level) \(program.loops[first].rule), none → \(row.second)"
        case .endLoop: return " again → \(row.second)"
        case .split: return split(program.splits[first])
        case .engage, .disengage:
            return " "
                + program.engagements[first].parts.map {
                    "\($0.most) of \(compiled.symbols.roles[Int($0.role)])"
                }.joined(separator: " + ")
        case .meet: return " \(pools(first))"
        case .skipWithoutItems: return " items \(first), none → \(row.second)"
        case .awaitReplies, .receiveItems: return " items \(first)"
        case .set: return " assignments \(first)"
        case .count: return " \(compiled.symbols.counters[first].rawValue) + \(row.second)"
        case .leave, .leaveAndEnd: return " \(compiled.symbols.outcomes[first])"
        case .end: return ""
        }
    }

    private func split(_ plan: SplitPlan) -> String {
        let ways = plan.branches.map { branch in
            (branch.role < 0 ? "" : "each \(compiled.symbols.roles[Int(branch.role)]) ")
                + "→ \(branch.row)" + (branch.isAwaited ? "" : " not awaited")
        }
        return " \(ways.joined(separator: ", ")) wait for \(plan.waitFor < 0 ? "all" : "\(plan.waitFor)")"
    }

    private func pools(_ request: Int) -> String {
        compiled.program.requests[request].parts.map { part in
            let name = compiled.symbols.pools[Int(part.pool)]
            return part.units == 1 ? name : "\(part.units) of \(name)"
        }.joined(separator: " + ")
    }

    private func duration(_ index: Int) -> String {
        let plan = compiled.program.durations[index]
        let items = plan.itemRequest >= 0 ? " per item" : ""
        return "\(compiled.program.draws[Int(plan.draw)].purpose)\(items) \(plan.clock)"
    }
}
