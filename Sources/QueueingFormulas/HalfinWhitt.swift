import Foundation
import GSLFunctions

/// The wait at many servers staffed by the square-root rule, servers = load + β√load.
///
/// The probability of waiting tends to a value that depends on the safety β only.
/// Source: Halfin and Whitt (1981); with reneging Garnett, Mandelbaum and Reiman (2002).
public enum HalfinWhitt {
    /// The limit of the probability of waiting for a safety β above 0.
    ///
    /// Throws when GSL gives no probability.
    public static func probabilityOfWaiting(safety: Double) throws -> Double {
        precondition(safety > 0, "without reneging a safety is above 0, found \(safety)")
        return try limit(safety)
    }

    /// The limit of the probability of waiting with exponential patience; the safety may be of either sign.
    ///
    /// `renegingRatio` is the reneging rate over the service rate, θ/μ. Throws when GSL gives no probability.
    public static func probabilityOfWaiting(safety: Double, renegingRatio: Double) throws -> Double {
        precondition(renegingRatio > 0, "a reneging ratio is above 0, found \(renegingRatio)")
        let root = renegingRatio.squareRoot()
        return try 1 / (1 + root * hazard(safety / root) / hazard(-safety))
    }

    /// The safety β that gives a probability of waiting, strictly between 0 and 1.
    ///
    /// Throws when GSL finds no root.
    public static func safety(forProbabilityOfWaiting target: Double) throws -> Double {
        precondition(target > 0 && target < 1, "a probability lies between 0 and 1, found \(target)")
        var upper = 1.0
        while try limit(upper) > target {
            upper *= 2
        }
        return try root(
            of: { safety throws(GSLError) in try limit(safety) - target },
            in: 0...upper,
            tolerance: 1e-13
        )
    }

    /// 1 / (1 + β Φ(β)/φ(β)).
    private static func limit(_ safety: Double) throws(GSLError) -> Double {
        1 / (1 + safety * (try normalProbability(below: safety)) / density(safety))
    }

    /// The normal density over the probability of the tail above.
    private static func hazard(_ point: Double) throws(GSLError) -> Double {
        density(point) / (try normalProbability(above: point))
    }

    private static func density(_ point: Double) -> Double {
        exp(-point * point / 2) / (2 * Double.pi).squareRoot()
    }
}
