import ScenarioModel

/// A class, or those of its families who share the same words in the attributes that routes ask for.
struct FamilyCase {
    let familyClass: FamilyClass
    /// Values of the attributes.
    private var values: [String: ValueSet] = [:]
    /// Most families that lines of pools can hold.
    private let lineLimits: [String: Int]

    /// Most cases that a class is split into; with more, its attributes are taken as independent of each other.
    static let limit = 256

    private init(_ familyClass: FamilyClass, _ lineLimits: [String: Int], _ changing: Set<String>) {
        self.familyClass = familyClass
        self.lineLimits = lineLimits
        for attribute in familyClass.attributes {
            let set = ValueSet(attribute.law)
            values[attribute.name] = attribute.countsMembers ? set.rounded : set
        }
        values["documents"] = familyClass.documents.map { ValueSet($0).rounded } ?? .values([0])
        // What steps change may become anything.
        for name in changing { values[name] = nil }
    }

    /// The cases of a class, by the attributes asked for.
    static func cases(
        of familyClass: FamilyClass,
        asking attributes: [String],
        lineLimits: [String: Int],
        changing: Set<String>
    ) -> [FamilyCase] {
        var cases = [FamilyCase(familyClass, lineLimits, changing)]
        for name in attributes {
            guard case .values(let values)? = cases[0].values[name], values.count > 1 else { continue }
            guard cases.count * values.count <= limit else {
                return [FamilyCase(familyClass, lineLimits, changing)]
            }
            cases = cases.flatMap { familyCase in
                values.map { value in
                    var familyCase = familyCase
                    familyCase.values[name] = .values([value])
                    return familyCase
                }
            }
        }
        return cases
    }

    /// The values of an attribute.
    func values(of attribute: String) -> ValueSet {
        values[attribute] ?? .range(low: -.infinity, high: .infinity)
    }

    /// Whether a condition holds for these families.
    func verdict(_ condition: Condition) -> ValueSet.Verdict {
        switch condition {
        case .attribute(let name, let comparison, let number):
            return values(of: name).compared(comparison, number)
        case .waiting(let pool, let comparison, let number):
            let most = lineLimits[pool].map(Double.init) ?? .infinity
            return ValueSet.range(low: 0, high: most).compared(comparison, number)
        case .familyClass(let names): return names.contains(familyClass.name) ? .always : .never
        case .all(let parts):
            let verdicts = parts.map(verdict)
            if verdicts.contains(.never) { return .never }
            return verdicts.allSatisfy { $0 == .always } ? .always : .possible
        case .any(let parts):
            let verdicts = parts.map(verdict)
            if verdicts.contains(.always) { return .always }
            return verdicts.allSatisfy { $0 == .never } ? .never : .possible
        }
    }

    /// The least and the greatest chance that families of this case have.
    func ends(of chance: Chance) -> (low: Double, high: Double) {
        switch chance {
        case .value(let value): return (value, value)
        case .attribute(let name):
            let values = values(of: name)
            return (max(0, values.low), max(0, values.high))
        }
    }
}
