#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A flat map in kilometres on which every area is as large as on the mean sphere.
///
/// Lambert's azimuthal equal-area projection. Lengths are right at the origin; at a distance of
/// *c* from it they are off by up to *c*²/8R²: 0.08 % at 500 km, 0.31 % at 1000 km. Against the
/// ellipsoid of WGS 84, areas are 0.45 % too large at the equator and 0.9 % too small at a pole.
///
/// Source: J. P. Snyder, "Map Projections: A Working Manual" (USGS Professional Paper 1395), 24.
public struct EqualAreaPlane: Hashable, Sendable {
  /// A point of the plane, kilometres from its origin.
  public struct Point: Hashable, Sendable {
    public var east: Double
    public var north: Double

    public init(east: Double, north: Double) {
      self.east = east
      self.north = north
    }

    // Inlinable: called for every cell of a grid and every piece of a line.
    @inlinable public func squaredDistance(to other: Point) -> Double {
      let (eastward, northward) = (other.east - east, other.north - north)
      return eastward * eastward + northward * northward
    }
  }

  /// Where the plane touches the Earth.
  public let origin: Position
  private let sineOfOrigin: Double
  private let cosineOfOrigin: Double

  public init(origin: Position) {
    self.origin = origin
    sineOfOrigin = sin(origin.latitude * radiansPerDegree)
    cosineOfOrigin = cos(origin.latitude * radiansPerDegree)
  }

  /// The plane that touches the Earth in the middle of a box.
  public init(of box: BoundingBox) {
    self.init(origin: box.centre)
  }

  /// - Parameter position: Anywhere but opposite the origin, which has no one point.
  public func point(at position: Position) -> Point {
    let eastward = (position.longitude - origin.longitude) * radiansPerDegree
    let latitude = position.latitude * radiansPerDegree
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let along = cosine * cos(eastward)
    let scale = (2 / (1 + sineOfOrigin * sine + cosineOfOrigin * along)).squareRoot()
    return Point(
      east: radiusKilometres * scale * cosine * sin(eastward),
      north: radiusKilometres * scale * (cosineOfOrigin * sine - sineOfOrigin * along))
  }

  /// - Parameter point: At most an Earth's diameter from the origin; beyond, there is no position
  ///   and the nearest at that edge is given.
  /// - Returns: Its longitude lies within 180 degrees of the origin's.
  public func position(at point: Point) -> Position {
    let (east, north) = (point.east / radiusKilometres, point.north / radiusKilometres)
    let distance = (east * east + north * north).squareRoot()
    guard distance > 0 else { return origin }
    let angle = 2 * asin(min(1, distance / 2))
    let (sine, cosine) = (sin(angle), cos(angle))
    let latitude = asin(
      max(-1, min(1, cosine * sineOfOrigin + north * sine * cosineOfOrigin / distance)))
    let eastward = atan2(
      east * sine, distance * cosineOfOrigin * cosine - north * sineOfOrigin * sine)
    return Position(
      longitude: origin.longitude + eastward / radiansPerDegree,
      latitude: latitude / radiansPerDegree)
  }
}

private let radiansPerDegree = Double.pi / 180
private let radiusKilometres = meanEarthRadius / 1000
