// The one place that names the platform's mathematical library.
#if canImport(Darwin)
    public import Darwin
#elseif canImport(Glibc)
    public import Glibc
#elseif canImport(Musl)
    public import Musl
#endif

@inlinable
@inline(__always)
func naturalExponential(_ x: Double) -> Double {
    exp(x)
}

@inlinable
@inline(__always)
func naturalLogarithm(_ x: Double) -> Double {
    log(x)
}

/// log(1 + x), accurate near 0.
@inlinable
@inline(__always)
func logarithmOfOnePlus(_ x: Double) -> Double {
    log1p(x)
}

/// e^x - 1, accurate near 0.
func exponentialMinusOne(_ x: Double) -> Double {
    expm1(x)
}

func power(_ base: Double, _ exponent: Double) -> Double {
    pow(base, exponent)
}

/// The gamma function, for arguments above 0.
func gammaFunction(_ x: Double) -> Double {
    tgamma(x)
}

/// The complementary error function.
func complementaryError(_ x: Double) -> Double {
    erfc(x)
}
