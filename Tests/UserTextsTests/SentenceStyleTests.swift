import Testing
import UserTexts

struct SentenceStyleTests {
    @Test func `a date is written in words in both languages`() {
        #expect(DateStyle(.russian).text(year: 2023, month: 1, day: 9) == "9\u{A0}января 2023")
        #expect(DateStyle(.english).text(year: 2023, month: 1, day: 9) == "9\u{A0}January 2023")
    }

    @Test func `weekdays are counted from Monday`() {
        let shortNames = (1...7).map(DateStyle(.russian).shortWeekdayName)
        #expect(shortNames == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"])
        #expect(DateStyle(.russian).weekdayName(3) == "среда")
        #expect(DateStyle(.english).weekdayName(7) == "Sunday")
    }

    @Test func `months and times stand on their own`() {
        #expect(DateStyle(.russian).monthName(5) == "май")
        #expect(DateStyle(.english).time(hour: 8, minute: 5) == "08:05")
    }

    @Test func `a list ends with a conjunction and no comma before it`() {
        let russian = ListStyle(.russian)
        #expect(russian.all(of: []).isEmpty)
        #expect(russian.all(of: ["окно"]) == "окно")
        #expect(russian.all(of: ["окно", "куратор"]) == "окно и куратор")
        #expect(russian.all(of: ["окно", "куратор", "психолог"]) == "окно, куратор и психолог")
        #expect(ListStyle(.english).any(of: ["s", "min", "h"]) == "s, min or h")
    }
}
