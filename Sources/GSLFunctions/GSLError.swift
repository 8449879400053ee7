/// What went wrong in a call to the GNU Scientific Library.
public enum GSLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// An argument lies outside the domain of the function.
    case argument(function: String, name: String, found: Double, expected: String)
    /// The library gave no number although the arguments were admissible.
    case noValue(function: String)
    /// The library reported a status; `code` is one of its `gsl_errno` numbers.
    case status(function: String, code: Int)

    /// A sentence naming the function, what was found and what was expected.
    public var description: String {
        switch self {
        case .argument(let function, let name, let found, let expected):
            "\(function): \(name) is \(found), expected \(expected)"
        case .noValue(let function):
            "\(function): the GNU Scientific Library gave no value"
        case .status(let function, let code):
            "\(function): the GNU Scientific Library reported error \(code)"
        }
    }
}
