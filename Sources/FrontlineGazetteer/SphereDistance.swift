import FrontlineGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances good enough to compare places with: within 0.5 % of the ellipsoid's.
enum SphereDistance {
  /// Mean Earth radius in km (IUGG, GRS 80).
  static let radius = 6371.0088
  /// The length of a degree of a meridian, in km.
  static let degree = radius * .pi / 180

  /// The great circle distance in km, by the haversine formula.
  static func kilometres(_ left: Position, _ right: Position) -> Double {
    let radians = Double.pi / 180
    let rise = sin((right.latitude - left.latitude) * radians / 2)
    let run = sin((right.longitude - left.longitude) * radians / 2)
    let h = rise * rise + cos(left.latitude * radians) * cos(right.latitude * radians) * run * run
    return 2 * radius * asin(min(1, h.squareRoot()))
  }
}
