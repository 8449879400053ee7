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
    let lines: [String]

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
        matches(#"(?<=^|[{,\[] |- |  )([a-z][a-z -]*[a-z])(?=:( |$))"#).compactMap {
            line,
            range,
            key -> Mutant? in
            guard JSONSchemaWriter.keyNames.contains(key) else { return nil }
            let wrong = key + String(key.suffix(1))
            return mutant(line, range, wrong, nearest: key, "key \(key) misspelt")
        }
    }

    /// Every use of a name, lengthened so that nothing bears it.
    var brokenReferences: [Mutant] {
        declared.flatMap { name, declaration in
            matches("(?<![\\w-])\(NSRegularExpression.escapedPattern(for: name))(?![\\w-])").compactMap {
                line,
                range,
                _ -> Mutant? in
                guard line != declaration, isReference(line, range) else { return nil }
                return mutant(line, range, name + "x", nearest: name, "reference to \(name) broken")
            }
        }
    }

    /// Every number with a unit, without it.
    var droppedUnits: [Mutant] {
        let units =
            "ms|s|seconds?|min|minutes?|h|hours?|d|days?|weeks?|working (?:h|hours?|days?)|per [a-z ]+"
        return matches(#"(?<=\d) (?:\#(units))(?![\w])"#).compactMap { line, range, unit -> Mutant? in
            guard !isText(line, range) else { return nil }
            return mutant(line, range, "", nearest: nil, "unit\(unit) dropped")
        }
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

    private func matches(_ pattern: String) -> [(line: Int, range: NSRange, text: String)] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return lines.enumerated().flatMap { index, line in
            expression.matches(in: line, range: NSRange(location: 0, length: (line as NSString).length)).map {
                (index, $0.range, (line as NSString).substring(with: $0.range))
            }
        }
    }

    private func mutant(_ line: Int, _ range: NSRange, _ new: String, nearest: String?, _ what: String)
        -> Mutant
    {
        var changed = lines
        changed[line] = (lines[line] as NSString).replacingCharacters(in: range, with: new)
        return Mutant(
            text: changed.joined(separator: "\n"),
            line: line + 1,
            nearest: nearest,
            what: "line \(line + 1): \(what)"
        )
    }
}
