public import ScenarioModel

/// What came of reading a scenario.
public struct ReadResult: Sendable {
    /// The designs of the scenario; nil when there are errors.
    public var designs: DesignSet?
    /// All mistakes and warnings, in the order of the file.
    public var diagnostics: [Diagnostic]
    /// Everything that was read, names and bytes, as the input of a fingerprint of the scenario.
    public var hashInput: [UInt8]
    /// Where the parts of the designs stand.
    public var places: ScenarioPlaces

    /// Makes a result from its parts.
    init(designs: DesignSet?, diagnostics: [Diagnostic], hashInput: [UInt8], places: ScenarioPlaces) {
        self.designs = designs
        self.diagnostics = diagnostics
        self.hashInput = hashInput
        self.places = places
    }
}

/// Reads scenario files: text to designs, with every mistake located.
public struct ScenarioReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads a file, the files it extends, and its data files.
    ///
    /// - Parameters:
    ///   - path: The file as the user names it; messages name it in the same way.
    ///   - overrides: Values set from outside; they hold in every design and win over the file.
    /// - Returns: The designs, or nil with the mistakes.
    /// - Throws: `ScenarioFileError` if the file itself is missing or cannot be read.
    public func read(path: String, overrides: [ScenarioOverride] = []) throws(ScenarioFileError) -> ReadResult
    {
        let collector = DiagnosticCollector()
        let loader = SourceLoader(reportingTo: collector)
        let tree = try loader.tree(path: path)
        return ReadingOfDesigns(collector: collector, loader: loader).result(tree, overrides)
    }

    /// Reads a text that stands for itself: it can name no other files.
    public func read(text: String, named name: String, overrides: [ScenarioOverride] = []) -> ReadResult {
        let collector = DiagnosticCollector()
        let loader = SourceLoader(reportingTo: collector)
        let tree = loader.tree(text: text, name: name)
        return ReadingOfDesigns(collector: collector, loader: loader).result(tree, overrides)
    }
}

/// A design as it was read, with the tree and the notes that places are found by.
struct ReadDesign {
    let scenario: Scenario
    let tree: LocatedNode
    let context: DecodingContext
}

/// Applies overrides and decodes each design of a tree.
struct ReadingOfDesigns {
    let collector: DiagnosticCollector
    let loader: SourceLoader
    private let laws = LawReadings()

    init(collector: DiagnosticCollector, loader: SourceLoader) {
        self.collector = collector
        self.loader = loader
    }

    /// Most designs of a scenario; each is read as a scenario of its own.
    static let designLimit = 1_000

    /// The designs of a tree, or nil with the mistakes.
    func result(_ tree: LocatedNode?, _ overrides: [ScenarioOverride]) -> ReadResult {
        collector.announce(file: "--set")
        let located: [(ScenarioOverride, LocatedNode)] = overrides.compactMap { override in
            loader.note(name: "--set", Array("\(override.path)=\(override.value)".utf8))
            return override.node(reportingTo: collector).map { (override, $0) }
        }
        var places = ScenarioPlaces()
        let repair = IndentationRepair(collector: collector)
        let designs = tree.flatMap { self.designs(repair.repaired($0), located, &places) }
        return ReadResult(
            designs: collector.hasErrors ? nil : designs,
            diagnostics: collector.sorted(),
            hashInput: loader.hashInput,
            places: places
        )
    }

    private func designs(
        _ tree: LocatedNode,
        _ overrides: [(ScenarioOverride, LocatedNode)],
        _ places: inout ScenarioPlaces
    ) -> DesignSet? {
        let base = applied(overrides, to: tree)
        let outline = TreeMerge.resolved(base, reportingTo: context())
        guard let entries = outline["designs"]?.pairs, !entries.isEmpty else {
            if outline["designs"] != nil { checkDesignSection(outline) }
            var survey = DesignSurvey()
            guard let read = scenario(base, design: nil) else { return nil }
            let scenario = read.scenario
            survey.add(read)
            survey.report(to: collector)
            places.note(scenario.name, read.tree, steps: read.context.routeRecords)
            return DesignSet(designs: [Design(name: scenario.name, title: scenario.title, scenario: scenario)]
            )
        }
        guard entries.count <= Self.designLimit else {
            collector.report(Diagnostic(.error, .tooManyDesigns, at: entries[Self.designLimit].keyLocation))
            return nil
        }
        let baseline = outline["baseline"]?.text ?? entries[0].key
        var designs: [Design] = []
        var survey = DesignSurvey()
        for entry in entries {
            var changed = base
            for (pair, value) in settings(of: entry) { changed = self.changed(changed, pair, value) }
            changed = applied(overrides.filter { !$0.0.path.hasPrefix("designs/") }, to: changed)
            guard let read = scenario(changed, design: entry.key) else { continue }
            survey.add(read)
            places.note(entry.key, read.tree, steps: read.context.routeRecords)
            let place = DiagnosticText("design '\(entry.key)'", "в варианте «\(entry.key)»")
            let title = entry.value["title"].flatMap { node in
                Field(stripped(node), key: "title", in: place, context()).localizedText()
            }
            designs.append(
                Design(name: entry.key, title: title ?? LocalizedText(entry.key), scenario: read.scenario)
            )
        }
        survey.report(to: collector)
        designs.sort { ($0.name == baseline ? 0 : 1, $0.name) < ($1.name == baseline ? 0 : 1, $1.name) }
        return designs.isEmpty ? nil : DesignSet(designs: designs)
    }

    private func context() -> DecodingContext {
        DecodingContext(
            collector: collector,
            columns: { [loader] in loader.columns(asking: $0) },
            dataFile: { [loader] target, name throws(ProjectFiles.Fault) in
                try loader.dataFile(target, asking: name)
            },
            laws: laws
        )
    }

    private func stripped(_ node: LocatedNode) -> LocatedNode {
        ProvenanceExtractor.wrapped(node) ?? node
    }

    private func checkDesignSection(_ tree: LocatedNode) {
        guard let node = tree["designs"] else { return }
        let place = DiagnosticText("the scenario", "в сценарии")
        let field = Field(node, key: "designs", in: place, context())
        if field.entries().isEmpty, node.pairs != nil {
            field.wrong(DiagnosticText("at least one entry", "хотя бы одна запись"))
        }
    }

    private func scenario(_ tree: LocatedNode, design: String?) -> ReadDesign? {
        let context = context()
        var extractor = ProvenanceExtractor(reportingTo: context)
        let plain = extractor.stripped(tree)
        let resolved = TreeMerge.resolved(plain, reportingTo: context)
        let entry = design.flatMap { name in
            resolved["designs"]?[name].map { ScenarioDecoder.DesignEntry(name: name, node: $0) }
        }
        let scenario = ScenarioDecoder(context: context)
            .scenario(resolved, design: entry, provenance: extractor.entries)
        guard let scenario else { return nil }
        ScenarioRules.check(scenario, resolved, context)
        return ReadDesign(scenario: scenario, tree: resolved, context: context)
    }

    // MARK: - Overrides

    private func settings(of design: LocatedNode.Pair) -> [(LocatedNode.Pair, LocatedNode)] {
        guard let set = design.value["set"] else { return [] }
        let place = DiagnosticText("design '\(design.key)'", "в варианте «\(design.key)»")
        return Field(set, key: "set", in: place, context()).entries().map { ($0.pair, $0.field.node) }
    }

    private func changed(
        _ tree: LocatedNode,
        _ pair: LocatedNode.Pair,
        _ value: LocatedNode
    ) -> LocatedNode {
        let path = pair.key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return changed(tree, path, value, keyLocation: pair.keyLocation, excerpt: pair.keyExcerpt)
    }

    private func applied(
        _ overrides: [(ScenarioOverride, LocatedNode)],
        to tree: LocatedNode
    ) -> LocatedNode {
        overrides.reduce(tree) { tree, override in
            let path = override.0.path.split(separator: "/", omittingEmptySubsequences: false).map(
                String.init
            )
            let location = SourceLocation(file: "--set", line: 1, column: 1, length: override.0.path.count)
            return changed(tree, path, override.1, keyLocation: location, excerpt: override.1.excerpt)
        }
    }

    private func changed(
        _ tree: LocatedNode,
        _ path: [String],
        _ value: LocatedNode,
        keyLocation: SourceLocation,
        excerpt: String
    ) -> LocatedNode {
        let resolved = TreeMerge.resolved(tree, reportingTo: context())
        switch PathOverride(path: path, value: value).applied(to: tree, resolved: resolved) {
        case .success(let changed): return changed
        case .failure(let fault):
            let text = path.joined(separator: "/")
            collector.report(
                Diagnostic(
                    .error,
                    DiagnosticText(
                        "path '\(text)' leads nowhere: there is no '\(fault.part)'",
                        "путь «\(text)» никуда не ведёт: нет «\(fault.part)»"
                    ),
                    at: keyLocation,
                    found: fault.part,
                    suggestion: NearestName(to: fault.part, among: fault.choices).suggestion,
                    excerpt: excerpt
                )
            )
            return tree
        }
    }
}

extension DiagnosticText {
    fileprivate static let tooManyDesigns = DiagnosticText(
        "more than \(ReadingOfDesigns.designLimit) designs, the most that is read",
        "слишком много вариантов: допускается не больше \(ReadingOfDesigns.designLimit)"
    )
}
