/// A tabulated monotone inverse of a gamma or beta law: quintic Hermite pieces, 10⁻⁹ of the exact inverse.
///
/// Cells are uniform within binades of the probability from 2⁻²⁵ to 1/2, and of its complement likewise, so
/// that the high bits of the number are the index of its cell. Values, first and second derivatives are exact at
/// the cells' ends. Beyond 2⁻²⁵ on either side (6e-8 of all draws) the exact inverse is used.
struct InverseTable {
    /// Binades on either side.
    static let binades = 24
    /// Coefficients of a cell, constant first, of its polynomial on 0...1.
    static let coefficientsPerCell = 6
    /// Halvings of a binade are tried from 16 cells to 256 until the error is met.
    static let cellBits = 4...8
    static let targetError = 2e-10

    let bits: Int
    /// The cells of the lower half, then those of the upper half, each by rising distance from its end.
    let coefficients: [Double]
    /// The greatest relative error met halfway in any cell, where that of a Hermite piece peaks.
    let greatestError: Double

    init(_ law: TabulatedLaw) {
        var chosen = Self.attempt(law, bits: Self.cellBits.lowerBound)
        for bits in Self.cellBits.dropFirst() where chosen.error > Self.targetError {
            chosen = Self.attempt(law, bits: bits)
        }
        bits = chosen.bits
        coefficients = chosen.coefficients
        greatestError = chosen.error
    }

    private static func attempt(
        _ law: TabulatedLaw,
        bits: Int
    ) -> (bits: Int, coefficients: [Double], error: Double) {
        var coefficients: [Double] = []
        coefficients.reserveCapacity(2 * binades * coefficientsPerCell << bits)
        var greatest = 0.0
        for isUpper in [false, true] {
            var start = Node(law, distance: distance(ofCell: 0, bits: bits), isUpper: isUpper)
            for cell in 0..<(binades << bits) {
                let end = Node(law, distance: distance(ofCell: cell + 1, bits: bits), isUpper: isUpper)
                let piece = HermitePiece(from: start, to: end)
                let middle = start.distance + (end.distance - start.distance) / 2
                let exact = Node.value(law, distance: middle, isUpper: isUpper)
                greatest = max(greatest, abs(piece.value(at: 0.5) - exact) / exact)
                coefficients.append(contentsOf: piece.coefficients)
                start = end
            }
        }
        return (bits, coefficients, greatest)
    }

    /// Where a cell starts: the inverse of the index taken from the high bits of a number.
    private static func distance(ofCell cell: Int, bits: Int) -> Double {
        Double(bitPattern: UInt64(((1023 - binades - 1) << bits) + cell) << UInt64(52 - bits))
    }
}

/// The inverse and its derivatives at one distance from an end of 0...1.
private struct Node {
    let distance: Double
    let value: Double
    let slope: Double
    let curvature: Double

    init(_ law: TabulatedLaw, distance: Double, isUpper: Bool) {
        self.distance = distance
        value = Self.value(law, distance: distance, isUpper: isUpper)
        var density = law.density(at: value)
        var bendSign = -1.0
        if isUpper, case .beta(let alpha, let beta) = law {
            // Near 1 the digits are in the distance to 1.
            let mirrored = TabulatedLaw.beta(alpha: beta, beta: alpha)
            density = mirrored.density(at: law.upperDistance(complement: distance))
            bendSign = 1
        }
        slope = (isUpper ? -1 : 1) / density.value
        curvature = bendSign * density.logarithmicSlope / (density.value * density.value)
    }

    static func value(_ law: TabulatedLaw, distance: Double, isUpper: Bool) -> Double {
        isUpper
            ? law.quantile(1 - distance, complement: distance)
            : law.quantile(distance, complement: 1 - distance)
    }
}

/// A polynomial on 0...1 that runs monotonically from one node to the next.
private struct HermitePiece {
    let coefficients: [Double]

    init(from start: Node, to end: Node) {
        let length = end.distance - start.distance
        let rise = end.value - start.value
        let slopes = (start.slope * length, end.slope * length)
        let bends = (start.curvature * length * length, end.curvature * length * length)
        let quintic = [
            start.value, slopes.0, bends.0 / 2,
            10 * rise - 6 * slopes.0 - 4 * slopes.1 - 1.5 * bends.0 + 0.5 * bends.1,
            -15 * rise + 8 * slopes.0 + 7 * slopes.1 + 1.5 * bends.0 - bends.1,
            6 * rise - 3 * (slopes.0 + slopes.1) - 0.5 * bends.0 + 0.5 * bends.1,
        ]
        let isMonotone = quintic.allSatisfy(\.isFinite) && Self.isMonotone(quintic, rise: rise)
        coefficients = isMonotone ? quintic : Self.guardedCubic(start.value, rise, slopes)
    }

    func value(at place: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * place + $1 }
    }

    /// Whether the derivative keeps the sign of the rise at 33 points.
    private static func isMonotone(_ quintic: [Double], rise: Double) -> Bool {
        (0...32).allSatisfy { step in
            let place = Double(step) / 32
            var slope = 0.0
            for degree in (1...5).reversed() {
                slope = slope * place + Double(degree) * quintic[degree]
            }
            return slope * rise >= 0
        }
    }

    /// The cubic piece of Fritsch and Carlson (1980), with slopes cut until it is monotone.
    private static func guardedCubic(
        _ value: Double,
        _ rise: Double,
        _ slopes: (Double, Double)
    ) -> [Double] {
        var slopes = slopes
        if !slopes.0.isFinite || slopes.0 * rise <= 0 { slopes.0 = 0 }
        if !slopes.1.isFinite || slopes.1 * rise <= 0 { slopes.1 = 0 }
        let squares = slopes.0 * slopes.0 + slopes.1 * slopes.1
        if squares > 9 * rise * rise {
            let cut = 3 * abs(rise) / squares.squareRoot()
            slopes = (slopes.0 * cut, slopes.1 * cut)
        }
        return [
            value, slopes.0, 3 * rise - 2 * slopes.0 - slopes.1, slopes.0 + slopes.1 - 2 * rise, 0, 0,
        ]
    }
}
