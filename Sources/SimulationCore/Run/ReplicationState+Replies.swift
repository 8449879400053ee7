import RandomStreams

extension ReplicationState {
    /// Most tries of one item in one channel, the room that an occurrence has for them.
    private static var triesPerChannel: Int { Occurrence.branches }

    /// Number of items of a strand's entity.
    mutating func itemCount(
        _ request: UnsafeMutablePointer<ItemRequestRow>,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> Int {
        if request.pointee.namedCount > 0 { return request.pointee.namedCount }
        let wanted = register(request.pointee.register, strand).rounded(.toNearestOrEven)
        return Int(min(max(0, wanted), Double(Occurrence.items - 1)))
    }

    /// The place of an item among parallel occurrences.
    mutating func occurrence(
        of item: Int,
        _ request: UnsafeMutablePointer<ItemRequestRow>,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> Occurrence {
        guard request.pointee.namedCount > 0 else { return strand.pointee.occurrence.withItem(item) }
        let named = tables.replies.items[request.pointee.firstItem + item]
        let occurrence = strand.pointee.occurrence.withItem(Int(named.number))
        return named.member < 0 ? occurrence : occurrence.withMember(Int(named.member))
    }

    /// The register of an item that is told apart.
    private mutating func register(
        of item: ItemRequestPlan.Item,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> Int32 {
        item.role >= 0 && item.member < 0 ? item.register + ownMember(of: strand) : item.register
    }

    /// Whether an item is selected; the same answer however often it is asked.
    mutating func isSelected(
        _ item: Int,
        _ request: UnsafeMutablePointer<ItemRequestRow>,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> Bool {
        if request.pointee.namedCount > 0 {
            return strands.itemsSelected(strand).pointee & 1 << UInt64(item) != 0
        }
        if request.pointee.selectionChance >= 1 { return true }
        var stream = stream(request.pointee.selectionDraw, strand, strand.pointee.occurrence.withItem(item))
        return stream.unitInterval() < request.pointee.selectionChance
    }

    /// Counts the items that are not selected, and passes over the rows for the others when there are none.
    mutating func skipWithoutItems(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let request = tables.replies.requests + Int(row.pointee.first)
        if request.pointee.namedCount > 0 { return selectItems(strand, row, request) }
        let number = itemCount(request, strand)
        let selected = (0..<number).count { isSelected($0, request, strand) }
        if register(request.pointee.register, strand) > Double(Occurrence.items - 1) + 0.5 {
            loopsStopped += 1
        }
        if request.pointee.unselectedCounter >= 0, selected < number {
            count(Int(request.pointee.unselectedCounter), Int32(number - selected), strand)
        }
        strand.pointee.row = selected == 0 ? instructions + Int(row.pointee.second) : row + 1
    }

    /// Selects the items that an entity has not, of those that are told apart.
    private mutating func selectItems(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>,
        _ request: UnsafeMutablePointer<ItemRequestRow>
    ) {
        var selected: UInt64 = 0
        var had: Int32 = 0
        for number in 0..<request.pointee.namedCount {
            let item = tables.replies.items[request.pointee.firstItem + number]
            if item.member >= 0, item.member >= membersInAll(item.role, root(of: strand)) { continue }
            if isAhead(register(of: item, strand), strand) {
                had += 1
            } else {
                selected |= 1 << UInt64(number)
            }
        }
        strands.itemsSelected(strand).pointee = selected
        if request.pointee.unselectedCounter >= 0, had > 0 {
            count(Int(request.pointee.unselectedCounter), had, strand)
        }
        strand.pointee.row = selected == 0 ? instructions + Int(row.pointee.second) : row + 1
    }

    /// Notes that a strand's entity has from now on what was asked for.
    mutating func receiveItems(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let request = tables.replies.requests + Int(row.pointee.first)
        let first = Int(root(of: strand).pointee.slot) * registerCount
        for number in 0..<request.pointee.namedCount where isSelected(number, request, strand) {
            let item = tables.replies.items[request.pointee.firstItem + number]
            let ends = end(of: item.lasts, strand, occurrence(of: number, request, strand))
            strands.registers[first + Int(register(of: item, strand))] = ends
        }
    }

    /// Sends the selected items and waits for their replies.
    mutating func awaitReplies(
        _ strand: UnsafeMutablePointer<Strand>,
        _ row: UnsafeMutablePointer<Instruction>
    ) {
        let request = tables.replies.requests + Int(row.pointee.first)
        replies.removeAll(keepingCapacity: true)
        for item in 0..<itemCount(request, strand) where isSelected(item, request, strand) {
            replies.append(reply(to: item, request, strand))
        }
        replies.sort()
        let awaited =
            request.pointee.waitFor < 0 ? replies.count : min(Int(request.pointee.waitFor), replies.count)
        hold(strand, row, until: awaited == 0 ? now : replies[awaited - 1])
    }

    /// When the reply to an item comes.
    private mutating func reply(
        to item: Int,
        _ request: UnsafeMutablePointer<ItemRequestRow>,
        _ strand: UnsafeMutablePointer<Strand>
    ) -> SimulationTime {
        let occurrence = occurrence(of: item, request, strand)
        let tables = tables.replies
        let route: ReplyRouteRow
        if request.pointee.namedCount > 0 {
            let place = tables.items[request.pointee.firstItem + item].route
            route = tables.routes[request.pointee.firstRoute + Int(place)]
        } else {
            var responderStream = stream(request.pointee.responderDraw, strand, occurrence)
            route = tables.route(of: request, at: responderStream.unitInterval())
        }
        let responder = tables.responders + Int(route.responder)
        var channelStream = stream(route.channelDraw, strand, occurrence)
        let place = tables.channel(of: responder, at: channelStream.unitInterval())
        let draws = tables.channelDraws + route.firstDraws
        let channel = tables.channels[responder.pointee.firstChannel + place]
        let first = tries(channel, draws[place], strand, occurrence, from: now)
        var end = first.end
        var failed = first.failed
        var tryCount = first.failed + (first.isAnswered ? 1 : 0)
        var usesFallBack = false
        var isAnswered = first.isAnswered
        if let fallBack = responder.pointee.fallBack {
            let after = self.tables.durationPlans[Int(route.fallBackAfter)].draw
            let limit = self.end(
                of: route.fallBackAfter,
                drawn: sample(after, strand, occurrence),
                from: now
            )
            if !first.isAnswered || first.end > limit {
                usesFallBack = true
                let begins = first.isAnswered ? limit : min(limit, first.end)
                let last = draws[route.drawsCount - 1]
                let second = tries(fallBack, last, strand, occurrence, from: begins, untilAnswered: true)
                end = first.isAnswered ? min(first.end, second.end) : second.end
                failed += second.failed
                tryCount += second.failed + 1
                isAnswered = first.isAnswered || second.isAnswered
            }
        }
        // What is refused for good is brought by the entity itself.
        if !isAnswered, request.pointee.unselectedCounter >= 0 {
            count(Int(request.pointee.unselectedCounter), 1, strand)
        }
        observeReply(
            Int(route.responder),
            tally: responder.pointee.tally,
            end: end,
            failed: failed,
            usesFallBack
        )
        if isRecorded(strand) {
            record(
                .replied,
                strand,
                from: now,
                until: end,
                subject: route.responder,
                ahead: Int32(tryCount),
                outcome: usesFallBack ? 1 : 0,
                occurrence: occurrence
            )
        }
        return end
    }

    /// Tries one channel until it answers or its tries are used up.
    private mutating func tries(
        _ channel: ResponderPlan.Channel,
        _ draws: ItemRequestPlan.ChannelDraws,
        _ strand: UnsafeMutablePointer<Strand>,
        _ occurrence: Occurrence,
        from start: SimulationTime,
        untilAnswered: Bool = false
    ) -> (end: SimulationTime, failed: Int, isAnswered: Bool) {
        var time = start
        let limit = untilAnswered ? Self.triesPerChannel : min(Int(channel.retries) + 1, Self.triesPerChannel)
        for attempt in 0..<limit {
            let place = occurrence.withBranch(attempt)
            time = end(
                of: draws.answer,
                drawn: sample(tables.durationPlans[Int(draws.answer)].draw, strand, place),
                from: time
            )
            guard time < .never else { return (.never, attempt, true) }
            var stream = stream(draws.failure, strand, place)
            if stream.unitInterval() >= channel.failureChance { return (time, attempt, true) }
            if attempt + 1 < limit {
                let pause = tables.durationPlans[Int(draws.pause)].draw
                time = end(of: draws.pause, drawn: sample(pause, strand, place), from: time)
            }
        }
        return (time, limit, false)
    }

    private mutating func observeReply(
        _ responder: Int,
        tally place: Int32,
        end: SimulationTime,
        failed: Int,
        _ usesFallBack: Bool
    ) {
        guard now >= warmUp else { return }
        responders[responder].sent += 1
        responders[responder].failed += Int64(failed)
        if usesFallBack { responders[responder].fellBack += 1 }
        if end >= horizon {
            responders[responder].unanswered += 1
        } else if place >= 0 {
            tally(end - now, in: Int(place))
        }
    }
}
