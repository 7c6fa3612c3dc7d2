import FrontlineGeometry

/// Shapes as KML elements: draped over the ground, longitude first, without altitude.
enum KMLGeometryText {
  /// Appends the element, or nothing if the shape cannot be written.
  static func append(_ geometry: GridGeometry?, to text: inout [UInt8]) {
    switch geometry {
    case nil: break
    case .point(let position):
      text.add("<Point>")
      append([position], to: &text)
      text.add("</Point>\n")
    case .lines(let lines): append(lines, to: &text) { append($0, to: &$1) }
    case .polygons(let polygons): append(polygons, to: &text) { append($0, to: &$1) }
    }
  }

  private static func append<Part>(
    _ parts: [Part], to text: inout [UInt8], _ write: (Part, inout [UInt8]) -> Void
  ) {
    if parts.count > 1 { text.add("<MultiGeometry>\n") }
    for part in parts { write(part, &text) }
    if parts.count > 1 { text.add("</MultiGeometry>\n") }
  }

  private static func append(_ line: LineString, to text: inout [UInt8]) {
    text.add("<LineString><tessellate>1</tessellate>")
    append(line.positions, to: &text)
    text.add("</LineString>\n")
  }

  private static func append(_ polygon: Polygon, to text: inout [UInt8]) {
    text.add("<Polygon><tessellate>1</tessellate><outerBoundaryIs>")
    append(polygon.exterior, to: &text)
    text.add("</outerBoundaryIs>")
    for hole in polygon.holes {
      text.add("<innerBoundaryIs>")
      append(hole, to: &text)
      text.add("</innerBoundaryIs>")
    }
    text.add("</Polygon>\n")
  }

  private static func append(_ ring: Ring, to text: inout [UInt8]) {
    text.add("<LinearRing>")
    append(ring.positions, to: &text)
    text.add("</LinearRing>")
  }

  private static func append(_ positions: [Position], to text: inout [UInt8]) {
    text.add("<coordinates>")
    for (index, position) in positions.enumerated() {
      if index > 0 { text.add(" ") }
      text.add(position)
    }
    text.add("</coordinates>")
  }
}
