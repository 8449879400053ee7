import ScenarioModel
import SimulationCore

/// Numbers worked out from attributes, and attributes that change.
extension ProgramBuilder {
    /// Adds an expression to the program; returns its number.
    mutating func expression(_ expression: AttributeExpression) throws(CompilationError) -> Int32 {
        program.expressions.append(ExpressionPlan(try operations(expression)))
        return Int32(program.expressions.count - 1)
    }

    private func operations(_ expression: AttributeExpression) throws(CompilationError) -> [ExpressionPlan
        .Operation]
    {
        let last: ExpressionPlan.Operation =
            switch expression {
            case .number(let number): .number(number)
            case .attribute(let name): .register(try numberRegister(name))
            case .waiting(let pool): .lineLength(pool: try self.pool(pool))
            case .sum: .sum
            case .difference: .difference
            case .product: .product
            case .least: .least
            case .greatest: .greatest
            }
        var operations: [ExpressionPlan.Operation] = []
        for part in expression.parts { operations += try self.operations(part) }
        return operations + [last]
    }

    /// Emits the row of a set step.
    mutating func flatten(
        _ set: SetStep,
        _ name: String,
        _ title: LocalizedText?,
        _ context: RouteContext
    ) throws(CompilationError) {
        var plans: [AssignmentPlan] = []
        for assignment in set.assignments {
            var own: [AssignmentPlan] = []
            if let kind = documentKinds[assignment.attribute] {
                let held = try held(kind, context)
                let lasts = try lasting(kind, name)
                for member in 0..<(held.isOwn ? 1 : held.count) {
                    own.append(
                        AssignmentPlan(
                            register: held.register + member,
                            lasts: lasts,
                            member: held.role < 0 || held.isOwn ? -1 : member,
                            isOwn: held.isOwn
                        )
                    )
                }
            } else {
                own.append(
                    AssignmentPlan(
                        register: try numberRegister(assignment.attribute),
                        isCount: assignment.attribute == "documents"
                    )
                )
            }
            for place in own.indices {
                switch assignment.value {
                case .expression(let expression): own[place].expression = try self.expression(expression)
                case .law(let law): own[place].draw = try draw("set@\(name)/\(assignment.attribute)", law)
                }
            }
            plans += own
        }
        program.assignments.append(plans)
        let index = Int32(program.assignments.count - 1)
        emit(.set, step: step(name, title, kind: "set"), context, first: index)
    }
}
