@preconcurrency import CGSL

/// The point below which a standard normal variate falls with the given probability.
///
/// The probability lies strictly between 0 and 1. Source: Wichura (1988), AS 241, in `gsl_cdf_ugaussian_Pinv`.
public func normalQuantile(_ probability: Double) throws(GSLError) -> Double {
    let call = CheckedCall("normalQuantile")
    try call.requireInsideUnit(probability)
    return try call.checked(gsl_cdf_ugaussian_Pinv(probability))
}

/// The point above which a standard normal variate falls with the given probability, strictly inside 0...1.
public func normalQuantile(upperTail probability: Double) throws(GSLError) -> Double {
    let call = CheckedCall("normalQuantile(upperTail:)")
    try call.requireInsideUnit(probability)
    return try call.checked(gsl_cdf_ugaussian_Qinv(probability))
}

/// The probability that a standard normal variate is at most `bound`, which may be infinite.
public func normalProbability(below bound: Double) throws(GSLError) -> Double {
    let call = CheckedCall("normalProbability(below:)")
    try call.requireNumber(bound, "bound")
    return try call.checked(gsl_cdf_ugaussian_P(bound))
}

/// The probability that a standard normal variate exceeds `bound`, accurate far in the upper tail.
public func normalProbability(above bound: Double) throws(GSLError) -> Double {
    let call = CheckedCall("normalProbability(above:)")
    try call.requireNumber(bound, "bound")
    return try call.checked(gsl_cdf_ugaussian_Q(bound))
}
