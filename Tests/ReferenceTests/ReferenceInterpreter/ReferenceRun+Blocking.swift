import ScenarioModel

/// Families who wait where they are until there is room at the next step.
extension ReferenceRun {
    /// What a step asks for, if families are held up before it.
    func requestBlocked(_ step: Step, _ prefix: String, _ strand: ReferenceStrand) -> ReferenceRequest? {
        let request: ReferenceRequest
        switch step.action {
        case .serve(let serve) where !serve.isOfficeWork:
            request = self.request(serve, prefix + step.name, prefix, strand)
        case .keep(let keep): request = self.request(keep, prefix + step.name, prefix, strand)
        default: return nil
        }
        return pool(request.by[0].pool).model.blocks ? request : nil
    }

    /// Lets a strand on to a line; false when there is no room for it.
    func enter(_ request: ReferenceRequest, _ strand: ReferenceStrand) -> Bool {
        let pool = pool(request.by[0].pool)
        if pool.blocked.isEmpty, pool.hasRoom || isFree(request, strand, pool) { return true }
        strand.activity = .blocked(pool)
        strand.kind = .blocked
        pool.blocked.append((strand, request, now))
        return false
    }

    /// Lets in as many of those held up before a line as there is room for.
    func letIn(_ pool: ReferencePool) {
        while let (strand, request, since) = pool.blocked.first {
            guard pool.hasRoom || isFree(request, strand, pool) else { return }
            pool.blocked.removeFirst()
            tell("blocked", strand, step: request.name, from: since) {
                $0.subject = pool.model.name
                $0.timeKind = "\(TimeKind.blocked)"
            }
            strand.activity = .ready
            strand.letInTo = pool
            pool.letIn += 1
            ready.append(strand)
        }
    }

    private func isFree(
        _ request: ReferenceRequest,
        _ strand: ReferenceStrand,
        _ pool: ReferencePool
    ) -> Bool {
        let wait = ReferenceWait(strand, request, joined: now, order: 0, ahead: 0)
        return pool.letIn == 0 && isFreeAtOnce(wait)
    }

    /// A strand that has been let in comes, or goes another way.
    func arriveAtLine(_ strand: ReferenceStrand) {
        strand.letInTo?.letIn -= 1
        strand.letInTo = nil
    }

    /// A strand that is broken off enters no line.
    func stopEntering(_ strand: ReferenceStrand) {
        var entered = strand.letInTo
        arriveAtLine(strand)
        if case .blocked(let pool) = strand.activity {
            pool.blocked.removeAll { $0.strand === strand }
            entered = pool
        }
        if let entered { letIn(entered) }
    }
}
