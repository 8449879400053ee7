import ScenarioCompiler
import SimulationCore

extension DesignReduction {
    /// Requests to agencies: all together, then each agency.
    mutating func addAgencies() {
        guard !symbols.agencies.isEmpty else { return }
        let all = (subject: MeasureSubject.all, places: Array(symbols.agencies.indices))
        let each = symbols.agencies.enumerated().map {
            (subject: MeasureSubject.agency($0.element), places: [$0.offset])
        }
        for (subject, places) in [all] + each {
            func total(
                _ part: KeyPath<ResponderObservations, Int64>
            ) -> (ReplicationObservations) -> Double {
                { observations in
                    Double(places.reduce(Int64(0)) { $0 + observations.responders[$1][keyPath: part] })
                }
            }
            add(
                TallyGroup(
                    id: MeasureID(.answerTime, of: subject),
                    unit: .hours,
                    tallies: places.map { Int(compiled.program.responders[$0].tally) }.filter { $0 >= 0 }
                )
            )
            addMean(MeasureID(.requestsSent, of: subject), in: .requests, total(\.sent))
            let shares: [(Quantity, KeyPath<ResponderObservations, Int64>)] = [
                (.requestsFailed, \.failed), (.requestsFellBack, \.fellBack),
                (.requestsUnanswered, \.unanswered),
            ]
            for (quantity, part) in shares {
                addRatio(
                    MeasureID(quantity, of: subject, .share),
                    in: .share,
                    total(part),
                    over: total(\.sent)
                )
            }
        }
    }
}
