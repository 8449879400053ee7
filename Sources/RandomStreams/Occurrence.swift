/// Which of an entity's many uses of one purpose a draw belongs to: a path, not a count of events.
///
/// 56 bits: 0–11 loop level 1, 12–21 item, 22–27 branch, 28–31 member, 32–43 loop level 2, 44–55 loop level 3. They
/// choose the key (see `StreamKey`), so that parallel parts of a path never depend on the order of events. All zero is
/// the first occurrence.
@frozen
public struct Occurrence: Sendable, Hashable {
    /// The version of the layout of keys and counters, recorded with results: 2 since draws come from Squares.
    @inlinable
    public static var layoutVersion: Int { 2 }
    /// Levels of nested loops that are told apart: 1, 2 and 3.
    @inlinable
    public static var loopLevels: Int { 3 }
    /// Iterations of one loop level; the first is 0.
    @inlinable
    public static var iterationsPerLoop: Int { 1 << 12 }
    /// Items of one entity; the first is 0.
    @inlinable
    public static var items: Int { 1 << 10 }
    /// Branches that are told apart; the first is 0.
    @inlinable
    public static var branches: Int { 1 << 6 }
    /// Members of one entity; the first is 0.
    @inlinable
    public static var members: Int { 1 << 4 }

    /// The packed path, below 2⁵⁶.
    public let bits: UInt64

    /// The first occurrence: every field is 0.
    @inlinable
    public init() {
        bits = 0
    }

    /// A packed path made earlier; traps above 56 bits.
    @inlinable
    public init(bits: UInt64) {
        precondition(bits >> 56 == 0, "an occurrence has 56 bits")
        self.bits = bits
    }

    /// The iteration of loop level 1, 2 or 3.
    @inlinable
    public func iteration(ofLoop level: Int) -> Int {
        field(at: Self.shift(ofLoop: level), size: Self.iterationsPerLoop)
    }

    /// The item.
    @inlinable
    public var item: Int { field(at: 12, size: Self.items) }

    /// The branch.
    @inlinable
    public var branch: Int { field(at: 22, size: Self.branches) }

    /// The member.
    @inlinable
    public var member: Int { field(at: 28, size: Self.members) }

    /// The same path in another iteration (0 to 4095) of loop level 1, 2 or 3; traps outside.
    @inlinable
    public func withLoop(level: Int, iteration: Int) -> Occurrence {
        replacing(at: Self.shift(ofLoop: level), size: Self.iterationsPerLoop, by: iteration)
    }

    /// The same path for another item, 0 to 1023; traps outside.
    @inlinable
    public func withItem(_ item: Int) -> Occurrence {
        replacing(at: 12, size: Self.items, by: item)
    }

    /// The same path in another branch, 0 to 63; traps outside.
    @inlinable
    public func withBranch(_ branch: Int) -> Occurrence {
        replacing(at: 22, size: Self.branches, by: branch)
    }

    /// The same path for another member, 0 to 15; traps outside.
    @inlinable
    public func withMember(_ member: Int) -> Occurrence {
        replacing(at: 28, size: Self.members, by: member)
    }

    @inlinable
    static func shift(ofLoop level: Int) -> Int {
        precondition(level >= 1 && level <= loopLevels, "a loop level is 1, 2 or 3")
        return level == 1 ? 0 : 8 &+ 12 &* level
    }

    @inlinable
    func field(at shift: Int, size: Int) -> Int {
        Int(truncatingIfNeeded: bits &>> UInt64(shift)) & (size &- 1)
    }

    @inlinable
    func replacing(at shift: Int, size: Int, by value: Int) -> Occurrence {
        precondition(value >= 0 && value < size, "a part of an occurrence exceeds its field")
        let mask = UInt64(size &- 1) &<< UInt64(shift)
        return Occurrence(bits: bits & ~mask | UInt64(value) &<< UInt64(shift))
    }
}
