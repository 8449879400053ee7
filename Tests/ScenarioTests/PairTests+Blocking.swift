import Testing

/// Families held up before a full line, together with another ability.
extension PairTests {
    // Who gives up in the second line makes room for the one who is held up, and with it for the next at the first.
    @Test func `blocking and reneging`() throws {
        let text = """
            pools: { one: { staff: 1 }, two: { staff: 1, line limit: 1, when full: hold up } }
            families: { f: { arrivals: { every: 10 min, at most: 4 }, route: r } }
            routes:
              r:
                - serve: { name: first, by: one, takes: 10 min }
                - serve: { name: second, by: two, takes: 60 min, patience: 26 min }
            """
        #expect(
            try lines(text) == [
                "f:0", "09:10 arrives", "09:10–09:20 first: service", "09:20–10:20 second: service",
                "10:20 leaves: helped",
                "f:1", "09:20 arrives", "09:20–09:30 first: service",
                "09:30–09:56 gives up waiting for two: busy",
                "09:56 leaves: gave up",
                "f:2", "09:30 arrives", "09:30–09:40 first: service",
                "09:40–09:56 waits for room in the line for two",
                "09:56–10:20 waits for two: busy", "10:20–11:20 second: service", "11:20 leaves: helped",
                "f:3", "09:40 arrives", "09:40–09:56 waits for one: busy", "09:56–10:06 first: service",
                "10:06–10:20 waits for room in the line for two",
                "10:20–10:46 gives up waiting for two: busy",
                "10:46 leaves: gave up",
            ]
        )
    }

    // The clerk whose family finds no room stays with it beyond the end of the shift.
    @Test func `blocking and end of shift`() throws {
        let text = """
            calendars: { c: { mon-fri: "09:00-10:00" } }
            pools:
              one: { staff: 1, calendar: c, closing: finish the service in hand }
              two: { staff: 1, line limit: 0, when full: hold up }
            families:
              f: { arrivals: { every: 10 min, at most: 1 }, route: r }
              g: { arrivals: { every: 35 min, at most: 1 }, route: r }
              h: { arrivals: { every: 57 min, at most: 1 }, route: r }
            routes:
              r:
                - serve: { name: first, by: one, takes: 20 min }
                - serve: { name: second, by: two, takes: 60 min }
            """
        #expect(
            try lines(text) == [
                "f:0", "09:10 arrives", "09:10–09:30 first: service", "09:30–10:30 second: service",
                "10:30 leaves: helped",
                "g:0", "09:35 arrives", "09:35–09:55 first: service",
                "09:55–10:30 waits for room in the line for two",
                "10:30–11:30 second: service", "11:30 leaves: helped",
                "h:0", "09:57 arrives", "09:57–tue 09:00 waits for one: busy and closed",
                "tue 09:00–09:20 first: service", "tue 09:20–10:20 second: service",
                "tue 10:20 leaves: helped",
            ]
        )
    }

    // The clerk who is held up serves nobody who could be interrupted: the emergency waits until he is free.
    @Test func `blocking and pre-emption`() throws {
        let text = """
            pools:
              one: { staff: 1, discipline: priority, pre-emption: resume }
              two: { staff: 1, line limit: 0, when full: hold up }
            families:
              e: { arrivals: { every: 40 min, at most: 1 }, priority: 0, route: short }
              f: { arrivals: { every: 10 min, at most: 2 }, priority: 1, route: long }
            routes:
              long:
                - serve: { name: first, by: one, takes: 10 min }
                - serve: { name: second, by: two, takes: 60 min }
              short: [ { serve: { name: rescue, by: one, takes: 10 min } } ]
            """
        #expect(
            try lines(text) == [
                "f:0", "09:10 arrives", "09:10–09:20 first: service", "09:20–10:20 second: service",
                "10:20 leaves: helped",
                "f:1", "09:20 arrives", "09:20–09:30 first: service",
                "09:30–10:20 waits for room in the line for two", "10:20–11:20 second: service",
                "11:20 leaves: helped",
                "e:0", "09:40 arrives", "09:40–10:20 waits for one: busy", "10:20–10:30 rescue: service",
                "10:30 leaves: helped",
            ]
        )
    }

    // Anna is held up with the second family: who knows her waits, though Boris is free.
    @Test func `blocking and continuity`() throws {
        let text = """
            pools:
              one: { members: { anna: {}, boris: {} } }
              two: { staff: 1, line limit: 0, when full: hold up }
            families:
              f: { arrivals: { every: 10 min, at most: 2 }, route: long }
              g: { arrivals: { every: 5 min, at most: 1 }, route: known }
            routes:
              long:
                - serve: { name: first, by: one, takes: 10 min }
                - serve: { name: second, by: two, takes: 60 min }
              known:
                - serve: { name: start, by: one, takes: 5 min }
                - delay: { name: rest, takes: 25 min }
                - serve: { name: again, by: one, person: same, takes: 5 min }
            """
        #expect(
            try lines(text) == [
                "g:0", "09:05 arrives", "09:05–09:10 start: service by anna", "09:10–09:35 rest: at home",
                "09:35–10:20 waits for one: busy", "10:20–10:25 again: service by anna",
                "10:25 leaves: helped",
                "f:0", "09:10 arrives", "09:10–09:20 first: service by boris", "09:20–10:20 second: service",
                "10:20 leaves: helped",
                "f:1", "09:20 arrives", "09:20–09:30 first: service by anna",
                "09:30–10:20 waits for room in the line for two", "10:20–11:20 second: service",
                "11:20 leaves: helped",
            ]
        )
    }

    // One branch is held up at the first desk; the branches unite when it has been served at the second.
    @Test func `blocking and join`() throws {
        let text = """
            pools:
              one: { staff: 1 }
              two: { staff: 1, line limit: 0, when full: hold up }
              lawyer: { staff: 1 }
            families: { f: { arrivals: { every: 10 min, at most: 2 }, route: r } }
            routes:
              r:
                - together:
                    - - serve: { name: first, by: one, takes: 10 min }
                      - serve: { name: second, by: two, takes: 30 min }
                    - [ { serve: { name: advice, by: lawyer, takes: 20 min } } ]
            """
        #expect(
            try lines(text) == [
                "f:0", "09:10 arrives", "09:10 together: 2 ways at once", "09:10–09:20 first: service",
                "09:10–09:30 advice: service", "09:20–09:50 second: service", "09:50 together: united",
                "09:50 leaves: helped",
                "f:1", "09:20 arrives", "09:20 together: 2 ways at once",
                "09:20–09:30 waits for lawyer: busy",
                "09:20–09:30 first: service", "09:30–09:50 waits for room in the line for two",
                "09:30–09:50 advice: service", "09:50–10:20 second: service", "10:20 together: united",
                "10:20 leaves: helped",
            ]
        )
    }
}
