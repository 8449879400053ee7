import Foundation
import Yams

/// Turns the text of a file into a located tree, or says why it cannot.
struct TreeBuilder {
    private let text: SourceText
    private let collector: DiagnosticCollector
    private let ends: [SourcePosition: SourcePosition]
    /// The lines of the file as messages show them, which all values on a line share.
    private let excerpts: [String]

    /// Most keys of one mapping.
    static let keyLimit = 10_000

    /// The tree of a text; nil when the text is faulty, which is then reported.
    static func tree(of text: SourceText, reportingTo collector: DiagnosticCollector) -> LocatedNode? {
        let scanner = LexicalScanner(text)
        if let refusal = scanner.refusal {
            collector.report(.error, refusal.message, at: refusal.position, in: text)
            return nil
        }
        return TreeBuilder(text, scanner.ends, collector).tree(of: SourceText.string(scanner.scalars))
    }

    private init(
        _ text: SourceText,
        _ ends: [SourcePosition: SourcePosition],
        _ collector: DiagnosticCollector
    ) {
        self.text = text
        self.ends = ends
        self.collector = collector
        excerpts = (1...text.lineStarts.count).map { number in
            let line = text.line(number)
            return line.count > 2_000 ? "" : SourceText.string(line)
        }
    }

    private func tree(of yaml: String) -> LocatedNode? {
        do {
            let parser = try Yams.Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                collector.report(.error, .emptyFile, at: SourcePosition(line: 1, column: 1), in: text)
                return nil
            }
            return node(root, depth: 1)
        } catch let error as YamlError {
            report(error)
        } catch {
            collector.report(
                .error,
                YAMLProblem("\(error)").message,
                at: SourcePosition(line: 1, column: 1),
                in: text
            )
        }
        return nil
    }

    // MARK: - Nodes

    private func node(_ node: Node, depth: Int) -> LocatedNode? {
        let start = position(node.mark)
        guard depth <= LexicalScanner.nestingLimit else {
            collector.report(.error, .tooDeep, at: start, in: text)
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let end = ends[start] ?? start
            let isPlain = scalar.style == .plain && end.line == start.line
            let content = LocatedNode.Scalar(text: StandIn.restored(scalar.string), isPlain: isPlain)
            return located(.scalar(content), from: start, to: end)
        case .sequence(let sequence):
            var elements: [LocatedNode] = []
            for element in sequence {
                guard let built = self.node(element, depth: depth + 1) else { return nil }
                elements.append(built)
            }
            let end = ends[start] ?? elements.last?.end ?? start
            return located(.sequence(elements), from: start, to: end)
        case .mapping(let mapping):
            guard let pairs = pairs(of: mapping, depth: depth) else { return nil }
            return located(.mapping(pairs), from: start, to: ends[start] ?? pairs.last?.value.end ?? start)
        case .alias:
            collector.report(.error, .noAliases, at: start, in: text)
            return nil
        }
    }

    private func pairs(of mapping: Node.Mapping, depth: Int) -> [LocatedNode.Pair]? {
        guard mapping.count <= Self.keyLimit else {
            collector.report(.error, .tooManyKeys, at: position(mapping.mark), in: text)
            return nil
        }
        var pairs: [LocatedNode.Pair] = []
        var lines: [String: Int] = [:]
        for (key, value) in mapping {
            let start = position(key.mark)
            guard case .scalar(let scalar) = key else {
                collector.report(.error, .keyMustBeText, at: start, in: text)
                continue
            }
            let name = StandIn.restored(scalar.string)
            let end = ends[start] ?? start
            let place = text.location(from: start, to: end)
            guard let value = node(value, depth: depth + 1) else { return nil }
            if name == "<<" {
                collector.report(.error, .noMergeKeys, at: start, to: end, in: text)
                for pair in value.pairs ?? [] where lines[pair.key] == nil {
                    lines[pair.key] = start.line
                    pairs.append(pair)
                }
            } else if let first = lines[name] {
                collector.report(.error, .duplicateKey(name, firstLine: first), at: start, to: end, in: text)
            } else {
                lines[name] = start.line
                pairs.append(
                    LocatedNode.Pair(
                        key: name,
                        keyLocation: place,
                        keyExcerpt: excerpt(start.line),
                        value: value
                    )
                )
            }
        }
        return pairs
    }

    private func located(
        _ content: LocatedNode.Content,
        from start: SourcePosition,
        to end: SourcePosition
    ) -> LocatedNode {
        LocatedNode(
            content: content,
            location: text.location(from: start, to: end),
            excerpt: excerpt(start.line),
            end: end
        )
    }

    private func excerpt(_ line: Int) -> String {
        line <= excerpts.count ? excerpts[line - 1] : ""
    }

    private func position(_ mark: Mark?) -> SourcePosition {
        SourcePosition(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    // MARK: - Faults of the parser

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            report(YAMLProblem(problem), at: position(mark), opened: context.map { position($0.mark) })
        case .duplicatedKeysInMapping(let names, let context):
            reportDuplicate(names.first.map(StandIn.restored) ?? "", first: position(context.mark))
        default:
            collector.report(
                .error,
                YAMLProblem("\(error)").message,
                at: SourcePosition(line: 1, column: 1),
                in: text
            )
        }
    }

    /// Reports what the parser found, and where the bracket or quotation in question was opened.
    private func report(_ problem: YAMLProblem, at place: SourcePosition, opened: SourcePosition?) {
        let line = text.line(place.line)
        var diagnostic = Diagnostic(
            .error,
            problem.message,
            at: text.location(from: place, to: place),
            suggestion: problem.advice,
            excerpt: SourceText.string(line.prefix(4_000))
        )
        if let opened, let sign = text.line(opened.line).dropFirst(opened.column - 1).first,
            "[{\"'".unicodeScalars.contains(sign)
        {
            diagnostic.notes.append(
                DiagnosticText(
                    "the '\(sign)' on line \(opened.line), column \(opened.column) is not closed before this",
                    "знак «\(sign)» из строки \(opened.line), столбца \(opened.column) до этого места не закрыт"
                )
            )
        }
        collector.report(diagnostic)
    }

    /// The parser names the first of two equal keys; the second is the one to point at.
    private func reportDuplicate(_ name: String, first: SourcePosition) {
        let key = written(at: first)
        let second = ends.keys.sorted().first { start in
            start > first && (start.column == first.column || start.line == first.line)
                && written(at: start) == key
        }
        let message = DiagnosticText.duplicateKey(name, firstLine: first.line)
        collector.report(.error, message, at: second ?? first, to: ends[second ?? first] ?? first, in: text)
    }

    /// What is written at the place of a scalar; its lines, if it has several, as one.
    private func written(at start: SourcePosition) -> String {
        let end = ends[start] ?? start
        return (start.line...max(start.line, end.line)).map { number in
            let line = text.line(number)
            let upTo = number == end.line ? line.prefix(end.column - 1) : line[...]
            let part = SourceText.string(number == start.line ? upTo.dropFirst(start.column - 1) : upTo)
            return start.line == end.line ? part : part.trimmingCharacters(in: .whitespaces)
        }.joined(separator: " ")
    }
}

extension DiagnosticText {
    fileprivate static let emptyFile = DiagnosticText(
        "the file is empty; a scenario begins with 'scenario: NAME'",
        "файл пуст; сценарий начинается со строки «scenario: ИМЯ»"
    )
    fileprivate static let tooManyKeys = DiagnosticText(
        "more than \(TreeBuilder.keyLimit) keys in one mapping, the most that is read",
        "слишком много ключей в одном наборе: допускается не больше \(TreeBuilder.keyLimit)"
    )
    fileprivate static let noAliases = DiagnosticText(
        "YAML aliases are not allowed",
        "псевдонимы YAML в сценарии не допускаются"
    )
    fileprivate static let noMergeKeys = DiagnosticText(
        "YAML merge keys are not allowed; use 'based on' or 'extends'",
        "ключи слияния YAML не допускаются; используйте «based on» или «extends»"
    )
    fileprivate static let keyMustBeText = DiagnosticText(
        "a key must be a plain text, not a list or a mapping",
        "ключом может быть только текст, но не список и не набор ключей"
    )

    fileprivate static func duplicateKey(_ name: String, firstLine: Int) -> DiagnosticText {
        DiagnosticText(
            "key '\(name)' is given twice; the first is on line \(firstLine)",
            "ключ «\(name)» указан дважды; первый раз — в строке \(firstLine)"
        )
    }
}
