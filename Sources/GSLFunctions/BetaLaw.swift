@preconcurrency import CGSL

/// The point below which a beta variate on 0...1 falls with the given probability, from 0 to 1.
///
/// Both shapes are finite and above 0; the mean is `alpha` / (`alpha` + `beta`).
public func betaQuantile(
    _ probability: Double,
    alpha: Double,
    beta: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("betaQuantile")
    try call.requireUnit(probability)
    try call.requirePositive(alpha, "alpha")
    try call.requirePositive(beta, "beta")
    return try call.checked(standardBetaQuantile(alpha, beta, lower: probability, upper: 1 - probability))
}

/// The point above which a beta variate on 0...1 falls with the given probability, from 0 to 1.
public func betaQuantile(
    upperTail probability: Double,
    alpha: Double,
    beta: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("betaQuantile(upperTail:)")
    try call.requireUnit(probability)
    try call.requirePositive(alpha, "alpha")
    try call.requirePositive(beta, "beta")
    return try call.checked(standardBetaQuantile(alpha, beta, lower: 1 - probability, upper: probability))
}

/// The probability that a beta variate is at most `bound`, which may lie outside 0...1.
public func betaProbability(
    below bound: Double,
    alpha: Double,
    beta: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("betaProbability(below:)")
    try call.requireNumber(bound, "bound")
    try call.requirePositive(alpha, "alpha")
    try call.requirePositive(beta, "beta")
    return try call.checked(gsl_cdf_beta_P(bound, alpha, beta))
}

/// The probability that a beta variate exceeds `bound`, accurate far in the upper tail.
public func betaProbability(
    above bound: Double,
    alpha: Double,
    beta: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("betaProbability(above:)")
    try call.requireNumber(bound, "bound")
    try call.requirePositive(alpha, "alpha")
    try call.requirePositive(beta, "beta")
    return try call.checked(gsl_cdf_beta_Q(bound, alpha, beta))
}

/// The probability density of a beta variate at a finite point; 0 outside 0...1, and infinite at a pole.
public func betaDensity(at point: Double, alpha: Double, beta: Double) throws(GSLError) -> Double {
    let call = CheckedCall("betaDensity")
    try call.require(point.isFinite, "point", point, "a finite number")
    try call.requirePositive(alpha, "alpha")
    try call.requirePositive(beta, "beta")
    if (point == 0 && alpha < 1) || (point == 1 && beta < 1) { return .infinity }
    return try call.checked(gsl_ran_beta_pdf(point, alpha, beta))
}

/// A probability from 0 to 1, given with its complement, solved for in the smaller tail.
private func standardBetaQuantile(_ alpha: Double, _ beta: Double, lower: Double, upper: Double) -> Double {
    if lower == 0 || upper == 0 { return lower == 0 ? 0 : 1 }
    return lower <= upper
        ? TailSolver(law: .beta(alpha: alpha, beta: beta), tail: lower, isUpper: false).solution
        : 1 - TailSolver(law: .beta(alpha: beta, beta: alpha), tail: upper, isUpper: false).solution
}
