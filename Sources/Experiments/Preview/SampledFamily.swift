import RandomStreams
import ScenarioCompiler
import ScenarioModel

/// A family with given attributes, standing for an equal part of its class.
///
/// The members of a class are spread evenly over the quantiles of every attribute, so that conditions on attributes,
/// repeated ones included, weigh as they will in a run.
struct SampledFamily {
    /// Name of its class.
    let className: String
    /// Places of the attributes' values, the same for all families of the class.
    private let places: [String: Int]
    private var values: [Double]

    /// How many families stand for a class.
    static let count = 256

    /// The number of documents of a case.
    var documents: Double { value(Self.documentsName) }

    /// The attribute of this name, or `documents`.
    func value(_ name: String) -> Double { places[name].map { values[$0] } ?? 0 }

    static let documentsName = "documents"

    /// The families that stand for a class; one when all are alike.
    static func all(of family: FamilyClass) throws(CompilationError) -> [SampledFamily] {
        var laws = family.attributes.map { (name: $0.name, law: $0.law, isCount: $0.countsMembers) }
        if let documents = family.documents { laws.append((documentsName, documents, true)) }
        let number = laws.isEmpty ? 1 : count
        let places = Dictionary(laws.enumerated().map { ($0.element.name, $0.offset) }) { _, last in last }
        let none = SampledFamily(
            className: family.name,
            places: places,
            values: Array(repeating: 0, count: laws.count)
        )
        var families = Array(repeating: none, count: number)
        for (place, attribute) in laws.enumerated() {
            // Multiples of powers of the inverse plastic number fill the cube of several attributes evenly.
            var step = 1.0 / Double(number)
            if place > 0 { step = (1...place).reduce(1.0) { product, _ in product * 0.754_877_666_246_693 } }
            let quantile = try quantiles(of: attribute.law)
            for index in families.indices {
                let point = (Double(index) * step + 0.5 / Double(number)).truncatingRemainder(dividingBy: 1)
                let value = quantile(point)
                families[index].values[place] =
                    attribute.isCount ? max(0, value.rounded(.toNearestOrEven)) : value
            }
        }
        return families
    }

    /// Families of one class that differ, in order of their first, with how many are alike.
    static func distinct(_ families: [SampledFamily]) -> [(family: SampledFamily, number: Int)] {
        var places: [[Double]: Int] = [:]
        var distinct: [(family: SampledFamily, number: Int)] = []
        for family in families {
            if let place = places[family.values] {
                distinct[place].number += 1
            } else {
                places[family.values] = distinct.count
                distinct.append((family, 1))
            }
        }
        return distinct
    }

    /// The quantiles of a law; of a law without an inverse, its mean.
    static func quantiles(of law: Distribution) throws(CompilationError) -> (Double) -> Double {
        guard case .mixture(let components) = law else {
            let sampler = try SamplerChoice.sampler(for: law)
            let mean = sampler.mean
            return { sampler.quantile($0) ?? mean }
        }
        let total = components.reduce(0) { $0 + $1.weight }
        var parts: [(share: Double, quantile: (Double) -> Double)] = []
        for component in components {
            parts.append((component.weight / total, try quantiles(of: component.law)))
        }
        let mean = try SamplerChoice.sampler(for: law).mean
        return { point in
            var passed = 0.0
            for part in parts {
                if point < passed + part.share {
                    return part.quantile(max(1e-9, (point - passed) / part.share))
                }
                passed += part.share
            }
            return mean
        }
    }
}
