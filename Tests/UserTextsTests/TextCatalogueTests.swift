import Testing
import UserTexts

/// Shows how another module declares its own section.
private enum GreetingText: TextCatalogue {
    case welcome
    case familiesToday(Int)

    var wording: LocalisedText {
        switch self {
        case .welcome: LocalisedText(ru: "здравствуйте", en: "welcome")
        case .familiesToday(let count):
            LocalisedText(
                ru: "сегодня \(CountedNoun.family.phrase(count, in: .russian))",
                en: "\(CountedNoun.family.phrase(count, in: .english)) today"
            )
        }
    }
}

struct TextCatalogueTests {
    @Test func `a section of another module speaks both languages and counts in each`() {
        #expect(GreetingText.welcome.sentenceStart(in: .russian) == "Здравствуйте")
        #expect(GreetingText.familiesToday(22).text(in: .russian) == "сегодня 22\u{A0}семьи")
        #expect(GreetingText.familiesToday(1).text(in: .english) == "1\u{A0}family today")
    }

    @Test func `measures carry the words that planners use`() {
        #expect(MeasureText.waitingTime.text(in: .russian) == "время ожидания")
        #expect(MeasureText.timeInSystem.text(in: .russian) == "время от обращения до завершения")
        #expect(MeasureText.serviceLevel.text(in: .russian) == "доля в пределах норматива")
        #expect(StatisticText.percentile(95).text(in: .russian) == "95-й процентиль")
        #expect(StatisticText.percentile(92).text(in: .english) == "92nd percentile")
        #expect(StatisticText.confidenceInterval(level: 0.95).text(in: .english) == "95% confidence interval")
    }

    @Test func `every text exists in both languages and no two measures share a name`() {
        let sections: [[any TextCatalogue]] = [
            MeasureText.allCases, OutcomeText.allCases, TimeKindText.allCases, UnitText.allCases,
        ]
        for section in sections {
            for language in Language.allCases {
                let texts = section.map { $0.text(in: language) }
                #expect(texts.allSatisfy { !$0.isEmpty })
                #expect(Set(texts).count == texts.count)
            }
        }
    }

    @Test func `Russian texts hold no Latin letters except symbols`() {
        let sections: [[any TextCatalogue]] = [
            MeasureText.allCases, OutcomeText.allCases, TimeKindText.allCases, UnitText.allCases,
        ]
        for text in sections.joined().map({ $0.text(in: .russian) }) {
            #expect(!text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }, "\(text)")
        }
    }
}
