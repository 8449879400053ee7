extension Sampler {
    /// Poisson with a mean above 0 and at most 1,000,000, by inversion of its table.
    public static func poisson(mean: Double) throws(SamplerError) -> Sampler {
        try ParameterCheck("poisson").require(
            mean > 0 && mean <= 1_000_000,
            "mean",
            mean,
            "a number above 0 and at most 1000000"
        )
        return Sampler(.steps(.poisson(mean: mean)))
    }

    /// The number of failures before the first success, with the given mean of 0 or more, by inversion.
    public static func geometric(mean: Double) throws(SamplerError) -> Sampler {
        try ParameterCheck("geometric").require(
            mean >= 0 && mean <= 1e12,
            "mean",
            mean,
            "a number from 0 to 1e12"
        )
        return Sampler(.geometric(chance: 1 / (1 + mean)))
    }

    /// 1 with the given chance, else 0; rises with the uniform number and with the chance.
    public static func bernoulli(chance: Double) throws(SamplerError) -> Sampler {
        try ParameterCheck("bernoulli").requireRange(chance, "chance", from: 0, to: 1)
        return Sampler(.bernoulli(chance: chance))
    }

    /// One of `values`, each with a chance in proportion to its weight, by inversion in ascending order.
    ///
    /// Equal values are joined. Give branches the values 0, 1, 2, … in a stable order.
    public static func categorical(values: [Double], weights: [Double]) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("categorical")
        for value in values {
            try check.requireFinite(value, "values")
        }
        let normalised = try check.normalised(weights, count: values.count)
        return Sampler(.steps(StepLaw(values: values, weights: normalised)))
    }

    /// One of the observed `values` with equal chance, by inversion in ascending order.
    public static func empirical(values: [Double]) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("empirical")
        for value in values {
            try check.requireFinite(value, "values")
        }
        if values.isEmpty {
            throw SamplerError(
                law: "empirical",
                parameter: "values",
                found: "an empty list",
                expected: "at least one"
            )
        }
        return Sampler(.steps(StepLaw(values: values, weights: values.map { _ in 1 })))
    }

    /// A draw from one of `components`, chosen with a chance in proportion to its weight.
    ///
    /// The first word chooses, in the order given; the component draws from the words after it.
    public static func mixture(weights: [Double], components: [Sampler]) throws(SamplerError) -> Sampler {
        let normalised = try ParameterCheck("mixture").normalised(weights, count: components.count)
        return Sampler(.mixture(weights: normalised, components: components))
    }
}
