/// A number worked out from a family's attributes and the state of the centre.
///
/// Every expression has a value: it divides by numbers other than 0 only.
public indirect enum AttributeExpression: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// The family's attribute of this name, or `documents`.
    case attribute(String)
    /// The number of families waiting at a pool.
    case waiting(pool: String)
    /// One number and another.
    case sum(AttributeExpression, AttributeExpression)
    /// One number less another.
    case difference(AttributeExpression, AttributeExpression)
    /// One number times another.
    case product(AttributeExpression, AttributeExpression)
    /// The smaller of two.
    case least(AttributeExpression, AttributeExpression)
    /// The larger of two.
    case greatest(AttributeExpression, AttributeExpression)

    /// The parts that it is made of.
    public var parts: [AttributeExpression] {
        switch self {
        case .number, .attribute, .waiting: []
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
            .least(let left, let right), .greatest(let left, let right):
            [left, right]
        }
    }

    /// Whether it asks for the length of a line.
    public var asksLines: Bool {
        if case .waiting = self { return true }
        return parts.contains(where: \.asksLines)
    }

    /// The attributes that it asks for.
    public var attributes: Set<String> {
        if case .attribute(let name) = self { return [name] }
        return parts.reduce(into: []) { $0.formUnion($1.attributes) }
    }

    /// Its value, by the values of attributes and the lengths of lines; at most 2⁶⁰, and 0 where it is no number.
    public func value(_ attribute: (String) -> Double, waiting: (String) -> Double) -> Double {
        let value = unboundedValue(attribute, waiting)
        return value.isNaN ? 0 : min(max(value, -0x1p60), 0x1p60)
    }

    private func unboundedValue(_ attribute: (String) -> Double, _ waiting: (String) -> Double) -> Double {
        func value(_ part: AttributeExpression) -> Double { part.unboundedValue(attribute, waiting) }
        switch self {
        case .number(let number): return number
        case .attribute(let name): return attribute(name)
        case .waiting(let pool): return waiting(pool)
        case .sum(let left, let right): return value(left) + value(right)
        case .difference(let left, let right): return value(left) - value(right)
        case .product(let left, let right): return value(left) * value(right)
        case .least(let left, let right): return min(value(left), value(right))
        case .greatest(let left, let right): return max(value(left), value(right))
        }
    }
}

/// Give a family's attributes new values, all at once.
public struct SetStep: Sendable, Hashable {
    /// What becomes of each attribute, ordered by name; never empty.
    public var assignments: [Assignment]

    /// What becomes of an attribute.
    public struct Assignment: Sendable, Hashable {
        /// The attribute, or `documents`.
        public var attribute: String
        /// Its new value.
        public var value: Value

        /// Makes an assignment from its parts.
        public init(attribute: String, value: Value) {
            self.attribute = attribute
            self.value = value
        }
    }

    /// A new value.
    public enum Value: Sendable, Hashable {
        /// Worked out from the old ones.
        case expression(AttributeExpression)
        /// Drawn.
        case law(Distribution)
    }

    /// Makes a step from its parts.
    public init(_ assignments: [Assignment]) { self.assignments = assignments }
}
