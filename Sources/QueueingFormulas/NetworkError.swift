/// Why a network of waiting lines has no solution.
public enum NetworkError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Some families never leave, so arrival rates have no limit.
    case familiesNeverLeave
    /// The routing does not have one row and one column for each pool.
    case routingSize(rows: Int, pools: Int)
    /// The chances of going on from a pool are negative or add up to more than 1.
    case routingChances(pool: Int, sum: Double)

    /// A sentence saying what was found and what was expected.
    public var description: String {
        switch self {
        case .familiesNeverLeave:
            "some families never leave the network; every route must lead out"
        case .routingSize(let rows, let pools):
            "the routing has \(rows) rows or a row of another length; it needs \(pools) rows of \(pools)"
        case .routingChances(let pool, let sum):
            "the chances of going on from pool \(pool) are negative or add up to \(sum); at most 1 is possible"
        }
    }
}
