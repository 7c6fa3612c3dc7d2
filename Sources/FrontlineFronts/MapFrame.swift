public import FrontlineGeometry

/// The edge of a map: a box, and the land inside it where a theatre has an outline.
public struct MapFrame: Hashable, Sendable {
  public var box: BoundingBox
  /// Disjoint polygons; none for all of the box.
  public var land: [Polygon]

  public init(box: BoundingBox, land: [Polygon] = []) {
    self.box = box
    self.land = land
  }

  /// The lines that end the map.
  var lines: [LineString] {
    let rings = ([Polygon(box)] + land).flatMap { [$0.exterior] + $0.holes }
    return rings.map { LineString($0.positions) }
  }

  /// Whether a position lies on the map; its edge may count either way.
  func contains(_ position: Position) -> Bool {
    guard box.contains(position) else { return false }
    return land.isEmpty || land.contains { $0.contains(position) }
  }
}
