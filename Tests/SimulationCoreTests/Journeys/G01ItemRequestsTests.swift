import RandomStreams
import SimulationCore
import TestSupport
import Testing

/// ```
/// at 1, with items ──▶ [ sent to responder 0: tries, pauses, fall-back ] ── k-th reply ──▶ gone
///
/// answer   failing   tries   pause   fall-back        reply, after
/// 5        never     1       –       –                6, one try
/// 3        always    2       2       at once, 4       13: fails at 4, tries 6–9, fall-back 9–13
/// 30       never     1       –       after 10, 5      16: fall-back 11–16
/// 12       never     1       –       after 10, 5      13: the first channel still answers sooner
/// ```
struct G01ItemRequestsTests {
    @Test(arguments: [
        (Case(answer: 5), "1–6 @0 +1 =0"),
        (Case(answer: 3, failureChance: 1, retries: 1, fallBackAfter: 20, fallBack: 4), "1–13 @0 +3 =1"),
        (Case(answer: 30, fallBackAfter: 10, fallBack: 5), "1–16 @0 +2 =1"),
        (Case(answer: 12, fallBackAfter: 10, fallBack: 5), "1–13 @0 +2 =1"),
    ])
    func `a reply comes after tries, pauses and the fall-back`(given: Case, reply: String) throws {
        var tiny = TinyProgram()
        addRequest(to: &tiny, given, items: 1)
        let seen = try tiny.run()
        let span = reply.prefix { $0 != " " }
        #expect(
            seen.journeys.map(\.line) == [
                "0 arrived 1", "0 replied \(reply)", "0 delayed \(span)", "0 left \(span) =0",
            ]
        )
        #expect(seen.responders[0].sent == 1)
        #expect(seen.responders[0].failed == (given.failureChance > 0 ? 2 : 0))
        #expect(seen.responders[0].fellBack == (reply.hasSuffix("1") ? 1 : 0))
        #expect(seen.tallies[Int(tiny.finished().responders[0].tally)].count == 1)
    }

    @Test func `every item has a reply of its own`() throws {
        var tiny = TinyProgram()
        addRequest(to: &tiny, Case(answer: 5), items: 2)
        #expect(
            try tiny.timetable() == [
                "0 arrived 1", "0 replied 1–6 @0 +1 =0", "0 replied 1–6 @0 +1 =0 occurrence \(1 << 12)",
                "0 delayed 1–6", "0 left 1–6 =0",
            ]
        )
    }

    @Test(arguments: 1...4)
    func `the entity goes on at the k-th reply`(waitFor: Int) throws {
        var tiny = TinyProgram()
        addRequest(to: &tiny, Case(answer: 5), items: 4, waitFor: Int32(waitFor))
        let answer = Int(tiny.program.itemRequests[0].responders[0].channels[0].answer)
        tiny.program.durations[answer].draw = tiny.draw(try Sampler.uniform(low: 10, high: 10_000))
        let seen = try tiny.run()
        let replies = seen.journeys.filter { $0.kind == .replied }.map(\.ends).sorted()
        #expect(replies.count == 4)
        #expect(Set(replies).count == 4)
        #expect(seen.journeys.first { $0.kind == .delayed }?.ends == replies[waitFor - 1])
    }

    @Test func `items not selected are counted, and without any the wait is passed over`() throws {
        var tiny = TinyProgram()
        addRequest(to: &tiny, Case(answer: 5), items: 3, selectionChance: 0)
        #expect(try tiny.timetable() == ["0 arrived 1", "0 counted 1 +3 =0", "0 left 1 =0"])
    }

    @Test func `a reply beyond the end of the run is unanswered`() throws {
        var tiny = TinyProgram()
        addRequest(to: &tiny, Case(answer: 50), items: 1)
        tiny.program.horizon = 20
        let seen = try tiny.run()
        #expect(seen.responders[0].unanswered == 1)
        #expect(seen.classes[0].present == 1)
    }

    @Test func `a duration over items adds one draw for each, on its own clock`() throws {
        var tiny = TinyProgram()
        addRequest(to: &tiny, Case(answer: 5), items: 3)
        let calendar = tiny.calendar(0..<10, 100..<110)
        let four = tiny.lasting(4)
        let working = tiny.lasting(4, on: .openTime, of: calendar)
        for duration in [four, working] { tiny.program.durations[Int(duration)].itemRequest = 0 }
        tiny.entity(at: 1, [tiny.delay(four)])
        tiny.entity(at: 1, [tiny.delay(working)])
        for place in 1...2 { tiny.program.classes[place].registers = tiny.program.classes[0].registers }
        let delays = try tiny.timetable().filter { $0.contains("delayed") }
        #expect(delays == ["0 delayed 1–6", "1 delayed 1–13", "2 delayed 1–103"])
    }

    struct Case {
        var answer: Double
        var failureChance = 0.0
        var retries: Int32 = 0
        var fallBackAfter: Double?
        var fallBack = 0.0
    }

    private func addRequest(
        to tiny: inout TinyProgram,
        _ given: Case,
        items: Double,
        selectionChance: Double = 1,
        waitFor: Int32 = -1
    ) {
        var draws: [ItemRequestPlan.ChannelDraws] = []
        for answer in [given.answer, given.fallBack] {
            draws.append(
                ItemRequestPlan.ChannelDraws(
                    answer: tiny.lasting(answer),
                    failure: tiny.chance(),
                    pause: tiny.lasting(2)
                )
            )
        }
        tiny.program.responders = [
            ResponderPlan(
                channels: [.init(cumulative: 1, failureChance: given.failureChance, retries: given.retries)],
                fallBack: given.fallBackAfter.map { _ in .init(cumulative: 1, failureChance: 0, retries: 0) },
                tally: -1
            )
        ]
        tiny.program.counterCount = 1
        tiny.program.itemRequests = [
            ItemRequestPlan(
                register: 0,
                selectionDraw: tiny.chance(),
                selectionChance: selectionChance,
                responderDraw: tiny.chance(),
                responders: [
                    .init(
                        responder: 0,
                        cumulative: 1,
                        channelDraw: tiny.chance(),
                        channels: draws,
                        fallBackAfter: tiny.lasting(given.fallBackAfter ?? 0)
                    )
                ],
                waitFor: waitFor,
                unselectedCounter: 0
            )
        ]
        let wait = Instruction(.awaitReplies, kind: TinyProgram.Kind.away)
        tiny.entity(at: 1, [Instruction(.skipWithoutItems, second: tiny.nextRow + 2), wait])
        _ = tiny.register(items)
    }
}
