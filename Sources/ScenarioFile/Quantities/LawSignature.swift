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
    /// Its values in a few words.
    let meaning: DiagnosticText

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
        isDiscrete: Bool = false,
        _ en: String,
        _ ru: String
    ) {
        self.name = name
        self.forms = forms.map { form in
            form.map { Parameter(name: $0, kind: numbers.contains($0) ? .number : .quantity) }
        }
        self.isPositional = isPositional
        self.isDiscrete = isDiscrete
        meaning = DiagnosticText(en, ru)
    }

    /// Every law with plain parameters.
    static let all: [LawSignature] = [
        LawSignature(
            "uniform",
            [["low", "high"]],
            isPositional: true,
            "every value from `low` to `high` alike",
            "все значения от `low` до `high` одинаково вероятны"
        ),
        LawSignature(
            "triangular",
            [["low", "mode", "high"]],
            isPositional: true,
            "from `low` to `high`, most often about `mode`",
            "от `low` до `high`, чаще всего около `mode`"
        ),
        LawSignature(
            "pert",
            [["low", "mode", "high"]],
            isPositional: true,
            "as `triangular`, but smooth and closer to `mode`",
            "как `triangular`, но сглаженно и теснее к `mode`"
        ),
        LawSignature(
            "exponential",
            [["mean"]],
            "often short, seldom long, without memory",
            "чаще короткие, изредка длинные, без памяти"
        ),
        LawSignature(
            "erlang",
            [["stages", "mean"]],
            numbers: ["stages"],
            "the sum of so many `exponential` stages",
            "сумма указанного числа этапов `exponential`"
        ),
        LawSignature(
            "gamma",
            [["shape", "mean"]],
            numbers: ["shape"],
            "as `erlang`, with a shape that need not be whole",
            "как `erlang`, но `shape` может быть дробным"
        ),
        LawSignature(
            "weibull",
            [["shape", "mean"], ["shape", "scale"]],
            numbers: ["shape"],
            "a shape below 1 makes long values more frequent than `exponential`, above 1 less",
            "при `shape` меньше 1 длинные значения встречаются чаще, чем у `exponential`, больше 1 — реже"
        ),
        LawSignature(
            "lognormal",
            [["mean", "cv"], ["mean", "sd"], ["median", "sigma"]],
            numbers: ["cv", "sigma"],
            "a long tail, as of service times; `cv` is `sd` over `mean`, `sigma` the `sd` of the logarithm",
            "с длинным хвостом, как у времени приёма; `cv` — отношение `sd` к `mean`, `sigma` — `sd` логарифма"
        ),
        LawSignature(
            "beta",
            [["alpha", "beta", "from", "to"]],
            numbers: ["alpha", "beta"],
            "between `from` and `to`, of many shapes",
            "между `from` и `to`, самой разной формы"
        ),
        LawSignature(
            "normal",
            [["mean", "sd"]],
            "alike to both sides of `mean`; durations and counts must be kept above 0",
            "одинаково в обе стороны от `mean`; длительности и количества нужно ограничить нулём снизу"
        ),
        LawSignature(
            "poisson",
            [["mean"]],
            isDiscrete: true,
            "whole numbers about `mean`, as of rare events",
            "целые числа около `mean`, как число редких событий"
        ),
        LawSignature(
            "geometric",
            [["mean"]],
            isDiscrete: true,
            "whole numbers from 0, small ones most often",
            "целые числа от 0, чаще всего малые"
        ),
        LawSignature(
            "bernoulli",
            [["chance"]],
            numbers: ["chance"],
            isPositional: true,
            isDiscrete: true,
            "1 with this chance, else 0",
            "1 с этой вероятностью, иначе 0"
        ),
    ]

    /// A law whose parameters are a list.
    struct Listed: Sendable {
        /// Name of the law.
        let name: String
        /// How it is written.
        let usages: [String]
        /// Its values in a few words.
        let meaning: DiagnosticText
    }

    static let categorical = Listed(
        name: "categorical",
        usages: ["categorical(1: 0.6, 2: 0.4)"],
        meaning: DiagnosticText(
            "one of these values, by weight; an attribute may have words",
            "одно из этих значений, по весам; у признаков возможны слова"
        )
    )

    static let mixture = Listed(
        name: "mixture",
        usages: ["mixture(0.7: LAW, 0.3: LAW)"],
        meaning: DiagnosticText("by one of these laws, by weight", "по одному из этих законов, по весам")
    )

    static let empirical = Listed(
        name: "empirical",
        usages: ["empirical(file.csv, column minutes, unit min)", "empirical(file.csv, column n)"],
        meaning: DiagnosticText(
            "one of the values of a column of a table; numbers have no unit",
            "одно из значений столбца таблицы; у чисел единицы нет"
        )
    )

    /// Laws whose parameters are a list.
    static let listed = [categorical, mixture, empirical]

    /// Names of all laws.
    static let names = all.map(\.name) + listed.map(\.name)
}
