import ScenarioModel

/// Every family class has the attributes that its route asks for.
enum KnownAttributes {
    static func check(_ scenario: Scenario, _ tree: LocatedNode, _ context: DecodingContext) {
        guard !context.collector.hasErrors else { return }
        for familyClass in scenario.familyClasses {
            var walk = Walk(scenario: scenario, familyClass: familyClass, context: context)
            walk.follow(familyClass.route)
        }
    }

    /// Follows a class along its route.
    private struct Walk {
        let scenario: Scenario
        let familyClass: FamilyClass
        let context: DecodingContext
        private var visited: Set<String> = []

        init(scenario: Scenario, familyClass: FamilyClass, context: DecodingContext) {
            self.scenario = scenario
            self.familyClass = familyClass
            self.context = context
        }

        mutating func follow(_ name: String) {
            guard visited.insert(name).inserted, let route = scenario.routes.first(where: { $0.name == name })
            else { return }
            follow(route.steps, in: name)
        }

        private mutating func follow(_ steps: [Step], in route: String) {
            for step in steps {
                switch step.action {
                case .serve, .keep, .visit, .together, .members:
                    if case .serve(let serve) = step.action { require(serve.factor, in: route) }
                    for role in step.roles { require(role, in: route) }
                    for inner in step.nested { follow(inner, in: route) }
                case .choose(let choose): follow(choose, in: route)
                case .repeat(let loop):
                    switch loop.rule {
                    case .timesAttribute(let name), .again(.attribute(let name)): require(name, in: route)
                    case .times, .again: break
                    }
                    follow(loop.steps, in: route)
                case .use(let use): follow(use.route)
                case .delay(let delay): require(delay.factor, in: route)
                case .set(let set):
                    for assignment in set.assignments {
                        require(assignment.attribute, in: route)
                        if case .expression(let expression) = assignment.value {
                            require(expression, in: route)
                        }
                    }
                case .lookup, .count, .leave: break
                }
            }
        }

        private mutating func follow(_ choose: ChooseStep, in route: String) {
            switch choose.rule {
            case .chances(let options):
                for option in options {
                    if case .attribute(let name) = option.chance { require(name, in: route) }
                    follow(option.steps, in: route)
                }
            case .conditions(let options):
                for option in options {
                    if case .familyClass(let names) = option.condition, !names.contains(familyClass.name) {
                        continue
                    }
                    require(option.condition, in: route)
                    follow(option.steps, in: route)
                }
            }
            follow(choose.otherwise, in: route)
        }

        private func require(_ expression: AttributeExpression?, in route: String) {
            for name in expression?.attributes.sorted() ?? [] { require(name, in: route) }
        }

        private func require(_ condition: Condition, in route: String) {
            switch condition {
            case .attribute(let name, _, _): require(name, in: route)
            case .all(let parts), .any(let parts): for part in parts { require(part, in: route) }
            case .waiting, .familyClass: break
            }
        }

        private func require(_ name: String, in route: String) {
            guard name != "documents", !familyClass.attributes.contains(where: { $0.name == name }) else {
                return
            }
            let use = DecodingContext.AttributeUse(route: route, attribute: name)
            guard var diagnostic = context.attributeUses[use] else { return }
            diagnostic.message =
                context.isKnown(name, .role)
                ? .noMembers(familyClass.name, name, route)
                : DiagnosticText(
                    "family class '\(familyClass.name)' has no attribute '\(name)', which route '\(route)' asks for",
                    "у категории семей «\(familyClass.name)» нет признака «\(name)», который нужен маршруту «\(route)»"
                )
            context.collector.report(diagnostic)
        }
    }
}

extension Step {
    /// The roles of members whom the step itself needs.
    fileprivate var roles: [String] {
        switch action {
        case .members(let with): with.members.map(\.role)
        case .together(let together): together.branches.compactMap(\.each)
        default: []
        }
    }
}

extension DiagnosticText {
    fileprivate static func noMembers(_ family: String, _ role: String, _ route: String) -> DiagnosticText {
        DiagnosticText(
            "family class '\(family)' has no members '\(role)', whom route '\(route)' asks for",
            "в категории семей «\(family)» нет членов семьи «\(role)», которые нужны маршруту «\(route)»"
        )
    }
}
