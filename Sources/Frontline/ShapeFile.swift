internal import Foundation
internal import FrontlineGeometry
internal import FrontlineReports

/// The shapes of a GeoJSON file that somebody drew or downloaded, with their properties.
///
/// Takes a FeatureCollection, a Feature or a bare geometry. Altitudes are left out, open rings closed.
struct ShapeFile {
  struct Shape {
    /// For messages: `feature 3`.
    var label: String
    /// Those that are a text or a number, as text.
    var properties: [String: String]
    var geometry: Geometry
  }

  var file: String
  /// In the order of the file.
  var shapes: [Shape] = []
  /// Shapes that cannot be used.
  var findings: [Finding] = []

  /// - Throws: ``FileError`` for a file that cannot be read, or that is not GeoJSON.
  static func read(_ path: String) throws -> ShapeFile {
    try ShapeFile(try File.read(path), file: path)
  }

  init(_ bytes: [UInt8], file: String) throws {
    self.file = file
    let json = try? JSONSerialization.jsonObject(with: Data(bytes))
    guard let root = json as? [String: Any], let type = root["type"] as? String else {
      throw FileError(
        path: file, problem: "this is not GeoJSON: no JSON object with a 'type'",
        remedy: "export the layer as GeoJSON, in WGS 84, or take the file out")
    }
    switch type {
    case "FeatureCollection":
      for (index, item) in ((root["features"] as? [Any]) ?? []).enumerated() {
        add(item, number: index + 1)
      }
    case "Feature": add(root, number: 1)
    default: add(["type": "Feature", "geometry": root], number: 1)
    }
    if shapes.isEmpty, findings.isEmpty {
      findings.append(
        Finding(
          code: "no-shapes", message: "the file has no features",
          remedy: "draw the shapes, or take the file out", file: file))
    }
  }

  // MARK: Features

  private mutating func add(_ item: Any, number: Int) {
    let feature = item as? [String: Any] ?? [:]
    let label = "feature \(number)"
    do throws(ShapeFault) {
      let geometry = try Self.geometry(feature["geometry"])
      let properties = (feature["properties"] as? [String: Any] ?? [:]).compactMapValues(Self.text)
      shapes.append(Shape(label: label, properties: properties, geometry: geometry))
    } catch {
      findings.append(
        Finding(
          code: "unusable-shape", message: "\(label) \(error.message), so it was left out",
          remedy: error.remedy, file: file))
    }
  }

  private static func text(_ value: Any) -> String? {
    if let text = value as? String { return text }
    guard let number = number(value) else { return nil }
    return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  private static func number(_ value: Any) -> Double? {
    if value is NSNull { return nil }
    return value as? Double ?? (value as? Int).map(Double.init)
  }

  // MARK: Geometry

  private static func geometry(_ value: Any?) throws(ShapeFault) -> Geometry {
    guard let object = value as? [String: Any], let type = object["type"] as? String else {
      throw ShapeFault(message: "has no geometry", remedy: "draw it, or take the feature out")
    }
    let coordinates = object["coordinates"]
    switch type {
    case "Point": return .point(try position(coordinates))
    case "LineString": return .lines([try line(coordinates)])
    case "MultiLineString": return .lines(try list(coordinates, line))
    case "Polygon": return .polygons([try polygon(coordinates)])
    case "MultiPolygon": return .polygons(try list(coordinates, polygon))
    default:
      throw ShapeFault(
        message: "has the geometry '\(type)'",
        remedy: "use LineString, Polygon and the Multi-shapes of these")
    }
  }

  private static func list<Part>(
    _ value: Any?, _ part: (Any?) throws(ShapeFault) -> Part
  ) throws(ShapeFault) -> [Part] {
    guard let items = value as? [Any] else { throw .coordinates }
    var parts: [Part] = []
    for item in items { parts.append(try part(item)) }
    return parts
  }

  private static func position(_ value: Any?) throws(ShapeFault) -> Position {
    guard let numbers = value as? [Any], numbers.count >= 2, let longitude = number(numbers[0]),
      let latitude = number(numbers[1])
    else { throw .coordinates }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth else {
      throw ShapeFault(
        message: "has the position \(longitude), \(latitude), which is not on Earth",
        remedy: "give longitude and latitude in degrees, WGS 84, longitude first")
    }
    return position
  }

  private static func line(_ value: Any?) throws(ShapeFault) -> LineString {
    let positions = try list(value, position)
    guard Set(positions).count > 1 else {
      throw ShapeFault(
        message: "has a line of fewer than two positions", remedy: "draw it, or take it out")
    }
    return LineString(positions)
  }

  private static func polygon(_ value: Any?) throws(ShapeFault) -> Polygon {
    let rings = try list(value, ring)
    guard let exterior = rings.first else { throw .coordinates }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private static func ring(_ value: Any?) throws(ShapeFault) -> Ring {
    var positions = try list(value, position)
    if let first = positions.first, first != positions.last { positions.append(first) }
    guard Set(positions).count > 2 else {
      throw ShapeFault(
        message: "has a ring of fewer than three positions", remedy: "draw it, or take it out")
    }
    return Ring(positions)
  }
}

private struct ShapeFault: Error {
  var message: String
  var remedy: String

  static let coordinates = ShapeFault(
    message: "has coordinates that do not fit its shape",
    remedy: "write each position as [longitude, latitude]")
}
