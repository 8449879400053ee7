/// How many families arrive at each pool of a network, from outside and from other pools.
///
/// Source: Jackson (1957): the rates solve λ = λ₀ + Qᵀλ.
public struct TrafficEquations: Sendable, Hashable {
    /// Arrivals at each pool per unit of time.
    public let arrivalRates: [Double]

    /// Solves the equations.
    ///
    /// - Parameters:
    ///   - externalArrivalRates: Arrivals from outside at each pool per unit of time.
    ///   - routing: The chance of going from a pool (row) to a pool (column); what is missing from 1 leaves.
    /// - Throws: `NetworkError` when the routing is not of that form or families never leave.
    public init(externalArrivalRates: [Double], routing: [[Double]]) throws {
        let number = externalArrivalRates.count
        guard routing.count == number, routing.allSatisfy({ $0.count == number }) else {
            throw NetworkError.routingSize(rows: routing.count, pools: number)
        }
        for (pool, row) in routing.enumerated() {
            let sum = row.reduce(0, +)
            guard row.allSatisfy({ $0 >= 0 }), sum <= 1 + 1e-9 else {
                throw NetworkError.routingChances(pool: pool, sum: sum)
            }
        }
        let matrix = (0..<number).map { row in
            (0..<number).map { column in (row == column ? 1 : 0) - routing[column][row] }
        }
        guard let rates = LinearSystem.solution(of: matrix, equals: externalArrivalRates) else {
            throw NetworkError.familiesNeverLeave
        }
        arrivalRates = rates
    }
}
