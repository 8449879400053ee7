import ScenarioModel

extension ReferenceRun {
    /// The day has ended: families in the line go home.
    func sendHome(_ pool: ReferencePool) {
        let waits = pool.inside.map(\.wait).filter { !$0.request.isOfficeWork && $0.lengthLeft == nil }
        for wait in waits {
            guard case .waiting(let present) = wait.strand.activity, present === wait else { continue }
            withdraw(wait)
            if let since = wait.closedSince { wait.closedTime += now - since }
            noteGivingUp(wait, "sentAway")
            goHome(wait.strand, wait.request)
            wait.strand.activity = .ready
            ready.append(wait.strand)
        }
    }

    func goHome(_ strand: ReferenceStrand, _ request: ReferenceRequest) {
        if request.onSendingHome != nil {
            turnAway(strand, request, to: request.onSendingHome, outcome: "")
        } else {
            comeAgain(strand, request)
        }
    }

    /// Home until the pool that sends it there opens, and then to the line again.
    private func comeAgain(_ strand: ReferenceStrand, _ request: ReferenceRequest) {
        let sending = request.by.map { self.pool($0.pool).model }
            .filter { $0.closingRule == .sendHome && !$0.duty.isEmpty }
        var travel: DurationLaw?
        var name = request.name
        search: for errand in strand.errands.reversed() {
            switch errand {
            case .giveBack, .giveBackLater: break search
            case .wayBack(let law, let visit):
                (travel, name) = (law, visit)
                break search
            default: continue
            }
        }
        strand.errands.append(.ask(request))
        strand.errands.append(.arriveAgain(travel, name: name, step: request.name))
        for pool in sending.reversed() {
            strand.errands.append(
                .comeAgain(pool.duty[0].calendar, travel, name: name, step: request.name)
            )
        }
        if let travel { strand.errands.append(.wayBack(travel, name: name)) }
    }
}
