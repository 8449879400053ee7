import ScenarioCompiler
import ScenarioModel
import SimulationCore

extension DesignReduction {
    /// Lines and work of pools.
    mutating func addPools() {
        for (pool, name) in symbols.pools.enumerated() { addLine(pool, name) }
        for (pool, name) in symbols.pools.enumerated() { addWork(pool, name) }
        for (pool, name) in symbols.pools.enumerated() { addMembers(of: pool, name) }
        for (pool, name) in symbols.pools.enumerated() { addWeek(pool, name) }
    }

    private mutating func addLine(_ pool: Int, _ name: String) {
        let id = MeasureID(.lineLength, of: .pool(name))
        addMean(id, in: .inLine) { Self.perWindow($0.pools[pool].lineArea, $0) }
        let longest = replications.map { $0.pools[pool].longestLine }.max()
        addObserved(
            id.with(.maximum),
            in: .inLine,
            longest.map(Double.init),
            count: Int64(replications.count)
        )
        addShares(id) { $0.pools[pool].lineTimes }
    }

    private mutating func addWork(_ pool: Int, _ name: String) {
        let busy = MeasureID(.numberBusy, of: .pool(name))
        addMean(busy, in: .servers) {
            Self.perWindow($0.pools[pool].busyArea + $0.pools[pool].overtimeArea, $0)
        }
        addShares(busy) { $0.pools[pool].busyTimes }
        addMean(MeasureID(.numberOnDuty, of: .pool(name)), in: .servers) {
            Self.perWindow($0.pools[pool].scheduledArea, $0)
        }
        addRatio(
            MeasureID(.utilisation, of: .pool(name)),
            in: .share,
            { Self.hours($0.pools[pool].busyArea) },
            over: { Self.hours($0.pools[pool].scheduledArea) },
            countsValues: false
        )
        addMean(MeasureID(.idleTime, of: .pool(name)), in: .hoursPerWeek) {
            Self.perWindow($0.pools[pool].scheduledArea - $0.pools[pool].busyArea, $0) * Self.hoursOfWeek
        }
        addMean(MeasureID(.overtime, of: .pool(name)), in: .hoursPerWeek) {
            Self.perWindow($0.pools[pool].overtimeArea, $0) * Self.hoursOfWeek
        }
    }

    /// The work of members who are told apart; of those who hold cases nothing is said beside their pool.
    private mutating func addMembers(of pool: Int, _ name: String) {
        guard !compiled.scenario.pools[pool].areCases else { return }
        for (place, member) in symbols.members[pool].enumerated() {
            let subject = MeasureSubject.member("\(name)/\(member)")
            func seen(_ observations: ReplicationObservations) -> ServerObservations {
                observations.pools[pool].servers[place]
            }
            func perWeek(_ time: Int64, _ observations: ReplicationObservations) -> Double {
                Self.perWindow(Int128(time), observations) * Self.hoursOfWeek
            }
            addMean(MeasureID(.numberOnDuty, of: subject), in: .hoursPerWeek) {
                perWeek(seen($0).presentTime, $0)
            }
            addRatio(
                MeasureID(.utilisation, of: subject),
                in: .share,
                { Self.hours(Int128(seen($0).busyTime)) },
                over: { Self.hours(Int128(seen($0).presentTime)) },
                countsValues: false
            )
            addMean(MeasureID(.overtime, of: subject), in: .hoursPerWeek) { perWeek(seen($0).overtime, $0) }
            let microseconds = Self.hoursOfWeek * 3_600_000_000
            addMean(MeasureID(.familiesServed, of: subject), in: .perWeek) {
                Self.perWindow(Int128(seen($0).grants), $0) * microseconds
            }
            addMean(MeasureID(.taskSwitches, of: subject), in: .perWeek) {
                Self.perWindow(Int128(seen($0).switches), $0) * microseconds
            }
            addMean(MeasureID(.longestStretch, of: subject), in: .hours) {
                Self.hours(Int128(seen($0).longestStretch))
            }
        }
    }

    private static let hoursOfWeek = 168.0

    /// Shares of time at each number.
    private mutating func addShares(_ id: MeasureID, _ times: (ReplicationObservations) -> [SimulationTime]) {
        let all = replications.map(times)
        let greatest = all.map(\.count).max() ?? 0
        for number in 0..<greatest {
            let series = MeasureSeries(
                id.with(.shareAt(number)),
                in: .share,
                sums: all.map { number < $0.count ? Self.hours(Int128($0[number])) : 0 },
                counts: replications.map { Self.hours(Int128($0.window)) },
                level: level,
                countsValues: false
            )
            add(series.measure)
        }
    }

    /// Means by hour of the week over all replications; they describe and have no interval.
    private mutating func addWeek(_ pool: Int, _ name: String) {
        guard pool < sums.week.count else { return }
        let parts: [(Quantity, MeasureUnit, KeyPath<PoolObservations.WeekSlot, Int64>)] = [
            (.lineLength, .inLine, \.line), (.numberBusy, .servers, \.busy),
            (.numberOnDuty, .servers, \.scheduled),
        ]
        for (quantity, unit, area) in parts {
            for (hour, slot) in sums.week[pool].enumerated() {
                addObserved(
                    MeasureID(quantity, of: .pool(name), .atHour(hour)),
                    in: unit,
                    slot.time > 0 ? Double(slot[keyPath: area]) / Double(slot.time) : nil,
                    count: Int64(replications.count)
                )
            }
        }
    }

    private static func perWindow(_ area: Int128, _ observations: ReplicationObservations) -> Double {
        observations.window > 0 ? Double(area) / Double(observations.window) : 0
    }

    private static func hours(_ area: Int128) -> Double {
        Double(area) / 3_600_000_000
    }
}
