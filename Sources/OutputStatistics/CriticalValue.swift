import GSLFunctions

/// Two-sided critical values of the laws that intervals rest on.
enum CriticalValue {
    /// The bound that a Student variate exceeds in magnitude with probability 1 − `level`; nil if GSL fails.
    static func student(level: Double, degreesOfFreedom: Int) -> Double? {
        do {
            return try studentQuantile(upperTail: (1 - level) / 2, degreesOfFreedom: Double(degreesOfFreedom))
        } catch {
            return nil
        }
    }

    /// The probability that a Student variate exceeds `statistic` in magnitude; nil if GSL fails.
    static func studentPValue(_ statistic: Double, degreesOfFreedom: Int) -> Double? {
        do {
            let tail = try studentProbability(
                above: statistic.magnitude,
                degreesOfFreedom: Double(degreesOfFreedom)
            )
            return 2 * tail
        } catch {
            return nil
        }
    }
}
