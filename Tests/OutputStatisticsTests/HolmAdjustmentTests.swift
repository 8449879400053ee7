import OutputStatistics
import Testing

struct HolmAdjustmentTests {
    /// Reference: by hand, METHODS 5.
    @Test func `adjusted p-values are those of the step-down`() {
        let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03, 0.005])
        for (value, reference) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
            #expect(abs(value - reference) <= 1e-15)
        }
    }

    @Test func `adjusted p-values never exceed one and keep ties together`() {
        #expect(HolmAdjustment.adjusted([0.9, 0.8]) == [1, 1])
        #expect(HolmAdjustment.adjusted([0.25, 0.25]) == [0.5, 0.5])
        #expect(HolmAdjustment.adjusted([]) == [])
    }

    /// Reference: t at 0.9983333 with 9 degrees of freedom is 3.954218893826723 (three comparisons of 0.99).
    @Test func `joint intervals have the width of Bonferroni`() {
        let difference = PairedDifference(designs.first, minus: designs.second)
        let joint = HolmAdjustment([difference, difference, difference], level: 0.99)
        let standardError = difference.estimate.standardError ?? 0
        for estimate in joint.jointEstimates {
            #expect(agrees(estimate.halfWidth, 3.954218893826723 * standardError, within: 1e-10))
        }
        #expect(joint.isDistinguishable(0))
    }

    @Test func `one comparison is not adjusted`() {
        let difference = PairedDifference(designs.first, minus: designs.second)
        let joint = HolmAdjustment([difference])
        #expect(joint.adjustedPValues == [difference.pValue])
        #expect(agrees(joint.jointEstimates[0].halfWidth, difference.estimate.halfWidth ?? 0, within: 1e-12))
    }

    @Test func `a difference that cannot be judged still counts as a comparison`() {
        let difference = PairedDifference(designs.first, minus: designs.second)
        let unknown = PairedDifference([1], minus: [2])
        let joint = HolmAdjustment([unknown, difference])
        #expect(joint.adjustedPValues[0] == nil)
        #expect(joint.adjustedPValues[1] == difference.pValue.map { $0 * 2 })
        #expect(!joint.isDistinguishable(0))
    }
}
