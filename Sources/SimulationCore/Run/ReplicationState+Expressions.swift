import RandomStreams

/// Numbers worked out from registers, and registers that change.
extension ReplicationState {
    /// The value of an expression for a strand.
    @inline(never)
    mutating func value(of expression: Int32, _ strand: UnsafeMutablePointer<Strand>) -> Double {
        var numbers: [Double] = []
        for operation in program.expressions[Int(expression)].operations {
            switch operation {
            case .number(let number): numbers.append(number)
            case .register(let register): numbers.append(self.register(register, strand))
            case .lineLength(let pool): numbers.append(Double(pools[Int(pool)].lineLength))
            case .sum, .difference, .product, .least, .greatest:
                let right = numbers.removeLast()
                let left = numbers.removeLast()
                numbers.append(Self.result(of: operation, left, right))
            }
        }
        // Products of large numbers may leave the numbers; what is compared or waited for stays finite.
        let value = numbers[0]
        return value.isNaN ? 0 : min(max(value, -Self.largestNumber), Self.largestNumber)
    }

    /// Largest value of an expression.
    private static var largestNumber: Double { 0x1p60 }

    private static func result(
        of operation: ExpressionPlan.Operation,
        _ left: Double,
        _ right: Double
    ) -> Double {
        switch operation {
        case .sum: left + right
        case .difference: left - right
        case .product: left * right
        case .least: min(left, right)
        case .greatest: max(left, right)
        case .number, .register, .lineLength: preconditionFailure("not an operation of two numbers")
        }
    }

    /// Whether a test holds for a strand.
    mutating func holds(_ test: TestPlan, _ strand: UnsafeMutablePointer<Strand>) -> Bool {
        switch test {
        case .register(let index, let comparison, let value):
            comparison.holds(register(index, strand), value)
        case .lasting(let held, let comparison, let value):
            comparison.holds(isHeld(held, strand) ? 1 : 0, value)
        case .lineLength(let pool, let comparison, let value):
            comparison.holds(Double(pools[Int(pool)].lineLength), value)
        case .classMembership(let isMember):
            isMember[Int(strand.pointee.classIndex)]
        }
    }

    /// Whether a strand's entity has something now; of members, whether all have.
    private mutating func isHeld(_ held: HeldPlan, _ strand: UnsafeMutablePointer<Strand>) -> Bool {
        if held.isOwn { return isAhead(held.register + ownMember(of: strand), strand) }
        let number = held.role < 0 ? 1 : min(held.count, membersInAll(held.role, root(of: strand)))
        return (0..<number).allSatisfy { isAhead(held.register + $0, strand) }
    }

    /// Whether the moment in a register lies ahead.
    mutating func isAhead(_ register: Int32, _ strand: UnsafeMutablePointer<Strand>) -> Bool {
        self.register(register, strand) > Double(now)
    }

    /// The member on whose way a strand is.
    mutating func ownMember(of strand: UnsafeMutablePointer<Strand>) -> Int32 {
        Int32(strand.pointee.occurrence.member)
    }

    /// When something ends that a strand's entity has from now on, for a register.
    mutating func end(
        of lasting: LastingPlan,
        _ strand: UnsafeMutablePointer<Strand>,
        _ occurrence: Occurrence
    ) -> Double {
        guard lasting.duration >= 0 else { return Double(SimulationTime.never) }
        let draw = tables.durationPlans[Int(lasting.duration)].draw
        return Double(end(of: lasting.duration, drawn: sample(draw, strand, occurrence), from: now))
    }

    /// Gives registers of a strand's entity new values, all by the old ones.
    mutating func assign(_ assignments: Int, _ strand: UnsafeMutablePointer<Strand>) {
        let plans = program.assignments[assignments]
        var values: [Double] = []
        for plan in plans {
            var value =
                plan.draw >= 0
                ? sample(plan.draw, strand, strand.pointee.occurrence)
                : self.value(of: plan.expression, strand)
            if plan.isCount { value = max(0, value.rounded(.toNearestOrEven)) }
            if let lasts = plan.lasts {
                var occurrence = strand.pointee.occurrence
                if plan.member >= 0 { occurrence = occurrence.withMember(Int(plan.member)) }
                value = value > 0 ? end(of: lasts, strand, occurrence) : 0
            }
            values.append(value)
        }
        let first = Int(root(of: strand).pointee.slot) * registerCount
        for (plan, value) in zip(plans, values) {
            let register = plan.isOwn ? plan.register + ownMember(of: strand) : plan.register
            strands.registers[first + Int(register)] = value
        }
    }
}
