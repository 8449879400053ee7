import Foundation

@testable import ScenarioFile

/// Edits of a valid tree, without YAML between: values, keys and branches replaced, moved, doubled and removed.
///
/// The first byte chooses a scenario; every four bytes that follow are one edit: its kind, its place, what is put there.
@_cdecl("LLVMFuzzerTestOneInput")
public func readTree(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    var tree = TreeEdits.scenarios[Int(first) % TreeEdits.scenarios.count]
    for place in stride(from: 1, to: min(bytes.count - 3, 64), by: 4) {
        tree = TreeEdits.edited(tree, Array(bytes[place..<(place + 4)]))
    }
    let collector = DiagnosticCollector()
    let loader = SourceLoader(reportingTo: collector)
    let reading = ReadingOfDesigns(collector: collector, loader: loader)
    ReadingChecks.check(reading.result(tree, []))
    return 0
}

/// What an edit can do to a tree.
enum TreeEdits {
    /// The trees of the small valid scenarios in the folder that the environment names.
    static let scenarios: [LocatedNode] = {
        let folder =
            ProcessInfo.processInfo.environment["MARSHRUT_FUZZ_SCENARIOS"] ?? "Fuzzing/Corpora/scenario"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let trees = names.sorted().compactMap { name -> LocatedNode? in
            guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8),
                text.utf8.count < 3_000,
                ScenarioReader().read(text: text, named: name).designs != nil
            else { return nil }
            return SourceLoader(reportingTo: DiagnosticCollector()).tree(text: text, name: name)
        }
        precondition(!trees.isEmpty, "MARSHRUT_FUZZ_SCENARIOS names no folder of scenarios")
        return trees
    }()

    private static let keys = JSONSchemaWriter.keyNames

    private static let texts = [
        "", "0", "1", "-1", "0.5", "1e15", "9007199254740991", "5e-324", "15 min", "2 working h",
        "1 working day",
        "3 per h", "3.3 per working day", "95 %", "office", "desks", "main", "all", "any", "yes", "no",
        "monday",
        "2023-02-28", "09:00-18:00", "closed", "every day", "documents > 3", "waiting at desks < 3",
        "its curator",
        "2 of desks", "all but 15 %", "48 h without answer", "1 after 1 h", "until all have left", "ru",
        "\u{301}",
        "lognormal(mean 30 min, cv 0.5)", "categorical(a: 1, b: 2)", "triangular(1, 2, 3)", "Коркино", "a\nb",
    ]

    /// The tree after one edit.
    static func edited(_ tree: LocatedNode, _ edit: [UInt8]) -> LocatedNode {
        let places = Self.count(tree)
        let place = (Int(edit[1]) << 8 | Int(edit[2])) % places
        let choice = Int(edit[3])
        var remaining = place
        switch edit[0] % 6 {
        case 0: return changed(tree, &remaining) { $0.with(.scalar(text(choice))) }
        case 1:
            var other = Int(edit[3]) * 257 % places
            guard let copy = node(tree, &other) else { return tree }
            return changed(tree, &remaining) { $0.with(copy.content) }
        case 2: return changed(tree, &remaining) { renamed($0, choice) }
        case 3: return changed(tree, &remaining) { shortened($0, choice) }
        case 4: return changed(tree, &remaining) { lengthened($0, choice) }
        default:
            return changed(tree, &remaining) { $0.with(choice % 2 == 0 ? .sequence([$0]) : .mapping([])) }
        }
    }

    private static func text(_ choice: Int) -> LocatedNode.Scalar {
        LocatedNode.Scalar(text: texts[choice % texts.count], isPlain: choice < 200)
    }

    private static func renamed(_ node: LocatedNode, _ choice: Int) -> LocatedNode {
        guard var pairs = node.pairs, !pairs.isEmpty else { return node }
        pairs[choice % pairs.count].key = keys[choice * 7 % keys.count]
        return node.with(.mapping(unique(pairs)))
    }

    private static func shortened(_ node: LocatedNode, _ choice: Int) -> LocatedNode {
        switch node.content {
        case .scalar(let scalar):
            return node.with(.scalar(.init(text: String(scalar.text.dropLast()), isPlain: true)))
        case .sequence(var elements):
            if !elements.isEmpty { elements.remove(at: choice % elements.count) }
            return node.with(.sequence(elements))
        case .mapping(var pairs):
            if !pairs.isEmpty { pairs.remove(at: choice % pairs.count) }
            return node.with(.mapping(pairs))
        }
    }

    private static func lengthened(_ node: LocatedNode, _ choice: Int) -> LocatedNode {
        switch node.content {
        case .scalar(let scalar):
            return node.with(.scalar(.init(text: scalar.text + texts[choice % texts.count], isPlain: true)))
        case .sequence(let elements): return node.with(.sequence(elements + elements.suffix(1)))
        case .mapping(var pairs):
            guard var pair = pairs.last else { return node }
            pair.key = keys[choice % keys.count]
            pairs.append(pair)
            return node.with(.mapping(unique(pairs)))
        }
    }

    /// As a file gives them: of equal keys only the first.
    private static func unique(_ pairs: [LocatedNode.Pair]) -> [LocatedNode.Pair] {
        var seen: Set<String> = []
        return pairs.filter { seen.insert($0.key).inserted }
    }

    // MARK: - Places

    private static func count(_ node: LocatedNode) -> Int {
        switch node.content {
        case .scalar: 1
        case .sequence(let elements): elements.reduce(1) { $0 + count($1) }
        case .mapping(let pairs): pairs.reduce(1) { $0 + count($1.value) }
        }
    }

    private static func node(_ node: LocatedNode, _ remaining: inout Int) -> LocatedNode? {
        if remaining == 0 { return node }
        remaining -= 1
        for child in node.elements ?? node.pairs?.map(\.value) ?? [] {
            if let found = Self.node(child, &remaining) { return found }
        }
        return nil
    }

    private static func changed(
        _ node: LocatedNode,
        _ remaining: inout Int,
        _ change: (LocatedNode) -> LocatedNode
    ) -> LocatedNode {
        if remaining == 0 {
            remaining = -1
            return change(node)
        }
        if remaining < 0 { return node }
        remaining -= 1
        switch node.content {
        case .scalar: return node
        case .sequence(var elements):
            for index in elements.indices where remaining >= 0 {
                elements[index] = changed(elements[index], &remaining, change)
            }
            return node.with(.sequence(elements))
        case .mapping(var pairs):
            for index in pairs.indices where remaining >= 0 {
                pairs[index].value = changed(pairs[index].value, &remaining, change)
            }
            return node.with(.mapping(pairs))
        }
    }
}
