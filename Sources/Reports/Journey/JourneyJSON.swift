public import ScenarioCompiler
public import SimulationCore

/// A journey for machines: the canonical events with names instead of numbers.
public enum JourneyJSON {
    /// The events of one family.
    public static func value(_ events: [JourneyEvent], of compiled: CompiledScenario) -> JSONValue {
        .object([
            ("schema", .string("marshrut/journey/1")),
            ("events", .array(events.map { value($0, compiled.symbols) })),
        ])
    }

    private static func value(_ event: JourneyEvent, _ symbols: SymbolTable) -> JSONValue {
        func name(_ names: [String], _ place: Int) -> JSONValue {
            names.indices.contains(place) ? .string(names[place]) : .null
        }
        let subject = event.kind == .replied ? symbols.agencies : symbols.pools
        let outcome: JSONValue =
            event.kind == .left ? name(symbols.outcomes, Int(event.outcome)) : .integer(Int64(event.outcome))
        let steps = symbols.steps.map(\.name)
        return .object([
            ("family", .integer(event.entity)),
            ("class", name(symbols.classes, Int(event.classIndex))),
            ("number_in_class", .integer(Int64(event.ordinal))),
            ("occurrence", .string("\(event.occurrence)")),
            ("step", name(steps, Int(event.step))),
            ("kind", .string("\(event.kind)")),
            ("cause", .string("\(event.cause)")),
            ("subject", name(subject, Int(event.subject))),
            ("ahead", .integer(Int64(event.ahead))),
            ("begins_us", .integer(event.begins)),
            ("ends_us", .integer(event.ends)),
            ("time_kind", name(symbols.kinds.map { "\($0)" }, Int(event.timeKind))),
            ("outcome", outcome),
        ])
    }
}
