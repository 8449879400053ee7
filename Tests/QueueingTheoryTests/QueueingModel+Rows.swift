import QueueingFormulas

/// A number of a row, the system that has it and the measure that estimates it.
struct ClosedFormCase {
    let row: ReferenceRow
    let theory: Double
    let model: QueueingModel
    let observed: Observed

    /// The number when every service is 2 % longer, for rows that this moves by much more than 2 %; else nil.
    var withLongerServices: Double? {
        let quantity = row.quantity
        if quantity == "Erlang-B blocking" {
            return ErlangB(servers: Int(row.number("c")), offeredLoad: row.number("a") * 1.02).blocking
        }
        if quantity == "Erlang-C P(wait)" {
            let load = row.number("a") * 1.02
            return ErlangC(arrivalRate: load, serviceRate: 1, servers: Int(row.number("c")))
                .probabilityOfWaiting
        }
        if quantity.hasPrefix("Erlang-A") {
            return longer(
                ErlangA(
                    arrivalRate: row.number("lambda"),
                    serviceRate: row.number("mu") / 1.02,
                    servers: Int(row.number("c")),
                    renegingRate: row.number("theta")
                )
            )
        }
        guard quantity.hasPrefix("M/M/c "), !quantity.contains("mean time") else { return nil }
        let system = ErlangC(
            arrivalRate: row.number("lambda"),
            serviceRate: row.number("mu") / 1.02,
            servers: Int(row.number("c"))
        )
        if quantity.hasSuffix("Wq") { return system.meanWait }
        if quantity.hasSuffix("Lq") { return system.meanNumberWaiting }
        if quantity.contains("quantile") { return system.probabilityOfWaiting(longerThan: row.values[0]) }
        return system.probabilityOfWaiting(longerThan: quantity.contains("0.333") ? 1 / 3.0 : 1)
    }

    private func longer(_ system: ErlangA) -> Double? {
        switch row.quantity {
        case "Erlang-A P(wait>0)": system.probabilityOfWaiting
        case "Erlang-A P(abandon)": system.probabilityOfReneging
        case "Erlang-A Lq": system.meanNumberWaiting
        case "Erlang-A mean wait (all)": system.meanWait
        default: nil
        }
    }
}

extension ClosedFormCase {
    /// The cases of a row; none when the scenario language cannot say it, or it is no property of a system.
    static func cases(of row: ReferenceRow) -> [ClosedFormCase] {
        let quantity = row.quantity
        func one(_ model: QueueingModel, _ observed: Observed, _ place: Int = 0) -> ClosedFormCase {
            ClosedFormCase(row: row, theory: row.values[place], model: model, observed: observed)
        }
        switch quantity {
        case "Erlang-B blocking":
            return [one(.loss(row), .share(of: "refused"))]
        case "Erlang-C P(wait)":
            return [one(.erlangC(row), .shareDelayed)]
        case "M/M/c mean wait Wq": return [one(.multiServer(row), .meanWait())]
        case "M/M/c mean time W": return [one(.multiServer(row), .meanTime)]
        case "M/M/c Lq": return [one(.multiServer(row), .meanLine)]
        case "M/M/c P(Wq>1)": return [one(.multiServer(row), .share(above: 1))]
        case "M/M/c P(Wq>0.3333333333333333)": return [one(.multiServer(row), .share(above: 1 / 3.0))]
        case "M/M/c wait quantile q0.9", "M/M/c wait quantile q0.95":
            // The share beyond the quantile has an interval of its own.
            let share = quantity.hasSuffix("0.9") ? 0.1 : 0.05
            let observed = Observed.share(above: row.values[0])
            return [ClosedFormCase(row: row, theory: share, model: .multiServer(row), observed: observed)]
        case "M/M/c/K blocking": return [one(.limited(row), .share(of: "refused"))]
        case "M/M/c/K Lq": return [one(.limited(row), .meanLine)]
        case "M/M/c/K mean wait of admitted": return [one(.limited(row), .meanWait())]
        case "Erlang-A P(wait>0)": return [one(.impatient(row), .shareDelayed)]
        case "Erlang-A P(abandon)": return [one(.impatient(row), .share(of: "gave up"))]
        case "Erlang-A Lq": return [one(.impatient(row), .meanLine)]
        case "Erlang-A mean wait (all)": return [one(.impatient(row), .meanWaitOfAll)]
        case "M/G/1 Wq (Pollaczek-Khinchine)": return [one(.generalService(row), .meanWait())]
        case "Jackson network mean waits (all exponential)":
            return zip(["a", "b", "c"], 0..<3).map { one(.jackson, .meanWait(atStepsFor: $0), $1) }
        case "Jackson mean sojourn of a family (Little)": return [one(.jackson, .meanTimeOfAll)]
        case "tandem M/M/1 mean sojourn": return [one(.tandem, .meanTime)]
        case "nonpreemptive priority M/M/1 Wq class 1":
            return [one(.priority(servers: 1, 0.3, 0.4), .meanWait(of: "urgent"))]
        case "nonpreemptive priority M/M/1 Wq class 2":
            return [one(.priority(servers: 1, 0.3, 0.4), .meanWait(of: "routine"))]
        case "nonpreemptive priority M/M/5 Wq class1,class2":
            return zip(["urgent", "routine"], 0..<2).map {
                one(.priority(servers: 5, 2, 1.5), .meanWait(of: $0), $1)
            }
        default: return []
        }
    }
}

extension QueueingModel {
    private static func exponential(_ mean: Double) -> String { "exponential(mean \(mean) min)" }

    /// Minutes in which about so many families come.
    private static func minutes(families: Double, rate: Double) -> Int { Int(families / rate) }

    fileprivate static func loss(_ row: ReferenceRow) -> QueueingModel {
        let load = row.number("a")
        return line(
            staff: Int(row.number("c")),
            rate: load,
            takes: exponential(1),
            line: ", line limit: 0",
            warmUp: 30,
            minutes: minutes(families: load > 100 ? 8e6 : 2e6, rate: load)
        )
    }

    fileprivate static func erlangC(_ row: ReferenceRow) -> QueueingModel {
        let (load, servers) = (row.number("a"), row.number("c"))
        return line(
            staff: Int(servers),
            rate: load,
            takes: exponential(1),
            warmUp: servers > 90 ? 100 : 400,
            minutes: minutes(families: servers > 90 ? 8e6 : 2e6, rate: load)
        )
    }

    fileprivate static func multiServer(_ row: ReferenceRow) -> QueueingModel {
        let (rate, service) = (row.number("lambda"), row.number("mu"))
        return line(
            staff: Int(row.number("c")),
            rate: rate,
            takes: exponential(1 / service),
            warmUp: 4000,
            minutes: minutes(families: rate < 1 ? 6e6 : 3e6, rate: rate)
        )
    }

    fileprivate static func limited(_ row: ReferenceRow) -> QueueingModel {
        let (rate, servers) = (row.number("lambda"), Int(row.number("c")))
        return line(
            staff: servers,
            rate: rate,
            takes: exponential(1),
            line: ", line limit: \(Int(row.number("K")) - servers)",
            warmUp: 200,
            minutes: minutes(families: 1e6, rate: rate)
        )
    }

    fileprivate static func impatient(_ row: ReferenceRow) -> QueueingModel {
        let rate = row.number("lambda")
        return line(
            staff: Int(row.number("c")),
            rate: rate,
            takes: exponential(1 / row.number("mu")),
            more: ", patience: exponential(mean \(1 / row.number("theta")) min)",
            warmUp: 200,
            minutes: minutes(families: 2e6, rate: rate)
        )
    }

    fileprivate static func generalService(_ row: ReferenceRow) -> QueueingModel {
        let (rate, mean, variability) = (row.number("lambda"), row.number("E[S]"), row.number("scv"))
        let law =
            switch variability {
            case 0: "\(mean) min"
            case 1: exponential(mean)
            case 4: "lognormal(mean \(mean) min, cv 2)"
            default: "gamma(shape \(1 / variability), mean \(mean) min)"
            }
        return line(
            staff: 1,
            rate: rate,
            takes: law,
            warmUp: 2000,
            minutes: minutes(families: variability > 1 ? 6e6 : 2e6, rate: rate)
        )
    }

    fileprivate static func priority(servers: Int, _ urgent: Double, _ routine: Double) -> QueueingModel {
        QueueingModel(
            body: """
                pools: { clerks: { staff: \(servers), discipline: priority } }
                families:
                  urgent: { arrivals: { rate: \(urgent) per min }, priority: 1, route: counter }
                  routine: { arrivals: { rate: \(routine) per min }, priority: 2, route: counter }
                routes: { counter: [ { serve: { by: clerks, takes: exponential(mean 1 min) } } ] }
                """,
            warmUp: 2000,
            minutes: 2_000_000
        )
    }

    fileprivate static var tandem: QueueingModel {
        QueueingModel(
            body: """
                pools: { first: { staff: 1 }, second: { staff: 1 } }
                families: { visitors: { arrivals: { rate: 0.5 per min }, route: counters } }
                routes:
                  counters:
                    - serve: { by: first, takes: exponential(mean 1 min) }
                    - serve: { by: second, takes: exponential(mean 1.25 min) }
                """,
            warmUp: 1000,
            minutes: 2_000_000
        )
    }

    /// Three pools; from a pool to another by chance, as the rows say.
    fileprivate static var jackson: QueueingModel {
        QueueingModel(
            body: """
                pools: { a: { staff: 2 }, b: { staff: 3 }, c: { staff: 2 } }
                families:
                  at-a: { arrivals: { rate: 1 per min }, route: from-a }
                  at-b: { arrivals: { rate: 0.2 per min }, route: from-b }
                  at-c: { arrivals: { rate: 0.1 per min }, route: from-c }
                routes:
                  from-a:
                    - repeat:
                        name: rounds
                        again: 0.2
                        at most: 100
                        do:
                          - serve: { by: a, takes: exponential(mean 0.5 min) }
                          - choose:
                              name: after a
                              options:
                                - chance: 0.6
                                  do:
                                    - serve: { by: b, takes: exponential(mean 1.2 min) }
                                    - choose: { name: after b, options: [ { chance: 0.5, do: [ { leave: helped } ] } ] }
                                - { chance: 0.1, do: [ { leave: helped } ] }
                          - serve: { by: c, takes: exponential(mean 0.8 min) }
                  from-b:
                    - serve: { name: serve b on arrival, by: b, takes: exponential(mean 1.2 min) }
                    - choose: { name: after arrival at b, options: [ { chance: 0.5, do: [ { leave: helped } ] } ] }
                    - use: from-c
                  from-c:
                    - serve: { name: serve c on arrival, by: c, takes: exponential(mean 0.8 min) }
                    - choose: { name: after arrival at c, options: [ { chance: 0.8, do: [ { leave: helped } ] } ] }
                    - use: from-a
                """,
            warmUp: 200,
            minutes: 2_000_000
        )
    }
}
