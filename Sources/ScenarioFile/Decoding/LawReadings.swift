import ScenarioModel

/// The laws of a file, each read once: designs repeat most of them, and so do families and steps.
///
/// A class because all designs of one reading share it.
final class LawReadings {
    /// A law with the clock that its units run on.
    typealias Reading = (law: Distribution, basis: TimeBasis?)

    /// What decides how a text reads.
    struct Key: Hashable {
        /// The law's text.
        var text: String
        /// What the law is of.
        var use: LawParser.Use
        /// The file that it stands in, from which it may name others.
        var file: String
    }

    private var known: [Key: Reading] = [:]

    /// Reads a law, unless the same one has been read.
    ///
    /// - Throws: `LawParser.Fault` when the text is no law.
    func law(
        _ key: Key,
        columns: @autoclosure () -> LawParser.ColumnSource?
    ) throws(LawParser.Fault) -> Reading {
        if let reading = known[key] { return reading }
        var parser = LawParser(key.text, use: key.use, columns: columns())
        let law = try parser.law()
        let reading = (law: law, basis: parser.basis)
        known[key] = reading
        return reading
    }
}
