#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A flat map of a theatre, in metres: longitude shrunk by the cosine of one latitude.
///
/// Distances are right along that latitude and along meridians. Away from it, east-west distances
/// are off by cos φ / cos φ₀: 1.2 % one degree north of 35°. Good for "which place is nearest" and
/// "within some kilometres"; lengths and areas that are published are geodesic.
public struct LocalPlane: Hashable, Sendable {
  /// A point of the plane, metres from its origin.
  public struct Point: Hashable, Sendable {
    public var east: Double
    public var north: Double

    public init(east: Double, north: Double) {
      self.east = east
      self.north = north
    }

    // Inlinable: called for every pair of places.
    @inlinable public func squaredDistance(to other: Point) -> Double {
      let (eastward, northward) = (other.east - east, other.north - north)
      return eastward * eastward + northward * northward
    }
  }

  /// Where the plane touches the Earth.
  public let origin: Position
  private let metresPerDegreeEast: Double
  /// The same everywhere in the plane: a degree of the mean meridian.
  public static let metresPerDegreeNorth = meanEarthRadius * .pi / 180

  /// - Parameter origin: On Earth and not at a pole, where the plane has no width.
  public init(origin: Position) {
    self.origin = origin
    metresPerDegreeEast = LocalPlane.metresPerDegreeNorth * cos(origin.latitude * .pi / 180)
  }

  /// The plane that touches the Earth in the middle of a box.
  public init(of box: BoundingBox) {
    self.init(origin: box.centre)
  }

  public func point(at position: Position) -> Point {
    Point(
      east: (position.longitude - origin.longitude) * metresPerDegreeEast,
      north: (position.latitude - origin.latitude) * LocalPlane.metresPerDegreeNorth)
  }

  public func position(at point: Point) -> Position {
    Position(
      longitude: origin.longitude + point.east / metresPerDegreeEast,
      latitude: origin.latitude + point.north / LocalPlane.metresPerDegreeNorth)
  }
}
