/// A language that the program speaks to its users.
public enum Language: String, CaseIterable, Sendable, Codable {
    case russian = "ru"
    case english = "en"

    /// The language's own name, as a person would look for it in a list.
    public var ownName: String {
        switch self {
        case .russian: "русский"
        case .english: "English"
        }
    }
}
