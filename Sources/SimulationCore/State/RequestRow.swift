/// What a run needs of a request, without arrays, and bound to the run's first pool of it.
struct RequestRow {
    let firstPart: Int32
    let partCount: Int32
    /// The first pool: its hours rule patience.
    let pool: UnsafeMutablePointer<PoolState>
    let poolIndex: Int32
    let units: Int32
    let priority: Int32
    let waitingKind: UInt8
    let closedKind: UInt8
    /// Whether a grant may be the first help, of which a tally is kept.
    let isHelp: Bool
    let isPresent: Bool
    let isForGroup: Bool
    /// Whether its waits are told apart by values, in a run with groupings.
    let isToldApart: Bool
    let waitTally: Int32
    let openWaitTally: Int32
    let givenUpTally: Int32
    let givingUpRow: Int32
    let balkingRow: Int32
    let refusalRow: Int32
    let sendingAwayRow: Int32
    let firstPatience: Int32
    let hasPatience: Bool
    let hasBalking: Bool
    /// Whether to join the line is all: nobody turns away or finds it full, nor is called up or suspended when another
    /// joins.
    let joinsFreely: Bool
    /// Whether the pool's servers are told apart, and which of them may be granted.
    let isNamed: Bool
    let selection: ServerSelection
    /// Whether a plain run finds the time of waits from their tally.
    let isTimeTallied: Bool

    private init(
        _ plan: RequestPlan,
        firstPart: Int,
        firstPatience: Int,
        keepsFirstHelp: Bool,
        isTimeTallied: Bool,
        reserves: Bool,
        hasGroupings: Bool,
        _ pools: UnsafeMutablePointer<PoolState>
    ) {
        self.firstPart = Int32(firstPart)
        partCount = Int32(plan.parts.count)
        pool = pools + Int(plan.parts[0].pool)
        poolIndex = plan.parts[0].pool
        units = plan.parts[0].units
        priority = plan.priority
        waitingKind = plan.waitingKind
        closedKind = plan.closedKind
        isHelp = plan.isHelp && keepsFirstHelp
        isPresent = plan.isPresent
        isForGroup = plan.isForGroup
        isToldApart = plan.isToldApart && hasGroupings
        waitTally = plan.waitTally
        openWaitTally = plan.openWaitTally
        givenUpTally = plan.givenUpTally
        givingUpRow = plan.givingUpRow
        balkingRow = plan.balkingRow
        refusalRow = plan.refusalRow
        self.firstPatience = Int32(firstPatience)
        hasPatience = plan.patience.contains { $0 >= 0 }
        hasBalking = !plan.balking.isEmpty
        self.isTimeTallied = isTimeTallied
        sendingAwayRow = plan.sendingAwayRow
        isNamed = plan.selection != nil
        selection = plan.selection ?? ServerSelection(able: 0)
        joinsFreely =
            !hasBalking && pool.pointee.lineLimit < 0 && !pool.pointee.isRandom && !pool.pointee.suspends
            && !pool.pointee.isNamed && !reserves
    }

    /// The rows of all requests, in memory that the caller gives back.
    static func table(
        _ tables: ReplicationTables,
        keepsFirstHelp: Bool,
        _ pools: UnsafeMutablePointer<PoolState>
    ) -> UnsafeMutablePointer<RequestRow> {
        let plans = tables.program.requests
        let rows = UnsafeMutablePointer<RequestRow>.allocate(capacity: max(1, plans.count))
        let reserves = tables.program.reserves
        var firstPart = 0
        var firstPatience = 0
        for (place, plan) in plans.enumerated() {
            let row = RequestRow(
                plan,
                firstPart: firstPart,
                firstPatience: firstPatience,
                keepsFirstHelp: keepsFirstHelp,
                isTimeTallied: tables.talliedKinds[plan.waitTally] != nil,
                reserves: reserves,
                hasGroupings: !tables.program.groupings.isEmpty,
                pools
            )
            (rows + place).initialize(to: row)
            firstPart += plan.parts.count
            firstPatience += plan.patience.count
        }
        return rows
    }
}
