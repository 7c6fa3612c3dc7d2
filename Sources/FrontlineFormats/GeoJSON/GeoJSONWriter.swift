import FrontlineGeometry
public import FrontlineLayers

/// Writes a layer as GeoJSON (RFC 7946): one feature a line, always the same bytes.
public enum GeoJSONWriter {
  /// A FeatureCollection in UTF-8 with the layer's name and its true bounding box.
  ///
  /// Longitude first, 6 decimals; outer rings counter-clockwise; a multi-shape with one part is
  /// written as the single shape. A feature whose shape cannot be written (a position that is not
  /// on the Earth, nothing left on the grid) gets the geometry `null`; a number that is not finite,
  /// or a value that is missing, becomes `null`. An empty layer has no `bbox`.
  public static func bytes(_ layer: Layer) -> [UInt8] {
    let geometries = layer.features.map { GridGeometry($0.geometry) }
    let heads = layer.columns.map { JSONText.quoted($0.name) + ":" }
    var text: [UInt8] = []
    text.add(#"{"type":"FeatureCollection","name":"#)
    JSONText.append(layer.name, to: &text)
    if let box = BoundingBox(geometries.lazy.compactMap { $0?.positions }.joined()) {
      text.add(#","bbox":["#)
      text.add(Position(longitude: box.west, latitude: box.south))
      text.add(",")
      text.add(Position(longitude: box.east, latitude: box.north))
      text.add("]")
    }
    text.add(#","features":["#)
    for (index, feature) in layer.features.enumerated() {
      text.add(index == 0 ? "\n" : ",\n" as StaticString)
      append(feature, geometry: geometries[index], columns: layer.columns, heads, to: &text)
    }
    text.add("\n]}\n")
    return text
  }

  /// A GeoJSON text sequence (RFC 8142) in UTF-8: a record separator, a feature, a line feed, for each.
  public static func sequence(_ layer: Layer) -> [UInt8] {
    let heads = layer.columns.map { JSONText.quoted($0.name) + ":" }
    var text: [UInt8] = []
    for feature in layer.features {
      text.append(0x1E)
      append(
        feature, geometry: GridGeometry(feature.geometry), columns: layer.columns, heads, to: &text)
      text.add("\n")
    }
    return text
  }

  private static func append(
    _ feature: Feature, geometry: GridGeometry?, columns: [PropertyColumn], _ heads: [String],
    to text: inout [UInt8]
  ) {
    text.add(#"{"type":"Feature","id":"#)
    JSONText.append(feature.id, to: &text)
    text.add(#","geometry":"#)
    if let geometry { append(geometry, to: &text) } else { text.add("null") }
    text.add(#","properties":{"#)
    for (index, column) in columns.enumerated() {
      if index > 0 { text.add(",") }
      text.add(heads[index])
      append(index < feature.values.count ? feature.values[index] : .null, in: column, to: &text)
    }
    text.add("}}")
  }

  private static func append(
    _ value: PropertyValue, in column: PropertyColumn, to text: inout [UInt8]
  ) {
    switch value {
    case .text(let string), .time(let string): JSONText.append(string, to: &text)
    case .integer(let integer): text.add(String(integer))
    case .number(let number): append(number, decimals: column.decimals, to: &text)
    case .null: text.add("null")
    }
  }

  /// Always with a point if the column has decimals: readers guess a column's type from its values.
  private static func append(_ number: Double, decimals: Int, to text: inout [UInt8]) {
    let start = text.count
    guard DecimalText.append(number, decimals: decimals, to: &text) else {
      text.add("null")
      return
    }
    if decimals > 0, !text[start...].contains(UInt8(ascii: ".")) { text.add(".0") }
  }

  private static func append(_ geometry: GridGeometry, to text: inout [UInt8]) {
    text.add(#"{"type":"#)
    switch geometry {
    case .point(let position):
      text.add(#""Point","coordinates":"#)
      append(position, to: &text)
    case .lines(let lines):
      text.add(lines.count == 1 ? #""LineString","# : #""MultiLineString","# as StaticString)
      text.add(#""coordinates":"#)
      append(lines, to: &text) { append($0.positions, to: &$1) }
    case .polygons(let polygons):
      text.add(polygons.count == 1 ? #""Polygon","# : #""MultiPolygon","# as StaticString)
      text.add(#""coordinates":"#)
      append(polygons, to: &text) { polygon, text in
        array([polygon.exterior] + polygon.holes, to: &text) { append($0.positions, to: &$1) }
      }
    }
    text.add("}")
  }

  /// The parts of a multi-shape; a part that is alone stands for itself.
  private static func append<Part>(
    _ parts: [Part], to text: inout [UInt8], _ write: (Part, inout [UInt8]) -> Void
  ) {
    if parts.count == 1 { write(parts[0], &text) } else { array(parts, to: &text, write) }
  }

  private static func append(_ positions: [Position], to text: inout [UInt8]) {
    array(positions, to: &text) { append($0, to: &$1) }
  }

  private static func append(_ position: Position, to text: inout [UInt8]) {
    text.add("[")
    text.add(position)
    text.add("]")
  }

  private static func array<Item>(
    _ items: [Item], to text: inout [UInt8], _ write: (Item, inout [UInt8]) -> Void
  ) {
    text.add("[")
    for (index, item) in items.enumerated() {
      if index > 0 { text.add(",") }
      write(item, &text)
    }
    text.add("]")
  }
}
