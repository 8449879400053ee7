/// The books of a class during a run, found by one step from each of its strands.
struct ClassAccount {
    /// Those who left.
    var left: Int64 = 0
    /// Per outcome: those gone who arrived in the window.
    let outcomes: UnsafeMutablePointer<Int64>
    /// Per kind, `StrandTable.kindLimit` in all: time so far, also of those present; what a plain run has in tallies is
    /// added at its end.
    let kindSums: UnsafeMutablePointer<WideSum>
    /// Where the next values of its tallies go, nil for a tally that is not kept or that another keeps.
    let timeInSystem: TallyTable.Place?
    let timeToFirstHelp: TallyTable.Place?
    let ownTime: TallyTable.Place?

    /// Opens the books of a class of a layout; its sums and counts lie in the memory of all classes.
    init(
        of place: Int,
        _ layout: TallyLayout,
        _ tallies: borrowing TallyTable,
        outcomes: UnsafeMutablePointer<Int64>,
        kindSums: UnsafeMutablePointer<WideSum>
    ) {
        self.outcomes = outcomes
        self.kindSums = kindSums
        func tally(_ first: Int32) -> Int { first < 0 ? -1 : Int(first) + place }
        timeInSystem = tallies.place(of: tally(layout.timeInSystem))
        timeToFirstHelp = tallies.place(of: tally(layout.timeToFirstHelp))
        ownTime = tallies.place(of: tally(layout.ownTime))
    }
}
