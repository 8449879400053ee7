import ScenarioModel
import SimulationCore

/// Measures told apart by the words of attributes.
extension ProgramBuilder {
    /// Adds a grouping for every attribute by which measures are told apart.
    ///
    /// Families of classes that have the attribute take part, those in the background only if all are.
    mutating func addGroupings() throws(CompilationError) {
        let families = scenario.familyClasses
        let isAllBackground = families.allSatisfy(\.isBackground)
        for name in scenario.measuresBy {
            let words = families.words(of: name)
            guard !words.isEmpty else {
                throw CompilationError(
                    english: "measures cannot be told apart by '\(name)', which is no attribute of words",
                    russian: "разбить показатели по «\(name)» нельзя: его значения — не слова"
                )
            }
            var plan = GroupingPlan(
                register: try numberRegister(name),
                valueCount: Int32(clamping: words.count),
                takesPart: families.map { family in
                    (isAllBackground || !family.isBackground)
                        && family.attributes.contains { $0.name == name }
                }
            )
            plan.timeInSystem = layout.add(words.count)
            plan.timeToFirstHelp = layout.add(words.count)
            plan.ownTime = layout.add(words.count)
            plan.waits = layout.add(words.count)
            program.groupings.append(plan)
            symbols.groupings.append(SymbolTable.GroupingSymbol(attribute: name, words: words))
        }
    }
}
