import ScenarioModel

/// What a reader must know before trusting a result.
public enum StudyWarning: Sendable, Hashable {
    /// The experiment was stopped before its end.
    case stoppedEarly(done: Int, asked: Int)
    /// The precision asked for was not reached.
    case precisionNotReached(PrecisionShortfall, asked: Double)
    /// Intervals from so few replications are rough.
    case fewReplications(Int)
    /// A pool is offered more work than its staff on duty can do; the load is a share of that.
    case overload(design: String, pool: String, skill: String?, load: Double)
    /// Staff of a pool work beyond their shifts: hours a week, and as a share of the hours of the shifts.
    case overtime(design: String, pool: String, hoursPerWeek: Double, share: Double)
    /// So great a share of families is still inside that times of completed journeys are understated.
    case manyPresent(design: String, share: Double)
    /// Repetitions reached their limit.
    case loopsStopped(design: String, count: Int64)
    /// The warm-up takes more than a third of the horizon.
    case longWarmUp
}

extension ExperimentResult {
    /// Share of families still inside from which a warning is due.
    static let presentShareLimit = 0.1

    /// Overtime from which a warning is due, as a share of the hours of shifts: an hour on eight.
    static let overtimeLimit = 1.0 / 8

    /// What a reader must know before trusting the numbers, gravest first.
    public var warnings: [StudyWarning] {
        var warnings: [StudyWarning] = []
        if provenance.isStoppedEarly {
            warnings.append(
                .stoppedEarly(done: provenance.replications, asked: provenance.replicationsAsked)
            )
        }
        if let precision = provenance.precision, let widest = precision.widest {
            warnings.append(.precisionNotReached(widest, asked: precision.goal.share))
        }
        for design in designs {
            for pool in design.preview?.pools ?? [] {
                for (skill, load) in pool.overloads {
                    warnings.append(
                        .overload(design: design.name, pool: pool.name, skill: skill, load: load)
                    )
                }
            }
        }
        for design in designs { warnings += overtime(of: design) }
        for design in designs {
            if let share = design.measure(MeasureID(.present, .share))?.value, share > Self.presentShareLimit
            {
                warnings.append(.manyPresent(design: design.name, share: share))
            }
            if design.loopsStopped > 0 {
                warnings.append(.loopsStopped(design: design.name, count: design.loopsStopped))
            }
        }
        if (1..<10).contains(provenance.replications) {
            warnings.append(.fewReplications(provenance.replications))
        }
        if case .duration(let span) = provenance.horizon,
            provenance.warmUp.microseconds > span.microseconds / 3
        {
            warnings.append(.longWarmUp)
        }
        return warnings
    }

    private func overtime(of design: DesignResult) -> [StudyWarning] {
        design.scenario.pools.compactMap { pool in
            let subject = MeasureSubject.pool(pool.name)
            guard let hours = design.measure(MeasureID(.overtime, of: subject))?.value,
                let onDuty = design.measure(MeasureID(.numberOnDuty, of: subject))?.value, onDuty > 0
            else { return nil }
            let share = hours / (onDuty * 168)
            guard share > Self.overtimeLimit else { return nil }
            return .overtime(design: design.name, pool: pool.name, hoursPerWeek: hours, share: share)
        }
    }
}
