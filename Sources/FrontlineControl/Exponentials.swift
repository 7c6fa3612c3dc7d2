import Foundation

/// ½ to the given power.
func exponential(halves: Double) -> Double { exp2(-halves) }

/// *e* to the given power.
func exponentialOf(_ power: Double) -> Double { exp(power) }

/// A share kept each day, after some days.
func power(_ share: Double, days: Int) -> Double { pow(share, Double(days)) }
