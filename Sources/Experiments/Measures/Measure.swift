public import OutputStatistics

/// A measure with its estimate.
public struct Measure: Sendable, Hashable {
    /// What it is.
    public let id: MeasureID
    /// The unit of the value and the half-width.
    public let unit: MeasureUnit
    /// The value; nil when nothing was observed.
    public let value: Double?
    /// Half the width of the confidence interval; nil when there is none.
    public let halfWidth: Double?
    /// Why there is no half-width; nil when there is one.
    public let gap: PrecisionGap?
    /// How many values were observed; of means over time, how many replications.
    public let count: Int64

    /// Makes a measure with the error of an estimate.
    public init(_ id: MeasureID, in unit: MeasureUnit, _ estimate: Estimate, count: Int64) {
        self.id = id
        self.unit = unit
        value = estimate.value
        halfWidth = estimate.halfWidth
        gap = estimate.halfWidth == nil ? PrecisionGap(estimate.missing ?? .noCriticalValue) : nil
        self.count = count
    }

    /// Makes a measure that only describes what was observed.
    public init(_ id: MeasureID, in unit: MeasureUnit, observed value: Double?, count: Int64) {
        self.id = id
        self.unit = unit
        self.value = value
        halfWidth = nil
        gap = value == nil ? .noObservations : .descriptive
        self.count = count
    }
}
