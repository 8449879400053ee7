@preconcurrency import CGSL

/// The point below which a gamma variate (mean `shape` × `scale`) falls with the given probability.
///
/// The probability runs from 0 to below 1; shape and scale are finite and above 0.
public func gammaQuantile(
    _ probability: Double,
    shape: Double,
    scale: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("gammaQuantile")
    try call.require(
        probability >= 0 && probability < 1,
        "probability",
        probability,
        "a number from 0 to below 1"
    )
    try call.requirePositive(shape, "shape")
    try call.requirePositive(scale, "scale")
    return try call.checked(scale * standardGammaQuantile(shape, lower: probability, upper: 1 - probability))
}

/// The point above which a gamma variate falls with the given probability, above 0 and at most 1.
public func gammaQuantile(
    upperTail probability: Double,
    shape: Double,
    scale: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("gammaQuantile(upperTail:)")
    try call.require(
        probability > 0 && probability <= 1,
        "probability",
        probability,
        "a number above 0 and at most 1"
    )
    try call.requirePositive(shape, "shape")
    try call.requirePositive(scale, "scale")
    return try call.checked(scale * standardGammaQuantile(shape, lower: 1 - probability, upper: probability))
}

/// The probability that a gamma variate is at most `bound`, which may be infinite.
public func gammaProbability(
    below bound: Double,
    shape: Double,
    scale: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("gammaProbability(below:)")
    try call.requireNumber(bound, "bound")
    try call.requirePositive(shape, "shape")
    try call.requirePositive(scale, "scale")
    if bound == .infinity { return 1 }
    return try call.checked(gsl_cdf_gamma_P(bound, shape, scale))
}

/// The probability that a gamma variate exceeds `bound`, accurate far in the upper tail.
public func gammaProbability(
    above bound: Double,
    shape: Double,
    scale: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("gammaProbability(above:)")
    try call.requireNumber(bound, "bound")
    try call.requirePositive(shape, "shape")
    try call.requirePositive(scale, "scale")
    if bound == .infinity { return 0 }
    return try call.checked(gsl_cdf_gamma_Q(bound, shape, scale))
}

/// The probability density of a gamma variate at a finite point; infinite at 0 when the shape is below 1.
public func gammaDensity(
    at point: Double,
    shape: Double,
    scale: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("gammaDensity")
    try call.require(point.isFinite, "point", point, "a finite number")
    try call.requirePositive(shape, "shape")
    try call.requirePositive(scale, "scale")
    if point == 0 && shape < 1 { return .infinity }
    return try call.checked(gsl_ran_gamma_pdf(point, shape, scale))
}

/// A probability from 0 to below 1, given with its complement, solved for in the smaller tail.
private func standardGammaQuantile(_ shape: Double, lower: Double, upper: Double) -> Double {
    if lower == 0 { return 0 }
    return TailSolver(law: .gamma(shape: shape), tail: min(lower, upper), isUpper: upper < lower).solution
}
