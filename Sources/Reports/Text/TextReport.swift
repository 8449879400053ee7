public import Experiments
import ScenarioModel
public import UserTexts

/// A result as text for a terminal: the verdict first, then tables, then how to repeat it.
public struct TextReport: Sendable {
    let result: ExperimentResult
    let language: Language
    let source: ReportSource

    /// Makes a report in a language.
    public init(_ result: ExperimentResult, language: Language, source: ReportSource) {
        self.result = result
        self.language = language
        self.source = source
    }

    /// The report, ending with a line feed.
    public var text: String {
        let sections = [
            heading, verdict, warnings, section(.targets, targets),
            section(.comparedMeasures, comparisons, note: comparisonNote),
            section(.waits, waits), section(.linesAndLoad, linesAndLoad), section(.staffByName, staffByName),
            section(.whereTimeGoes, whereTimeGoes), section(.effort, effort), section(.outcomes, outcomes),
            section(.agencies, agencies), section(.costs, costs, note: costsNote),
            section(.equity, equity, note: equityNote),
            section(.byAttribute, byAttribute, note: byAttributeNote),
            section(.worstTenth, worstTenth, note: worstTenthNote), repetition,
        ]
        return sections.compactMap { $0 }.joined(separator: "\n\n") + "\n"
    }

    var names: ScenarioNames { ScenarioNames(result.designs.map(\.scenario), language: language) }
    var style: ValueStyle { ValueStyle(language: language) }

    func word(_ text: ReportText) -> String { text.text(in: language) }

    private var heading: String {
        let scenario = result.baseline.scenario
        let title = names.text(scenario.title, orName: scenario.name)
        var lines = [title]
        if let question = scenario.question?.text(in: language.rawValue), !question.isEmpty {
            lines.append(question)
        }
        let provenance = result.provenance
        let runs = CountedNoun.replication.phrase(provenance.replications, in: language) + needed
        let level = NumberStyle(language).percent(provenance.level)
        let hasWarmUp = provenance.warmUp > .zero
        let warmUp = LocalisedText(
            ru: hasWarmUp ? "разгон \(duration(provenance.warmUp))" : "без разгона",
            en: hasWarmUp ? "of which \(duration(provenance.warmUp)) warm-up" : "without warm-up"
        )
        let length =
            switch provenance.horizon {
            case .duration(let span):
                LocalisedText(
                    ru: "период \(duration(span)), \(hasWarmUp ? "из него " : "")\(warmUp.ru)",
                    en: "of \(duration(span)) each, \(warmUp.en)"
                )
            case .untilEmpty:
                LocalisedText(
                    ru: "до ухода последней семьи, \(warmUp.ru)",
                    en: "until the last family has left, \(warmUp.en)"
                )
            }
        lines.append(
            LocalisedText(
                ru: "\(runs), \(length.ru); после ± — полуширина доверительного интервала (\(level))",
                en: "\(runs) \(length.en); after ± the half-width of the \(level) confidence interval"
            ).text(in: language)
        )
        return lines.joined(separator: "\n")
    }

    /// Why there are so many replications, when a precision decided it.
    private var needed: String {
        guard let precision = result.provenance.precision, precision.isReached else { return "" }
        let asked = NumberStyle(language).percent(precision.goal.share)
        let text =
            result.designs.count > 1
            ? LocalisedText(
                ru: " (столько нужно, чтобы разности между вариантами были известны с точностью \(asked))",
                en: " (as many as it takes to know the differences between designs to \(asked))"
            )
            : LocalisedText(
                ru: " (столько нужно для точности \(asked))",
                en: " (as many as a precision of \(asked) needs)"
            )
        return text.text(in: language)
    }

    private var verdict: String {
        let words = VerdictText(names)
        let title = word(.verdict).uppercased()
        guard result.designs.count > 1 else { return "\(title)\n" + words.sentence(of: result.baseline) }
        let sentences = result.designs.dropFirst().map { words.sentence(of: $0, in: result) }
        return "\(title)\n" + sentences.joined(separator: "\n")
    }

    private func section(_ title: ReportText, _ table: ReportTable?, note: String? = nil) -> String? {
        guard let table, !table.rows.isEmpty else { return nil }
        return [word(title).uppercased(), table.text, note].compactMap { $0 }.joined(separator: "\n")
    }

    private var repetition: String {
        var lines = [word(.howToRepeat).uppercased(), "  \(source.command)"]
        let seed = LocalisedText(ru: "начальное число", en: "seed").text(in: language)
        let version = LocalisedText(ru: "версия", en: "version").text(in: language)
        lines.append("  \(seed) \(result.provenance.seed), marshrut, \(version) \(ProgramVersion.current)")
        if !source.files.isEmpty {
            lines.append(LocalisedText(ru: "  Записано:", en: "  Written:").text(in: language))
            lines += source.files.map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    func duration(_ span: TimeSpan) -> String {
        DurationStyle(language).text(seconds: Double(span.microseconds) / 1e6)
    }
}
