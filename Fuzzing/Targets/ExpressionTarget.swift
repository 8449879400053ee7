import ScenarioModel

@testable import ScenarioFile

/// A short text for one of the readers of values, which its first byte chooses.
@_cdecl("LLVMFuzzerTestOneInput")
public func readExpression(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let text = String(decoding: UnsafeBufferPointer(start: start + 1, count: count - 1), as: UTF8.self)
    switch start[0] % 6 {
    case 0: readLaw(text, .duration)
    case 1: readLaw(text, .count)
    case 2: readLaw(text, .number)
    case 3: readAmounts(text)
    case 4: readNames(text)
    default: readOverride(text)
    }
    return 0
}

private func readLaw(_ text: String, _ use: LawParser.Use) {
    var parser = LawParser(text, use: use) { _, _ in .success([1, 2.5]) }
    guard case .success(let law) = Result(catching: { try parser.law() }) else { return }
    ReadingChecks.check(law)
    if use != .number { precondition(law.support.lowerBound >= 0, "a law below zero was read") }
}

private func readAmounts(_ text: String) {
    withField(text) { field in
        let office = CalendarUse(calendar: "office")
        _ = field.durationLaw(calendar: office, keepsCalendar: true)
        if let span = field.timeSpan() { precondition(span >= .zero, "a time span below zero was read") }
        if let share = field.share() { precondition((0...1).contains(share), "odd share") }
        if let share = field.share(orWeight: true) { precondition(share > 0 && share.isFinite, "odd weight") }
        if let number = field.number() { precondition(number >= 0 && number.isFinite, "odd number") }
        _ = field.integer(in: 1...100_000)
        _ = field.date()
    }
    _ = DateText.moment(text)
    if let days = DateText.days(text) { precondition(!days.isEmpty && days == days.sorted(), "odd days") }
    for hours in DateText.hours(text) ?? [] {
        precondition(0 <= hours.opens && hours.opens < hours.closes && hours.closes <= 1_440, "odd hours")
    }
}

private func readNames(_ text: String) {
    withField(text) { field in
        _ = field.calendarUse()
        _ = field.name()
        field.checkName()
        let decoder = StepDecoder(context: field.context, route: "main")
        _ = decoder.chance(field)
        _ = ConditionReader(field: field, decoder: decoder).condition()
    }
    _ = PoolUseText.parts(text)
    _ = WeekdayText.days(text)
    _ = WeekdayText.suggestion(for: text)
}

private func readOverride(_ text: String) {
    guard let override = ScenarioOverride(text) else { return }
    let collector = DiagnosticCollector()
    let reading = ReadingOfDesigns(
        collector: collector,
        loader: SourceLoader(reportingTo: collector)
    )
    ReadingChecks.check(reading.result(smallScenario, [override]))
}

/// Reads a text as the value of a key, in a file with a few names.
private func withField(_ text: String, _ read: (Field) -> Void) {
    let collector = DiagnosticCollector()
    let context = DecodingContext(collector: collector, columns: { _ in nil }) {
        _,
        _ throws(ProjectFiles.Fault) in
        throw ProjectFiles.Fault(cause: DiagnosticText("no file", "нет файла"))
    }
    context.declare(.calendar, ["office"])
    context.declare(.pool, ["desks"])
    context.declare(.attribute, ["children", "town"])
    context.attributeWords = ["town": ["Коркино", "Миасс"]]
    let location = SourceLocation(file: "fuzz.yaml", line: 1, column: 1, length: max(1, text.count))
    let node = LocatedNode(
        content: .scalar(.init(text: text, isPlain: true)),
        location: location,
        excerpt: text,
        end: SourcePosition(line: 1, column: text.unicodeScalars.count + 1)
    )
    read(Field(node, key: "key", in: DiagnosticText("the scenario", "в сценарии"), context))
    ReadingChecks.check(collector.sorted())
}

/// A valid scenario for overrides; the file behind it does not change and is read once.
private let smallScenario = SourceLoader(reportingTo: DiagnosticCollector()).tree(
    text: """
        scenario: small
        starts: 2023-01-09
        horizon: 4 weeks
        pools: { desks: { staff: 2 } }
        families: { all: { arrivals: { rate: 3 per h }, route: main, documents: 3 } }
        routes:
          main:
            - serve: { by: desks, takes: 15 min }
            - choose: [ { chance: 0.45, do: [ { delay: 5 min } ] } ]
        """,
    name: "fuzz.yaml"
)
