import ScenarioModel

extension ReadResult {
    /// The language that the file asks for, found even where the file is too faulty to be decoded.
    public var statedLanguage: String? {
        if let designs { return designs.baseline.scenario.language }
        // Keys of the top level stand at the beginning of a line.
        let lines = String(decoding: hashInput, as: UTF8.self).split(whereSeparator: \.isNewline)
        let stated = lines.first { $0.hasPrefix("language:") }?.dropFirst("language:".count)
        let word = stated?.split { " \t#\"'".contains($0) }.first.map(String.init)
        return word.flatMap { ["ru", "en"].contains($0) ? $0 : nil }
    }
}
