import ScenarioModel

/// A step of a route as a preview walks it: names are found, and laws are down to their means.
///
/// Times are in microseconds; working days count by their open hours.
enum PreviewStep {
    case serve(Service)
    case lookup(Lookup)
    case delay(time: Double, factor: AttributeExpression?)
    case choose(Choice, otherwise: [PreviewStep])
    case together(Together)
    case `repeat`(Loop)
    case visit(steps: [PreviewStep], travel: Double)
    case keep(Servers, steps: [PreviewStep])
    case members(steps: [PreviewStep])
    /// The place of another route; nil when there is none of the name.
    case use(route: Int?)
    case count
    case leave

    /// Pools, by their places, with the units of each.
    struct Servers {
        let uses: [(pool: Int, units: Double)]
        /// Whether several servers or pools are needed at once.
        let isJoint: Bool
    }

    /// A service.
    struct Service {
        let servers: Servers
        /// The pool that decides about waiting.
        let first: Int?
        /// The skill that its members need.
        let skill: String?
        let mean: Double
        let squaredTime: Double
        /// By what the time is multiplied.
        let factor: AttributeExpression?
        /// Families served together.
        let groupSize: Double
        /// Mean time that staff stay busy afterwards.
        let notes: Double
        let patience: Patience
        let canBalk: Bool

        /// Mean time that a family would wait.
        enum Patience {
            case ofClass
            case unlimited
            case limited(mean: Double)
        }
    }

    /// Documents that the office asks for.
    struct Lookup {
        let share: Double
        /// Documents that are things, with the members who each have one; empty where they are counted.
        let documents: [(name: String, holder: String?)]
        /// Mean time until an agency answers.
        let answer: Double
        let handling: (servers: Servers, mean: Double, variance: Double)?
    }

    /// Ways of which one is taken.
    enum Choice {
        case chances([(chance: Chance, steps: [PreviewStep])])
        case conditions([(condition: Condition, steps: [PreviewStep])])
    }

    /// Ways that are all taken.
    struct Together {
        let branches: [(each: String?, steps: [PreviewStep])]
        let waitFor: TogetherStep.Wait
        let within: Double?
    }

    /// Steps in rounds.
    struct Loop {
        let rule: Rule
        let pause: Double
        let atMost: Double
        let steps: [PreviewStep]

        /// How many rounds there are.
        enum Rule {
            case times(mean: Double)
            case timesAttribute(String)
            case again(Chance)
        }
    }
}
