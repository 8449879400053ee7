import Testing
import UserTexts

struct NumberStyleTests {
    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (-3, "−3", "−3"), (1234, "1234", "1234"),
        (12_345, "12\u{202F}345", "12,345"), (1_234_567, "1\u{202F}234\u{202F}567", "1,234,567"),
        (-100_000, "−100\u{202F}000", "−100,000"),
    ])
    func `thousands are grouped from five digits up`(_ value: Int, _ russian: String, _ english: String) {
        #expect(NumberStyle(.russian).text(value) == russian)
        #expect(NumberStyle(.english).text(value) == english)
    }

    @Test(arguments: [
        (5.24, "5,2"), (5.0, "5"), (83.4, "83"), (1234.5, "1235"), (0.0123, "0,012"), (0.999, "1"),
        (-0.5, "−0,5"), (0.0, "0"), (-0.0, "0"), (99.96, "100"), (23456.7, "23\u{202F}457"),
    ])
    func `two significant digits are shown and whole digits are kept`(_ value: Double, _ text: String) {
        #expect(NumberStyle(.russian).text(value) == text)
    }

    @Test(arguments: [
        (5.2345, 0.31, "5,2 ± 0,3"), (5.2345, 0.14, "5,23 ± 0,14"), (5.2345, 0.296, "5,2 ± 0,3"),
        (5.2345, 0.096, "5,23 ± 0,10"), (1234.5, 152, "1230 ± 150"), (1234.5, 36, "1230 ± 40"),
        (0.00123, 0.0004, "0,0012 ± 0,0004"), (-5.25, 0.4, "−5,3 ± 0,4"), (-0.01, 0.4, "0,0 ± 0,4"),
        (25_431, 1200, "25\u{202F}400 ± 1200"), (0, 3, "0 ± 3"),
    ])
    func `the half-width decides the digits shown`(_ value: Double, _ halfWidth: Double, _ text: String) {
        let shown = NumberStyle(.russian).text(value, halfWidth: halfWidth)
        #expect(shown == text.replacing(" ", with: "\u{A0}"))
    }

    @Test func `without a usable half-width the value stands alone`() {
        #expect(NumberStyle(.english).text(5.24, halfWidth: nil) == "5.2")
        #expect(NumberStyle(.english).text(5.24, halfWidth: 0) == "5.2")
        #expect(NumberStyle(.english).text(5.24, halfWidth: .infinity) == "5.2")
        // Sums of the same numbers in another order differ by as much.
        #expect(NumberStyle(.russian).text(9.999999999999998, halfWidth: 2.5e-15) == "10")
    }

    @Test func `a percentage has a no-break space in Russian and none in English`() {
        #expect(NumberStyle(.russian).percent(0.95) == "95\u{A0}%")
        #expect(NumberStyle(.english).percent(0.95) == "95%")
        #expect(NumberStyle(.russian).percent(0.9512, halfWidth: 0.004) == "95,1\u{A0}±\u{A0}0,4\u{A0}%")
        #expect(NumberStyle(.english).percent(0.9512, halfWidth: 0.02) == "95.1\u{A0}±\u{A0}2.0%")
    }

    @Test(arguments: [
        (1.0, "100"), (0.996, "99,6"), (0.9996, "99,96"), (0.994, "99"), (0.0, "0"), (-0.031, "−3,1"),
    ])
    func `what is not quite all never reads as all`(_ share: Double, _ text: String) {
        #expect(NumberStyle(.russian).percent(share) == text + "\u{A0}%")
    }

    @Test func `what is not finite has a symbol`() {
        #expect(NumberStyle(.russian).text(Double.infinity) == "∞")
        #expect(NumberStyle(.russian).text(Double.nan) == "—")
    }

    @Test func `a fixed count of decimals keeps its zeros`() {
        #expect(NumberStyle(.russian).text(5, decimals: 2) == "5,00")
        #expect(NumberStyle(.english).text(1e-5, decimals: 3) == "0.000")
        #expect(NumberStyle(.english).text(1e16, decimals: 0) == "10,000,000,000,000,000")
    }
}
