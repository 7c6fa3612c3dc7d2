/// A point on the Earth: longitude and latitude in degrees, WGS 84.
public struct Position: Hashable, Sendable {
  public var longitude: Double
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Whether both numbers are finite and within ±180 and ±90 degrees.
  public var isOnEarth: Bool {
    longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
  }
}

extension Position: Comparable {
  /// West before east, then south before north: the order in which output is sorted.
  public static func < (left: Position, right: Position) -> Bool {
    (left.longitude, left.latitude) < (right.longitude, right.latitude)
  }
}
