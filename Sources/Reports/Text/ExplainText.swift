import Experiments
import ScenarioModel
public import UserTexts

/// Previews as text for a terminal.
public struct ExplainText: Sendable {
    private let designs: [DesignPreview]
    private let language: Language

    /// Makes a text in a language.
    public init(_ designs: [DesignPreview], language: Language) {
        self.designs = designs
        self.language = language
    }

    /// The text, ending with a line feed.
    public var text: String {
        designs.map(block).joined(separator: "\n\n") + "\n"
    }

    private func block(_ design: DesignPreview) -> String {
        let names = ScenarioNames([design.scenario], language: language)
        var lines = [names.text(design.title, orName: design.name).uppercased()]
        lines.append(sentence(design.preview, names))
        lines.append(table(design.preview, names).text)
        lines += design.preview.pools.flatMap { skills(of: $0, names) }
        if let costs = costs(design.preview) { lines.append(costs) }
        let leftOut = design.preview.pools.flatMap { notes(on: $0, names) }
        if !leftOut.isEmpty {
            lines.append(
                LocalisedText(
                    ru: "Формула не учитывает (поэтому ожидание надо проверить прогоном):",
                    en: "What the formula leaves out (so check the wait by a run):"
                ).text(in: language)
            )
            lines += leftOut
        }
        return lines.joined(separator: "\n")
    }

    private func sentence(_ preview: LoadPreview, _ names: ScenarioNames) -> String {
        guard let bottleneck = preview.bottleneck, let load = bottleneck.greatestLoad else {
            return LocalisedText(ru: "Службы не загружены.", en: "No pool has any work.").text(in: language)
        }
        let pool = names.pool(bottleneck.name)
        let percent = NumberStyle(language).percent(load)
        let overloaded = preview.pools.flatMap { pool in
            let name = names.pool(pool.name)
            return pool.overloads.map { LoadedPoolText(pool: name, skill: $0.skill).text(in: language) }
        }
        if !overloaded.isEmpty {
            let list = ListStyle(language).all(of: overloaded)
            return LocalisedText(
                ru: "Перегрузка: \(list). Работы больше, чем могут сделать на смене: "
                    + "очередь будет расти либо семьи будут уходить, не дождавшись.",
                en: "Overload: \(list). There is more work than those on duty can do; "
                    + "the line will grow, or families will give up."
            ).text(in: language)
        }
        return LocalisedText(
            ru: "Узкое место — «\(pool)»: загрузка \(percent).",
            en: "The bottleneck is “\(pool)”: \(percent) loaded."
        ).text(in: language)
    }

    private func table(_ preview: LoadPreview, _ names: ScenarioNames) -> ReportTable {
        let columns = [
            LocalisedText(ru: "служба", en: "pool"),
            LocalisedText(ru: "обращений в час", en: "visits per hour"),
            LocalisedText(ru: "обслуживание", en: "service"),
            LocalisedText(ru: "нужно занятых", en: "servers needed"),
            LocalisedText(ru: "на смене", en: "on duty"), LocalisedText(ru: "загрузка", en: "load"),
            LocalisedText(ru: "ожидание по формуле", en: "wait by formula"),
        ]
        var table = ReportTable(columns: columns.map { $0.text(in: language) })
        for pool in preview.pools { table.add(row(pool, names)) }
        return table
    }

    private func row(_ pool: PoolPreview, _ names: ScenarioNames) -> [String] {
        let number = NumberStyle(language)
        func text(_ value: Double?) -> String { value.map { number.text($0) } ?? ValueStyle.nothing }
        var wait = ValueStyle.nothing
        if let found = pool.wait {
            let minutes = DurationStyle(language).text(seconds: found.meanMinutes * 60)
            wait = "\(minutes) (\(found.formula.rawValue))"
        }
        return [
            names.pool(pool.name), text(pool.visitsPerOpenHour),
            DurationStyle(language).text(seconds: pool.meanServiceMinutes * 60), text(pool.offeredLoad),
            text(pool.meanOnDuty), pool.loadRatio.map { number.percent($0) } ?? ValueStyle.nothing, wait,
        ]
    }

    /// The loads of those who have a skill.
    private func skills(of pool: PoolPreview, _ names: ScenarioNames) -> [String] {
        pool.skillLoads.map { load in
            guard load.ratio.isFinite else {
                return LocalisedText(
                    ru:
                        "Навык «\(load.skill)» («\(names.pool(pool.name))»): никто из тех, кто им владеет, не бывает на месте.",
                    en:
                        "Skill “\(load.skill)” at “\(names.pool(pool.name))”: nobody who has it is ever on duty."
                ).text(in: language)
            }
            let percent = NumberStyle(language).percent(load.ratio)
            return LocalisedText(
                ru:
                    "Навык «\(load.skill)» («\(names.pool(pool.name))»): загрузка тех, кто им владеет, — \(percent).",
                en:
                    "Skill “\(load.skill)” at “\(names.pool(pool.name))”: those who have it are \(percent) loaded."
            ).text(in: language)
        }
    }

    /// What the schedule costs in a year, known before any run; nil where no costs are given.
    private func costs(_ preview: LoadPreview) -> String? {
        func sum(_ parts: [Double]) -> String? {
            parts.isEmpty ? nil : MoneyStyle(language).text(roubles: parts.reduce(0, +))
        }
        let staff = sum(preview.pools.compactMap(\.yearlyStaffCost)).map {
            LocalisedText(
                ru: "оплата по графику \($0) в год (без сверхурочных)",
                en: "staff on duty \($0) a year (overtime left out)"
            ).text(in: language)
        }
        let capital = sum(preview.pools.compactMap(\.yearlyCapitalCost)).map {
            LocalisedText(ru: "амортизация \($0) в год", en: "capital cost \($0) a year").text(in: language)
        }
        let parts = [staff, capital].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return LocalisedText(ru: "Затраты: ", en: "Costs: ").text(in: language)
            + parts.joined(separator: "; ") + "."
    }

    private func notes(on pool: PoolPreview, _ names: ScenarioNames) -> [String] {
        guard pool.wait != nil, !pool.violations.isEmpty else { return [] }
        let list = pool.violations.map { ViolationText($0).text(in: language) }.joined(separator: "; ")
        return ["  \(names.pool(pool.name)): \(list)"]
    }

    /// Previews for machines.
    public static func json(_ designs: [DesignPreview]) -> JSONValue {
        .object([
            ("schema", .string("marshrut/preview/1")),
            ("designs", .array(designs.map(json))),
        ])
    }

    private static func json(_ design: DesignPreview) -> JSONValue {
        .object([
            ("name", .string(design.name)),
            ("bottleneck", JSONValue(design.preview.bottleneck?.name)),
            (
                "classes",
                .array(
                    design.preview.arrivals.map {
                        .object([("name", .string($0.name)), ("arrivals_per_week", .number($0.perWeek))])
                    }
                )
            ),
            ("pools", .array(design.preview.pools.map(json))),
        ])
    }

    private static func json(_ pool: PoolPreview) -> JSONValue {
        .object([
            ("name", .string(pool.name)),
            ("visits_per_open_hour", JSONValue(pool.visitsPerOpenHour)),
            ("mean_service_min", .number(pool.meanServiceMinutes)),
            ("offered_load_servers", JSONValue(pool.offeredLoad)),
            ("mean_on_duty_servers", JSONValue(pool.meanOnDuty)),
            ("load_ratio", JSONValue(pool.loadRatio)),
            (
                "skills",
                .array(
                    pool.skillLoads.map {
                        .object([("name", .string($0.skill)), ("load_ratio", .number($0.ratio))])
                    }
                )
            ),
            ("is_overloaded", .bool(pool.isOverloaded)),
            ("staff_cost_rub_per_year", JSONValue(pool.yearlyStaffCost)),
            ("capital_cost_rub_per_year", JSONValue(pool.yearlyCapitalCost)),
            ("formula", JSONValue(pool.wait?.formula.rawValue)),
            ("mean_wait_min", JSONValue(pool.wait?.meanMinutes)),
            ("chance_of_waiting", JSONValue(pool.wait?.chanceOfWaiting)),
            ("share_giving_up", JSONValue(pool.wait?.shareGivingUp)),
            ("violations", .array(pool.violations.map { .string($0.rawValue) })),
        ])
    }
}
