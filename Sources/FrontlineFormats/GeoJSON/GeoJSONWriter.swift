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
    var text = #"{"type":"FeatureCollection","name":"# + JSONText.quoted(layer.name)
    if let box = BoundingBox(geometries.lazy.compactMap { $0?.positions }.joined()) {
      text += #","bbox":["# + bounds(box) + "]"
    }
    text += #","features":["#
    for (index, feature) in layer.features.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += self.feature(feature, geometry: geometries[index], columns: layer.columns)
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }

  private static func bounds(_ box: BoundingBox) -> String {
    [box.west, box.south, box.east, box.north].map(GridGeometry.text).joined(separator: ",")
  }

  private static func feature(
    _ feature: Feature, geometry: GridGeometry?, columns: [PropertyColumn]
  ) -> String {
    let shape = geometry.map(self.geometry) ?? "null"
    return #"{"type":"Feature","id":"# + JSONText.quoted(feature.id)
      + #","geometry":"# + shape
      + #","properties":"# + properties(feature.values, columns: columns) + "}"
  }

  private static func properties(_ values: [PropertyValue], columns: [PropertyColumn]) -> String {
    let members = columns.enumerated().map { index, column in
      let value = values.indices.contains(index) ? values[index] : .null
      return JSONText.quoted(column.name) + ":" + text(value, in: column)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func text(_ value: PropertyValue, in column: PropertyColumn) -> String {
    switch value {
    case .text(let text), .time(let text): JSONText.quoted(text)
    case .integer(let integer): String(integer)
    case .number(let number): self.number(number, decimals: column.decimals)
    case .null: "null"
    }
  }

  /// Always with a point if the column has decimals: readers guess a column's type from its values.
  private static func number(_ number: Double, decimals: Int) -> String {
    guard let text = DecimalText.string(number, decimals: decimals) else { return "null" }
    return decimals > 0 && !text.utf8.contains(UInt8(ascii: ".")) ? text + ".0" : text
  }

  private static func geometry(_ geometry: GridGeometry) -> String {
    switch geometry {
    case .point(let position): shape("Point", coordinates(position))
    case .lines(let lines): shape("LineString", lines.map { coordinates($0.positions) })
    case .polygons(let polygons): shape("Polygon", polygons.map(coordinates))
    }
  }

  private static func shape(_ type: String, _ coordinates: String) -> String {
    #"{"type":""# + type + #"","coordinates":"# + coordinates + "}"
  }

  private static func shape(_ type: String, _ parts: [String]) -> String {
    parts.count == 1 ? shape(type, parts[0]) : shape("Multi" + type, array(parts))
  }

  private static func coordinates(_ polygon: Polygon) -> String {
    array(([polygon.exterior] + polygon.holes).map { coordinates($0.positions) })
  }

  private static func coordinates(_ positions: [Position]) -> String {
    array(positions.map { coordinates($0) })
  }

  private static func coordinates(_ position: Position) -> String {
    "[" + GridGeometry.text(position) + "]"
  }

  private static func array(_ items: [String]) -> String {
    "[" + items.joined(separator: ",") + "]"
  }
}
