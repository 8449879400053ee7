/// Erlang's loss formula: Poisson arrivals to servers without a waiting line.
public struct ErlangB: Sendable, Hashable {
    /// The number of servers, c.
    public let servers: Int
    /// The arrival rate times the mean service time, a, in servers.
    public let offeredLoad: Double
    /// The probability that an arrival finds all servers busy, B(c, a).
    ///
    /// By the recursion 1/B(k) = 1 + k / (a B(k − 1)), stable for any number of servers; service times of any law.
    /// Source: Erlang (1917); Jagerman (1974).
    public let blocking: Double

    /// Evaluates the formula in `servers` steps.
    ///
    /// - Precondition: neither argument is negative.
    public init(servers: Int, offeredLoad: Double) {
        precondition(servers >= 0, "the number of servers is not negative, found \(servers)")
        precondition(offeredLoad >= 0, "an offered load is not negative, found \(offeredLoad)")
        self.servers = servers
        self.offeredLoad = offeredLoad
        var inverse = 1.0
        for busy in 0..<servers where inverse.isFinite {
            inverse = 1 + inverse * Double(busy + 1) / offeredLoad
        }
        blocking = 1 / inverse
    }
}
