#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The mean radius of the Earth in metres, (2a + b) / 3 of the reference ellipsoid.
///
/// Source: IUGG, H. Moritz, "Geodetic Reference System 1980" (R₁), with the semi-axes of WGS 84.
/// Used for distances and for the scale of ``LocalPlane``; areas use the authalic radius.
public let meanEarthRadius = 6_371_008.8

/// The distance between two positions along a great circle of the mean sphere, in metres.
///
/// Haversine formula, which stays exact for points that almost coincide. Against the geodesic of
/// WGS 84 the error is at most 0.57 % (north to south at the equator).
public func greatCircleDistance(from start: Position, to end: Position) -> Double {
  let radians = Double.pi / 180
  let northward = sin((end.latitude - start.latitude) * radians / 2)
  let eastward = sin((end.longitude - start.longitude) * radians / 2)
  let haversine =
    northward * northward
    + cos(start.latitude * radians) * cos(end.latitude * radians) * eastward * eastward
  return 2 * meanEarthRadius * asin(min(1, haversine.squareRoot()))
}

extension LineString {
  /// The length of the line in kilometres, each segment along its great circle.
  public var lengthKilometres: Double {
    var metres = 0.0
    for (start, end) in zip(positions, positions.dropFirst()) {
      metres += greatCircleDistance(from: start, to: end)
    }
    return metres / 1000
  }
}
