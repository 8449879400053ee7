import BenchmarkTools

// Benchmarks of what users meet: scenarios read and run, both cores, the program's start. Options: see
// `BenchmarkSettings`; run it where the folder Scenarios is.

let settings = BenchmarkSettings.ofCommandLine
try BenchmarkRow.printTable(
    of: scenarioBenchmarks(settings) + experimentBenchmarks(settings) + programBenchmarks(settings),
    settings
)
