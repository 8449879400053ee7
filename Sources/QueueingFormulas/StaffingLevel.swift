/// How many servers meet a target, by Erlang's delay formula.
public enum StaffingLevel {
    /// The fewest servers at which an arrival waits with at most a given probability, above 0.
    ///
    /// - Precondition: the offered load is not negative and the target is above 0.
    public static func fewest(offeredLoad: Double, probabilityOfWaitingAtMost target: Double) -> Int {
        precondition(target > 0, "a target is above 0, found \(target)")
        return fewest(offeredLoad: offeredLoad) { _, probability in probability <= target }
    }

    /// The fewest servers at which a share of families, below 1, waits at most a given time.
    ///
    /// - Precondition: the arrival rate and the time are not negative, the service rate is above 0, the share below 1.
    public static func fewest(
        arrivalRate: Double,
        serviceRate: Double,
        share: Double,
        waitingAtMost time: Double
    ) -> Int {
        precondition(share < 1, "a share of families is below 1, found \(share)")
        return fewest(offeredLoad: arrivalRate / serviceRate) { servers, _ in
            let line = ErlangC(arrivalRate: arrivalRate, serviceRate: serviceRate, servers: servers)
            return 1 - line.probabilityOfWaiting(longerThan: time) >= share
        }
    }

    /// The servers of the square-root rule, load + β√load rounded up, for a probability of waiting.
    ///
    /// A quick first guess, mostly within one server of the exact number. Throws when GSL finds no β.
    public static func squareRoot(offeredLoad: Double, probabilityOfWaiting target: Double) throws -> Int {
        let safety = try HalfinWhitt.safety(forProbabilityOfWaiting: target)
        return Int((offeredLoad + safety * offeredLoad.squareRoot()).rounded(.up))
    }

    /// Tries one server more at a time, going on with Erlang's recursion instead of starting it anew.
    private static func fewest(offeredLoad: Double, where suffices: (Int, Double) -> Bool) -> Int {
        precondition(offeredLoad >= 0, "an offered load is not negative, found \(offeredLoad)")
        var servers = Int(offeredLoad) + 1
        var inverse = 1 / ErlangB(servers: servers, offeredLoad: offeredLoad).blocking
        while true {
            let probability = ErlangC.probabilityOfWaiting(
                servers: servers,
                offeredLoad: offeredLoad,
                blocking: 1 / inverse
            )
            if suffices(servers, probability) { return servers }
            servers += 1
            inverse = 1 + inverse * Double(servers) / offeredLoad
        }
    }
}
