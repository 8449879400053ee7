/// A law of chance with checked parameters: what may be drawn, not yet how.
///
/// A sampler is plain data; a `SamplerBank` compiles samplers and draws from them. Units are the caller's.
public struct Sampler: Sendable, Hashable {
    let law: StandardLaw
    let location: Double
    /// Finite and not 0.
    let scale: Double

    init(_ law: StandardLaw, location: Double = 0, scale: Double = 1) {
        self.law = law
        self.location = location
        self.scale = scale
    }

    /// The sampler of `scale` × value + `shift`.
    ///
    /// - Parameters:
    ///   - scale: finite and not 0. Below 0 the result falls where the original rises with its uniform number.
    ///   - shift: finite.
    /// - Returns: the same law in other units.
    /// - Throws: `SamplerError` for other numbers.
    public func affine(scale: Double, shift: Double) throws(SamplerError) -> Sampler {
        let check = ParameterCheck("affine")
        try check.require(scale.isFinite && scale != 0, "scale", scale, "a finite number other than 0")
        try check.requireFinite(shift, "shift")
        let sampler = Sampler(law, location: shift + scale * location, scale: scale * self.scale)
        try check.requireFinite(sampler.location, "the shifted location")
        try check.require(
            sampler.scale.isFinite && sampler.scale != 0,
            "the product of scales",
            sampler.scale,
            "a finite number other than 0"
        )
        return sampler
    }

    /// The expected value: exact to rounding where a closed form exists, else with a relative error below 1e-9.
    public var mean: Double { moments.mean }

    /// The variance: exact to rounding where a closed form exists, else with a relative error below 1e-9.
    public var variance: Double { moments.variance }

    /// The greatest number that no value lies below; may be −∞.
    public var minimum: Double { support.lowerBound }

    /// The least number that no value exceeds; may be +∞.
    public var maximum: Double { support.upperBound }

    /// The probability of a value of at most `bound`; of a law with single values, to 1e-16 and not relatively.
    public func probability(atMost bound: Double) -> Double {
        law.isDiscrete ? 1 - above(bound) : below(bound)
    }

    /// The point below which a value falls with the given probability: exact, monotone, for study and tests.
    ///
    /// The probability lies strictly between 0 and 1. Nil for a mixture, which has no inverse here.
    public func quantile(_ probability: Double) -> Double? {
        precondition(probability > 0 && probability < 1, "a probability lies strictly between 0 and 1")
        let lower = scale > 0 ? probability : 1 - probability
        return law.quantile(lower, complement: 1 - lower).map { location + scale * $0 }
    }

    var moments: Moments {
        let standard = law.moments
        return Moments(mean: location + scale * standard.mean, variance: scale * scale * standard.variance)
    }

    var support: ClosedRange<Double> {
        let low = location + scale * law.support.lowerBound
        let high = location + scale * law.support.upperBound
        return min(low, high)...max(low, high)
    }

    func below(_ bound: Double) -> Double {
        let point = (bound - location) / scale
        return scale > 0 ? law.below(point) : law.above(point)
    }

    func above(_ bound: Double) -> Double {
        let point = (bound - location) / scale
        return scale > 0 ? law.above(point) : law.below(point)
    }

    /// A range of values in the units of the law.
    func standardRange(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let low = (range.lowerBound - location) / scale
        let high = (range.upperBound - location) / scale
        return min(low, high)...max(low, high)
    }
}
