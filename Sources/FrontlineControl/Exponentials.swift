import Foundation

/// ½ to the given power.
func exponential(halves: Double) -> Double { exp2(-halves) }

/// *e* to the given power.
func exponentialOf(_ power: Double) -> Double { exp(power) }

/// A share kept each day, after some days.
func power(_ share: Double, days: Int) -> Double { pow(share, Double(days)) }

/// To the base *e*, of a positive number.
func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// The angle of a complex number, in radians, -π…π.
func arcTangent(_ imaginary: Double, _ real: Double) -> Double { atan2(imaginary, real) }

/// The share of a normal distribution that lies below a number of standard deviations.
func normalShare(below deviations: Double) -> Double { 0.5 * erfc(-deviations / 2.0.squareRoot()) }

/// Of an angle in radians.
func cosine(_ angle: Double) -> Double { cos(angle) }
func sine(_ angle: Double) -> Double { sin(angle) }
