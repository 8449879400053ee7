extension Sampler {
    /// Always `value`.
    public static func constant(_ value: Double) throws(SamplerError) -> Sampler {
        try ParameterCheck("constant").requireFinite(value, "value")
        return Sampler(.constant, location: value)
    }

    /// Uniform from `low` to `high`, with `low` < `high`.
    public static func uniform(low: Double, high: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("uniform")
        try check.requireInterval(low, high)
        return Sampler(.uniform, location: low, scale: high - low)
    }

    /// Triangular from `low` to `high` with its peak at `mode`, by inversion.
    public static func triangular(low: Double, mode: Double, high: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("triangular")
        try check.requireInterval(low, high)
        try check.requireRange(mode, "mode", from: low, to: high)
        return Sampler(.triangular(mode: (mode - low) / (high - low)), location: low, scale: high - low)
    }

    /// The PERT law: beta from `low` to `high` with mean (`low` + 4 `mode` + `high`) / 6, by inversion.
    public static func pert(low: Double, mode: Double, high: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("pert")
        try check.requireInterval(low, high)
        try check.requireRange(mode, "mode", from: low, to: high)
        let place = (mode - low) / (high - low)
        let law = TabulatedLaw.beta(alpha: 1 + 4 * place, beta: 1 + 4 * (1 - place))
        return Sampler(.tabulated(law), location: low, scale: high - low)
    }

    /// Exponential with the given mean above 0, by the ziggurat.
    public static func exponential(mean: Double) throws(SamplerError) -> Sampler {
        try ParameterCheck("exponential").requirePositive(mean, "mean")
        return Sampler(.exponential, scale: mean)
    }

    /// The sum of `stages` (1 to 10,000) equal exponential stages with the given mean in all, by inversion.
    public static func erlang(stages: Int, mean: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("erlang")
        try check.require(
            (1...10_000).contains(stages),
            "stages",
            Double(stages),
            "a whole number from 1 to 10000"
        )
        try check.requirePositive(mean, "mean")
        return Sampler(.tabulated(.gamma(shape: Double(stages))), scale: mean / Double(stages))
    }

    /// Gamma with a shape from 0.05 to 10,000 (1 over the squared coefficient of variation), by inversion.
    public static func gamma(shape: Double, mean: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("gamma")
        try check.requireRange(shape, "shape", from: 0.05, to: 10_000)
        try check.requirePositive(mean, "mean")
        return Sampler(.tabulated(.gamma(shape: shape)), scale: mean / shape)
    }

    /// Weibull with a shape from 0.05 to 1000 and the given mean, by inversion.
    public static func weibull(shape: Double, mean: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("weibull")
        try check.requireRange(shape, "shape", from: 0.05, to: 1000)
        try check.requirePositive(mean, "mean")
        return Sampler(.weibull(shape: shape), scale: mean / gammaFunction(1 + 1 / shape))
    }

    /// Weibull with a shape from 0.05 to 1000 and a scale, the point below which 1 − 1/e of the values fall.
    public static func weibull(shape: Double, scale: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("weibull")
        try check.requireRange(shape, "shape", from: 0.05, to: 1000)
        try check.requirePositive(scale, "scale")
        return Sampler(.weibull(shape: shape), scale: scale)
    }

    /// Lognormal with the given mean and coefficient of variation (standard deviation over mean, 1e-6 to 1e6).
    public static func lognormal(
        mean: Double,
        coefficientOfVariation: Double
    ) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("lognormal")
        try check.requirePositive(mean, "mean")
        try check.requireRange(coefficientOfVariation, "coefficientOfVariation", from: 1e-6, to: 1e6)
        let square = logarithmOfOnePlus(coefficientOfVariation * coefficientOfVariation)
        return Sampler(
            .lognormal(sigma: square.squareRoot()),
            scale: mean * naturalExponential(-square / 2)
        )
    }

    /// Lognormal with the given mean and standard deviation, both above 0.
    public static func lognormal(mean: Double, standardDeviation: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("lognormal")
        try check.requirePositive(mean, "mean")
        try check.requirePositive(standardDeviation, "standardDeviation")
        return try lognormal(mean: mean, coefficientOfVariation: standardDeviation / mean)
    }

    /// Lognormal with the given median and standard deviation `sigma` of the logarithm, 1e-6 to 6.
    public static func lognormal(median: Double, sigma: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("lognormal")
        try check.requirePositive(median, "median")
        try check.requireRange(sigma, "sigma", from: 1e-6, to: 6)
        return Sampler(.lognormal(sigma: sigma), scale: median)
    }

    /// Beta from `low` to `high` with both shapes from 0.05 to 10,000, by inversion.
    public static func beta(
        alpha: Double,
        beta: Double,
        low: Double,
        high: Double
    ) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("beta")
        try check.requireInterval(low, high)
        try check.requireRange(alpha, "alpha", from: 0.05, to: 10_000)
        try check.requireRange(beta, "beta", from: 0.05, to: 10_000)
        return Sampler(.tabulated(.beta(alpha: alpha, beta: beta)), location: low, scale: high - low)
    }

    /// Normal with the given mean and standard deviation above 0, by the ziggurat; not truncated at 0.
    public static func normal(mean: Double, standardDeviation: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("normal")
        try check.requireFinite(mean, "mean")
        try check.requirePositive(standardDeviation, "standardDeviation")
        return Sampler(.normal, location: mean, scale: standardDeviation)
    }
}

extension ParameterCheck {
    fileprivate func requireInterval(_ low: Double, _ high: Double) throws(SamplerError) {
        try requireFinite(low, "low")
        try require(
            high > low && (high - low).isFinite,
            "high",
            high,
            "a finite number above low, which is \(low)"
        )
    }
}
