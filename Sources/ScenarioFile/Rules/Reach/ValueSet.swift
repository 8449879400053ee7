import ScenarioModel

/// Values that an attribute of a family can have: all of them, or the range they lie in.
enum ValueSet {
    case values([Double])
    case range(low: Double, high: Double)

    /// Whether something holds for a family.
    enum Verdict {
        case never, possible, always
    }

    /// Values of a law that has few of them, else their range.
    init(_ law: Distribution) {
        switch law {
        case .constant(let value): self = .values([value])
        case .bernoulli(let chance):
            self = .values([chance < 1 ? 0 : nil, chance > 0 ? 1 : nil].compactMap(\.self))
        case .categorical(let categories):
            self = .values(Self.sorted(categories.filter { $0.weight > 0 }.map(\.value)))
        case .empirical(let values) where values.count <= 1_000: self = .values(Self.sorted(values))
        default:
            self = .range(low: law.support.lowerBound, high: law.support.upperBound)
        }
    }

    /// These values rounded half to even, as counts are.
    var rounded: ValueSet {
        switch self {
        case .values(let values): .values(Self.sorted(values.map { $0.rounded(.toNearestOrEven) }))
        case .range(let low, let high):
            .range(low: low.rounded(.toNearestOrEven), high: high.rounded(.toNearestOrEven))
        }
    }

    /// The least value possible.
    var low: Double {
        switch self {
        case .values(let values): values.first ?? 0
        case .range(let low, _): low
        }
    }

    /// The greatest value possible.
    var high: Double {
        switch self {
        case .values(let values): values.last ?? 0
        case .range(_, let high): high
        }
    }

    /// Whether a comparison with a number holds.
    func compared(_ comparison: Condition.Comparison, _ number: Double) -> Verdict {
        switch self {
        case .values(let values):
            let holding = values.count { Self.holds($0, comparison, number) }
            return holding == 0 ? .never : holding == values.count ? .always : .possible
        case .range(let low, let high):
            switch comparison {
            case .less: return high < number ? .always : low >= number ? .never : .possible
            case .lessOrEqual: return high <= number ? .always : low > number ? .never : .possible
            case .greater: return low > number ? .always : high <= number ? .never : .possible
            case .greaterOrEqual: return low >= number ? .always : high < number ? .never : .possible
            case .equal: return number < low || number > high ? .never : .possible
            case .notEqual: return number < low || number > high ? .always : .possible
            }
        }
    }

    private static func holds(_ value: Double, _ comparison: Condition.Comparison, _ number: Double) -> Bool {
        switch comparison {
        case .less: value < number
        case .lessOrEqual: value <= number
        case .equal: value == number
        case .notEqual: value != number
        case .greaterOrEqual: value >= number
        case .greater: value > number
        }
    }

    private static func sorted(_ values: [Double]) -> [Double] {
        Array(Set(values)).sorted()
    }
}
