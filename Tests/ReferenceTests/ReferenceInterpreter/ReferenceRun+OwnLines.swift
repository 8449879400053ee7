import ScenarioModel

/// Members with lines of their own.
extension ReferenceRun {
    /// The member for whom alone one who waits may wait.
    private func awaited(_ wait: ReferenceWait) -> Int? { wait.lengthLeft != nil ? wait.member : wait.line }

    /// Those inside whom a member is to serve, the one in service among them.
    private func length(of member: Int, _ pool: ReferencePool) -> Int {
        pool.having[member, default: 0] + pool.inside.count { awaited($0.wait) == member }
    }

    private func shortest(_ members: Set<Int>, _ pool: ReferencePool) -> Int? {
        members.sorted().min { length(of: $0, pool) < length(of: $1, pool) }
    }

    /// Lets one who waits choose a line.
    func chooseLine(_ place: ReferencePlace) {
        guard place.pool.model.ownLines != nil, place.isInside else { return }
        place.wait.line = shortest(
            acceptable(place.wait, place.pool).intersection(place.pool.there),
            place.pool
        )
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
        let inside = pool.inside
        for (position, place) in inside.enumerated().reversed() {
            guard place.wait.lengthLeft == nil, let line = place.wait.line else { continue }
            let ahead =
                pool.having[line, default: 0] + inside[..<position].count { awaited($0.wait) == line }
            let others = acceptable(place.wait, pool).intersection(pool.there).subtracting([line])
            guard let other = shortest(others, pool), ahead - length(of: other, pool) >= fewer else {
                continue
            }
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
