import ScenarioFile
import ScenarioModel
import Testing

struct LawTests {
    static let min = 6e7

    static let durations: [(String, Distribution)] = [
        ("15 min", .constant(15 * min)), ("30 s", .constant(3e7)), ("250 ms", .constant(250_000)),
        ("2 h", .constant(120 * min)), ("3 d", .constant(4320 * min)), ("1 week", .constant(10_080 * min)),
        ("26 weeks", .constant(262_080 * min)), ("0.1 s", .constant(100_000)), ("1e3 s", .constant(1e9)),
        ("010 min", .constant(10 * min)), ("1 second", .constant(1e6)), ("1 minute", .constant(min)),
        ("1 hour", .constant(60 * min)), ("2 days", .constant(2880 * min)), ("1 ms", .constant(1000)),
        ("uniform(20 min, 1 h)", .uniform(low: 20 * min, high: 60 * min)),
        (
            "triangular(5 min, 7 min, 10 min)",
            .triangular(low: 5 * min, mode: 7 * min, high: 10 * min)
        ),
        ("pert(5 min, 7 min, 10 min)", .pert(low: 5 * min, mode: 7 * min, high: 10 * min)),
        ("exponential(mean 35 min)", .exponential(mean: 35 * min)),
        ("erlang(stages 3, mean 60 min)", .erlang(stages: 3, mean: 60 * min)),
        ("gamma(shape 4, mean 45 min)", .gamma(shape: 4, mean: 45 * min)),
        ("weibull(shape 1.5, mean 20 min)", .weibull(shape: 1.5, mean: 20 * min)),
        ("weibull(shape 1, scale 20 min)", .weibull(shape: 1, mean: 20 * min)),
        ("lognormal(mean 30 min, cv 0.5)", .lognormal(mean: 30 * min, cv: 0.5)),
        ("lognormal(cv 0.5, mean 30 min)", .lognormal(mean: 30 * min, cv: 0.5)),
        ("lognormal(mean 30 min, sd 15 min)", .lognormal(mean: 30 * min, cv: 0.5)),
        ("lognormal(median 3 min, sigma 1.0)", .lognormalByMedian(median: 3 * min, sigma: 1)),
        (
            "beta(alpha 2, beta 3, from 10 min, to 40 min)",
            .beta(alpha: 2, beta: 3, low: 10 * min, high: 40 * min)
        ),
        (
            "normal(mean 10 min, sd 2 min) at least 0 min",
            .truncated(
                .normal(mean: 10 * min, standardDeviation: 2 * min),
                low: 0,
                high: nil,
                manner: .conditioned
            )
        ),
        (
            "mixture(0.7: exponential(mean 5 min), 0.3: 20 min)",
            .mixture([
                .init(weight: 0.7, law: .exponential(mean: 5 * min)),
                .init(weight: 0.3, law: .constant(20 * min)),
            ])
        ),
        (
            "exponential(mean 20 min) within 5 min to 60 min",
            .truncated(.exponential(mean: 20 * min), low: 5 * min, high: 60 * min, manner: .conditioned)
        ),
        (
            "exponential(mean 20 min) at most 60 min",
            .truncated(.exponential(mean: 20 * min), low: nil, high: 60 * min, manner: .conditioned)
        ),
        (
            "exponential(mean 20 min) clamped to 5 min to 60 min",
            .truncated(.exponential(mean: 20 * min), low: 5 * min, high: 60 * min, manner: .clamped)
        ),
        (
            "5 min + exponential(mean 20 min)",
            .affine(.exponential(mean: 20 * min), scale: 1, shift: 5 * min)
        ),
        (
            "exponential(mean 20 min) + 5 min",
            .affine(.exponential(mean: 20 * min), scale: 1, shift: 5 * min)
        ),
        ("0.7 * exponential(mean 20 min)", .affine(.exponential(mean: 20 * min), scale: 0.7, shift: 0)),
        (
            "5 min + 2 * exponential(mean 20 min) at most 1 h",
            .truncated(
                .affine(.exponential(mean: 20 * min), scale: 2, shift: 5 * min),
                low: nil,
                high: 60 * min,
                manner: .conditioned
            )
        ),
    ]

    @Test(arguments: durations.indices)
    func `a law of durations is read in microseconds`(index: Int) throws {
        let (text, law) = Self.durations[index]
        let scenario = try scenario(small("takes: 15 min", "takes: \(text)"))
        guard case .serve(let step) = scenario.routes[0].steps[0].action else {
            Issue.record("no serve")
            return
        }
        #expect(step.takes == DurationLaw(law), "\(text)")
    }

    static let counts: [(String, Distribution)] = [
        ("3", .constant(3)), ("poisson(mean 4)", .poisson(mean: 4)),
        ("geometric(mean 5)", .geometric(mean: 5)),
        ("bernoulli(0.3)", .bernoulli(chance: 0.3)), ("bernoulli(30 %)", .bernoulli(chance: 0.3)),
        (
            "categorical(1: 0.6, 2: 0.3)",
            .categorical([.init(value: 1, weight: 0.6), .init(value: 2, weight: 0.3)])
        ),
        ("1 + geometric(mean 5)", .affine(.geometric(mean: 5), scale: 1, shift: 1)),
        ("triangular(5, 7, 10)", .triangular(low: 5, mode: 7, high: 10)),
        (
            "normal(mean 5, sd 1) within 3 to 9",
            .truncated(.normal(mean: 5, standardDeviation: 1), low: 3, high: 9, manner: .conditioned)
        ),
    ]

    @Test(arguments: counts.indices)
    func `a law of counts has bare numbers`(index: Int) throws {
        let (text, law) = Self.counts[index]
        let scenario = try scenario(small("documents: 3", "documents: \(text)"))
        #expect(scenario.familyClasses[0].documents == law, "\(text)")
    }

    @Test func `working time and working days keep their calendar`() throws {
        func delay(_ text: String) throws -> DurationLaw {
            let scenario = try scenario(small("takes: 2 working h", "takes: \(text)"))
            guard case .delay(let step) = scenario.routes[1].steps[0].action else { preconditionFailure() }
            return step.takes
        }
        let office = CalendarUse(calendar: "office")
        #expect(
            try delay("2 working h") == DurationLaw(.constant(7.2e9), basis: .workingTime, calendar: office)
        )
        #expect(
            try delay("3 working days") == DurationLaw(.constant(3), basis: .workingDays, calendar: office)
        )
        #expect(try delay("18 h") == DurationLaw(.constant(6.48e10), basis: .elapsed, calendar: office))
        let serve = try scenario(small("takes: 15 min", "takes: 1 working hour")).routes[0].steps[0]
        guard case .serve(let step) = serve.action else { preconditionFailure() }
        #expect(step.takes == DurationLaw(.constant(3.6e9), basis: .workingTime, calendar: office))
    }

    @Test func `a rate is a number per unit`() throws {
        for (text, unit) in [
            ("min", RateLaw.Unit.minute), ("minute", .minute), ("h", .hour), ("hour", .hour), ("day", .day),
            ("working day", .workingDay), ("week", .week), ("month", .month), ("year", .year),
        ] {
            let scenario = try scenario(small("3.3 per working day", "3.3 per \(text)"))
            let rate = RateLaw(
                mean: 3.3,
                unit: unit,
                calendar: CalendarUse(calendar: "office"),
                profiles: ["hours"]
            )
            #expect(scenario.familyClasses[0].arrivals == ArrivalProcess(.poisson(rate)))
        }
    }

    @Test(arguments: [
        "nan", "inf", "-inf", ".inf", ".nan", "0x10 min", "0o7 min", "1_000 min", "1e999 min", "12:30", "15",
        "15 minn", "15min", "-5 min", "1e30 min", "9007199254740993 s", "exponential(5 min)",
        "exponential(mean 0 min)", "uniform(5 min, 5 min)", "triangular(5 min, 4 min, 6 min)",
        "normal(mean 10 min, sd 2 min)", "normal(mean 10 min, sd 2 min) at most 1 h", "poisson(mean 4 min)",
        "lognormal(mean 30 min)", "lognormal(mean 30 min, sigma 1)", "erlang(stages 2.5, mean 5 min)",
        "5 min within 1 min to 9 min", "uniform(5 min, 9 min) within 20 min to 30 min",
        "exponential(mean 5 min) + exponential(mean 5 min)", "0 * exponential(mean 5 min)",
        "uniform(1 h, 2 working h)", "mixture(0: 5 min)", "mixture(-1: 5 min, 2: 6 min)", "5 min 5 min",
        "empirical(x.csv, column a, unit min)", "exponential(mean 5 min",
        "beta(alpha 2, beta 3, from 9 min, to 1 min)",
    ])
    func `what is no law of durations is refused`(text: String) {
        let source = small("takes: 15 min", "takes: \"\(text)\"")
        let result = ScenarioReader().read(text: source, named: "s.yaml")
        #expect(result.designs == nil)
        #expect(result.diagnostics.map(\.location?.line) == [21], "\(result.diagnostics)")
    }
}
