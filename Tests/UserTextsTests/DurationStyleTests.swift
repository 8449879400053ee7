import Testing
import UserTexts

struct DurationStyleTests {
    @Test(arguments: [
        (0.0, "0 мин", "0 минут"), (12, "12 сек", "12 секунд"), (0.5, "0,5 сек", "0,5 секунды"),
        (60, "1 мин", "1 минута"), (312, "5,2 мин", "5,2 минуты"), (300, "5 мин", "5 минут"),
        (1260, "21 мин", "21 минута"), (5399, "90 мин", "90 минут"), (5400, "1,5 ч", "1,5 часа"),
        (7200, "2 ч", "2 часа"), (172_800, "2 дн.", "2 дня"), (1_036_800, "12 дн.", "12 дней"),
    ])
    func `the unit that reads best is chosen and agrees with its number`(
        _ seconds: Double,
        _ short: String,
        _ long: String
    ) {
        #expect(DurationStyle(.russian).text(seconds: seconds) == short.replacing(" ", with: "\u{A0}"))
        let longStyle = DurationStyle(.russian, form: .long)
        #expect(longStyle.text(seconds: seconds) == long.replacing(" ", with: "\u{A0}"))
    }

    @Test func `English durations have a point and a plural`() {
        #expect(DurationStyle(.english).text(seconds: 312) == "5.2\u{A0}min")
        let longStyle = DurationStyle(.english, form: .long)
        #expect(longStyle.text(seconds: 60) == "1\u{A0}minute")
        #expect(longStyle.text(seconds: 300, halfWidth: 60) == "5.0\u{A0}±\u{A0}1.0\u{A0}minutes")
    }

    @Test func `a half-width is shown in the unit of its value`() {
        let style = DurationStyle(.russian, form: .long)
        #expect(style.text(seconds: 312, halfWidth: 18) == "5,2\u{A0}±\u{A0}0,3\u{A0}минуты")
        #expect(style.text(seconds: 1200, halfWidth: 300) == "20\u{A0}±\u{A0}5\u{A0}минут")
        #expect(style.text(seconds: 1200, halfWidth: nil) == "20\u{A0}минут")
    }

    @Test func `a table keeps one unit when asked to`() {
        #expect(DurationStyle(.russian).text(seconds: 30, in: .minutes) == "0,5\u{A0}мин")
    }
}
