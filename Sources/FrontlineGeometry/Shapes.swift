/// A closed ring of positions: at least four, the first repeated as the last.
public struct Ring: Hashable, Sendable {
  public var positions: [Position]

  public init(_ positions: [Position]) {
    self.positions = positions
  }
}

/// An area with one outer ring and any number of holes.
///
/// The outer ring runs counter-clockwise, holes clockwise (RFC 7946, 3.1.6).
public struct Polygon: Hashable, Sendable {
  public var exterior: Ring
  public var holes: [Ring]

  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }
}

/// A line of at least two positions.
public struct LineString: Hashable, Sendable {
  public var positions: [Position]

  public init(_ positions: [Position]) {
    self.positions = positions
  }
}

/// The shapes a map feature can have. A multi-shape with one part is written as the single shape.
public enum Geometry: Hashable, Sendable {
  case point(Position)
  case lines([LineString])
  case polygons([Polygon])
}
