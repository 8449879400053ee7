/// Entities told apart by values of their registers.
extension ReplicationState {
    /// Records a wait, at its grant, by the values that a strand's entity has then.
    @inline(never)
    mutating func tallyWaitByValue(_ wait: SimulationTime, _ strand: UnsafeMutablePointer<Strand>) {
        for grouping in 0..<groupingCount {
            guard let value = value(of: grouping, strand) else { continue }
            tally(wait, byValue: value, from: groupings[grouping].waits)
        }
    }

    /// Records the time to the first help, as it begins, by the values that a strand's entity has then.
    @inline(never)
    mutating func tallyFirstHelpByValue(_ time: SimulationTime, _ strand: UnsafeMutablePointer<Strand>) {
        for grouping in 0..<groupingCount {
            guard let value = value(of: grouping, strand) else { continue }
            tally(time, byValue: value, from: groupings[grouping].timeToFirstHelp)
        }
    }

    /// Keeps the books on an entity that is gone, by the values that it leaves with.
    @inline(never)
    mutating func bookLeavingByValue(
        _ root: UnsafeMutablePointer<Strand>,
        after stay: SimulationTime,
        outcome: Int
    ) {
        for grouping in 0..<groupingCount {
            guard let value = value(of: grouping, root) else { continue }
            groupings[grouping].outcomes[value * outcomeCount + outcome] &+= 1
            tally(stay, byValue: value, from: groupings[grouping].timeInSystem)
            tally(stay &- root.pointee.awayTime, byValue: value, from: groupings[grouping].ownTime)
        }
    }

    /// Records a time in the tally of a value, unless none is kept.
    private mutating func tally(_ time: SimulationTime, byValue value: Int, from first: Int) {
        if first >= 0 { tally(time, in: first + value) }
    }

    /// The value of a grouping that a strand's entity has; nil when it takes no part or has none of the values.
    private mutating func value(of grouping: Int, _ strand: UnsafeMutablePointer<Strand>) -> Int? {
        let books = groupings[grouping]
        guard books.takesPart[Int(strand.pointee.classIndex)] else { return nil }
        let value = register(books.register, strand)
        return value >= 0 && value < books.valueCount ? Int(value) : nil
    }

    /// What was observed by value: those gone, and those present by the values that they have at the end.
    mutating func groupingObservations() -> [GroupingObservations] {
        var all: [GroupingObservations] = []
        for grouping in 0..<groupingCount {
            let books = groupings[grouping]
            let values = 0..<Int(books.valueCount)
            var row = GroupingObservations(
                outcomes: values.map { value in
                    (0..<outcomeCount).map { books.outcomes[value * outcomeCount + $0] }
                },
                present: values.map { _ in 0 }
            )
            for slot in 0..<strands.capacity {
                let strand = strand(Int32(slot))
                guard strand.pointee.state != .free, Int(strand.pointee.root) == slot,
                    isObserved(strand.pointee.arrivalTime), let value = value(of: grouping, strand)
                else { continue }
                row.present[value] += 1
            }
            all.append(row)
        }
        return all
    }
}
