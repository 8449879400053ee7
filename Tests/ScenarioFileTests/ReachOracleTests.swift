import ScenarioFile
import ScenarioModel
import TestSupport
import Testing

/// Which steps families reach, against trying every way that they can go.
struct ReachOracleTests {
    @Test func `unreachable steps are those that no way leads to`() throws {
        var unreached = 0
        for index in 0..<Proof.size(10_000, quick: 1_500) {
            var maze = Maze(seed: UInt64(index))
            let route = maze.route()
            let result = ScenarioReader().read(text: Maze.scenario(route), named: "s.yaml")
            try #require(result.designs != nil, "\(DiagnosticRenderer().text(result.diagnostics))")
            var told: [String] = []
            for message in result.diagnostics.map(\.message.en) where message.hasPrefix("no family can reach")
            {
                told.append(try #require(message.split(separator: "'").dropFirst().first.map(String.init)))
            }
            let expected = maze.unreached(route)
            unreached += expected.count
            #expect(told.sorted() == expected.sorted(), "seed \(index)\n\(Maze.scenario(route))")
        }
        #expect(unreached > 1_000)
    }
}

/// A random route of choices, loops, splits and exits, and the ways through it.
private struct Maze {
    indirect enum Element {
        case plain(String)
        case leave(String)
        case chances([(String, [Element])], otherwise: [Element])
        case towns([(String, [Element])], otherwise: [Element])
        case loop(times: Int, [Element])
        case split([[Element]], waitFor: Int)
    }

    private var chance: TestChance
    private var names = 0
    private static let towns = ["a", "b"]

    init(seed: UInt64) { chance = TestChance(seed: seed) }

    mutating func route() -> [Element] { list(depth: 0) }

    private mutating func list(depth: Int) -> [Element] {
        (0..<1 + chance.below(3)).map { _ in element(depth) }
    }

    private mutating func element(_ depth: Int) -> Element {
        names += 1
        let name = "s\(names)"
        switch depth < 3 ? chance.below(9) : chance.below(3) {
        case 0...1: return .plain(name)
        case 2: return chance.below(2) == 0 ? .leave("leave \(name)") : .plain(name)
        case 3...4:
            let shares = chance.pick([["0"], ["1"], ["0.5"], ["0.5", "0.5"], ["0", "0.2"], ["0.7", "0.3"]])
            let options = shares.map { share in (share, list(depth: depth + 1)) }
            return .chances(options, otherwise: list(depth: depth + 1))
        case 5...6:
            let towns = chance.pick([["a"], ["b"], ["a", "b"], ["a", "a"], ["c"]])
            let options = towns.map { town in (town, list(depth: depth + 1)) }
            return .towns(options, otherwise: list(depth: depth + 1))
        case 7: return .loop(times: chance.below(3), list(depth: 3))
        default:
            return .split([list(depth: depth + 1), list(depth: depth + 1)], waitFor: 1 + chance.below(2))
        }
    }

    // MARK: Text

    static func scenario(_ route: [Element]) -> String {
        """
        scenario: maze
        starts: 2023-01-09
        horizon: 1 d
        families:
          all:
            arrivals: { rate: 1 per h }
            attributes: { town: "categorical(a: 1, b: 1, c: 0)" }
            route: main
        routes: { main: \(text(route)) }

        """
    }

    private static func text(_ list: [Element]) -> String {
        "[ " + list.map(text).joined(separator: ", ") + " ]"
    }

    private static func text(_ element: Element) -> String {
        func options(_ key: String, _ options: [(String, [Element])], _ otherwise: [Element]) -> String {
            let all = options.map { "{ \(key)\($0.0), do: \(text($0.1)) }" }
            return "{ choose: { name: \(name(element)), options: ["
                + (all + ["{ otherwise: \(text(otherwise)) }"]).joined(separator: ", ") + "] } }"
        }
        switch element {
        case .plain(let name): return "{ delay: { name: \(name), takes: 1 min } }"
        case .leave(let name): return "{ \(name.replacing(" ", with: ": ")) }"
        case .chances(let all, let otherwise): return options("chance: ", all, otherwise)
        case .towns(let all, let otherwise): return options("if: town = ", all, otherwise)
        case .loop(let times, let steps):
            return "{ repeat: { name: \(name(element)), times: \(times), do: \(text(steps)) } }"
        case .split(let branches, let number):
            let all = branches.map(text).joined(separator: ", ")
            return "{ together: { name: \(name(element)), wait for: \(number), branches: [ \(all) ] } }"
        }
    }

    /// The name of a step; one with steps inside it is named after the first of them.
    private static func name(_ element: Element) -> String {
        switch element {
        case .plain(let name), .leave(let name): name
        case .chances(let all, _): "c-" + name(all[0].1[0])
        case .towns(let all, _): "t-" + name(all[0].1[0])
        case .loop(_, let steps): "r-" + name(steps[0])
        case .split(let branches, _): "p-" + name(branches[0][0])
        }
    }

    // MARK: Ways

    /// First steps of what no family reaches, by following each town's families along every way.
    func unreached(_ route: [Element]) -> [String] {
        var reached: Set<String> = []
        for town in Self.towns { _ = Self.walk(route, town, &reached) }
        return Self.heads(route, reached)
    }

    /// Whether some way leads through all the steps.
    private static func walk(_ list: [Element], _ town: String, _ reached: inout Set<String>) -> Bool {
        for element in list {
            reached.insert(name(element))
            guard passes(element, town, &reached) else { return false }
        }
        return true
    }

    private static func passes(_ element: Element, _ town: String, _ reached: inout Set<String>) -> Bool {
        switch element {
        case .plain: return true
        case .leave: return false
        case .chances(let options, let otherwise):
            // Every hundredth that a draw can fall into.
            var ways = Set<Int>()
            for hundredth in 0..<100 {
                var below = 0.0
                let way = options.firstIndex { option in
                    below += Double(option.0) ?? 0
                    return (Double(hundredth) + 0.5) / 100 < below
                }
                ways.insert(way ?? options.count)
            }
            var goesOn = false
            for way in ways where walk(way < options.count ? options[way].1 : otherwise, town, &reached) {
                goesOn = true
            }
            return goesOn
        case .towns(let options, let otherwise):
            return walk(options.first { $0.0 == town }?.1 ?? otherwise, town, &reached)
        case .loop(let times, let steps):
            for _ in 0..<times {
                guard walk(steps, town, &reached) else { return false }
            }
            return true
        case .split(let branches, let number):
            var arriving = 0
            for branch in branches where walk(branch, town, &reached) { arriving += 1 }
            return arriving >= number
        }
    }

    private static func heads(_ list: [Element], _ reached: Set<String>) -> [String] {
        if let first = list.first(where: { !reached.contains(name($0)) }) {
            let before = list.prefix { reached.contains(name($0)) }
            return before.flatMap { inner($0, reached) } + [name(first)]
        }
        return list.flatMap { inner($0, reached) }
    }

    private static func inner(_ element: Element, _ reached: Set<String>) -> [String] {
        switch element {
        case .plain, .leave: []
        case .chances(let options, let otherwise), .towns(let options, let otherwise):
            (options.map(\.1) + [otherwise]).flatMap { heads($0, reached) }
        case .loop(_, let steps): heads(steps, reached)
        case .split(let branches, _): branches.flatMap { heads($0, reached) }
        }
    }
}
