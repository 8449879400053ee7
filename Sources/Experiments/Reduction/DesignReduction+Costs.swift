import ScenarioCompiler
import ScenarioModel
import SimulationCore

extension DesignReduction {
    /// Costs of the observed window in roubles, where some pool has any; of pools, in all, and by family.
    ///
    /// All on duty are paid, busy or not. Each pool's costs of a replication are whole kopecks, and each member's who is told
    /// apart. Costs by family divide all costs of the window by the families that came in it and have left, or were helped:
    /// ratios of totals over replications.
    mutating func addCosts() {
        let pools = compiled.scenario.pools
        let paid = pools.indices.filter { pools[$0].isPaid }
        let lasting = pools.indices.filter { pools[$0].capitalCost != nil }
        guard !paid.isEmpty || !lasting.isEmpty else { return }
        addCost(.staffCost, of: paid) { pools[$0].staffKopecks($1.pools[$0]) }
        addCost(.overtimeCost, of: paid) { pools[$0].overtimeKopecks($1.pools[$0]) }
        addCost(.capitalCost, of: lasting) { pools[$0].capitalKopecks(over: $1.window) }
        let total = { (observations: ReplicationObservations) in
            let staff = paid.reduce(0) { $0 + pools[$1].staffKopecks(observations.pools[$1]) }
            let capital = lasting.reduce(0) { $0 + pools[$1].capitalKopecks(over: observations.window) }
            return (staff + capital) / 100
        }
        addMean(MeasureID(.totalCost), in: .roubles, total)
        let families = ClassScope(name: nil, places: foregroundClasses)
        addRatio(MeasureID(.costPerFamily), in: .roubles, total, over: families.left)
        addRatio(MeasureID(.costPerHelped), in: .roubles, total, over: { families.outcome(0, $0) })
    }

    /// Adds a cost of all these pools together, then of each.
    private mutating func addCost(
        _ quantity: Quantity,
        of places: [Int],
        _ kopecks: (Int, ReplicationObservations) -> Double
    ) {
        guard !places.isEmpty else { return }
        addMean(MeasureID(quantity), in: .roubles) { observations in
            places.reduce(0) { $0 + kopecks($1, observations) } / 100
        }
        for place in places {
            addMean(MeasureID(quantity, of: .pool(symbols.pools[place])), in: .roubles) {
                kopecks(place, $0) / 100
            }
        }
    }
}

extension ResourcePool {
    /// Kopecks for all hours on duty and of overtime.
    fileprivate func staffKopecks(_ observed: PoolObservations) -> Double {
        kopecks(observed.scheduledArea, observed.servers.map(\.presentTime), at: \.roublesPerHour)
            + overtimeKopecks(observed)
    }

    /// Kopecks for the hours of overtime.
    fileprivate func overtimeKopecks(_ observed: PoolObservations) -> Double {
        kopecks(observed.overtimeArea, observed.servers.map(\.overtime), at: \.overtimeRoublesPerHour)
    }

    /// Kopecks for time of all at the pool's rate or, where members have pay of their own, for the time of each at theirs.
    private func kopecks(_ all: Int128, _ each: [SimulationTime], at rate: KeyPath<Pay, Double>) -> Double {
        guard members.contains(where: { $0.pay != nil }) else {
            return Self.kopecks(all, at: pay?[keyPath: rate] ?? 0)
        }
        return zip(members, each).reduce(0) { sum, member in
            sum + Self.kopecks(Int128(member.1), at: (member.0.pay ?? pay)?[keyPath: rate] ?? 0)
        }
    }

    /// Kopecks of capital cost, of all of the pool, in a window.
    fileprivate func capitalKopecks(over window: SimulationTime) -> Double {
        let each = capitalCost?.share(overMicroseconds: window) ?? 0
        return (each * Double(staff) * 100).rounded()
    }

    private static func kopecks(_ area: Int128, at roublesPerHour: Double) -> Double {
        (Double(area) / 3_600_000_000 * roublesPerHour * 100).rounded()
    }
}
