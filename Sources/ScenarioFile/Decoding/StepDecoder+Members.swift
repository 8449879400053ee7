import ScenarioModel

/// Ways gone at once, and members of the family.
extension StepDecoder {
    /// `together`: go several ways at once, then unite.
    func together(_ field: Field, _ name: String) -> Step? {
        guard field.node.pairs != nil else {
            return Step(name: name, action: .together(TogetherStep(branches: branches(field))))
        }
        return object(field, .together, name) { reader in
            let branches = reader.required("branches").map(branches) ?? []
            return .together(
                TogetherStep(
                    branches: branches,
                    waitFor: reader.field("wait for").map { wait($0, for: branches) } ?? .all,
                    within: reader.field("within")?.elapsedLaw()
                )
            )
        }
    }

    /// Most ways gone at once, as many as 'wait for' can count.
    private static let branchLimit = 1_000

    private func branches(_ field: Field) -> [TogetherStep.Branch] {
        let elements = field.node.elements ?? []
        let hasEach = elements.contains { $0["each"] != nil }
        guard elements.count >= 2 || hasEach, elements.count <= Self.branchLimit else {
            field.wrong(
                DiagnosticText(
                    "a list of 2 to \(Self.branchLimit) lists of steps, or of one '{ each: …, do: … }'",
                    "список из 2–\(Self.branchLimit) списков шагов или из одного «{ each: …, do: … }»"
                )
            )
            return []
        }
        return elements.map { branch($0, field) }
    }

    private func branch(_ node: LocatedNode, _ field: Field) -> TogetherStep.Branch {
        let isStep = node.pairs.map { $0.contains { StepNaming.kinds.contains($0.key) } } ?? false
        guard node.pairs != nil, !isStep else {
            return TogetherStep.Branch(steps(Field(node, key: "branches", in: field.place, context)))
        }
        guard let reader = ObjectReader(node, as: .branch, in: field.place, context) else {
            return TogetherStep.Branch([])
        }
        return TogetherStep.Branch(
            each: reader.required("each").flatMap(role),
            reader.required("do").map(steps) ?? []
        )
    }

    /// Which of the branches are waited for: a number of them, or those of members.
    private func wait(_ field: Field, for branches: [TogetherStep.Branch]) -> TogetherStep.Wait {
        let roles = Set(branches.compactMap(\.each)).sorted()
        if let text = field.node.text, roles.contains(text) { return .members(of: text) }
        if let text = field.node.text, context.isKnown(text, .role) {
            field.fault(
                DiagnosticText(
                    "no branch goes 'each: \(text)', so there is nobody to wait for",
                    "ни одна ветвь не задана как «each: \(text)», ждать некого"
                )
            )
            return .all
        }
        let most = branches.reduce(0) { $0 + ($1.each == nil ? 1 : FamilyClass.membersInRole) }
        return waitFor(field, words: ["all", "any"] + roles, most: max(1, most)).flatMap(\.self).map {
            .number($0)
        }
            ?? .all
    }

    /// `with`: steps that members of the family take part in.
    func with(_ reader: ObjectReader) -> MembersStep {
        MembersStep(
            members: reader.required("members").map(members) ?? [],
            steps: reader.required("do").map(steps) ?? []
        )
    }

    private func members(_ field: Field) -> [MembersStep.Members] {
        guard field.node.pairs != nil else {
            let roles = field.elements().compactMap(role)
            if Set(roles).count < roles.count {
                field.fault(
                    DiagnosticText(
                        "a name stands twice; write how many, such as '{ child: 2 }'",
                        "имя указано дважды; напишите, сколько: «{ child: 2 }»"
                    )
                )
            }
            return Set(roles).sorted().map { MembersStep.Members(role: $0, most: 1) }
        }
        if field.node.pairs?.isEmpty == true {
            field.wrong(DiagnosticText("at least one entry", "хотя бы одна запись"))
        }
        return field.entries().compactMap { pair, entry in
            let role = pair.key
            guard context.isKnown(role, .role) else {
                context.unknown(.role, role, at: pair.keyNode, in: field.place)
                return nil
            }
            noteAttribute(role, at: Field(pair.keyNode, key: role, in: field.place, context))
            if entry.node.text == "all" { return MembersStep.Members(role: role, most: nil) }
            return entry.integer(in: 1...FamilyClass.membersInRole).map { .init(role: role, most: $0) }
        }
        .sorted { $0.role < $1.role }
    }

    /// A role that some class has members of.
    private func role(_ field: Field) -> String? {
        guard let role = field.reference(.role) else { return nil }
        noteAttribute(role, at: field)
        return role
    }
}
