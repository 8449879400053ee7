extension StandardLaw {
    /// The monotone inverse of the distribution function; nil for a mixture, which is not drawn by inversion.
    ///
    /// Exact for gamma and beta laws, where a bank reads its table instead.
    func quantile(_ probability: Double, complement: Double) -> Double? {
        switch self {
        case .constant: 0
        case .uniform: probability
        case .triangular(let mode):
            InverseForms.triangular(probability, complement: complement, mode: mode)
        case .exponential: InverseForms.exponential(probability, complement: complement)
        case .normal: InverseForms.normal(probability, complement: complement)
        case .lognormal(let sigma):
            naturalExponential(sigma * InverseForms.normal(probability, complement: complement))
        case .weibull(let shape):
            InverseForms.weibull(probability, complement: complement, shape: shape)
        case .tabulated(let law): law.quantile(probability, complement: complement)
        case .geometric(let chance):
            InverseForms.geometric(probability, complement: complement, chance: chance)
        case .bernoulli(let chance): probability < 1 - chance ? 0 : 1
        case .steps(let law): law.quantile(probability)
        case .mixture: nil
        case .conditioned(let law): law.quantile(probability, complement: complement)
        case .clamped(let base, let range):
            base.quantile(probability, complement: complement).map {
                min(max($0, range.lowerBound), range.upperBound)
            }
        }
    }
}
