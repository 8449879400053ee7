import Foundation
import Testing

@testable import ScenarioCompiler

struct ZoneOffsetsTests {
    @Test func `offsets known beforehand are those that the system gives, in every zone`() throws {
        // 1 January 2021 to the end of 2026, with Apia's, Troll's and Gaza's changes of clocks in it.
        let days = 18_628...20_818
        for name in TimeZone.knownTimeZoneIdentifiers {
            let zone = try #require(TimeZone(identifier: name))
            var offsets = try #require(ZoneOffsets(zone: name))
            offsets.learn(days)
            let wrong = stride(
                from: days.lowerBound * 86_400,
                to: days.upperBound * 86_400,
                by: 5 * 3_600 + 1
            )
            .first { moment in
                let date = Date(timeIntervalSince1970: Double(moment))
                return offsets.seconds(at: moment) != zone.secondsFromGMT(for: date)
            }
            #expect(wrong == nil, "\(name)")
        }
    }

    @Test func `offsets are found outside the days known beforehand too`() throws {
        var offsets = try #require(ZoneOffsets(zone: "Europe/Berlin"))
        offsets.learn(19_000...19_010)
        #expect(offsets.seconds(at: 0) == 3_600)
        #expect(offsets.seconds(at: -1) == 3_600)
        // 1 July 2024
        #expect(offsets.seconds(at: 1_719_792_000) == 7_200)
    }

    @Test func `an unknown zone has no offsets`() {
        #expect(ZoneOffsets(zone: "Mars/Olympus") == nil)
    }
}
