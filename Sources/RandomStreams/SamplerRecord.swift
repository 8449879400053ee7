/// How a compiled sampler draws.
@frozen
@usableFromInline
enum SamplerKind: UInt8 {
    // Without a word of their own.
    case constant, mixture, clamped
    // One word.
    case uniform, exponential, normal, lognormal, tabulated
    // One word, by inversion out of line.
    case triangular, weibull, geometric, bernoulli, steps, conditioned
}

/// A compiled sampler: plain numbers only.
///
/// A value is `location` + `scale` × standard variate.
@frozen
@usableFromInline
struct SamplerRecord {
    @usableFromInline let kind: SamplerKind
    /// The halvings of a table, the number of steps or components, or the index of the base's record.
    @usableFromInline let count: Int32
    @usableFromInline let location: Double
    @usableFromInline let scale: Double
    /// The shape of the standard law.
    @usableFromInline let parameter: Double
    /// The law's tables inside the bank's store of numbers, laid out as `SamplerCompiler` says.
    @usableFromInline let numbers: UnsafePointer<Double>
}
