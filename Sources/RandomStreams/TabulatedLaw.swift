internal import GSLFunctions

/// A standard law whose inverse has no closed form and is tabulated in a bank: gamma of scale 1, beta on 0...1.
enum TabulatedLaw: Sendable, Hashable {
    case gamma(shape: Double)
    case beta(alpha: Double, beta: Double)

    /// The exact inverse.
    func quantile(_ probability: Double, complement: Double) -> Double {
        established { () throws(GSLError) in
            switch self {
            case .gamma(let shape):
                probability < 0.5
                    ? try gammaQuantile(probability, shape: shape, scale: 1)
                    : try gammaQuantile(upperTail: complement, shape: shape, scale: 1)
            case .beta(let alpha, let beta):
                probability < 0.5
                    ? try betaQuantile(probability, alpha: alpha, beta: beta)
                    : try betaQuantile(upperTail: complement, alpha: alpha, beta: beta)
            }
        }
    }

    /// The distance from a beta quantile to the upper end, with its digits.
    func upperDistance(complement: Double) -> Double {
        guard case .beta(let alpha, let beta) = self else { return .infinity }
        return established { () throws(GSLError) in
            try betaQuantile(complement, alpha: beta, beta: alpha)
        }
    }

    func below(_ point: Double) -> Double {
        established { () throws(GSLError) in
            switch self {
            case .gamma(let shape):
                try gammaProbability(below: max(point, 0), shape: shape, scale: 1)
            case .beta(let alpha, let beta):
                try betaProbability(below: min(max(point, 0), 1), alpha: alpha, beta: beta)
            }
        }
    }

    func above(_ point: Double) -> Double {
        established { () throws(GSLError) in
            switch self {
            case .gamma(let shape):
                try gammaProbability(above: max(point, 0), shape: shape, scale: 1)
            case .beta(let alpha, let beta):
                try betaProbability(above: min(max(point, 0), 1), alpha: alpha, beta: beta)
            }
        }
    }

    /// The density at a point inside the support, and its logarithmic derivative there.
    func density(at point: Double) -> (value: Double, logarithmicSlope: Double) {
        switch self {
        case .gamma(let shape):
            let value = established { () throws(GSLError) in
                try gammaDensity(at: point, shape: shape, scale: 1)
            }
            return (value, (shape - 1) / point - 1)
        case .beta(let alpha, let beta):
            let value = established { () throws(GSLError) in
                try betaDensity(at: point, alpha: alpha, beta: beta)
            }
            return (value, (alpha - 1) / point - (beta - 1) / (1 - point))
        }
    }
}
