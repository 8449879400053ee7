/// Compiled samplers, drawn from by index: immutable, and read by any number of threads at once.
///
/// A value depends on the sampler and the stream only. Making a bank computes the tables of gamma and beta laws
/// (some milliseconds each, identical ones once); a draw allocates nothing and takes no lock.
public final class SamplerBank: @unchecked Sendable {
    /// The number of samplers.
    public let count: Int
    /// The greatest relative error met when the tables of gamma and beta laws were made; 2e-10 is aimed at.
    public let greatestTableError: Double
    @usableFromInline let records: UnsafePointer<SamplerRecord>
    /// Kept at hand, so that no draw asks whether the tables exist.
    @usableFromInline let layers: UnsafePointer<ZigguratLayer>
    private let recordCount: Int
    private let numbers: UnsafeMutablePointer<Double>

    /// Compiles the samplers; sampler i is drawn by index i.
    public init(_ samplers: [Sampler]) {
        let compiled = SamplerCompiler(samplers)
        let numbers = UnsafeMutablePointer<Double>.allocate(capacity: max(compiled.numbers.count, 1))
        numbers.initialize(from: compiled.numbers, count: compiled.numbers.count)
        let records = UnsafeMutablePointer<SamplerRecord>.allocate(capacity: max(compiled.drafts.count, 1))
        for (index, draft) in compiled.drafts.enumerated() {
            (records + index).initialize(
                to: SamplerRecord(
                    kind: draft.kind,
                    count: Int32(draft.count),
                    location: draft.location,
                    scale: draft.scale,
                    parameter: draft.parameter,
                    numbers: UnsafePointer(numbers + draft.offset)
                )
            )
        }
        layers = ZigguratTables.shared.layers
        count = samplers.count
        greatestTableError = compiled.greatestTableError
        recordCount = compiled.drafts.count
        self.numbers = numbers
        self.records = UnsafePointer(records)
    }

    deinit {
        // Records and numbers are plain, so nothing but their memory is to be given back.
        UnsafeMutablePointer(mutating: records).deallocate()
        numbers.deallocate()
    }

    /// A sampler of the bank found once, to be drawn from without being looked up; it holds while the bank does.
    @frozen
    public struct Entry {
        @usableFromInline let record: UnsafePointer<SamplerRecord>
        @usableFromInline let layers: UnsafePointer<ZigguratLayer>

        @inlinable
        init(record: UnsafePointer<SamplerRecord>, layers: UnsafePointer<ZigguratLayer>) {
            self.record = record
            self.layers = layers
        }
    }

    /// The entry of sampler `index`, below `count`.
    @inlinable
    @inline(__always)
    public func entry(_ index: Int) -> Entry {
        assert(index >= 0 && index < count, "no such sampler")
        return Entry(record: records + index, layers: layers)
    }

    /// A variate of sampler `index`, below `count`, from the first words of a stream that was just opened.
    @inlinable
    @inline(__always)
    public func draw(_ index: Int, _ stream: RandomStream) -> Double {
        draw(entry(index), stream)
    }

    /// A variate of one of the bank's own samplers, from the first words of a stream that was just opened.
    ///
    /// All laws but mixtures, and those drawn by ziggurats in 1 of 45 draws, take exactly one word; a constant takes
    /// none.
    @inlinable
    @inline(__always)
    public func draw(_ entry: Entry, _ stream: RandomStream) -> Double {
        let record = entry.record
        if record.pointee.kind == .exponential {
            var stream = stream
            let variate = stream.exponential(from: stream.takeWord(), entry.layers)
            return record.pointee.location + record.pointee.scale * variate
        }
        return drawOther(record, stream)
    }

    /// As `draw`, for laws that are less common.
    @usableFromInline
    @inline(never)
    func drawOther(_ record: UnsafePointer<SamplerRecord>, _ stream: RandomStream) -> Double {
        let opened = stream
        var stream = stream
        let word = stream.takeWord()
        let variate: Double
        switch record.pointee.kind {
        case .constant: return record.pointee.location
        case .uniform: variate = RandomStream.openUnit(word)
        case .exponential: variate = stream.exponential(from: word, layers)
        case .normal: variate = stream.normal(from: word, layers)
        case .lognormal:
            variate = naturalExponential(record.pointee.parameter * stream.normal(from: word, layers))
        case .tabulated: variate = Self.tabulatedQuantile(record, RandomStream.openUnit(word))
        case .mixture, .clamped:
            return drawCompound(record, opened).variate
        case .triangular, .weibull, .geometric, .bernoulli, .steps, .conditioned:
            variate = standardQuantile(record, RandomStream.openUnit(word))
        }
        return record.pointee.location + record.pointee.scale * variate
    }

    /// The value that the uniform number `probability`, inside (0, 1), gives to sampler `index` by inversion.
    ///
    /// This is what `draw` gives for laws drawn by inversion. Nil for a mixture. Monotone: rising, or falling if an
    /// affine scale below 0 turned the law.
    public func value(_ index: Int, at probability: Double) -> Double? {
        precondition(index >= 0 && index < count, "no such sampler")
        precondition(probability > 0 && probability < 1, "a probability lies strictly between 0 and 1")
        let record = records + index
        if record.pointee.kind == .mixture { return nil }
        let variate = standardQuantile(record, probability)
        return record.pointee.location + record.pointee.scale * variate
    }

    /// A gamma or beta quantile from its table; see `InverseTable`.
    @inlinable
    @inline(__always)
    static func tabulatedQuantile(_ record: UnsafePointer<SamplerRecord>, _ probability: Double) -> Double {
        let isUpper = probability >= 0.5
        let distance = isUpper ? 1 - probability : probability
        return tabulatedQuantile(record, distance: distance, isUpper: isUpper)
    }

    /// The quantile at a distance of at most 1/2 from the lower or upper end of 0...1.
    @inlinable
    @inline(__always)
    static func tabulatedQuantile(
        _ record: UnsafePointer<SamplerRecord>,
        distance: Double,
        isUpper: Bool
    ) -> Double {
        let bits = UInt64(truncatingIfNeeded: record.pointee.count)
        let pattern = min(distance, 0x1.fffffffffffffp-2).bitPattern
        let cell = Int(truncatingIfNeeded: pattern &>> (52 &- bits)) &- (998 &<< Int(bits))
        if _slowPath(cell < 0) {
            return tailQuantile(record, distance: distance, isUpper: isUpper)
        }
        // The bits below the index, as the fraction of a number from 1 to 2.
        let fraction = Double(bitPattern: (pattern &<< bits) & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
        let place = fraction - 1
        let half = isUpper ? 24 &<< Int(bits) : 0
        let piece = record.pointee.numbers + (3 &+ 6 &* (cell &+ half))
        let high = piece[3] + place * (piece[4] + place * piece[5])
        return piece[0] + place * (piece[1] + place * (piece[2] + place * high))
    }
}
