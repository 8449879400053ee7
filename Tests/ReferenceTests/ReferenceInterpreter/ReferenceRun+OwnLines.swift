import ScenarioModel

/// Members with lines of their own.
extension ReferenceRun {
    /// The member for whom alone one who waits may wait.
    private func awaited(_ wait: ReferenceWait) -> Int? { wait.lengthLeft != nil ? wait.member : wait.line }

    /// How many each member is to serve of those inside, the one in service among them.
    private func lengths(_ pool: ReferencePool) -> [Int: Int] {
        var lengths = pool.having
        for place in pool.line where place.isInside {
            if let member = awaited(place.wait) { lengths[member, default: 0] += 1 }
        }
        return lengths
    }

    private func shortest(_ members: Set<Int>, _ lengths: [Int: Int]) -> Int? {
        members.sorted().min { lengths[$0, default: 0] < lengths[$1, default: 0] }
    }

    /// Lets one who waits choose a line.
    func chooseLine(_ place: ReferencePlace) {
        guard place.pool.model.ownLines != nil, place.isInside else { return }
        let there = acceptable(place.wait, place.pool).intersection(place.pool.there)
        place.wait.line = shortest(there, lengths(place.pool))
    }

    /// Lets those choose whose member has gone.
    func chooseLinesAnew(_ pool: ReferencePool) {
        for place in pool.inside where place.wait.lengthLeft == nil && pool.model.ownLines != nil {
            if let line = place.wait.line, pool.present.contains(line) { continue }
            place.wait.line = nil
            chooseLine(place)
        }
    }

    /// Moves the last who gains by it to the end of a shorter line.
    func changeLine(_ pool: ReferencePool) -> Bool {
        guard let fewer = pool.model.ownLines?.jockeying else { return false }
        let lengths = lengths(pool)
        var behind: [Int: Int] = [:]
        for place in pool.inside.reversed() {
            guard let line = awaited(place.wait) else { continue }
            let ahead = lengths[line, default: 0] - 1 - behind[line, default: 0]
            behind[line, default: 0] += 1
            let others = acceptable(place.wait, pool).intersection(pool.there).subtracting([line])
            guard place.wait.lengthLeft == nil, let other = shortest(others, lengths),
                ahead - lengths[other, default: 0] >= fewer
            else { continue }
            joinings += 1
            place.wait.order = joinings
            place.wait.line = other
            tell("changedLine", place.wait.strand, step: place.wait.request.name, from: now) {
                $0.subject = pool.model.name
                $0.member = pool.model.members[other].name
            }
            return true
        }
        return false
    }
}
