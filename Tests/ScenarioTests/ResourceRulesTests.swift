import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// Several resources at once, closings and answers: small scenarios whose right result is plain.
struct ResourceRulesTests {
    private static let minute: SimulationTime = 60_000_000

    private func journeys(_ text: String) throws -> (CompiledScenario, [JourneyEvent]) {
        let compiled = try ScenarioRuns.compiled(text)
        let tables = ReplicationTables(program: compiled.program, seed: 3)
        return (compiled, try Replication.run(tables, index: 0, recording: .all).journeys)
    }

    private func waits(_ text: String, at step: String) throws -> [String] {
        let (compiled, events) = try journeys(text)
        return events.filter { $0.kind == .waited && compiled.symbols.steps[Int($0.step)].name == step }.map {
            "\($0.begins / Self.minute)–\($0.ends / Self.minute) \($0.cause)"
        }
    }

    // Monday, reception until 17:00; office work overnight; the lawyer comes on Mondays only. The family is not
    // indoors on Tuesday: the lawyer sees it on the next Monday at 09:00 (minute 7 × 1440 + 540).
    @Test func `a family whose case was worked on overnight is no longer indoors`() throws {
        let text = """
            scenario: overnight
            starts: 2024-01-08
            horizon: 14 d
            calendars: { office: { mon-fri: "09:00-17:00" } }
            pools:
              reception: { staff: 1, calendar: office }
              back: { staff: 1, calendar: office }
              lawyer: { staff: 1, calendar: office on mon }
            families: { f: { arrivals: { every: 16.75 h, at most: 1 }, route: r } }
            routes:
              r:
                - serve: { name: intake, by: reception, takes: 20 min }
                - serve: { name: paper, by: back, takes: 60 min, family absent: yes }
                - serve: { name: law, by: lawyer, takes: 30 min }
            """
        #expect(try waits(text, at: "law") == ["2040–10620 closed"])
    }

    // Indoors since 16:45; at 17:10 it asks for aa (open) and bb (closed at 17:00, stays for it): no wait.
    @Test(arguments: ["aa, bb", "bb, aa"])
    func `a pool that stays on for a family serves it whichever is named first`(order: String) throws {
        let text = """
            scenario: order
            starts: 2024-01-08
            horizon: 2 d
            calendars: { long: { every day: "09:00-18:00" }, short: { every day: "09:00-17:00" } }
            pools:
              aa: { staff: 1, calendar: long }
              bb: { staff: 1, calendar: short }
              cc: { staff: 1, calendar: long }
            families: { f: { arrivals: { every: 16.75 h, at most: 1 }, route: r } }
            routes:
              r:
                - serve: { name: first, by: bb, takes: 5 min }
                - serve: { name: mid, by: cc, takes: 20 min }
                - serve: { name: both, by: [\(order)], takes: 5 min }
            """
        #expect(try waits(text, at: "both") == ["1030–1030 none"])
    }

    // The room closes at 16:00 and the desk at 17:00. A family at 16:30 needs both: it waits until 09:00, closed from
    // the end of the desk's day on; the desk does not sit the night out for it.
    @Test func `nobody stays on for a family that lacks a closed room`() throws {
        let text = """
            scenario: room
            starts: 2024-01-08
            horizon: 3 d
            calendars: { office: { every day: "09:00-17:00" }, short: { every day: "09:00-16:00" } }
            pools:
              desk: { staff: 1, calendar: office }
              room: { staff: 1, calendar: short, closing: finish the service in hand }
            families: { f: { arrivals: { every: 16.5 h, at most: 1 }, route: r } }
            routes: { r: [ { serve: { name: both, by: [desk, room], takes: 20 min } } ] }
            """
        #expect(try waits(text, at: "both") == ["990–1980 busyAndClosed"])
    }

    // While a family waits for a closed room, another that needs the desk alone is served past it.
    @Test func `a family that lacks a closed room does not stand in the way of others`() throws {
        let text = """
            scenario: past
            starts: 2024-01-08
            horizon: 3 d
            calendars: { short: { every day: "09:00-16:00" } }
            pools:
              desk: { staff: 1 }
              room: { staff: 1, calendar: short, closing: finish the service in hand }
            families:
              both: { arrivals: { every: 17 h, at most: 1 }, route: b }
              desk: { arrivals: { every: 18 h, at most: 1 }, route: d }
            routes:
              b: [ { serve: { name: both, by: [desk, room], takes: 20 min } } ]
              d: [ { serve: { name: alone, by: desk, takes: 20 min } } ]
            """
        #expect(try waits(text, at: "alone") == ["1080–1080 none"])
        #expect(try waits(text, at: "both").count == 1)
    }

    @Test func `what nobody could ever get is refused`() throws {
        func refusal(_ pools: String, _ step: String) -> String? {
            let text = """
                scenario: refused
                starts: 2024-01-08
                horizon: 1 d
                calendars: { early: { every day: "09:00-13:00" } }
                pools: { \(pools) }
                families: { f: { arrivals: { every: 1 h }, route: r } }
                routes: { r: [ \(step) ] }
                """
            do {
                _ = try ScenarioRuns.compiled(text)
                return nil
            } catch let error as CompilationError {
                return error.english
            } catch { return "\(error)" }
        }
        let serve = "{ serve: { by: [aa, bb], takes: 1 min } }"
        #expect(refusal("aa: { staff: 1 }, bb: { staff: 1 }", serve) == nil)
        let mixed = refusal("aa: { staff: 1, discipline: priority }, bb: { staff: 1 }", serve)
        #expect(mixed?.contains("different disciplines") == true, "\(mixed ?? "")")
        let many = refusal("aa: { staff: 1 }", "{ serve: { by: 2 of aa, takes: 1 min } }")
        #expect(many == "step 'serve aa' needs 2 of 'aa', but there are 1", "\(many ?? "")")
        let kept = refusal(
            "aa: { staff: 1 }",
            "{ keep: { by: aa, do: [ { serve: { by: aa, takes: 1 min } } ] } }"
        )
        #expect(kept?.contains("beside 1 kept around it") == true, "\(kept ?? "")")
        let absent = refusal(
            "aa: { staff: 3, on duty: { early: 1 } }",
            "{ serve: { by: 2 of aa, takes: 1 min } }"
        )
        #expect(
            absent == "step 'serve aa' needs 2 of 'aa', but at most 1 are on duty at once",
            "\(absent ?? "")"
        )
    }

    @Test(arguments: [
        (
            "members: { anna: {}, boris: {} }", "serve: { by: 2 of p, takes: 1 min }",
            "step 'serve p' needs 'p', whose staff are told apart, together with others; put 'keep' for the others around it"
        ),
        (
            "members: { anna: {} }", "keep: { by: p, do: [ { serve: { by: p, takes: 1 min } } ] }",
            "step 'serve p' needs 1 of 'p' beside 1 kept around it, but there are 1"
        ),
        (
            "members: { anna: {}, boris: {} }", "keep: { by: p, do: [ { serve: { by: p, takes: 1 min } } ] }",
            "step 'serve p' asks for one of 'p' while one is kept around it; who is wanted could be the one who is kept"
        ),
        (
            "staff: 3, reserved: { other: 2 }", "serve: { by: 2 of p, takes: 1 min }",
            "step 'serve p' needs 2 of 'p' at once, but families 'f' can have 1 at most: 2 are kept for other classes"
        ),
        (
            "staff: 3, line limit: 1, when full: hold up",
            "serve: { by: p, takes: 1 min, group: { of: 2 } }",
            "step 'serve p' needs 'p', for which families are held up ('when full'), together with others or for a group;"
                + " only one pool and single families can be waited for"
        ),
    ])
    func `what staff cannot do is refused`(pool: String, step: String, message: String) throws {
        let text = """
            scenario: refused
            starts: 2024-01-08
            horizon: 1 d
            pools: { p: { \(pool) } }
            families:
              f: { arrivals: { every: 1 h }, route: r }
              other: { arrivals: { every: 1 h }, route: s }
            routes: { r: [ { \(step) } ], s: [ { delay: 1 min } ] }
            """
        let refusal = #expect(throws: CompilationError.self) { try ScenarioRuns.compiled(text) }
        #expect(refusal?.english == message)
        #expect(refusal?.russian.isEmpty == false)
    }

    private func talks(_ skill: String) -> ReadResult {
        let text = """
            scenario: talks
            starts: 2024-01-08
            horizon: 1 d
            pools: { p: { members: { anna: { skills: [talks] } } } }
            families: { f: { arrivals: { every: 1 h }, route: r } }
            routes: { r: [ { serve: { by: p, takes: 1 min, skill: \(skill) } } ] }
            """
        return ScenarioReader().read(text: text, named: "talks.yaml")
    }

    @Test func `a skill that nobody has is told at its place, with the nearest`() throws {
        let mistakes = talks("talk").diagnostics
        #expect(mistakes.map(\.message.en) == ["skill in step 'serve p': nobody of 'p' has the skill 'talk'"])
        #expect(mistakes.first?.location?.line == 6)
        #expect(mistakes.first?.suggestion?.en.contains("talks") == true)
    }

    @Test func `a scenario made without a file is refused where nobody can serve`() throws {
        let scenario = try #require(talks("talks").designs).baseline.scenario
        func refusal(_ change: (inout ResourcePool) -> Void) -> String? {
            var changed = scenario
            change(&changed.pools[0])
            return #expect(throws: CompilationError.self) { try ScenarioCompiler.compile(changed) }?.english
        }
        #expect(
            refusal { $0.members = [] }
                == "step 'serve p' says who serves ('skill' or 'person'), but 'p' has no 'members' to tell apart"
        )
        #expect(
            refusal { $0.members[0].skills = ["talk"] }
                == "step 'serve p' needs the skill 'talks', which nobody of 'p' has; there are: talk"
        )
    }

    // The one agency only gives documents by name.
    @Test func `counted documents are refused where no agency takes part in them`() {
        let text = """
            scenario: nobody
            starts: 2024-01-08
            horizon: 1 d
            agencies: { tax: { share: 0, channels: { web: { answers in: 1 h } } } }
            families: { f: { arrivals: { every: 1 h }, documents: 2, route: r } }
            routes: { r: [ { lookup: { name: papers, documents: all } } ] }
            """
        let refusal = #expect(throws: CompilationError.self) { try ScenarioRuns.compiled(text) }
        #expect(
            refusal?.english == "step 'papers' looks counted documents up, but every agency has 'share: 0'"
        )
        #expect(refusal?.russian.contains("у всех ведомств") == true)
    }

    // Every answer fails once and for all after a day: the family brings the paper itself and goes on.
    @Test func `a document that no agency gives is brought by the family`() throws {
        let text = """
            scenario: refusal
            starts: 2024-01-08
            horizon: until all have left
            agencies: { fund: { channels: { mail: { answers in: 1 d, fails: 0.999999999 } } } }
            families: { f: { arrivals: { every: 1 h, at most: 5 }, documents: 2, route: r } }
            routes: { r: [ { lookup: { documents: all } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let run = try Replication.run(ReplicationTables(program: compiled.program, seed: 1), index: 0)
        #expect(compiled.counter(.documentCarried, in: run).sum == 10)
        #expect(run.responders[0].failed == 10)
        #expect(run.tallies[Int(compiled.program.tallies.timeInSystem)].maximum == 24 * 60 * Self.minute)
    }

    // Half of the way is 30 minutes; patience runs out after 10: out at 60 + 30 + 10, home at 130.
    @Test func `a family that gives up in the middle of a visit still goes home`() throws {
        let text = """
            scenario: home
            starts: 2024-01-08
            horizon: 1 d
            pools: { desk: { staff: 1 } }
            families:
              early: { arrivals: { every: 80 min, at most: 1 }, route: early }
              late: { arrivals: { every: 60 min, at most: 1 }, patience: 10 min, route: late }
            routes:
              early: [ { serve: { name: long, by: desk, takes: 300 min } } ]
              late: [ { visit: { travel: 30 min, do: [ { serve: { by: desk, takes: 5 min } } ] } } ]
            """
        let (_, events) = try journeys(text)
        let left = events.filter { $0.kind == .left && $0.classIndex == 1 }.map { $0.ends / Self.minute }
        #expect(left == [130])
    }

    @Test func `a run until all have left lasts as long as its arrivals do`() throws {
        let text = """
            scenario: long
            starts: 2024-01-08
            horizon: until all have left
            calendars: { office: { mon-fri: "09:00-17:00" } }
            pools: { p: { staff: 1, calendar: office } }
            families: { f: { arrivals: { rate: 1 per week, calendar: office, at most: 700 }, route: r } }
            routes: { r: [ { serve: { by: p, takes: 1 min } } ] }
            """
        let compiled = try ScenarioRuns.compiled(text)
        let run = try Replication.run(ReplicationTables(program: compiled.program, seed: 1), index: 0)
        #expect(run.classes[0].outcomes[0] == 700)
    }

    @Test func `a calendar with hours that a change of clocks swallows is no trap`() throws {
        for zone in ["Europe/Berlin", "America/New_York"] {
            let text = """
                scenario: clocks
                time zone: \(zone)
                starts: 2024-03-09
                horizon: 30 d
                calendars: { night: { every day: "00:00-02:30, 03:00-24:00" } }
                pools: { p: { staff: 1, calendar: night } }
                families: { f: { arrivals: { rate: 5 per day, calendar: night }, route: r } }
                routes: { r: [ { serve: { by: p, takes: 1 working h } } ] }
                """
            let compiled = try ScenarioRuns.compiled(text)
            let run = try Replication.run(ReplicationTables(program: compiled.program, seed: 1), index: 0)
            #expect(run.classes[0].arrived > 100)
        }
    }

    // The line holds nobody. The first family is at the desk from 60 to 160; at 120 the papers of the second are to be
    // dealt with there: they wait, first for themselves, then with a lookup.
    @Test(arguments: [
        "serve: { name: paper, by: desk, takes: 10 min, family absent: yes }",
        "lookup: { name: paper, by: desk, takes: 5 min }",
    ])
    func `work on a case is never refused by a full line`(work: String) throws {
        let text = """
            scenario: office-work
            starts: 2024-01-08
            horizon: 1 d
            pools: { desk: { staff: 1, line limit: 0 } }
            agencies: { fund: { channels: { mail: { answers in: 1 h } } } }
            families:
              first: { arrivals: { every: 60 min, at most: 1 }, route: visit }
              second: { arrivals: { every: 120 min, at most: 1 }, documents: 2, route: case }
            routes:
              visit: [ { serve: { by: desk, takes: 100 min } } ]
              case: [ { \(work) } ]
            """
        #expect(try waits(text, at: "paper") == ["120–160 busy"])
    }

    // The first branch ends at once, and the room's holder is about to go on when the second branch leaves. The next
    // family finds the room free.
    @Test func `what is kept is given back by a strand broken off at the end of its steps`() throws {
        let text = """
            scenario: kept
            starts: 2024-01-08
            horizon: 1 d
            pools: { room: { staff: 1 } }
            families: { f: { arrivals: { every: 60 min, at most: 2 }, route: r } }
            routes:
              r:
                - keep:
                    name: room
                    by: room
                    do:
                      - together:
                          name: both
                          wait for: any
                          branches: [ [ { count: story told } ], [ { leave: gone } ] ]
            """
        #expect(try waits(text, at: "room") == ["60–60 none", "120–120 none"])
    }

    // Nothing comes by mail, so that answers come an hour after each document's own wait.
    @Test func `each document of each lookup has its own wait for the fall-back`() throws {
        func replies(_ steps: String) throws -> [SimulationTime] {
            let text = """
                scenario: fall-back
                starts: 2024-01-08
                horizon: 100 d
                agencies:
                  fund:
                    channels:
                      mail: { answers in: 90 d }
                      paper: { after: "uniform(1 h, 100 h) without answer", answers in: 1 h }
                families: { f: { arrivals: { every: 1 h, at most: 1 }, documents: 2, route: r } }
                routes: { r: [ \(steps) ] }
                """
            return try journeys(text).1.filter { $0.kind == .replied }.map { $0.ends - $0.begins }
        }
        let alone = try replies("{ lookup: { name: early } }")
        let both = try replies("{ lookup: { name: early } }, { lookup: { name: late } }")
        #expect(both.count == 4)
        // A later lookup moves no draw of an earlier one, and no two draws are the same.
        #expect(Array(both.prefix(2)) == alone)
        #expect(Set(both).count == 4)
    }
}
