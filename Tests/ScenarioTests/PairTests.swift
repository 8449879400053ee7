import ScenarioCompiler
import TestSupport
import Testing

/// Abilities that act on each other, two or more in each small scenario; the journeys are worked out by hand.
///
/// A group session is refused where a family could leave it, know its person, be interrupted or be held up; so of its pairs
/// those with the end of a shift and with a join are left.
struct PairTests {
    /// The journeys of a scenario that starts on Monday at nine.
    func lines(_ text: String) throws -> [String] {
        let start = "scenario: pair\nstarts: 2024-01-08 09:00\nhorizon: until all have left\n"
        return try JourneyLines(ScenarioRuns.compiled(start + text)).lines(seed: 1)
            .map { $0.drop { $0 == " " } }.map(String.init)
    }

    // Patience runs on open time: of B's 15 minutes ten have passed at closing, of C's ten five.
    @Test func `end of shift and reneging`() throws {
        let text = """
            calendars: { c: { mon-fri: "09:00-10:00" } }
            pools: { p: { staff: 1, calendar: c, closing: finish the service in hand } }
            families:
              a: { arrivals: { every: 40 min, at most: 1 }, route: r }
              b: { arrivals: { every: 50 min, at most: 1 }, patience: 15 min, route: r }
              c: { arrivals: { every: 55 min, at most: 1 }, patience: 10 min, route: r }
            routes: { r: [ { serve: { name: talk, by: p, takes: 30 min } } ] }
            """
        #expect(
            try lines(text) == [
                "a:0", "09:40 arrives", "09:40–10:10 talk: service", "10:10 leaves: helped",
                "b:0", "09:50 arrives", "09:50–tue 09:00 waits for p: busy and closed",
                "tue 09:00–09:30 talk: service", "tue 09:30 leaves: helped",
                "c:0", "09:55 arrives", "09:55–tue 09:05 gives up waiting for p: busy and closed, 1 in line",
                "tue 09:05 leaves: gave up",
            ]
        )
    }

    // The next morning one is left of two. B, interrupted at closing, is first in line when A is done, and at that moment gives
    // way to the emergency that stands behind it.
    @Test func `end of shift and pre-emption, fewer being left`() throws {
        let text = """
            calendars: { first: { mon: "09:00-10:00" }, second: { tue: "09:00-12:00" } }
            pools: { p: { staff: 2, on duty: { first: 2, second: 1 }, discipline: priority, pre-emption: resume, closing: suspend the service in hand } }
            families:
              a: { arrivals: { every: 30 min, at most: 1 }, priority: 1, route: a }
              b: { arrivals: { every: 40 min, at most: 1 }, priority: 1, route: b }
              u: { arrivals: { every: 70 min, at most: 1 }, priority: 0, route: u }
            routes:
              a: [ { serve: { name: talk, by: p, takes: 40 min } } ]
              b: [ { serve: { name: talk, by: p, takes: 60 min } } ]
              u: [ { serve: { name: talk, by: p, takes: 10 min } } ]
            """
        #expect(
            try lines(text) == [
                "a:0", "09:30 arrives", "09:30–10:00 talk: interrupted",
                "10:00–tue 09:00 waits for p: closed",
                "tue 09:00–09:10 talk: service", "tue 09:10 leaves: helped",
                "b:0", "09:40 arrives", "09:40–10:00 talk: interrupted",
                "10:00–tue 09:10 waits for p: busy and closed, 1 in line",
                "tue 09:10–09:20 waits for p: busy, 1 in line", "tue 09:20–10:00 talk: service",
                "tue 10:00 leaves: helped",
                "u:0", "10:10 arrives", "10:10–tue 09:10 waits for p: busy and closed, 2 in line",
                "tue 09:10–09:20 talk: service", "tue 09:20 leaves: helped",
            ]
        )
    }

    // Anna leaves at ten. A waits for her until the next morning; B takes Boris, who is there.
    @Test func `end of shift and continuity`() throws {
        let text = """
            calendars: { early: { mon-fri: "09:00-10:00" }, long: { mon-fri: "09:00-12:00" } }
            pools: { p: { members: { anna: { calendar: early, skills: [x] }, boris: { calendar: long } } } }
            families:
              a: { arrivals: { every: 10 min, at most: 1 }, route: same }
              b: { arrivals: { every: 30 min, at most: 1 }, route: there }
            routes:
              same:
                - serve: { name: first, by: p, skill: x, takes: 10 min }
                - delay: { name: rest, takes: 60 min }
                - serve: { name: second, by: p, person: same, takes: 10 min }
              there:
                - serve: { name: first, by: p, skill: x, takes: 10 min }
                - delay: { name: rest, takes: 60 min }
                - serve: { name: second, by: p, person: same if on duty, takes: 10 min }
            """
        #expect(
            try lines(text) == [
                "a:0", "09:10 arrives", "09:10–09:20 first: service by anna", "09:20–10:20 rest: at home",
                "10:20–tue 09:00 waits for p: busy and closed", "tue 09:00–09:10 second: service by anna",
                "tue 09:10 leaves: helped",
                "b:0", "09:30 arrives", "09:30–09:40 first: service by anna", "09:40–10:40 rest: at home",
                "10:40–10:50 second: service by boris", "10:50 leaves: helped",
            ]
        )
    }

    // The emergency wants Anna, whom it knows: her service is interrupted and goes on with her, Boris is left alone. Who is
    // interrupted finds the emergency in line, which is called up at that moment.
    @Test func `pre-emption and continuity`() throws {
        let text = """
            pools: { p: { discipline: priority, pre-emption: resume, members: { anna: {}, boris: {} } } }
            families:
              x: { arrivals: { every: 20 min, at most: 1 }, priority: 1, route: long }
              y: { arrivals: { every: 25 min, at most: 1 }, priority: 1, route: long }
              z: { arrivals: { every: 5 min, at most: 1 }, priority: 0, route: known }
            routes:
              long: [ { serve: { name: talk, by: p, takes: 60 min } } ]
              known:
                - serve: { name: first, by: p, takes: 10 min }
                - delay: { name: rest, takes: 25 min }
                - serve: { name: second, by: p, person: same, takes: 10 min }
            """
        #expect(
            try lines(text) == [
                "z:0", "09:05 arrives", "09:05–09:15 first: service by anna", "09:15–09:40 rest: at home",
                "09:40–09:50 second: service by anna", "09:50 leaves: helped",
                "x:0", "09:20 arrives", "09:20–10:20 talk: service by boris", "10:20 leaves: helped",
                "y:0", "09:25 arrives", "09:25–09:40 talk: interrupted by anna",
                "09:40–09:50 waits for p: busy, 1 in line",
                "09:50–10:35 talk: service by anna", "10:35 leaves: helped",
            ]
        )
    }

    // Whoever is interrupted has been helped and waits as long as it takes; who has not been served gives up.
    @Test func `pre-emption and reneging`() throws {
        let text = """
            pools: { p: { staff: 1, discipline: priority, pre-emption: restart } }
            families:
              a: { arrivals: { every: 10 min, at most: 1 }, priority: 1, patience: 5 min, route: long }
              b: { arrivals: { every: 25 min, at most: 1 }, priority: 1, patience: 5 min, route: long }
              e: { arrivals: { every: 20 min, at most: 1 }, priority: 0, route: short }
            routes:
              long: [ { serve: { name: talk, by: p, takes: 30 min } } ]
              short: [ { serve: { name: rescue, by: p, takes: 20 min } } ]
            """
        #expect(
            try lines(text) == [
                "a:0", "09:10 arrives", "09:10–09:20 talk: interrupted",
                "09:20–09:40 waits for p: busy, 1 in line",
                "09:40–10:10 talk: service", "10:10 leaves: helped",
                "e:0", "09:20 arrives", "09:20–09:40 rescue: service", "09:40 leaves: helped",
                "b:0", "09:25 arrives", "09:25–09:30 gives up waiting for p: busy, 1 in line",
                "09:30 leaves: gave up",
            ]
        )
    }

    // The second family completes the group; both go on when session and lawyer are done, the first to come first.
    @Test func `group session and join`() throws {
        let text = """
            pools: { room: { staff: 1 }, lawyer: { staff: 1 }, clerk: { staff: 1 } }
            families: { f: { arrivals: { every: 10 min, at most: 2 }, route: r } }
            routes:
              r:
                - together:
                    - [ { serve: { name: session, by: room, takes: 30 min, group: { of: 2 } } } ]
                    - [ { serve: { name: advice, by: lawyer, takes: 15 min } } ]
                - serve: { name: end, by: clerk, takes: 10 min }
            """
        #expect(
            try lines(text) == [
                "f:0", "09:10 arrives", "09:10 together: 2 ways at once", "09:10–09:20 session: a group of 2",
                "09:10–09:25 advice: service", "09:20–09:50 session: service", "09:50 together: united",
                "09:50–10:00 end: service", "10:00 leaves: helped",
                "f:1", "09:20 arrives", "09:20 together: 2 ways at once", "09:20 session: a group of 2",
                "09:20–09:25 waits for lawyer: busy", "09:20–09:50 session: service",
                "09:25–09:40 advice: service", "09:50 together: united", "09:50–10:00 waits for clerk: busy",
                "10:00–10:10 end: service", "10:10 leaves: helped",
            ]
        )
    }

    // The group is complete after closing, and meets the next morning.
    @Test func `group session and end of shift`() throws {
        let text = """
            calendars: { c: { mon-fri: "09:00-10:00" } }
            pools: { room: { staff: 1, calendar: c, closing: finish the service in hand } }
            families:
              f: { arrivals: { every: 50 min, at most: 1 }, route: r }
              g: { arrivals: { every: 70 min, at most: 1 }, route: r }
            routes: { r: [ { serve: { name: session, by: room, takes: 30 min, group: { of: 2 } } } ] }
            """
        #expect(
            try lines(text) == [
                "f:0", "09:50 arrives", "09:50–10:10 session: a group of 2",
                "10:10–tue 09:00 waits for room: closed",
                "tue 09:00–09:30 session: service", "tue 09:30 leaves: helped",
                "g:0", "10:10 arrives", "10:10 session: a group of 2",
                "10:10–tue 09:00 waits for room: closed",
                "tue 09:00–09:30 session: service", "tue 09:30 leaves: helped",
            ]
        )
    }

    // One branch's service goes on the next morning; the branches unite only then.
    @Test func `join and end of shift`() throws {
        let text = """
            calendars: { c: { mon-fri: "09:00-10:00" } }
            pools: { p: { staff: 1, calendar: c, closing: suspend the service in hand }, lawyer: { staff: 1 } }
            families: { f: { arrivals: { every: 40 min, at most: 1 }, route: r } }
            routes:
              r:
                - together:
                    - [ { serve: { name: talk, by: p, takes: 30 min } } ]
                    - [ { serve: { name: advice, by: lawyer, takes: 15 min } } ]
            """
        #expect(
            try lines(text) == [
                "f:0", "09:40 arrives", "09:40 together: 2 ways at once", "09:40–09:55 advice: service",
                "09:40–10:00 talk: interrupted", "10:00–tue 09:00 waits for p: closed",
                "tue 09:00–09:10 talk: service", "tue 09:10 together: united", "tue 09:10 leaves: helped",
            ]
        )
    }

    // Both branches want the person who served the family first: one after the other, though Boris is free; who waits for
    // too long gives up, and the family leaves.
    @Test func `continuity, join and reneging`() throws {
        let text = """
            pools: { p: { members: { anna: {}, boris: {} } } }
            families: { f: { arrivals: { every: 10 min, at most: 1 }, route: r } }
            routes:
              r:
                - serve: { name: first, by: p, takes: 10 min }
                - together:
                    - [ { serve: { name: left, by: p, person: same, takes: 20 min } } ]
                    - - serve:
                          name: right
                          by: p
                          person: same
                          takes: 20 min
                          patience: 15 min
                          if it gives up: [ { delay: { name: rest, takes: 1 h } } ]
            """
        #expect(
            try lines(text) == [
                "f:0", "09:10 arrives", "09:10–09:20 first: service by anna",
                "09:20 together: 2 ways at once",
                "09:20–09:35 gives up waiting for p: busy", "09:20–09:40 left: service by anna",
                "09:35–10:35 rest: at home", "10:35 together: united", "10:35 leaves: helped",
            ]
        )
    }

    // Interrupted by the emergency, then by the end of the day: 20 and 10 of 60 minutes are done.
    @Test func `end of shift and pre-emption`() throws {
        let text = """
            calendars: { c: { mon-fri: "09:00-10:00" } }
            pools:
              p:
                staff: 1
                calendar: c
                closing: suspend the service in hand
                discipline: priority
                pre-emption: resume
            families:
              a: { arrivals: { every: 10 min, at most: 1 }, priority: 1, route: long }
              e: { arrivals: { every: 30 min, at most: 1 }, priority: 0, route: short }
            routes:
              long: [ { serve: { name: talk, by: p, takes: 60 min } } ]
              short: [ { serve: { name: rescue, by: p, takes: 20 min } } ]
            """
        #expect(
            try lines(text) == [
                "a:0", "09:10 arrives", "09:10–09:30 talk: interrupted",
                "09:30–09:50 waits for p: busy, 1 in line",
                "09:50–10:00 talk: interrupted", "10:00–tue 09:00 waits for p: closed",
                "tue 09:00–09:30 talk: service", "tue 09:30 leaves: helped",
                "e:0", "09:30 arrives", "09:30–09:50 rescue: service", "09:50 leaves: helped",
            ]
        )
    }

    // The lawyer's branch waits for the interrupted one.
    @Test func `pre-emption and join`() throws {
        let text = """
            pools: { p: { staff: 1, discipline: priority, pre-emption: resume }, lawyer: { staff: 1 } }
            families:
              a: { arrivals: { every: 10 min, at most: 1 }, priority: 1, route: both }
              e: { arrivals: { every: 20 min, at most: 1 }, priority: 0, route: short }
            routes:
              both:
                - together:
                    - [ { serve: { name: talk, by: p, takes: 30 min } } ]
                    - [ { serve: { name: advice, by: lawyer, takes: 20 min } } ]
              short: [ { serve: { name: rescue, by: p, takes: 20 min } } ]
            """
        #expect(
            try lines(text) == [
                "a:0", "09:10 arrives", "09:10 together: 2 ways at once", "09:10–09:20 talk: interrupted",
                "09:10–09:30 advice: service", "09:20–09:40 waits for p: busy, 1 in line",
                "09:40–10:00 talk: service", "10:00 together: united", "10:00 leaves: helped",
                "e:0", "09:20 arrives", "09:20–09:40 rescue: service", "09:40 leaves: helped",
            ]
        )
    }
}
