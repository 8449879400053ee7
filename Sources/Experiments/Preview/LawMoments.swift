import RandomStreams
import ScenarioCompiler
import ScenarioModel

/// Means and variances of laws, each found once: a preview asks for them family after family.
final class LawMoments {
    /// What is known of a law.
    struct Moments {
        let mean: Double
        let variance: Double
    }

    private var known: [Distribution: Moments] = [:]

    /// The moments of a law, in its own unit.
    func of(_ law: Distribution) throws(CompilationError) -> Moments {
        if let moments = known[law] { return moments }
        let sampler = try SamplerChoice.sampler(for: law)
        let moments = Moments(mean: sampler.mean, variance: sampler.variance)
        known[law] = moments
        return moments
    }
}
