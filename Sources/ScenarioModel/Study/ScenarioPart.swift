/// A part of a scenario that a message speaks of, by the names that the file gives.
public enum ScenarioPart: Sendable, Hashable {
    /// The time zone.
    case timeZone
    /// The pool of this name.
    case pool(String)
    /// The family class of this name.
    case familyClass(String)
    /// The step of this name in this route.
    case step(route: String, name: String)
}
