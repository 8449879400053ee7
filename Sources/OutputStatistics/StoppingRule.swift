/// How many replications are enough for a precision, decided from the replications by their index.
///
/// The answer depends only on the estimates after the first n replications for each n, so replications may be computed
/// ahead, in any number and on any threads.
public enum StoppingRule: Sendable, Hashable {
    /// The first number that meets the target and whose followers still do.
    ///
    /// `steps` followers are asked for, or `steps` per cent of n above 100.
    /// Source: Hoad, Robinson and Davies (2010), with first = 3 and steps = 5.
    case lookAhead(first: Int = 3, steps: Int = 5)
    /// The first number, from `first` on, that meets the target relative to the true value.
    ///
    /// Source: Law (2015), section 9.4.1, with first = 10. Its coverage is slightly below the level.
    case sequential(first: Int = 10)

    /// What the replications at hand say.
    public enum Verdict: Sendable, Hashable {
        /// So many replications meet the target.
        case reached(Int)
        /// The target is not met; the answer needs at least so many replications.
        case undecided(needed: Int)
    }

    /// Judges a measure after a number of replications.
    ///
    /// - Parameters:
    ///   - target: The precision asked for.
    ///   - available: How many replications are at hand.
    ///   - estimate: The estimate from the first n of them.
    /// - Returns: The number that suffices, or how many more are needed to tell.
    public func verdict(
        on target: PrecisionTarget,
        available: Int,
        estimate: (_ replications: Int) -> Estimate
    ) -> Verdict {
        let target = if case .sequential = self { target.relativeToTruth } else { target }
        return verdict(available: available) { target.isMet(by: estimate($0)) }
    }

    /// Judges any number of measures together after a number of replications.
    ///
    /// - Parameters:
    ///   - available: How many replications are at hand.
    ///   - isMet: Whether all measures are precise enough after the first n of them.
    /// - Returns: The number that suffices, or how many more are needed to tell.
    public func verdict(available: Int, isMet: (_ replications: Int) -> Bool) -> Verdict {
        switch self {
        case .sequential(let first):
            var number = max(first, 2)
            while number <= available {
                if isMet(number) { return .reached(number) }
                number += 1
            }
            return .undecided(needed: number)
        case .lookAhead(let first, let steps):
            return Self.lookAhead(max(first, 2), steps, available, isMet: isMet)
        }
    }

    /// Judges the mean of one value from each replication.
    public func verdict(on target: PrecisionTarget, values: [Double], level: Double = 0.95) -> Verdict {
        var moments = RunningMoments()
        let estimates = values.map { value in
            moments.add(value)
            return Estimate(mean: moments, level: level)
        }
        return verdict(on: target, available: values.count) { estimates[$0 - 1] }
    }

    private static func lookAhead(
        _ first: Int,
        _ steps: Int,
        _ available: Int,
        isMet: (Int) -> Bool
    ) -> Verdict {
        var candidate = first
        while candidate <= available {
            guard isMet(candidate) else {
                candidate += 1
                continue
            }
            let last = candidate + (candidate <= 100 ? steps : steps * candidate / 100)
            let failure = ((candidate + 1)..<(min(last, available) + 1)).first { !isMet($0) }
            guard let failure else {
                return last <= available ? .reached(candidate) : .undecided(needed: last)
            }
            candidate = failure + 1
        }
        return .undecided(needed: candidate)
    }
}
