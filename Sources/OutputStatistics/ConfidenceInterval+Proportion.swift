import GSLFunctions

extension ConfidenceInterval {
    /// The interval of Wilson (1927) for a chance, from independent trials; 0...1 without trials.
    ///
    /// Its coverage is near the level on average. Throws when the level is out of range.
    /// - Precondition: `successes` lies in 0...`trials`.
    public static func wilson(
        successes: Int,
        trials: Int,
        level: Double = 0.95
    ) throws -> ConfidenceInterval {
        precondition((0...trials).contains(successes), "\(successes) successes in \(trials) trials")
        guard trials > 0 else { return ConfidenceInterval(lower: 0, upper: 1, level: level) }
        let normal = try normalQuantile(upperTail: (1 - level) / 2)
        let number = Double(trials)
        let share = Double(successes) / number
        let square = normal * normal / number
        let centre = (share + square / 2) / (1 + square)
        let spread = normal / (1 + square) * (share * (1 - share) / number + square / number / 4).squareRoot()
        return ConfidenceInterval(
            lower: successes == 0 ? 0 : max(0, centre - spread),
            upper: successes == trials ? 1 : min(1, centre + spread),
            level: level
        )
    }

    /// The interval of Clopper and Pearson (1934) for a chance, from independent trials; 0...1 without trials.
    ///
    /// Its coverage is never below the level. Throws when the level is out of range.
    /// - Precondition: `successes` lies in 0...`trials`.
    public static func clopperPearson(
        successes: Int,
        trials: Int,
        level: Double = 0.95
    ) throws -> ConfidenceInterval {
        precondition((0...trials).contains(successes), "\(successes) successes in \(trials) trials")
        let tail = (1 - level) / 2
        let (hits, misses) = (Double(successes), Double(trials - successes))
        return ConfidenceInterval(
            lower: successes == 0 ? 0 : try betaQuantile(tail, alpha: hits, beta: misses + 1),
            upper: successes == trials ? 1 : try betaQuantile(upperTail: tail, alpha: hits + 1, beta: misses),
            level: level
        )
    }
}
