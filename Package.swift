// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "marshrut",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Marshrut", targets: ["Marshrut"]),
        .executable(name: "marshrut", targets: ["CommandLineTool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Foundations: numbers and chance. No model, no domain.
        .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
        .target(name: "GSLFunctions", dependencies: ["CGSL"]),
        .target(name: "RandomStreams", dependencies: ["GSLFunctions"]),
        .target(name: "OutputStatistics", dependencies: ["GSLFunctions"]),
        .target(name: "QueueingFormulas", dependencies: ["GSLFunctions"]),

        // The hot core: runs a flat program, one replication at a time.
        .target(name: "SimulationCore", dependencies: ["RandomStreams", "OutputStatistics"]),

        // The domain: what a planner writes, checked and compiled.
        .target(name: "ScenarioModel"),
        .target(
            name: "ScenarioFile",
            dependencies: ["ScenarioModel", .product(name: "Yams", package: "Yams")]
        ),
        .target(
            name: "ScenarioCompiler",
            dependencies: ["ScenarioModel", "SimulationCore", "RandomStreams"]
        ),

        // Studies: many replications of many alternatives.
        .target(
            name: "Experiments",
            dependencies: [
                "ScenarioModel", "ScenarioCompiler", "SimulationCore", "RandomStreams", "OutputStatistics",
                "QueueingFormulas",
            ]
        ),

        // Edges: words, presentation, entry points.
        .target(name: "UserTexts"),
        .target(
            name: "Reports",
            dependencies: [
                "Experiments", "ScenarioModel", "ScenarioCompiler", "SimulationCore", "OutputStatistics",
                "UserTexts",
            ]
        ),
        .target(name: "Marshrut", dependencies: ["ScenarioModel", "ScenarioFile", "Experiments", "Reports"]),
        .executableTarget(
            name: "CommandLineTool",
            dependencies: [
                "Marshrut", "ScenarioModel", "ScenarioFile", "ScenarioCompiler", "SimulationCore",
                "Experiments", "Reports", "UserTexts",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Proof.
        .target(
            name: "TestSupport",
            dependencies: [
                "OutputStatistics", "SimulationCore", "RandomStreams", "ScenarioModel", "ScenarioFile",
                "ScenarioCompiler",
            ],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "GSLFunctionsTests", dependencies: ["GSLFunctions", "TestSupport"]),
        .testTarget(
            name: "RandomStreamsTests",
            dependencies: ["RandomStreams", "GSLFunctions", "TestSupport"]
        ),
        .testTarget(name: "OutputStatisticsTests", dependencies: ["OutputStatistics", "TestSupport"]),
        .testTarget(name: "QueueingFormulasTests", dependencies: ["QueueingFormulas", "TestSupport"]),
        .testTarget(
            name: "SimulationCoreTests",
            dependencies: ["SimulationCore", "RandomStreams", "OutputStatistics", "TestSupport"]
        ),
        .testTarget(
            name: "ScenarioFileTests",
            dependencies: ["ScenarioCompiler", "ScenarioFile", "ScenarioModel", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ScenarioCompilerTests",
            dependencies: [
                "ScenarioCompiler", "ScenarioFile", "ScenarioModel", "SimulationCore", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ExperimentsTests",
            dependencies: [
                "Experiments", "ScenarioFile", "ScenarioCompiler", "ScenarioModel", "SimulationCore",
                "OutputStatistics", "TestSupport",
            ]
        ),
        .testTarget(name: "UserTextsTests", dependencies: ["UserTexts"]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "Experiments", "ScenarioFile", "ScenarioCompiler", "ScenarioModel",
                "SimulationCore", "RandomStreams", "UserTexts", "TestSupport",
            ]
        ),
        .testTarget(
            name: "QueueingTheoryTests",
            dependencies: [
                "OutputStatistics", "QueueingFormulas", "ScenarioCompiler", "SimulationCore", "TestSupport",
            ],
            exclude: ["queueing-values.csv"]
        ),
        .testTarget(
            name: "ScenarioTests",
            dependencies: [
                "OutputStatistics", "RandomStreams", "ScenarioCompiler", "ScenarioFile", "ScenarioModel",
                "SimulationCore", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ReferenceTests",
            dependencies: [
                "RandomStreams", "ScenarioCompiler", "ScenarioModel", "SimulationCore", "TestSupport",
            ]
        ),
        .testTarget(
            name: "CommandLineToolTests",
            dependencies: ["CommandLineTool", "ScenarioFile", "ScenarioModel", "UserTexts", "TestSupport"]
        ),
        .target(
            name: "BenchmarkTools",
            dependencies: ["SimulationCore", "RandomStreams"],
            path: "Benchmarks/BenchmarkTools"
        ),
        .executableTarget(
            name: "CoreBenchmarks",
            dependencies: [
                "BenchmarkTools", "SimulationCore", "RandomStreams", "OutputStatistics", "TestSupport",
            ],
            path: "Benchmarks/CoreBenchmarks"
        ),
        .executableTarget(
            name: "ScenarioBenchmarks",
            dependencies: [
                "BenchmarkTools", "SimulationCore", "ScenarioCompiler", "ScenarioFile", "ScenarioModel",
                "Experiments",
            ],
            path: "Benchmarks/ScenarioBenchmarks"
        ),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
