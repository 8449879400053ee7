/// Whether a number agrees with a reference within a relative tolerance.
func agrees(_ value: Double, _ reference: Double, within tolerance: Double) -> Bool {
    abs(value - reference) <= tolerance * abs(reference)
}
