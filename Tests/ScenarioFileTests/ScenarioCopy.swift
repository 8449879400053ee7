import Foundation
import TestSupport

/// A copy of the folder of scenarios, in which spoilt ones find the files that they extend.
struct ScenarioCopy {
    /// The folder that holds `Scenarios`.
    let root: URL

    /// Copies the folder, hands the copy on and removes it afterwards.
    static func with<Value>(_ body: (ScenarioCopy) throws -> Value) throws -> Value {
        let root = FileManager.default.temporaryDirectory.appending(path: "marshrut-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let copy = ScenarioCopy(root: root)
        try FileManager.default.copyItem(atPath: ScenarioRuns.path("Scenarios"), toPath: copy.folder.path)
        return try body(copy)
    }

    /// The copied scenarios.
    var folder: URL { root.appending(path: "Scenarios") }

    /// Path of the file that spoilt scenarios are written to.
    var spoilt: String { folder.appending(path: "spoilt.yaml").path }
}
