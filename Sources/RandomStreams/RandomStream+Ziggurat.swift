extension RandomStream {
    /// An exponential variate of mean 1 by the ziggurat; takes one word in 97.8 % of all draws.
    public mutating func exponential() -> Double {
        exponential(from: nextWord(), ZigguratTables.shared.layers)
    }

    /// The same, for the word already taken.
    @inlinable
    @inline(__always)
    mutating func exponential(from word: UInt64, _ layers: UnsafePointer<ZigguratLayer>) -> Double {
        let layer = layers[Int(truncatingIfNeeded: word & 255)]
        let place = word >> 8
        if _fastPath(place < layer.threshold) {
            return Double(Int64(bitPattern: place)) * layer.width
        }
        let result = Self.slowExponential(self, word)
        self = result.stream
        return result.variate
    }

    /// A normal variate of mean 0 and standard deviation 1 by the ziggurat; takes one word in 98.5 % of all draws.
    public mutating func normal() -> Double {
        normal(from: nextWord(), ZigguratTables.shared.layers)
    }

    /// The same, for the word already taken.
    @inlinable
    @inline(__always)
    mutating func normal(from word: UInt64, _ layers: UnsafePointer<ZigguratLayer>) -> Double {
        let layer = layers[256 &+ Int(truncatingIfNeeded: word & 255)]
        let place = Int64(bitPattern: word) >> 8
        if _fastPath(place.magnitude < layer.threshold) {
            return Double(place) * layer.width
        }
        let result = Self.slowNormal(self, word)
        self = result.stream
        return result.variate
    }

    /// Ends an exponential draw whose first word fell outside the sure part of its layer.
    ///
    /// The stream goes in by value, so that the caller may keep it in registers.
    @usableFromInline
    @inline(never)
    static func slowExponential(
        _ stream: RandomStream,
        _ firstWord: UInt64
    ) -> (variate: Double, stream: RandomStream) {
        var stream = stream
        var word = firstWord
        var base = 0.0
        let heights = ZigguratTables.shared.heights
        let layers = ZigguratTables.shared.layers
        while true {
            let index = Int(truncatingIfNeeded: word & 255)
            let layer = layers[index]
            let abscissa = Double(Int64(bitPattern: word >> 8)) * layer.width
            if word >> 8 < layer.threshold {
                return (base + abscissa, stream)
            }
            if index == 0 {
                // Beyond the tail's start the curve is itself, shifted.
                base += ZigguratTables.exponentialTail
            } else {
                let height = heights[index] + stream.uniform() * (heights[index + 1] - heights[index])
                if height < naturalExponential(-abscissa) {
                    return (base + abscissa, stream)
                }
            }
            word = stream.nextWord()
        }
    }

    /// Ends a normal draw whose first word fell outside the sure part of its layer.
    @usableFromInline
    @inline(never)
    static func slowNormal(
        _ stream: RandomStream,
        _ firstWord: UInt64
    ) -> (variate: Double, stream: RandomStream) {
        var stream = stream
        var word = firstWord
        let heights = ZigguratTables.shared.heights + 257
        let layers = ZigguratTables.shared.layers
        while true {
            let index = Int(truncatingIfNeeded: word & 255)
            let layer = layers[256 + index]
            let place = Int64(bitPattern: word) >> 8
            let abscissa = Double(place) * layer.width
            if place.magnitude < layer.threshold {
                return (abscissa, stream)
            }
            if index == 0 {
                let excess = normalTailExcess(&stream)
                let distance = ZigguratTables.normalTail + excess
                return (place < 0 ? -distance : distance, stream)
            }
            let height = heights[index] + stream.uniform() * (heights[index + 1] - heights[index])
            if height < naturalExponential(-0.5 * abscissa * abscissa) {
                return (abscissa, stream)
            }
            word = stream.nextWord()
        }
    }

    /// How far beyond the tail's start a normal variate lies, given that it does (Marsaglia 1964).
    private static func normalTailExcess(_ stream: inout RandomStream) -> Double {
        while true {
            let excess = stream.exponential() / ZigguratTables.normalTail
            if 2 * stream.exponential() >= excess * excess {
                return excess
            }
        }
    }
}
