import RandomStreams
import ScenarioCompiler
import ScenarioModel
import SimulationCore

/// The stretch of time that a preview speaks of, and who arrives in it.
struct PreviewPeriod {
    /// Microseconds.
    let length: SimulationTime

    /// A run without a fixed end is previewed until its last arrivals are expected, at most for a year.
    init(_ compiled: CompiledScenario) {
        let year: SimulationTime = 365 * 86_400_000_000
        guard compiled.program.horizon == .never else {
            length = max(1, compiled.program.horizon)
            return
        }
        let ends = compiled.program.classes.map { plan -> SimulationTime in
            switch plan.arrivals.pattern {
            case .rate(let segments): return Self.moment(ofArrival: plan.arrivals.limit, segments) ?? year
            case .moments(let moments): return moments.last ?? year
            case .renewal: return year
            }
        }
        length = min(year, max(1, ends.max() ?? year))
    }

    /// Expected arrivals of a class, without those there at the start.
    func arrivals(of family: FamilyClass, _ plan: ClassPlan) throws(CompilationError) -> Double {
        let atOnce = try family.arrivals.familiesAtOnce.map { law throws(CompilationError) in
            max(1, try SamplerChoice.sampler(for: law).mean)
        }
        let factor = try family.arrivals.busyness.map { busyness throws(CompilationError) in
            try SamplerChoice.sampler(for: busyness.factor).mean
        }
        let scale = (atOnce ?? 1) * (factor ?? 1)
        let limit = plan.arrivals.limit == .max ? Double.infinity : Double(plan.arrivals.limit)
        switch (plan.arrivals.pattern, family.arrivals.pattern) {
        case (.rate(let segments), _):
            let expected = segments.reduce(0.0) { sum, segment in
                let from = min(length, segment.begins)
                let to = min(length, segment.ends)
                return sum + Double(max(0, to - from)) * segment.rate
            }
            return min(limit, expected * scale)
        case (.moments(let moments), _):
            return min(limit, Double(moments.count { $0 < length }) * scale)
        case (.renewal, .renewal(let gaps)):
            let mean = try SamplerChoice.sampler(for: gaps.law).mean
            let unit = gaps.basis == .workingDays ? 86_400e6 : 1
            return mean > 0 ? min(limit, Double(length) / (mean * unit) * scale) : limit
        case (.renewal, _): return 0
        }
    }

    /// Whether some arrival rate changes over the time in which families come.
    func ratesVary(_ compiled: CompiledScenario) -> Bool {
        compiled.program.classes.contains { plan in
            switch plan.arrivals.pattern {
            case .rate(let segments): segments.contains { $0.rate != segments[0].rate }
            case .moments: true
            case .renewal: false
            }
        }
    }

    private static func moment(ofArrival number: Int64, _ segments: [RateSegment]) -> SimulationTime? {
        var missing = Double(number)
        for segment in segments {
            let length = segment.ends == .never ? .infinity : Double(segment.ends - segment.begins)
            let expected = length * segment.rate
            if expected >= missing {
                let moment = Double(segment.begins) + missing / segment.rate
                return moment < 1e18 ? SimulationTime(moment) : nil
            }
            missing -= expected
        }
        return segments.last?.ends
    }
}
