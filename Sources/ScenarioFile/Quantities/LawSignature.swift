/// The names of a law's parameters.
struct LawSignature: Sendable {
    /// Name of the law.
    let name: String
    /// The ways in which its parameters may be given; in each, parameters come in any order.
    let forms: [[Parameter]]
    /// Whether parameters are written without names, in order.
    let isPositional: Bool
    /// Whether the law is of whole numbers and so never of durations.
    let isDiscrete: Bool

    /// A parameter of a law.
    struct Parameter: Sendable {
        /// Its name.
        let name: String
        /// What it is.
        let kind: Kind

        /// Kinds of parameter.
        enum Kind: Sendable {
            /// In the unit of the law.
            case quantity
            /// Bare.
            case number
        }
    }

    private init(
        _ name: String,
        _ forms: [[String]],
        numbers: [String] = [],
        isPositional: Bool = false,
        isDiscrete: Bool = false
    ) {
        self.name = name
        self.forms = forms.map { form in
            form.map { Parameter(name: $0, kind: numbers.contains($0) ? .number : .quantity) }
        }
        self.isPositional = isPositional
        self.isDiscrete = isDiscrete
    }

    /// Every law with plain parameters; `categorical`, `mixture` and `empirical` have forms of their own.
    static let all: [LawSignature] = [
        LawSignature("uniform", [["low", "high"]], isPositional: true),
        LawSignature("triangular", [["low", "mode", "high"]], isPositional: true),
        LawSignature("pert", [["low", "mode", "high"]], isPositional: true),
        LawSignature("exponential", [["mean"]]),
        LawSignature("erlang", [["stages", "mean"]], numbers: ["stages"]),
        LawSignature("gamma", [["shape", "mean"]], numbers: ["shape"]),
        LawSignature("weibull", [["shape", "mean"], ["shape", "scale"]], numbers: ["shape"]),
        LawSignature(
            "lognormal",
            [["mean", "cv"], ["mean", "sd"], ["median", "sigma"]],
            numbers: ["cv", "sigma"]
        ),
        LawSignature("beta", [["alpha", "beta", "from", "to"]], numbers: ["alpha", "beta"]),
        LawSignature("normal", [["mean", "sd"]]),
        LawSignature("poisson", [["mean"]], isDiscrete: true),
        LawSignature("geometric", [["mean"]], isDiscrete: true),
        LawSignature("bernoulli", [["chance"]], numbers: ["chance"], isPositional: true, isDiscrete: true),
    ]

    /// Names of all laws, those with forms of their own included.
    static let names = all.map(\.name) + ["categorical", "mixture", "empirical"]
}
