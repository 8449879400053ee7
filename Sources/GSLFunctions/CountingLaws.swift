@preconcurrency import CGSL

/// The probability of at most `count` successes in `trials` independent trials.
///
/// A negative count gives 0; `trials` runs from 0 to 2³² − 1 and `chance`, of one success, from 0 to 1.
public func binomialProbability(
    atMost count: Int,
    trials: Int,
    chance: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("binomialProbability")
    try call.requireUnit(chance)
    guard let checkedTrials = UInt32(exactly: trials) else {
        throw .argument(
            function: call.function,
            name: "trials",
            found: Double(trials),
            expected: "a whole number from 0 to 4294967295"
        )
    }
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return try call.checked(gsl_cdf_binomial_P(UInt32(count), chance, checkedTrials))
}

/// The probability that a Poisson variate of the given mean (0 or more) is at most `count`.
///
/// A negative count gives 0; counts beyond 2³² − 1 are read as 2³² − 1.
public func poissonProbability(atMost count: Int, mean: Double) throws(GSLError) -> Double {
    let call = CheckedCall("poissonProbability")
    try call.require(mean >= 0 && mean.isFinite, "mean", mean, "a finite number of 0 or more")
    if count < 0 { return 0 }
    if mean == 0 { return 1 }
    return try call.checked(gsl_cdf_poisson_P(UInt32(clamping: count), mean))
}
