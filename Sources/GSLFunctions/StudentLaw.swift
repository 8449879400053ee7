@preconcurrency import CGSL

/// The point below which a Student variate falls with the given probability.
///
/// The probability lies strictly between 0 and 1; the degrees of freedom are above 0 and need not be whole.
public func studentQuantile(
    _ probability: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("studentQuantile")
    try call.requireInsideUnit(probability)
    try call.requirePositive(degreesOfFreedom, "degreesOfFreedom")
    return try call.checked(gsl_cdf_tdist_Pinv(probability, degreesOfFreedom))
}

/// The point above which a Student variate falls with the given probability, strictly inside 0...1.
public func studentQuantile(
    upperTail probability: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("studentQuantile(upperTail:)")
    try call.requireInsideUnit(probability)
    try call.requirePositive(degreesOfFreedom, "degreesOfFreedom")
    return try call.checked(gsl_cdf_tdist_Qinv(probability, degreesOfFreedom))
}

/// The probability that a Student variate is at most `bound`, which may be infinite.
public func studentProbability(
    below bound: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("studentProbability(below:)")
    try call.requireNumber(bound, "bound")
    try call.requirePositive(degreesOfFreedom, "degreesOfFreedom")
    if bound.isInfinite { return bound < 0 ? 0 : 1 }
    return try call.checked(gsl_cdf_tdist_P(bound, degreesOfFreedom))
}

/// The probability that a Student variate exceeds `bound`, accurate far in the upper tail.
public func studentProbability(
    above bound: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("studentProbability(above:)")
    try call.requireNumber(bound, "bound")
    try call.requirePositive(degreesOfFreedom, "degreesOfFreedom")
    if bound.isInfinite { return bound < 0 ? 1 : 0 }
    return try call.checked(gsl_cdf_tdist_Q(bound, degreesOfFreedom))
}
