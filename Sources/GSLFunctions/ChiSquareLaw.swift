/// The point below which a chi-square variate falls with the given probability, from 0 to below 1.
public func chiSquareQuantile(
    _ probability: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    try CheckedCall("chiSquareQuantile").requirePositive(degreesOfFreedom, "degreesOfFreedom")
    return try gammaQuantile(probability, shape: degreesOfFreedom / 2, scale: 2)
}

/// The point above which a chi-square variate falls with the given probability, above 0 and at most 1.
public func chiSquareQuantile(
    upperTail probability: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    try CheckedCall("chiSquareQuantile(upperTail:)").requirePositive(degreesOfFreedom, "degreesOfFreedom")
    return try gammaQuantile(upperTail: probability, shape: degreesOfFreedom / 2, scale: 2)
}

/// The probability that a chi-square variate is at most `bound`, which may be infinite.
public func chiSquareProbability(
    below bound: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    try CheckedCall("chiSquareProbability(below:)").requirePositive(degreesOfFreedom, "degreesOfFreedom")
    return try gammaProbability(below: bound, shape: degreesOfFreedom / 2, scale: 2)
}

/// The probability that a chi-square variate exceeds `bound`, accurate far in the upper tail.
public func chiSquareProbability(
    above bound: Double,
    degreesOfFreedom: Double
) throws(GSLError) -> Double {
    try CheckedCall("chiSquareProbability(above:)").requirePositive(degreesOfFreedom, "degreesOfFreedom")
    return try gammaProbability(above: bound, shape: degreesOfFreedom / 2, scale: 2)
}
