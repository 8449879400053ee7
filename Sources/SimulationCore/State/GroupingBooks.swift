/// The books of a grouping during a run, in memory that the run gives back.
struct GroupingBooks {
    let register: Int32
    /// As a number with a point, since a register may hold any.
    let valueCount: Double
    /// First tallies, or -1.
    let timeInSystem: Int
    let timeToFirstHelp: Int
    let ownTime: Int
    let waits: Int
    /// Per class: whether its entities take part.
    let takesPart: UnsafeMutablePointer<Bool>
    /// Per value and outcome: those gone who arrived in the window.
    let outcomes: UnsafeMutablePointer<Int64>

    init(_ plan: GroupingPlan, outcomeCount: Int) {
        register = plan.register
        valueCount = Double(plan.valueCount)
        timeInSystem = Int(plan.timeInSystem)
        timeToFirstHelp = Int(plan.timeToFirstHelp)
        ownTime = Int(plan.ownTime)
        waits = Int(plan.waits)
        takesPart = ReplicationTables.copied(plan.takesPart)
        outcomes = .allocate(capacity: Int(plan.valueCount) * outcomeCount)
        outcomes.initialize(repeating: 0, count: Int(plan.valueCount) * outcomeCount)
    }

    /// Gives the memory back.
    func deallocate() {
        takesPart.deallocate()
        outcomes.deallocate()
    }
}
