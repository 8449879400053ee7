import UserTexts

/// How far the work is, on the last line of a terminal; nothing in a pipe.
struct ProgressLine {
    private let isShown: Bool
    private let language: Language
    private let start = ContinuousClock.now
    private var shown: ContinuousClock.Instant?

    init(isQuiet: Bool, language: Language) {
        isShown = !isQuiet && Console.isErrorTerminal
        self.language = language
    }

    /// Shows the progress, at most ten times a second.
    mutating func show(_ done: Int, of total: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let shown, now - shown < .milliseconds(100), done < total { return }
        shown = now
        var left: String?
        if done > 0, done < total {
            let passed = (now - start) / .seconds(1)
            let seconds = (passed * Double(total - done) / Double(done)).rounded(.up)
            left = DurationStyle(language).text(seconds: seconds)
        }
        Console.rewriteLine(CommandText.progress(done: done, total: total, left: left).text(in: language))
    }

    /// Clears the line.
    func clear() {
        if shown != nil { Console.rewriteLine("") }
    }
}
