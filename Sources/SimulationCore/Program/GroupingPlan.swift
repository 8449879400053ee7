/// Tells entities apart by the value of a register, and keeps tallies of each value.
public struct GroupingPlan: Sendable, Hashable {
    /// The register; the whole part of what it holds is the value, from 0.
    public var register: Int32
    /// How many values there are; entities with any other are left out.
    public var valueCount: Int32
    /// Whether entities of each class take part.
    public var takesPart: [Bool]
    /// First tally of times in system, by the value on leaving; the value is added.
    public var timeInSystem: Int32
    /// First tally of times to the first help, by the value when it begins; the value is added.
    public var timeToFirstHelp: Int32
    /// First tally of time of the entity's own, by the value on leaving; the value is added.
    public var ownTime: Int32
    /// First tally of waits of requests that are told apart, by the value when they are granted; the value is added.
    public var waits: Int32

    /// Makes a plan without tallies.
    public init(register: Int32, valueCount: Int32, takesPart: [Bool]) {
        self.register = register
        self.valueCount = valueCount
        self.takesPart = takesPart
        timeInSystem = -1
        timeToFirstHelp = -1
        ownTime = -1
        waits = -1
    }

    /// First tallies of all that is kept.
    var tallies: [Int32] { [timeInSystem, timeToFirstHelp, ownTime, waits] }
}
