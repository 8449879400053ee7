import Foundation
import OutputStatistics
import TestSupport
import Testing

/// Rows that speak of a moment rather than of the long run; `make proof` runs them at full size.
///
/// A profile of the scenario language holds a rate for an hour, so the sine of the rows is replaced by its hourly means;
/// the equations that are solved for them are first shown to give the rows with the sine itself.
@Suite(.serialized) struct TransientRowTests {
    private static let times = [6.0, 12, 18, 24, 30]
    private static let most = Proof.size(1_000_000, quick: 4000)

    private static func sine(_ time: Double) -> Double { 8 + 4 * sin(2 * .pi * time / 24) }

    /// The mean of the sine over the hour that a time lies in.
    private static func hourly(_ time: Double) -> Double {
        let hour = floor(time)
        return 8 + 4 * 24 / (2 * .pi) * (cos(2 * .pi * hour / 24) - cos(2 * .pi * (hour + 1) / 24))
    }

    private static func process(_ renegingRate: Double, _ rate: @escaping (Double) -> Double)
        -> BirthDeathProcess
    {
        BirthDeathProcess(servers: 10, serviceRate: 1, renegingRate: renegingRate, arrivalRate: rate)
    }

    private static func rows(_ quantity: String) throws -> [ReferenceRow] {
        try ReferenceRow.all().filter { $0.quantity == quantity }
    }

    /// Hours are the unit of time.
    private static func text(hours: Double, patience: String = "") -> String {
        let weights = (0..<24).map { "\"\($0 < 10 ? "0" : "")\($0)\": \(hourly(Double($0)))" }
        return """
            scenario: hours
            starts: 2024-01-01
            horizon: \(hours) h
            pools: { clerks: { staff: 10 } }
            profiles: { day: { \(weights.joined(separator: ", ")) } }
            families: { visitors: { arrivals: { rate: 8 per h, profile: day }, route: counter\(patience) } }
            routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 h) } } ] }
            """
    }

    @Test func `the equations give the rows with the sine itself`() throws {
        let moments = Self.process(0, Self.sine).moments(at: Self.times)
        let present = try Self.rows("Mt/M/c E[N(t)]").map { $0.values[0] }
        let busy = try Self.rows("Mt/M/c P(N>=c)").map { $0.values[0] }
        for (place, moment) in moments.enumerated() {
            #expect(abs(moment.present - present[place]) < 1e-4)
            #expect(abs(moment.allBusy - busy[place]) < 1e-5)
        }
        let waiting = try #require(try Self.rows("Mt/M/c time-average Lq over [0,24]").first)
        #expect(abs(moments[3].averageWaiting - waiting.values[0]) < 2e-4)
        let average = try #require(try Self.rows("Mt/M/c time-average N over [0,24]").first)
        #expect(abs(moments[3].averagePresent - average.values[0]) < 2e-4)
        let impatient = try #require(try Self.rows("Mt/M/c+M E[N(24)]").first)
        let with = Self.process(0.5, Self.sine).moments(at: [24])[0].present
        #expect(abs(with - impatient.values[0]) < 1e-4)
        let empty = BirthDeathProcess(servers: 1, serviceRate: 1, renegingRate: 0) { _ in 0.8 }
        for (moment, row) in zip(
            empty.moments(at: [1, 5, 10, 50]),
            try Self.rows("M/M/1 transient E[N(t)] from empty")
        ) {
            #expect(abs(moment.present - row.values[0]) < 1e-5)
        }
    }

    @Test func `transient rows agree with the equations`() async throws {
        var table: [[String]] = []
        for row in try Self.rows("M/M/1 transient E[N(t)] from empty") {
            let text = """
                scenario: line
                starts: 2024-01-01
                horizon: \(row.number("t")) min
                pools: { clerks: { staff: 1 } }
                families: { visitors: { arrivals: { rate: 0.8 per min }, route: counter } }
                routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
                """
            let series = try await StreamedRuns(text)
                .series(of: [.presentAtEnd], replications: Self.most, seed: 303)
            table.append(ClosedFormTableTests.judge(row, row.values[0], .presentAtEnd, series[0]))
        }
        let moments = Self.process(0, Self.hourly).moments(at: Self.times)
        let present = try Self.rows("Mt/M/c E[N(t)]")
        let busy = try Self.rows("Mt/M/c P(N>=c)")
        for (place, time) in Self.times.enumerated() {
            var observed: [(ReferenceRow, Double, Observed)] = [
                (present[place], moments[place].present, .presentAtEnd),
                (busy[place], moments[place].allBusy, .isPresentAtEnd(atLeast: 10)),
            ]
            if time == 24 {
                let waiting = try Self.rows("Mt/M/c time-average Lq over [0,24]")[0]
                observed.append((waiting, moments[place].averageWaiting, .meanLine))
                let average = try Self.rows("Mt/M/c time-average N over [0,24]")[0]
                observed.append((average, moments[place].averagePresent, .meanPresent))
            }
            let series = try await StreamedRuns(Self.text(hours: time))
                .series(of: observed.map(\.2), replications: Self.most, seed: 304)
            for ((row, theory, measure), values) in zip(observed, series) {
                table.append(ClosedFormTableTests.judge(row, theory, measure, values))
            }
        }
        let impatient = try Self.rows("Mt/M/c+M E[N(24)]")[0]
        let theory = Self.process(0.5, Self.hourly).moments(at: [24])[0].present
        let text = Self.text(hours: 24, patience: ", patience: exponential(mean 2 h)")
        let series = try await StreamedRuns(text)
            .series(of: [.presentAtEnd], replications: Self.most / 10, seed: 305)
        table.append(ClosedFormTableTests.judge(impatient, theory, .presentAtEnd, series[0]))
        try Proof.record(
            "transients",
            title: "Transient rows",
            header: ["quantity", "inputs", "value", "estimate", "half-width", "source"],
            rows: table
        )
    }
}
