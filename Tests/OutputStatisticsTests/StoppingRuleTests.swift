import Foundation
import OutputStatistics
import Testing

/// Reference counts: sim-tools ReplicationsAlgorithm and Law's procedure on this series (METHODS 3).
struct StoppingRuleTests {
    private let series = (1...2000).map { index in
        let time = Double(index)
        let fast: Double = 2 * sin(time * 2.399963)
        let slow: Double = 1.5 * cos(time * 0.7)
        return 10 + fast + slow
    }

    @Test(arguments: [(0.1, 17), (0.05, 54), (0.02, 305)])
    func `the look-ahead rule stops where sim-tools stops`(_ share: Double, _ expected: Int) {
        let target = PrecisionTarget(.relative(share))
        #expect(StoppingRule.lookAhead().verdict(on: target, values: series) == .reached(expected))
    }

    @Test(arguments: [(0.05, 56), (0.02, 317)])
    func `the sequential rule stops where Law's procedure stops`(_ share: Double, _ expected: Int) {
        let target = PrecisionTarget(.relative(share))
        #expect(StoppingRule.sequential().verdict(on: target, values: series) == .reached(expected))
    }

    @Test func `replications computed ahead change nothing and too few ask for more`() {
        let target = PrecisionTarget(.relative(0.05))
        for available in 0...70 {
            let values = Array(series.prefix(available))
            switch StoppingRule.lookAhead().verdict(on: target, values: values) {
            case .reached(let count):
                #expect(count == 54 && available >= 59)
            case .undecided(let needed):
                #expect(available < 59 && needed > available && needed <= 59)
            }
        }
    }

    @Test func `values near zero need an absolute limit`() {
        let centred = series.map { $0 - 10 }
        let relative = PrecisionTarget(.relative(0.05))
        guard case .undecided = StoppingRule.lookAhead().verdict(on: relative, values: centred) else {
            Issue.record("a relative limit was reached around zero")
            return
        }
        let absolute = PrecisionTarget(.either(relative: 0.05, absolute: 0.5))
        let verdict = StoppingRule.lookAhead().verdict(on: absolute, values: centred)
        guard case .reached(let count) = verdict else {
            Issue.record("an absolute limit was not reached")
            return
        }
        let halfWidths = [count - 1, count].map { Estimate(meanOf: Array(centred.prefix($0))).halfWidth ?? 0 }
        #expect(halfWidths[0] > 0.5 && halfWidths[1] <= 0.5)
    }

    @Test func `equal values are precise at once`() {
        let target = PrecisionTarget(.relative(0.05))
        let zeros = [Double](repeating: 0, count: 8)
        #expect(StoppingRule.lookAhead().verdict(on: target, values: zeros) == .reached(3))
        #expect(StoppingRule.sequential().verdict(on: target, values: [4, 4]) == .undecided(needed: 10))
    }

    @Test func `an estimate without a half-width is never precise`() {
        #expect(!PrecisionTarget(.absolute(100)).isMet(by: Estimate(meanOf: [1])))
    }
}
