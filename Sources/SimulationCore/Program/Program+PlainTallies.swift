extension Program {
    /// By tally, another that a plain run gives the same values.
    ///
    /// No strand of such a run is ever idle while time passes, nor waits for a closed pool, and none begins before the
    /// observed window.
    var equalTallies: [Int: Int] {
        var equals: [Int: Int] = [:]
        let ownTimeIsTimeInSystem = ownTimeIsTimeInSystem
        let rowsLedTo = rowsLedTo
        for place in classes.indices {
            if ownTimeIsTimeInSystem {
                equals[Int(tallies.ownTime) + place] = Int(tallies.timeInSystem) + place
            }
            if let request = requestOfFirstHelp(of: place, rowsLedTo) {
                equals[Int(tallies.timeToFirstHelp) + place] = Int(requests[request].waitTally) + place
            }
        }
        return equals
    }

    /// Tallies of waits and of services, each with the kind of time whose stretches its values are, by the tally's first
    /// index: a plain run finds how much time of the kind there was from their sums.
    ///
    /// Only kinds of the entity's own, since of others each entity's time is kept.
    var talliedKinds: [Int32: UInt8] {
        var kinds: [Int32: Set<UInt8>] = [:]
        for request in requests { kinds[request.waitTally] = [request.waitingKind] }
        for row in instructions where row.opcode == .serve {
            kinds[durations[Int(row.first)].tally, default: []].insert(row.kind)
        }
        kinds[-1] = nil
        return kinds.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { isOwn($0.value) }
    }

    private func isOwn(_ kind: UInt8) -> Bool {
        Int(kind) < tallies.ownKinds.count && tallies.ownKinds[Int(kind)]
    }

    /// Whether own time is time in system for every entity.
    private var ownTimeIsTimeInSystem: Bool {
        let holding: Set<Opcode> = [.serve, .delay, .awaitOpening, .awaitReplies]
        return tallies.ownTime >= 0 && tallies.timeInSystem >= 0
            && requests.allSatisfy { isOwn($0.waitingKind) }
            && instructions.allSatisfy { !holding.contains($0.opcode) || isOwn($0.kind) }
    }

    /// The request whose waits are the times to the first help of a class's entities: what they ask for on arrival, once,
    /// before they get anything else, or else leave; nil when there is none.
    private func requestOfFirstHelp(of place: Int, _ rowsLedTo: Set<Int32>) -> Int? {
        let entry = classes[place].entry
        guard tallies.timeToFirstHelp >= 0, instructions[Int(entry)].opcode == .seize else { return nil }
        let index = Int(instructions[Int(entry)].first)
        let request = requests[index]
        func leaves(_ row: Int32) -> Bool {
            let leaving = instructions[Int(row)]
            return leaving.opcode == .end
                || leaving.opcode == .leave && instructions[Int(leaving.unwind)].opcode == .end
        }
        let hasLimit = request.parts.contains { pools[Int($0.pool)].lineLimit >= 0 }
        let isOnlyWay =
            (request.patience.allSatisfy { $0 < 0 } || leaves(request.givingUpRow))
            && (request.balking.isEmpty || leaves(request.balkingRow))
            && (!hasLimit || leaves(request.refusalRow))
        let isAskedOnce =
            !rowsLedTo.contains(entry)
            && instructions.count { $0.opcode == .seize && Int($0.first) == index } == 1
        return request.isHelp && request.waitTally >= 0 && isOnlyWay && isAskedOnce ? index : nil
    }

    /// Rows that are reached from other rows; entries are so only when a row leads back to them.
    private var rowsLedTo: Set<Int32> {
        var rows: Set<Int32> = []
        for (place, row) in instructions.enumerated() {
            rows.insert(row.unwind)
            switch row.opcode {
            case .jump: rows.insert(row.first)
            case .leave, .leaveAndEnd, .end: break
            case .test, .beginLoop, .endLoop, .skipWithoutItems, .gather:
                rows.insert(row.second)
                rows.insert(Int32(place + 1))
            case .choose:
                let choice = choices[Int(row.first)]
                rows.insert(choice.otherwise)
                rows.formUnion(choice.options.map(\.row))
            case .split:
                rows.formUnion(splits[Int(row.first)].branches.map(\.row))
                rows.insert(Int32(place + 1))
            case .enter, .seize, .serve, .release, .releaseLater, .delay, .awaitOpening, .awaitReplies,
                .receiveItems, .count, .set, .disband, .engage, .disengage, .meet:
                rows.insert(Int32(place + 1))
            }
        }
        for request in requests {
            rows.formUnion([
                request.givingUpRow, request.balkingRow, request.refusalRow, request.sendingAwayRow,
            ])
        }
        return rows
    }
}
