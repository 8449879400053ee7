import Testing
import UserTexts

struct DecimalNumberTests {
    @Test(arguments: [
        (2.675, 2, "2.68"), (0.5, 0, "1"), (1.5, 0, "2"), (0.0007, 3, "0.001"), (7e-5, 4, "0.0001"),
        (7e-5, 2, "0.00"),
        (999.96, 1, "1000.0"), (700, -3, "1000"), (400, -3, "0"), (7, -3, "0"), (1234, -2, "1200"),
        (1e21, 0, "1000000000000000000000"), (123.456, 5, "123.45600"),
    ])
    func `halves are rounded away from zero in the decimal that is seen`(
        _ value: Double,
        _ decimals: Int,
        _ expected: String
    ) {
        let number = DecimalNumber(rounding: value, decimals: decimals)
        let integer = number.integerDigits.map(String.init).joined()
        let fraction = number.fractionDigits.map(String.init).joined()
        #expect((fraction.isEmpty ? integer : "\(integer).\(fraction)") == expected)
    }

    @Test func `a number that rounds to zero has no minus`() {
        #expect(!DecimalNumber(rounding: -0.04, decimals: 1).isNegative)
        #expect(DecimalNumber(rounding: -0.06, decimals: 1).isNegative)
    }

    @Test func `a rounded number is within half a unit of its last place`() {
        var state: UInt64 = 20_230_109
        for _ in 0..<2000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(state >> 11) / 9_007_199_254_740_992 * 1e6
            let number = DecimalNumber(rounding: value, decimals: 2)
            let digits = (number.integerDigits + number.fractionDigits).reduce(0.0) { $0 * 10 + Double($1) }
            #expect(abs(digits / 100 - value) <= 0.005 + 1e-9)
        }
    }
}
