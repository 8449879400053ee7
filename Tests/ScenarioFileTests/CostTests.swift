import Foundation
import ScenarioFile
import ScenarioModel
import Testing

struct CostTests {
    private func pool(_ keys: String) throws -> ResourcePool {
        try #require(scenario(small("rooms: { staff: 3 }", "rooms: { staff: 3, \(keys) }")).pools.last)
    }

    @Test(
        arguments: [
            ("420 rub/h", 420.0), ("420.50 rub/h", 420.5), ("420 rub/hour", 420), ("420 rub per h", 420),
            ("420  rub per hour", 420), ("0 rub/h", 0),
        ] as [(String, Double)]
    )
    func `pay is for an hour, and overtime half as much again`(text: String, roubles: Double) throws {
        let pay = try #require(try pool("pay: \(text)").pay)
        #expect(pay == Pay(roublesPerHour: roubles, overtimeRoublesPerHour: 1.5 * roubles))
    }

    @Test func `overtime may have pay of its own`() throws {
        let pay = try pool("pay: 420 rub/h, overtime pay: 840 rub/h").pay
        #expect(pay == Pay(roublesPerHour: 420, overtimeRoublesPerHour: 840))
    }

    @Test(
        arguments: [
            ("10 years", 3650 * 24.0), ("1 year", 365 * 24), ("18 months", 547.5 * 24),
            ("52 weeks", 364 * 24),
            ("0.5 years", 182.5 * 24), ("90 d", 90 * 24),
        ] as [(String, Double)]
    )
    func `a year of service has 365 days`(text: String, hours: Double) throws {
        let cost = try #require(try pool("capital cost: 1200000 rub, lasts: \(text)").capitalCost)
        #expect(cost.roubles == 1_200_000)
        #expect(Double(cost.lifetime.microseconds) == hours * 3.6e9)
    }

    @Test func `a pool without these keys costs nothing that is known`() throws {
        let pool = try #require(try scenario(smallText).pools.last)
        #expect(pool.pay == nil && pool.capitalCost == nil)
    }

    @Test(arguments: [
        ("pay: 420", "add the unit 'rub/h'"),
        ("pay: 420 rub", "write 'rub/h'"),
        ("pay: 420 rubb/h", "did you mean 'rub/h'?"),
        ("pay: 420rub/h", "put a space before the unit"),
        ("pay: 420 руб/ч", "write 'rub/h'"),
        ("pay: 420 ₽/ч", "write 'rub/h'"),
        ("pay: 420 roubles per hour", "did you mean 'rub per hour'?"),
        ("pay: \"420,50 rub/h\"", "write a decimal point, not a comma"),
        ("pay: 60000 rub per month", "divide a month's pay by its working hours"),
        ("pay: 60000 руб. в мес.", "divide a month's pay by its working hours"),
        ("pay: much", "write it as '420 rub/h'"),
        ("capital cost: 1 200 000 rub, lasts: 10 years", "write '1200000 rub'"),
        ("capital cost: 1200000 руб., lasts: 10 years", "write 'rub'"),
        ("capital cost: 1200000, lasts: 10 years", "add the unit 'rub'"),
        ("capital cost: 1200000 rub, lasts: 10 лет", "write 'years'"),
        ("capital cost: 1200000 rub, lasts: 10 yeers", "did you mean 'years'?"),
        ("capital cost: 1200000 rub, lasts: 10", "add a unit: years, months, weeks, days"),
    ])
    func `what is no amount is refused with advice`(keys: String, advice: String) {
        let text = diagnostics(small("rooms: { staff: 3 }", "rooms: { staff: 3, \(keys) }"))
        #expect(text.components(separatedBy: "error: ").count == 2, "\(text)")
        #expect(text.contains(advice), "\(text)")
    }

    @Test(arguments: [
        "pay: -420 rub/h", "capital cost: 5 rub, lasts: 0 years", "capital cost: 5 rub, lasts: -1 years",
        "capital cost: 5 rub", "lasts: 5 years", "overtime pay: 5 rub/h",
    ])
    func `amounts below zero and halves of pairs are refused`(keys: String) {
        let text = diagnostics(small("rooms: { staff: 3 }", "rooms: { staff: 3, \(keys) }"))
        #expect(text.components(separatedBy: "error: ").count == 2, "\(text)")
    }

    @Test func `a misspelt partner is reported once`() {
        let text = diagnostics(
            small("rooms: { staff: 3 }", "rooms: { staff: 3, capital cost: 5 rub, last: 5 years }")
        )
        #expect(text.components(separatedBy: "error: ").count == 2, "\(text)")
        #expect(text.contains("did you mean 'lasts'?"))
    }
}
