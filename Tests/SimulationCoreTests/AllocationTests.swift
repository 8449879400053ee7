import Glibc
import RandomStreams
import SimulationCore
import TestSupport
import Testing

/// A run takes its memory while it warms up, and none after.
struct AllocationTests {
    /// Measured in a process of its own, undisturbed by other tests.
    @Test func `memory does not grow with the entities served`() async {
        await #expect(processExitsWith: .success) {
            let tables = ReplicationTables(program: try Self.program(entities: 400_000), seed: 1)
            var used: [Int] = []
            used.reserveCapacity(2000)
            _ = try Replication.run(tables, index: 0) {
                used.append(Self.residentBytes())
                return false
            }
            let warm = used.dropFirst(used.count / 4)
            #expect(warm.count > 200)
            // Less than a byte for each of the 300,000 entities.
            #expect((warm.max() ?? 0) - (warm.min() ?? 0) < 262_144)
        }
    }

    /// A line with patience and a split: every table that could grow is in use.
    private static func program(entities: Int64) throws -> Program {
        var tiny = TinyProgram()
        let desk = tiny.request(tiny.pool(2))
        let service = tiny.lasting(try Sampler.exponential(mean: 9))
        tiny.setPatience(tiny.lasting(try Sampler.exponential(mean: 50)), of: desk)
        let branch = tiny.rows(tiny.visit(desk, service) + [Instruction(.end)])
        tiny.program.splits = [SplitPlan(rows: [branch, branch], waitFor: 2)]
        let row = tiny.rows([Instruction(.split), tiny.delay(service), Instruction(.end)])
        tiny.entities(rate: 0.09, limit: entities, from: row)
        return tiny.finished()
    }

    private static func residentBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var text = [UInt8](repeating: 0, count: 128)
        let length = fread(&text, 1, text.count, file)
        // The second number counts resident pages.
        let words = String(decoding: text.prefix(length), as: UTF8.self).split(separator: " ")
        return (words.dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }
}
