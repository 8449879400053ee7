/// One row of a program.
///
/// The meaning of the operands depends on the opcode; the tables they point into belong to `Program`.
public struct Instruction: Sendable, Hashable {
    /// What the row does.
    public var opcode: Opcode
    /// Kind of time spent while the row holds the strand up, an index below `Program.kindCount`.
    public var kind: UInt8
    /// Whether a plain run finds the row's time from a tally; tables say so.
    var isTimeTallied = false
    /// Index of the step that the row belongs to, or -1.
    public var step: Int32
    /// First operand.
    public var first: Int32
    /// Second operand.
    public var second: Int32
    /// Third operand.
    public var third: Int32
    /// Row from which a strand that is broken off gives back what it holds and ends.
    public var unwind: Int32

    /// Makes a row from its parts.
    public init(
        _ opcode: Opcode,
        kind: UInt8 = 0,
        step: Int32 = -1,
        first: Int32 = 0,
        second: Int32 = 0,
        third: Int32 = 0,
        unwind: Int32 = 0
    ) {
        self.opcode = opcode
        self.kind = kind
        self.step = step
        self.first = first
        self.second = second
        self.third = third
        self.unwind = unwind
    }
}

/// What an instruction does; after it the strand goes on with the next row unless said otherwise.
public enum Opcode: UInt8, Sendable, Hashable, CaseIterable {
    /// Waits until request `first` finds room in its pool's line, or could be granted at once.
    case enter
    /// Waits for the resources of request `first`; tables put in `second` the duration of the service that follows, if
    /// it can be drawn ahead, or -1.
    case seize
    /// Spends duration `first` in service; the end comes before other events of its instant. Tables put in `third` the
    /// first tally of its lengths, or -1.
    case serve
    /// Gives back the resources of request `first`.
    case release
    /// Gives back the resources of request `first` after duration `second`, while the strand goes on.
    case releaseLater
    /// Spends duration `first`.
    case delay
    /// Waits until shift table `first` is open, or will be after duration `second` unless that is -1; when that is
    /// on another day, until a moment of that day's open time by draw `third` unless that is -1.
    case awaitOpening
    /// Goes to one of choice `first`'s targets by one draw.
    case choose
    /// Goes to row `second` unless test `first` holds.
    case test
    /// Goes to row `first`.
    case jump
    /// Opens loop `first`; goes to row `second` when there is no round.
    case beginLoop
    /// Closes a round of loop `first`; goes back to row `second` for another.
    case endLoop
    /// Starts the strands of split `first` and waits for them.
    case split
    /// Waits until the members of engagement `first` are free, and engages them.
    case engage
    /// Lets the members of engagement `first` go.
    case disengage
    /// Notes that the pools of request `first` have dealt with the strand's entity, and which server if `second` is 1; adds 1
    /// to counter `third` when others did before.
    case meet
    /// Waits for group `first` to be complete; its first strand goes on for all with the next row, the others to row
    /// `second` when it disbands.
    case gather
    /// Lets the others of the strand's group go on.
    case disband
    /// Goes to row `second` when the entity selects no item of item request `first`.
    case skipWithoutItems
    /// Waits for the replies of item request `first`.
    case awaitReplies
    /// Notes that the entity has the selected items of request `first`, which are told apart.
    case receiveItems
    /// Gives registers the values of assignments `first`.
    case set
    /// Adds `second` to counter `first`.
    case count
    /// Leaves with outcome `first`; the entity's other strands are broken off.
    case leave
    /// Leaves as `leave` does and ends; tables put it in place of `leave` where nothing is held.
    case leaveAndEnd
    /// Ends the strand; the last strand to end takes the entity out.
    case end
}
