/// One of a pool's staff who is told apart from the others.
public struct StaffMember: Sendable, Hashable {
    /// Name in the file.
    public var name: String
    /// Title for people.
    public var title: LocalizedText
    /// How fast the member works: service times are divided by it; above 0.
    public var speed: Double
    /// What the member is able to do first of all, ordered.
    public var skills: [String]
    /// What the member does when nobody is free whose skill it is, ordered.
    public var secondSkills: [String]
    /// What the member is paid, or nil for the pool's pay.
    public var pay: Pay?

    /// Makes a member from its parts.
    public init(
        name: String,
        title: LocalizedText? = nil,
        speed: Double = 1,
        skills: [String] = [],
        secondSkills: [String] = [],
        pay: Pay? = nil
    ) {
        self.name = name
        self.title = title ?? LocalizedText(name)
        self.speed = speed
        self.skills = skills
        self.secondSkills = secondSkills
        self.pay = pay
    }
}

/// Who of named staff serves a family that has been served by them before, or is a case of one of them.
///
/// A family's own person is the one to whom it is assigned, else who was the first of the pool to serve it. As long as it
/// has none, anybody serves it; and where that person lacks the skill of a step that asks for it, somebody else does and
/// is its own from then on.
public enum PersonRule: String, Sendable, Hashable, CaseIterable {
    /// Only its own person.
    case same
    /// Its own person; somebody else while that person is not on duty.
    case sameIfOnDuty = "same if on duty"
    /// Its own person if free, else anybody.
    case sameIfFree = "same if free"
    /// Somebody else, who is its own person from then on.
    case another
}
