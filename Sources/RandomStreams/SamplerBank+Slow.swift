extension SamplerBank {
    /// A mixture's or a clamped law's variate.
    ///
    /// The stream goes by value, so that the caller may keep it in registers.
    @usableFromInline
    @inline(never)
    func drawCompound(
        _ record: UnsafePointer<SamplerRecord>,
        _ stream: RandomStream
    ) -> (variate: Double, stream: RandomStream) {
        var stream = stream
        let record = record.pointee
        if record.kind == .clamped {
            let inner = drawPart(Int(record.count), &stream)
            let variate = min(max(inner, record.numbers[0]), record.numbers[1])
            return (record.location + record.scale * variate, stream)
        }
        let place = stream.uniform()
        var component = 0
        while record.numbers[component] <= place { component += 1 }
        let part = Int(record.numbers[Int(record.count) + component])
        return (record.location + record.scale * drawPart(part, &stream), stream)
    }

    /// As `draw`, for the record of any part.
    private func drawPart(_ index: Int, _ stream: inout RandomStream) -> Double {
        let record = records + index
        let variate: Double
        switch record.pointee.kind {
        case .constant: return record.pointee.location
        case .mixture, .clamped:
            let result = drawCompound(record, stream)
            stream = result.stream
            return result.variate
        case .exponential: variate = stream.exponential()
        case .normal: variate = stream.normal()
        case .lognormal: variate = naturalExponential(record.pointee.parameter * stream.normal())
        default: variate = standardQuantile(record, stream.uniform())
        }
        return record.pointee.location + record.pointee.scale * variate
    }

    /// The standard variate of a record by inversion.
    @usableFromInline
    @inline(never)
    func standardQuantile(_ record: UnsafePointer<SamplerRecord>, _ probability: Double) -> Double {
        standardQuantile(record, probability, complement: 1 - probability)
    }

    private func standardQuantile(
        _ record: UnsafePointer<SamplerRecord>,
        _ probability: Double,
        complement: Double
    ) -> Double {
        let shape = record.pointee.parameter
        switch record.pointee.kind {
        case .constant: return 0
        case .uniform: return probability
        case .exponential: return InverseForms.exponential(probability, complement: complement)
        case .normal: return InverseForms.normal(probability, complement: complement)
        case .lognormal:
            return naturalExponential(shape * InverseForms.normal(probability, complement: complement))
        case .tabulated:
            let isUpper = probability >= 0.5
            let distance = isUpper ? complement : probability
            return Self.tabulatedQuantile(record, distance: distance, isUpper: isUpper)
        case .triangular: return InverseForms.triangular(probability, complement: complement, mode: shape)
        case .weibull: return InverseForms.weibull(probability, complement: complement, shape: shape)
        case .geometric: return InverseForms.geometric(probability, complement: complement, chance: shape)
        case .bernoulli: return probability < 1 - shape ? 0 : 1
        case .steps: return Self.stepQuantile(record.pointee, probability)
        case .conditioned: return conditionedQuantile(record.pointee, probability, complement)
        case .clamped:
            let part = records + Int(record.pointee.count)
            let inner = standardQuantile(part, probability, complement: complement)
            return min(max(inner, record.pointee.numbers[0]), record.pointee.numbers[1])
        case .mixture: preconditionFailure("a mixture has no inverse")
        }
    }

    private static func stepQuantile(_ record: SamplerRecord, _ probability: Double) -> Double {
        let guideSize = 1 << Int(record.parameter)
        let cumulative = record.numbers + guideSize
        var step = Int(record.numbers[Int(probability * Double(guideSize))])
        while cumulative[step] <= probability { step += 1 }
        return cumulative[Int(record.count) + step]
    }

    private func conditionedQuantile(
        _ record: SamplerRecord,
        _ probability: Double,
        _ complement: Double
    ) -> Double {
        let numbers = record.numbers
        let base = records + Int(record.count)
        let lower = numbers[0] + probability * numbers[1]
        let upper = numbers[2] + complement * numbers[1]
        let value =
            lower < 0.5
            ? standardQuantile(base, lower, complement: 1 - lower)
            : standardQuantile(base, 1 - upper, complement: upper)
        return min(max(value, numbers[3]), numbers[4])
    }

    /// The exact inverse, beyond the ends of a table.
    @usableFromInline
    @inline(never)
    static func tailQuantile(
        _ record: UnsafePointer<SamplerRecord>,
        distance: Double,
        isUpper: Bool
    ) -> Double {
        let head = record.pointee.numbers
        let law = head[0] == 0 ? TabulatedLaw.gamma(shape: head[1]) : .beta(alpha: head[1], beta: head[2])
        return isUpper
            ? law.quantile(1 - distance, complement: distance)
            : law.quantile(distance, complement: 1 - distance)
    }
}
