import ScenarioCompiler
import ScenarioFile
import ScenarioModel
import SimulationCore
import TestSupport
import Testing

/// From the planner's words to rows, calendars and rates.
struct CompilationTests {
    private static let hour: SimulationTime = 3_600_000_000

    @Test func `a route becomes numbered rows`() throws {
        let text = """
            scenario: listing
            starts: 2024-01-01
            horizon: 1 d
            pools: { clerks: { staff: 1 }, rooms: { staff: 2 } }
            agencies: { fund: { channels: { mail: { answers in: 2 d } } } }
            families: { visitors: { arrivals: { rate: 1 per h }, documents: 3, patience: 1 h, route: main } }
            routes:
              main:
                - keep:
                    by: rooms
                    do:
                      - serve: { by: clerks, takes: 10 min, if it gives up: [ { leave: tired } ] }
                - lookup: { documents: all but 15 %, wait for: all, family waits: at home }
                - choose: [ { chance: 0.3, do: [ { delay: 1 h } ] }, { otherwise: [ { use: rest } ] } ]
              rest:
                - repeat: { times: 2, every: 1 d, do: [ { count: story told } ] }
            """
        let listing = ProgramListing(try ScenarioRuns.compiled(text)).text
        let expected = """
            class visitors: row 1, priority 0
               0  end
               1  seize rooms else give up 17  ; keep rooms
               2  seize clerks else give up 23 unwind 29  ; serve clerks
               3  serve service@serve clerks elapsed as service unwind 31  ; serve clerks
               4  release clerks unwind 29  ; serve clerks
               5  release rooms unwind 29  ; keep rooms
            """
        #expect(listing.hasPrefix(expected), "\(listing)")
        #expect(listing.contains("leave tired unwind 29"))
        let unwinding = """
              29  release rooms  ; keep rooms
              30  jump → 0  ; keep rooms
              31  release clerks unwind 29  ; serve clerks
              32  jump → 29 unwind 29  ; serve clerks
            """
        #expect(listing.contains(unwinding), "\(listing)")
    }

    @Test func `staff on duty follow weeks, breaks, holidays and days of the week`() throws {
        let text = """
            scenario: shifts
            time zone: Asia/Yekaterinburg
            starts: 2023-01-09
            horizon: 3 d
            holidays: { off: [ 2023-01-10 ] }
            calendars: { office: { mon-fri: "08:30-12:30, 13:15-17:30", holidays: off } }
            pools: { clerks: { staff: 3, on duty: { office: 2, "office on mon": 1 } } }
            families: { visitors: { arrivals: { every: 1 h }, route: main } }
            routes: { main: [ { serve: { by: clerks, takes: 1 min } } ] }
            """
        let pool = try ScenarioRuns.compiled(text).program.pools[0]
        let minute: SimulationTime = 60_000_000
        let expected: [CapacityChange] = [
            CapacityChange(moment: 0, servers: 0, endsDay: true),
            CapacityChange(moment: 510 * minute, servers: 3),
            CapacityChange(moment: 750 * minute, servers: 0, endsDay: false),
            CapacityChange(moment: 795 * minute, servers: 3),
            CapacityChange(moment: 1050 * minute, servers: 0, endsDay: true, nextDay: 1440 * minute),
            CapacityChange(moment: (2880 + 510) * minute, servers: 2, day: 2),
            CapacityChange(moment: (2880 + 750) * minute, servers: 0, endsDay: false, day: 2),
            CapacityChange(moment: (2880 + 795) * minute, servers: 2, day: 2),
            CapacityChange(
                moment: (2880 + 1050) * minute,
                servers: 0,
                endsDay: true,
                day: 2,
                nextDay: (2880 + 1440) * minute
            ),
        ]
        #expect(pool.capacity == expected)
    }

    @Test func `a rate is the mean over the open days of a whole year`() throws {
        // 2023 has 260 weekdays; the horizon covers all of them, so the integral of the rate is 260 × 4.
        let text = """
            scenario: rates
            starts: 2023-01-01
            horizon: 365 d
            calendars: { office: { mon-fri: "09:00-17:00" } }
            profiles:
              by-hour: { "09": 3, "10": 1, "15": 2 }
              by-week: { mon: 2, tue: 1, wed: 1, thu: 1, fri: 1, sat: 5, sun: 5 }
              by-year: { jan: 1, feb: 1, mar: 1, apr: 1, may: 1, jun: 1, jul: 1, aug: 3, sep: 1, oct: 1, nov: 1, dec: 1 }
            families:
              visitors: { arrivals: { rate: 4 per working day, calendar: office, profile: [by-hour, by-week, by-year] }, route: main }
            routes: { main: [ { delay: 1 min } ] }
            """
        let plan = try ScenarioRuns.compiled(text).program.classes[0].arrivals
        guard case .rate(let segments) = plan.pattern else {
            Issue.record("not a rate")
            return
        }
        let total = segments.reduce(0.0) { $0 + $1.rate * Double($1.ends - $1.begins) }
        #expect(abs(total - 1040) < 1e-6)
        // Monday 2 January: 9 h weighs 3 × 2, Tuesday's 10 h weighs 1.
        #expect(segments[0].begins == 33 * Self.hour)
        #expect(abs(segments[0].rate / segments[4].rate - 6) < 1e-9)
    }

    @Test func `a change of clocks moves openings, not the length of days`() throws {
        let text = """
            scenario: clocks
            time zone: Europe/Berlin
            starts: 2024-03-30
            horizon: 3 d
            calendars: { office: { every day: "09:00-10:00" } }
            pools: { clerks: { staff: 1, calendar: office } }
            families: { visitors: { arrivals: { every: 1 h }, route: main } }
            routes: { main: [ { serve: { by: clerks, takes: 1 min } } ] }
            """
        let changes = try ScenarioRuns.compiled(text).program.pools[0].capacity
        let openings = changes.filter { $0.servers > 0 }.map(\.moment)
        // The clocks go forward on 31 March: that day's opening comes 23 hours after the one before.
        #expect(openings == [9 * Self.hour, 32 * Self.hour, 56 * Self.hour])
    }

    @Test func `steps of one name in two routes share their chance, a named use has its own`() throws {
        let text = """
            scenario: names
            starts: 2024-01-01
            horizon: 1 d
            pools: { clerks: { staff: 1 } }
            families:
              first: { arrivals: { every: 1 h }, route: one }
              second: { arrivals: { every: 1 h }, route: two }
            routes:
              one: [ { serve: { by: clerks, takes: 1 min } } ]
              two: [ { use: one }, { use: { route: one, name: again } } ]
            """
        let purposes = try ScenarioRuns.compiled(text).program.draws.map(\.purpose)
        #expect(purposes.filter { $0 == "service@serve clerks" }.count == 1)
        #expect(purposes.contains("service@again/serve clerks"))
    }

    @Test func `the order of a file's entries changes nothing`() throws {
        func program(_ pools: String, _ families: String) throws -> String {
            let text = """
                scenario: order
                starts: 2024-01-01
                horizon: 1 d
                pools: { \(pools) }
                families: { \(families) }
                routes: { main: [ { serve: { by: a, takes: 1 min } }, { serve: { by: b, takes: 1 min } } ] }
                """
            return ProgramListing(try ScenarioRuns.compiled(text)).text
        }
        let x = "x: { arrivals: { every: 1 h }, route: main }"
        let y = "y: { arrivals: { every: 2 h }, route: main }"
        let one = try program("a: { staff: 1 }, b: { staff: 2 }", "\(x), \(y)")
        let two = try program("b: { staff: 2 }, a: { staff: 1 }", "\(y), \(x)")
        #expect(one == two)
    }
}
