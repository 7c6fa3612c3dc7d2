#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Of an angle in radians.
func cosine(_ angle: Double) -> Double { cos(angle) }
func sine(_ angle: Double) -> Double { sin(angle) }

/// What is left of 1 after so many lengths, each of which leaves 1/e.
func fading(_ lengths: Double) -> Double { exp(-lengths) }
