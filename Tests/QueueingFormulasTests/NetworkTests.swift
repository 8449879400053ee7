import QueueingFormulas
import Testing

/// Reference values: Jackson's theorem and Whitt (1983), equations 24 to 30, in NumPy (METHODS 8).
struct NetworkTests {
    private let routing = [[0, 0.6, 0.3], [0, 0, 0.5], [0.2, 0, 0]]
    private let pools = [
        NetworkPool(externalArrivalRate: 1, meanServiceTime: 0.5, serviceVariability: 0.5, servers: 2),
        NetworkPool(externalArrivalRate: 0.2, meanServiceTime: 1.2, serviceVariability: 2, servers: 3),
        NetworkPool(externalArrivalRate: 0.1, meanServiceTime: 0.8, servers: 2),
    ]

    @Test func `Jackson's network has independent lines`() throws {
        let network = try JacksonNetwork(pools: pools, routing: routing)
        let expected = [
            (network.arrivalRates, [1.181818181818, 0.909090909091, 0.909090909091]),
            (network.utilisations, [0.295454545455, 0.363636363636, 0.363636363636]),
            (network.meanWaits, [0.047821165818, 0.070631514408, 0.121904761905]),
        ]
        for (values, references) in expected {
            for (value, reference) in zip(values, references) {
                #expect(abs(value - reference) <= 1e-10)
            }
        }
        #expect(agrees(network.meanTimeInSystem, 2.0312613929204213, within: 1e-10))
    }

    @Test func `the network analyzer follows variability through the network`() throws {
        let network = try QueueingNetworkAnalyzer(pools: pools, routing: routing)
        let variabilities = [1.000065848104, 0.992192613587, 1.004189795718]
        let waits = [0.035867448830, 0.105671547850, 0.122160139929]
        for (index, line) in network.lines.enumerated() {
            #expect(abs(line.arrivalVariability - variabilities[index]) <= 1e-9)
            #expect(abs(line.meanWait - waits[index]) <= 1e-9)
        }
    }

    @Test func `with exponential services the analyzer is Jackson's network`() throws {
        let exponential = pools.map { pool in
            NetworkPool(
                externalArrivalRate: pool.externalArrivalRate,
                meanServiceTime: pool.meanServiceTime,
                servers: pool.servers
            )
        }
        let analyzer = try QueueingNetworkAnalyzer(pools: exponential, routing: routing)
        let jackson = try JacksonNetwork(pools: exponential, routing: routing)
        #expect(agrees(analyzer.meanTimeInSystem, jackson.meanTimeInSystem, within: 1e-12))
    }

    /// Reference: 1/(1 − 0.5) + 1/(0.8 − 0.5).
    @Test func `two lines one after the other are two M/M/1 lines`() throws {
        let tandem = try JacksonNetwork(
            pools: [
                NetworkPool(externalArrivalRate: 0.5, meanServiceTime: 1, servers: 1),
                NetworkPool(externalArrivalRate: 0, meanServiceTime: 1.25, servers: 1),
            ],
            routing: [[0, 1], [0, 0]]
        )
        #expect(agrees(tandem.meanTimeInSystem, 5.33333333333333, within: 1e-12))
    }

    @Test func `a pool that nobody visits has no wait and no part in the time`() throws {
        let network = try QueueingNetworkAnalyzer(
            pools: [
                NetworkPool(externalArrivalRate: 0.5, meanServiceTime: 1, servers: 1),
                NetworkPool(externalArrivalRate: 0, meanServiceTime: 1, servers: 1),
            ],
            routing: [[0, 0], [0, 0]]
        )
        #expect(network.meanWaits == [1, 0])
        #expect(network.meanTimeInSystem == 2)
        #expect(try JacksonNetwork(pools: [], routing: []).meanTimeInSystem == 0)
    }

    @Test func `a routing that cannot be is refused with its reason`() {
        let pool = NetworkPool(externalArrivalRate: 1, meanServiceTime: 1, servers: 1)
        #expect(throws: NetworkError.familiesNeverLeave) {
            try JacksonNetwork(pools: [pool, pool], routing: [[0, 1], [1, 0]])
        }
        #expect(throws: NetworkError.routingSize(rows: 1, pools: 2)) {
            try QueueingNetworkAnalyzer(pools: [pool, pool], routing: [[0, 1]])
        }
        #expect(throws: NetworkError.routingChances(pool: 0, sum: 1.5)) {
            try JacksonNetwork(pools: [pool], routing: [[1.5]])
        }
    }
}
