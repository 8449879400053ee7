import Foundation

/// A line with changing arrivals from empty, by the equations of its birth and death process.
///
/// Runge–Kutta of order 4 on at most 160 states, in steps of 1/400; λ(t) is taken as given.
struct BirthDeathProcess {
    let servers: Int
    /// Services and give-ups per unit of time of one server and one waiting.
    let serviceRate: Double
    let renegingRate: Double
    let arrivalRate: (Double) -> Double

    /// What is true at a time, and on average up to it.
    struct Moment {
        var present = 0.0
        var allBusy = 0.0
        var averagePresent = 0.0
        var averageWaiting = 0.0
    }

    /// The moments at times in ascending order.
    func moments(at times: [Double]) -> [Moment] {
        var chances = [Double](repeating: 0, count: 160)
        chances[0] = 1
        let step = 1.0 / 400
        var moments: [Moment] = []
        var (presentArea, waitingArea) = (0.0, 0.0)
        var number = 0
        for time in times {
            while Double(number) * step < time - step / 2 {
                let now = Double(number) * step
                let before = means(chances)
                chances = advanced(chances, from: now, by: step)
                let after = means(chances)
                presentArea += (before.present + after.present) / 2 * step
                waitingArea += (before.waiting + after.waiting) / 2 * step
                number += 1
            }
            moments.append(
                Moment(
                    present: means(chances).present,
                    allBusy: chances[servers...].reduce(0, +),
                    averagePresent: presentArea / time,
                    averageWaiting: waitingArea / time
                )
            )
        }
        return moments
    }

    private func means(_ chances: [Double]) -> (present: Double, waiting: Double) {
        chances.enumerated().reduce((0, 0)) { sums, state in
            let waiting = Double(max(0, state.offset - servers))
            return (sums.0 + Double(state.offset) * state.element, sums.1 + waiting * state.element)
        }
    }

    private func advanced(_ chances: [Double], from time: Double, by step: Double) -> [Double] {
        func shifted(_ slope: [Double], _ share: Double) -> [Double] {
            zip(chances, slope).map { $0 + share * step * $1 }
        }
        let first = slope(chances, at: time)
        let second = slope(shifted(first, 0.5), at: time + step / 2)
        let third = slope(shifted(second, 0.5), at: time + step / 2)
        let fourth = slope(shifted(third, 1), at: time + step)
        return chances.indices.map {
            chances[$0] + step / 6 * (first[$0] + 2 * second[$0] + 2 * third[$0] + fourth[$0])
        }
    }

    private func slope(_ chances: [Double], at time: Double) -> [Double] {
        let rate = arrivalRate(time)
        var slope = [Double](repeating: 0, count: chances.count)
        for state in chances.indices {
            let leaving =
                Double(min(state, servers)) * serviceRate + Double(max(0, state - servers)) * renegingRate
            if state + 1 < chances.count {
                slope[state] -= rate * chances[state]
                slope[state + 1] += rate * chances[state]
            }
            if state > 0 {
                slope[state] -= leaving * chances[state]
                slope[state - 1] += leaving * chances[state]
            }
        }
        return slope
    }
}
