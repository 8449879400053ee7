internal import GSLFunctions

/// Inverse distribution functions in closed form, for standard laws.
///
/// Each takes a probability and its complement to 1, so that both tails keep their digits.
enum InverseForms {
    static func exponential(_ probability: Double, complement: Double) -> Double {
        // Not split at 1/2, where a processor could not foresee the branch.
        probability < 0x1p-6 ? -logarithmOfOnePlus(-probability) : -naturalLogarithm(complement)
    }

    static func weibull(_ probability: Double, complement: Double, shape: Double) -> Double {
        power(exponential(probability, complement: complement), 1 / shape)
    }

    /// On 0...1 with the given mode.
    static func triangular(_ probability: Double, complement: Double, mode: Double) -> Double {
        probability < mode
            ? (probability * mode).squareRoot()
            : 1 - (complement * (1 - mode)).squareRoot()
    }

    static func normal(_ probability: Double, complement: Double) -> Double {
        established { () throws(GSLError) in
            probability < 0.5
                ? try normalQuantile(probability) : try normalQuantile(upperTail: complement)
        }
    }

    /// Failures before the first success.
    static func geometric(_ probability: Double, complement: Double, chance: Double) -> Double {
        let trials = exponential(probability, complement: complement) / -logarithmOfOnePlus(-chance)
        return trials.rounded(.down)
    }
}

/// The value of a library function whose arguments the samplers' constructors have already checked.
func established(_ value: () throws(GSLError) -> Double) -> Double {
    do throws(GSLError) {
        return try value()
    } catch {
        preconditionFailure("\(error)")
    }
}
