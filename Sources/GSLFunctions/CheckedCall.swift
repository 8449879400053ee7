// Every call of the library passes here: arguments first, abort handler off, result last.
@preconcurrency import CGSL

/// The library's abort handler, switched off once for the process before the first call.
private enum AbortHandler {
    static let isOff: Bool = {
        _ = gsl_set_error_handler_off()
        return true
    }()
}

/// One named call: checks its arguments and its value.
struct CheckedCall {
    let function: String

    init(_ function: String) {
        precondition(AbortHandler.isOff)
        self.function = function
    }

    /// Throws when the condition does not hold; a NaN makes every comparison false.
    func require(
        _ holds: Bool,
        _ name: String,
        _ found: Double,
        _ expected: String
    ) throws(GSLError) {
        if !holds {
            throw .argument(function: function, name: name, found: found, expected: expected)
        }
    }

    func requirePositive(_ value: Double, _ name: String) throws(GSLError) {
        try require(value > 0 && value.isFinite, name, value, "a finite number above 0")
    }

    func requireInsideUnit(_ probability: Double) throws(GSLError) {
        try require(probability > 0 && probability < 1, "probability", probability, "a number inside 0 to 1")
    }

    func requireUnit(_ probability: Double) throws(GSLError) {
        try require(probability >= 0 && probability <= 1, "probability", probability, "a number from 0 to 1")
    }

    func requireNumber(_ value: Double, _ name: String) throws(GSLError) {
        try require(!value.isNaN, name, value, "a number")
    }

    /// The value itself, or an error when it is not a number.
    func checked(_ value: Double) throws(GSLError) -> Double {
        if value.isNaN {
            throw .noValue(function: function)
        }
        return value
    }
}
