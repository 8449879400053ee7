@preconcurrency import CGSL

/// A point of `bracket` where `function` changes sign, by the method of Brent (1973).
///
/// The function's values at the two ends must differ in sign (a zero at an end is returned at once). The search
/// ends when the remaining bracket is shorter than `tolerance`, an absolute length above 0, or than 4 ulp of the
/// root. Errors of the function pass through; 200 steps without an end are an error.
public func root(
    of function: (Double) throws(GSLError) -> Double,
    in bracket: ClosedRange<Double>,
    tolerance: Double
) throws(GSLError) -> Double {
    let call = CheckedCall("root")
    try call.requirePositive(tolerance, "tolerance")
    try call.require(bracket.lowerBound.isFinite, "bracket", bracket.lowerBound, "a finite lower bound")
    try call.require(bracket.upperBound.isFinite, "bracket", bracket.upperBound, "a finite upper bound")
    let low = try call.checked(function(bracket.lowerBound))
    let high = try call.checked(function(bracket.upperBound))
    if low == 0 { return bracket.lowerBound }
    if high == 0 { return bracket.upperBound }
    try call.require((low < 0) != (high < 0), "bracket", high, "values of opposite signs at its ends")
    let result = withoutActuallyEscaping(function) { escaping in
        Result { () throws(GSLError) -> Double in
            try brentRoot(Evaluation(escaping), bracket, tolerance, call)
        }
    }
    return try result.get()
}

/// The function under search, and the first error it threw.
private final class Evaluation {
    private let function: (Double) throws(GSLError) -> Double
    private(set) var failure: GSLError?

    init(_ function: @escaping (Double) throws(GSLError) -> Double) {
        self.function = function
    }

    func value(at point: Double) -> Double {
        do throws(GSLError) {
            return try function(point)
        } catch {
            failure = failure ?? error
            return .nan
        }
    }
}

private func brentRoot(
    _ evaluation: Evaluation,
    _ bracket: ClosedRange<Double>,
    _ tolerance: Double,
    _ call: CheckedCall
) throws(GSLError) -> Double {
    guard let solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent) else {
        throw .status(function: call.function, code: GSL_ENOMEM)
    }
    defer { gsl_root_fsolver_free(solver) }
    var callback = gsl_function(
        function: { point, context in
            guard let context else { return .nan }
            return Unmanaged<Evaluation>.fromOpaque(context).takeUnretainedValue().value(at: point)
        },
        params: Unmanaged.passUnretained(evaluation).toOpaque()
    )
    return try withUnsafeMutablePointer(to: &callback) { pointer throws(GSLError) -> Double in
        var status = gsl_root_fsolver_set(solver, pointer, bracket.lowerBound, bracket.upperBound)
        for _ in 0..<200 where Int(status) == GSL_SUCCESS {
            status = gsl_root_fsolver_iterate(solver)
            let found = gsl_root_fsolver_root(solver)
            let width = gsl_root_fsolver_x_upper(solver) - gsl_root_fsolver_x_lower(solver)
            if let failure = evaluation.failure { throw failure }
            if width <= max(tolerance, 4 * found.ulp) {
                return try call.checked(found)
            }
        }
        if let failure = evaluation.failure { throw failure }
        throw .status(
            function: call.function,
            code: Int(status) == GSL_SUCCESS ? GSL_EMAXITER : Int(status)
        )
    }
}
