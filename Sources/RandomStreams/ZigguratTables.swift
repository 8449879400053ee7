// Ziggurats of 256 layers after Marsaglia and Tsang (2000). Layer 0 is the base with the tail, layer 255 the
// top. The low 8 bits of a word choose the layer and the other 56 the place in it, so neither bit serves twice
// (the fault of the 32-bit original, Doornik 2005).

/// What the fast path of a draw reads: one layer's width and the part of it that lies under the curve.
@frozen
@usableFromInline
struct ZigguratLayer {
    /// Places below this are under the curve whatever the height.
    @usableFromInline let threshold: UInt64
    /// Turns a place into an abscissa.
    @usableFromInline let width: Double
}

/// The tables of both ziggurats, made once and never freed.
struct ZigguratTables: @unchecked Sendable {
    static let shared = ZigguratTables()
    /// The abscissa where the exponential tail starts, for 256 layers.
    static let exponentialTail = 7.697117470131049720
    /// The abscissa where the normal tail starts, for 256 layers.
    static let normalTail = 3.654152885361008796

    /// 256 layers of the exponential ziggurat, then 256 of the normal one.
    let layers: UnsafePointer<ZigguratLayer>
    /// 257 heights of the exponential curve at the layers' right ends, then 257 of the normal one.
    let heights: UnsafePointer<Double>

    private init() {
        let layers = UnsafeMutablePointer<ZigguratLayer>.allocate(capacity: 512)
        let heights = UnsafeMutablePointer<Double>.allocate(capacity: 514)
        let tail = Self.normalTail
        let normalArea =
            tail * naturalExponential(-0.5 * tail * tail)
            + (Double.pi / 2).squareRoot() * complementaryError(tail / 2.0.squareRoot())
        Self.fill(
            layers,
            heights,
            tail: Self.exponentialTail,
            area: (Self.exponentialTail + 1) * naturalExponential(-Self.exponentialTail),
            places: 0x1p56,
            curve: { naturalExponential(-$0) },
            inverse: { -naturalLogarithm($0) }
        )
        Self.fill(
            layers + 256,
            heights + 257,
            tail: tail,
            area: normalArea,
            places: 0x1p55,
            curve: { naturalExponential(-0.5 * $0 * $0) },
            inverse: { (-2 * naturalLogarithm($0)).squareRoot() }
        )
        self.layers = UnsafePointer(layers)
        self.heights = UnsafePointer(heights)
    }

    private static func fill(
        _ layers: UnsafeMutablePointer<ZigguratLayer>,
        _ heights: UnsafeMutablePointer<Double>,
        tail: Double,
        area: Double,
        places: Double,
        curve: (Double) -> Double,
        inverse: (Double) -> Double
    ) {
        var ends = [area / curve(tail), tail]
        for layer in 2..<256 {
            ends.append(inverse(area / ends[layer - 1] + curve(ends[layer - 1])))
        }
        ends.append(0)
        for layer in 0..<256 {
            let threshold = UInt64(ends[layer + 1] / ends[layer] * places)
            (layers + layer).initialize(
                to: ZigguratLayer(threshold: threshold, width: ends[layer] / places)
            )
            (heights + layer).initialize(to: curve(ends[layer]))
        }
        (heights + 256).initialize(to: 1)
    }
}
