/// What families ask of a pool: expected numbers per family, or over a run.
struct PoolFlow {
    /// Services.
    var visits = 0.0
    /// Server-microseconds.
    var work = 0.0
    /// Of it, by a member of speed 1, what needs each skill.
    var skilledWork: [String: Double] = [:]
    /// Microseconds of service, however many servers it takes.
    var time = 0.0
    /// Squared microseconds of service.
    var squaredTime = 0.0
    /// Services for which a family would wait for a limited time.
    var patientVisits = 0.0
    /// Sum over these of the mean time that a family would wait.
    var patience = 0.0
    /// Services that need several servers or pools at once.
    var jointVisits = 0.0
    /// Services of families that may turn away on sight of the line.
    var balkingVisits = 0.0
    /// First services in their journeys, before which nothing else happened.
    var firstVisits = 0.0

    mutating func add(_ other: PoolFlow, times factor: Double) {
        visits += other.visits * factor
        work += other.work * factor
        skilledWork.merge(other.skilledWork.mapValues { $0 * factor }, uniquingKeysWith: +)
        time += other.time * factor
        squaredTime += other.squaredTime * factor
        patientVisits += other.patientVisits * factor
        patience += other.patience * factor
        jointVisits += other.jointVisits * factor
        balkingVisits += other.balkingVisits * factor
        firstVisits += other.firstVisits * factor
    }

    /// The same with services that are faster.
    func served(at speed: Double) -> PoolFlow {
        var flow = self
        flow.work /= speed
        flow.time /= speed
        flow.squaredTime /= speed * speed
        return flow
    }

    var meanTime: Double { visits > 0 ? time / visits : 0 }

    /// Squared coefficient of variation of service times.
    var variability: Double {
        guard visits > 0, meanTime > 0 else { return 0 }
        return max(0, squaredTime / visits / (meanTime * meanTime) - 1)
    }
}
