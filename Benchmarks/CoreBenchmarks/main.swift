import BenchmarkTools

// Benchmarks of the engine: programs written by hand, and draws alone. Options: see `BenchmarkSettings`.

let settings = BenchmarkSettings.ofCommandLine
try BenchmarkRow.printTable(of: coreBenchmarks(settings) + drawBenchmarks(settings), settings)
