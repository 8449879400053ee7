/// A parameter that no law of chance can have.
public struct SamplerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The law, by the name of its constructor.
    public let law: String
    /// The parameter, by its argument label.
    public let parameter: String
    /// The value found.
    public let found: String
    /// The values that would have been accepted.
    public let expected: String

    /// Names the law, the parameter, what was found and what was expected.
    public init(law: String, parameter: String, found: String, expected: String) {
        self.law = law
        self.parameter = parameter
        self.found = found
        self.expected = expected
    }

    /// One sentence, such as "gamma: shape is -1.0, expected a finite number above 0".
    public var description: String {
        "\(law): \(parameter) is \(found), expected \(expected)"
    }
}

/// The checks of one constructor, under the name of its law.
struct ParameterCheck {
    let law: String

    init(_ law: String) {
        self.law = law
    }

    /// Throws when the condition does not hold; a NaN makes every comparison false.
    func require(
        _ holds: Bool,
        _ parameter: String,
        _ found: Double,
        _ expected: @autoclosure () -> String
    ) throws(SamplerError) {
        if !holds {
            throw SamplerError(law: law, parameter: parameter, found: "\(found)", expected: expected())
        }
    }

    func requireFinite(_ value: Double, _ parameter: String) throws(SamplerError) {
        try require(value.isFinite, parameter, value, "a finite number")
    }

    func requirePositive(_ value: Double, _ parameter: String) throws(SamplerError) {
        try require(value > 0 && value.isFinite, parameter, value, "a finite number above 0")
    }

    func requireRange(
        _ value: Double,
        _ parameter: String,
        from low: Double,
        to high: Double
    ) throws(SamplerError) {
        try require(value >= low && value <= high, parameter, value, "a number from \(low) to \(high)")
    }

    /// The weights divided by their sum.
    func normalised(_ weights: [Double], count: Int) throws(SamplerError) -> [Double] {
        if weights.count != count || count == 0 {
            throw SamplerError(
                law: law,
                parameter: "weights",
                found: "a list of \(weights.count)",
                expected: count == 0 ? "at least one" : "a list of \(count)"
            )
        }
        for weight in weights {
            try require(weight >= 0 && weight.isFinite, "weights", weight, "finite numbers of 0 or more")
        }
        let sum = weights.reduce(0, +)
        try require(sum > 0 && sum.isFinite, "weights", sum, "a finite sum above 0")
        return weights.map { $0 / sum }
    }
}
