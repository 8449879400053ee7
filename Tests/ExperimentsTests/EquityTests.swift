import Experiments
import ScenarioFile
import ScenarioModel
import Testing

struct EquityTests {
    private func result(_ text: String, replications: Int) async throws -> DesignResult {
        let read = ScenarioReader().read(text: text, named: "equity.yaml")
        let shown = DiagnosticRenderer().text(read.diagnostics)
        let designs = try #require(read.designs, "\(shown)").designs.map { try ExperimentDesign($0) }
        return try await Experiment(designs: designs, replications: replications, seed: 4).run().baseline
    }

    @Test func `the worst of ten waits is the worst tenth`() async throws {
        // Families come minute by minute for services of ten minutes: they wait 0, 9, 18, … 81 minutes.
        let design = try await result(
            """
            scenario: ten
            starts: 2024-01-08
            horizon: until all have left
            pools: { desk: { staff: 1 } }
            families: { all: { arrivals: { every: 1 min, at most: 10 }, route: way } }
            routes: { way: [ { serve: { by: desk, takes: 10 min } } ] }
            """,
            replications: 2
        )
        let wait = MeasureID(.waitingTime)
        #expect(design.measure(wait)?.value == 40.5)
        #expect(design.measure(wait.with(.worstTenth))?.value == 81)
        #expect(design.measure(wait.with(.worstTenth))?.halfWidth == 0)
        #expect(design.measure(wait.with(.worstTenthRatio))?.value == 2)
        #expect(design.measure(wait.with(.worstTenthRatio))?.unit == .number)
        // Ten minutes of service more: 91 against 50.5.
        let inSystem = MeasureID(.timeInSystem)
        #expect(abs((design.measure(inSystem.with(.worstTenth))?.value ?? 0) - 91.0 / 60) < 1e-12)
        let firstHelp = MeasureID(.timeToFirstHelp, .worstTenth)
        #expect(abs((design.measure(firstHelp)?.value ?? 0) - 81.0 / 60) < 1e-12)
    }

    @Test func `nobody waits, and no ratio is told`() async throws {
        let design = try await result(
            """
            scenario: none
            starts: 2024-01-08
            horizon: until all have left
            pools: { desk: { staff: 1 } }
            families: { all: { arrivals: { every: 20 min, at most: 3 }, route: way } }
            routes: { way: [ { serve: { by: desk, takes: 10 min } } ] }
            """,
            replications: 2
        )
        #expect(design.measure(MeasureID(.waitingTime, .worstTenth))?.value == 0)
        #expect(design.measure(MeasureID(.waitingTime, .worstTenthRatio))?.value == nil)
    }

    @Test func `the worst and the best class are those by mean over all replications`() async throws {
        let result = try await SmallCentre.experiment(replications: 6).run()
        for design in result.designs {
            for quantity in Quantity.judgedForEquity {
                let means = ["foster", "large"].compactMap {
                    design.measure(MeasureID(quantity, familyClass: $0))?.value
                }
                let (worst, best) = (means.max() ?? 0, means.min() ?? 0)
                let found = design.measures.filter {
                    $0.id.quantity == .inequality && $0.id.subject == .quantity(quantity.rawValue)
                }
                #expect(found.map(\.id.statistic) == [.worstClass, .bestClass, .gap])
                #expect(found[0].value == worst && found[1].value == best)
                #expect(abs((found[2].value ?? 0) - (worst - best)) < 1e-12)
                #expect(found[2].halfWidth != nil)
            }
        }
    }

    @Test func `the mean of the worst tenth lies between the ninetieth percentile and the greatest`()
        async throws
    {
        let result = try await SmallCentre.experiment(replications: 12).run()
        for quantity in Quantity.judgedForEquity {
            let id = MeasureID(quantity)
            func value(_ statistic: Statistic) throws -> Double {
                try #require(result.baseline.measure(id.with(statistic))?.value)
            }
            let (tenth, mean) = (try value(.worstTenth), try value(.mean))
            #expect(try tenth >= value(.percentile(90)) * (1 - 1.0 / 128))
            #expect(try tenth <= value(.maximum) * (1 + 1.0 / 256))
            #expect(abs(try value(.worstTenthRatio) * mean / tenth - 1) < 1.0 / 128)
        }
    }
}
