import FrontlineGeometry

/// Shapes as KML elements: draped over the ground, longitude first, without altitude.
enum KMLGeometryText {
  /// The element, or nothing if the shape cannot be written.
  static func text(_ geometry: Geometry) -> String {
    switch GridGeometry(geometry) {
    case nil: ""
    case .point(let position): point(position)
    case .lines(let lines): shape(lines.map(line))
    case .polygons(let polygons): shape(polygons.map(polygon))
    }
  }

  private static func shape(_ parts: [String]) -> String {
    parts.count == 1
      ? parts[0] : "<MultiGeometry>\n" + parts.joined() + "</MultiGeometry>\n"
  }

  private static func point(_ position: Position) -> String {
    "<Point>" + coordinates([position]) + "</Point>\n"
  }

  private static func line(_ line: LineString) -> String {
    "<LineString><tessellate>1</tessellate>" + coordinates(line.positions) + "</LineString>\n"
  }

  private static func polygon(_ polygon: Polygon) -> String {
    let holes = polygon.holes.map { "<innerBoundaryIs>" + ring($0) + "</innerBoundaryIs>" }
    return "<Polygon><tessellate>1</tessellate><outerBoundaryIs>" + ring(polygon.exterior)
      + "</outerBoundaryIs>" + holes.joined() + "</Polygon>\n"
  }

  private static func ring(_ ring: Ring) -> String {
    "<LinearRing>" + coordinates(ring.positions) + "</LinearRing>"
  }

  private static func coordinates(_ positions: [Position]) -> String {
    "<coordinates>" + positions.map { GridGeometry.text($0) }.joined(separator: " ")
      + "</coordinates>"
  }
}
