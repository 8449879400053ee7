import Testing
import UserTexts

struct PluralTests {
    @Test(arguments: [
        (0, "0 семей"), (1, "1 семья"), (2, "2 семьи"), (4, "4 семьи"), (5, "5 семей"), (11, "11 семей"),
        (12, "12 семей"), (14, "14 семей"), (21, "21 семья"), (22, "22 семьи"), (25, "25 семей"),
        (101, "101 семья"), (111, "111 семей"), (112, "112 семей"), (1001, "1001 семья"), (-2, "−2 семьи"),
    ])
    func `a Russian noun follows the last digits of its number`(_ count: Int, _ phrase: String) {
        #expect(CountedNoun.family.phrase(count, in: .russian) == phrase.replacing(" ", with: "\u{A0}"))
    }

    @Test(arguments: [(0, "0 families"), (1, "1 family"), (2, "2 families"), (21, "21 families")])
    func `an English noun is singular after one only`(_ count: Int, _ phrase: String) {
        #expect(CountedNoun.family.phrase(count, in: .english) == phrase.replacing(" ", with: "\u{A0}"))
    }

    @Test func `after a fraction Russian takes the genitive singular and English the plural`() {
        let fraction = DecimalNumber(rounding: 5.2, decimals: 1)
        #expect(CountedNoun.minute.phrase(fraction, in: .russian) == "5,2\u{A0}минуты")
        #expect(CountedNoun.minute.phrase(fraction, in: .english) == "5.2\u{A0}minutes")
        let shownFraction = DecimalNumber(rounding: 1, decimals: 1)
        #expect(CountedNoun.minute.phrase(shownFraction, in: .russian) == "1,0\u{A0}минуты")
        #expect(CountedNoun.minute.phrase(shownFraction, in: .english) == "1.0\u{A0}minutes")
    }

    @Test func `a rounded whole number takes the form of its digits`() {
        let number = DecimalNumber(rounding: 21.4, decimals: 0)
        #expect(CountedNoun.replication.phrase(number, in: .russian) == "21\u{A0}прогон")
    }
}
