import Testing
import UserTexts

struct MoneyStyleTests {
    @Test(arguments: [
        (0.0, "0 руб.", "0 RUB"), (1500, "1500 руб.", "1500 RUB"), (555.6, "556 руб.", "556 RUB"),
        (1_250_000, "1\u{202F}250\u{202F}000 руб.", "1,250,000 RUB"),
        (-12_500, "−12\u{202F}500 руб.", "−12,500 RUB"),
    ])
    func `a sum is written in whole roubles`(_ roubles: Double, _ russian: String, _ english: String) {
        #expect(MoneyStyle(.russian).text(roubles: roubles) == russian.replacing(" ", with: "\u{A0}"))
        #expect(MoneyStyle(.english).text(roubles: roubles) == english.replacing(" ", with: "\u{A0}"))
        #expect(
            MoneyStyle(.english).text(roubles: roubles, halfWidth: 0)
                == english.replacing(" ", with: "\u{A0}")
        )
    }

    @Test func `the half-width decides the digits of a sum`() {
        let russian = MoneyStyle(.russian).text(roubles: 1_254_321, halfWidth: 3210)
        #expect(russian == "1\u{202F}254\u{202F}000 ± 3000 руб.".replacing(" ", with: "\u{A0}"))
        let english = MoneyStyle(.english).text(roubles: 3.126, halfWidth: 0.25)
        #expect(english == "3.13 ± 0.25 RUB".replacing(" ", with: "\u{A0}"))
    }
}
