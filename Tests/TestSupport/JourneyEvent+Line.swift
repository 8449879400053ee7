public import SimulationCore

extension JourneyEvent {
    /// The event as a short line: `entity kind begins–ends`, then what is not at its default.
    ///
    /// `@2` is the pool or responder, `busy` the cause of a wait, `+3` strands ahead (or tries, or an amount),
    /// `=1` the outcome, `step 4`, `round/item bits`, and the kind of time of services and delays.
    public var line: String {
        var words = ["\(entity)", "\(kind)", begins == ends ? "\(begins)" : "\(begins)–\(ends)"]
        if subject >= 0 { words.append("@\(subject)") }
        if cause != .none { words.append("\(cause)") }
        if ahead != 0 { words.append("+\(ahead)") }
        if outcome >= 0 { words.append("=\(outcome)") }
        if step >= 0 { words.append("step \(step)") }
        if occurrence != 0 { words.append("occurrence \(occurrence)") }
        if enabled != begins { words.append("enabled \(enabled)") }
        if kind == .served, timeKind != TinyProgram.Kind.service { words.append("kind \(timeKind)") }
        if kind == .delayed, timeKind != TinyProgram.Kind.away { words.append("kind \(timeKind)") }
        return words.joined(separator: " ")
    }
}
