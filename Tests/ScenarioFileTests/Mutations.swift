import Foundation
import ScenarioFile

/// One spoilt scenario and what its reader must say.
struct Mutant {
    var text: String
    var line: Int
    var nearest: String?
    var what: String
}

/// Spoils a scenario piece by piece: every key misspelt, every reference broken, every unit dropped.
struct Mutator {
    private let lines: [String]

    /// Takes the text of a valid scenario, such as a file under `Scenarios/`.
    init(_ text: String) {
        lines = text.components(separatedBy: "\n")
    }

    /// Takes a valid scenario file.
    init(path: String) throws {
        self.init(try String(contentsOfFile: path, encoding: .utf8))
    }

    /// All mutants.
    var all: [Mutant] { misspeltKeys + brokenReferences + droppedUnits }

    /// Every key of the format with two letters swapped or one doubled.
    var misspeltKeys: [Mutant] {
        keys.map { mutant($0, $0.text + String($0.text.suffix(1)), nearest: $0.text, "misspelt") }
    }

    /// Every use of a name, lengthened so that nothing bears it.
    var brokenReferences: [Mutant] {
        references.map { mutant($0, $0.text + "x", nearest: $0.text, "broken") }
    }

    /// Every number with a unit, without it.
    var droppedUnits: [Mutant] {
        units.map { mutant($0, "", nearest: nil, "dropped") }
    }

    /// Every key, reference and unit with one letter dropped, doubled, swapped with the next and replaced.
    var oneLetterMutants: [Mutant] {
        var generator = TestGenerator(seed: 1_000)
        return (keys + references + units).flatMap { place in
            Misspelling.allCases.compactMap { misspelling in
                let wrong = misspelling.of(place.text, &generator)
                // A unit that became another is no misspelling: `3 d` says something else than `3 h`.
                if let wrong, place.kind == "unit", [" s", " h", " d", " ms"].contains(wrong) { return nil }
                return wrong.map { mutant(place, $0, nearest: place.text, "made \($0)") }
            }
        }
    }

    // MARK: - Places

    /// A key, reference or unit in the text.
    struct Place {
        var line: Int
        var range: NSRange
        var text: String
        var kind: String
    }

    /// Every key of the format.
    private var keys: [Place] {
        places(#"(?<=^|[{,\[] |- |  )([a-z][a-z -]*[a-z])(?=:( |$))"#, "key")
            .filter { JSONSchemaWriter.keyNames.contains($0.text) }
    }

    /// Every use of a declared name.
    private var references: [Place] {
        declared.flatMap { name, declaration in
            places("(?<![\\w-])\(NSRegularExpression.escapedPattern(for: name))(?![\\w-])", "reference")
                .filter { $0.line != declaration && isReference($0.line, $0.range) }
        }
    }

    /// Every unit after a number, with the blank before it.
    private var units: [Place] {
        let units =
            "ms|s|seconds?|min|minutes?|h|hours?|d|days?|weeks?|working (?:h|hours?|days?)|per [a-z ]+|rub/h"
        return places(#"(?<=\d) (?:\#(units))(?![\w])"#, "unit").filter { !isText($0.line, $0.range) }
    }

    // MARK: - Parts

    private static let sections = ["calendars", "profiles", "pools", "routes", "families", "holidays"]

    /// Names given in sections, with the line on which they are given.
    private var declared: [(String, Int)] {
        var section = ""
        var result: [(String, Int)] = []
        for (index, line) in lines.enumerated() {
            if let end = line.firstIndex(of: ":"), line.first?.isLetter == true {
                section = String(line[..<end])
            }
            guard Self.sections.contains(section), line.hasPrefix("  "), !line.hasPrefix("   "),
                let end = line.firstIndex(of: ":")
            else { continue }
            result.append((line[..<end].trimmingCharacters(in: .whitespaces), index))
        }
        return result
    }

    private func isReference(_ line: Int, _ range: NSRange) -> Bool {
        guard !isText(line, range) else { return false }
        let text = lines[line] as NSString
        let before = text.substring(to: range.location)
        let after = text.substring(from: NSMaxRange(range))
        let isTarget = [
            "by: ", "use: ", "route: ", "at: ", "at ", "of ", "calendar: ", "during: ", "holidays: ",
            "profile: ", "profile: [", "families: [", "by: [", "based on: ", "holidays: [", "on duty: { ",
            "in system: ",
            "first: ", "second: ", "pools/", "routes/", "routes: { ",
        ]
        .contains { before.hasSuffix($0) }
        return isTarget && !after.hasPrefix(": {") && !before.hasSuffix("pools/ ")
    }

    /// Whether a place lies in a comment or a text for people.
    private func isText(_ line: Int, _ range: NSRange) -> Bool {
        let before = (lines[line] as NSString).substring(to: range.location)
        if before.contains("#") { return true }
        let keys = ["title:", "question:", "source:", "ru:", "en:"]
        let last = keys.compactMap { before.range(of: $0, options: .backwards)?.lowerBound }.max()
        guard let last else { return false }
        return !before[last...].contains("}")
    }

    private func places(_ pattern: String, _ kind: String) -> [Place] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return lines.enumerated().flatMap { index, line in
            let line = line as NSString
            return expression.matches(in: line as String, range: NSRange(location: 0, length: line.length))
                .map {
                    Place(line: index, range: $0.range, text: line.substring(with: $0.range), kind: kind)
                }
        }
    }

    private func mutant(_ place: Place, _ new: String, nearest: String?, _ what: String) -> Mutant {
        var changed = lines
        changed[place.line] = (lines[place.line] as NSString).replacingCharacters(in: place.range, with: new)
        return Mutant(
            text: changed.joined(separator: "\n"),
            line: place.line + 1,
            nearest: nearest,
            what: "line \(place.line + 1): \(place.kind) \(place.text) \(what)"
        )
    }
}

/// A slip of one letter.
enum Misspelling: CaseIterable {
    case dropped
    case doubled
    case swapped
    case replaced

    /// The word with the slip at a letter taken at random; nil if it has no room for it.
    func of(_ word: String, _ generator: inout TestGenerator) -> String? {
        var letters = Array(word)
        let places = letters.indices.filter { place in
            letters[place].isLetter
                && (self != .swapped
                    || place + 1 < letters.count && letters[place + 1].isLetter
                        && letters[place + 1] != letters[place])
        }
        guard !places.isEmpty else { return nil }
        let place = places[generator.next(below: places.count)]
        switch self {
        case .dropped: letters.remove(at: place)
        case .doubled: letters.insert(letters[place], at: place)
        case .swapped: letters.swapAt(place, place + 1)
        case .replaced:
            let others = Array(
                letters[place].isASCII ? "abcdefghijklmnopqrstuvwxyz" : "абвгдежзиклмнопрстуфхцчшщыэюя"
            )
            .filter { $0 != letters[place] }
            letters[place] = others[generator.next(below: others.count)]
        }
        return String(letters)
    }
}
