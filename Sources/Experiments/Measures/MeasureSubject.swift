/// What a measure speaks of.
public enum MeasureSubject: Sendable, Hashable {
    /// Everything together.
    case all
    /// The pool of this name.
    case pool(String)
    /// A member of a pool whose staff are told apart, as `POOL/MEMBER`.
    case member(String)
    /// The step of this name.
    case step(String)
    /// The agency of this name.
    case agency(String)
    /// The outcome of this name.
    case outcome(String)
    /// The kind of time of this name.
    case timeKind(String)
    /// The target of this name.
    case target(String)
    /// The members of families with this role.
    case role(String)
    /// The quantity of this name, of which classes are compared.
    case quantity(String)
    /// The families with this word of the attribute of this name.
    case attribute(String, word: String)

    /// The kind in words of exports.
    public var kind: String {
        switch self {
        case .all: "all"
        case .pool: "pool"
        case .member: "member"
        case .step: "step"
        case .agency: "agency"
        case .outcome: "outcome"
        case .timeKind: "kind of time"
        case .target: "target"
        case .role: "role"
        case .quantity: "quantity"
        case .attribute: "attribute"
        }
    }

    /// The name, empty for everything together.
    public var name: String {
        switch self {
        case .all: ""
        case .pool(let name), .member(let name), .step(let name), .agency(let name), .outcome(let name),
            .timeKind(let name),
            .target(let name),
            .role(let name), .quantity(let name):
            name
        case .attribute(let name, let word): "\(name) = \(word)"
        }
    }
}
