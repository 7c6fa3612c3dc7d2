/// A box in degrees, WGS 84. It does not cross the antimeridian: `west <= east`.
public struct BoundingBox: Hashable, Sendable {
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double

  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The smallest box that holds all positions; nil if there are none.
  public init?(_ positions: some Sequence<Position>) {
    var box: BoundingBox?
    for position in positions {
      box = box.map { $0.including(position) } ?? BoundingBox(position)
    }
    guard let box else { return nil }
    self = box
  }

  private init(_ position: Position) {
    self.init(
      west: position.longitude, south: position.latitude, east: position.longitude,
      north: position.latitude)
  }

  public var centre: Position {
    Position(longitude: (west + east) / 2, latitude: (south + north) / 2)
  }

  public func contains(_ position: Position) -> Bool {
    (west...east).contains(position.longitude) && (south...north).contains(position.latitude)
  }

  public func including(_ position: Position) -> BoundingBox {
    BoundingBox(
      west: min(west, position.longitude), south: min(south, position.latitude),
      east: max(east, position.longitude), north: max(north, position.latitude))
  }
}

extension BoundingBox {
  /// Whether all four sides are on Earth and in order, with some width and height.
  public var isOnEarth: Bool {
    Position(longitude: west, latitude: south).isOnEarth
      && Position(longitude: east, latitude: north).isOnEarth && west < east && south < north
  }
}

extension Polygon {
  /// The outline of a box.
  public init(_ box: BoundingBox) {
    self.init(
      exterior: Ring([
        Position(longitude: box.west, latitude: box.south),
        Position(longitude: box.east, latitude: box.south),
        Position(longitude: box.east, latitude: box.north),
        Position(longitude: box.west, latitude: box.north),
        Position(longitude: box.west, latitude: box.south),
      ]))
  }
}
