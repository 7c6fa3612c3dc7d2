import Foundation
import FrontlineGeometry
public import FrontlineLayers

/// Reads back what ``GeoJSONWriter`` wrote.
public enum GeoJSONReader {
  /// The layer in a FeatureCollection.
  ///
  /// Members the schema does not name are ignored. A geometry that is `null` becomes a shape without
  /// parts, which is written as `null` again.
  ///
  /// - Parameters:
  ///   - schema: The columns, each of which every feature must have, if only as `null`.
  ///   - name: The layer's name; nil takes the file's own, and an empty one if it has none.
  /// - Throws: ``GeoJSONError`` naming the feature and the member that is wrong.
  public static func layer(
    _ bytes: [UInt8], schema: [PropertyColumn], name: String? = nil
  ) throws -> Layer {
    let root = try object(parsed(bytes), in: "the file")
    guard root["type"] as? String == "FeatureCollection" else {
      throw GeoJSONError.notACollection(found: root["type"] as? String)
    }
    guard let items = root["features"] as? [Any] else {
      throw GeoJSONError.missing("features", in: "the collection")
    }
    let features = try items.enumerated().map { index, item in
      try feature(item, number: index + 1, schema: schema)
    }
    return Layer(
      name: name ?? root["name"] as? String ?? "", columns: schema, features: features)
  }

  private static func parsed(_ bytes: [UInt8]) throws -> Any {
    do {
      return try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      throw GeoJSONError.notJSON
    }
  }

  private static func object(_ value: Any?, in place: String) throws -> [String: Any] {
    guard let object = value as? [String: Any] else { throw GeoJSONError.notAnObject(place) }
    return object
  }

  private static func feature(
    _ item: Any, number: Int, schema: [PropertyColumn]
  ) throws -> Feature {
    let feature = try object(item, in: "feature \(number)")
    guard let id = feature["id"] as? String else {
      throw GeoJSONError.missing("id", in: "feature \(number)")
    }
    let place = "feature '\(id)'"
    let properties = try object(feature["properties"], in: "'properties' of \(place)")
    let values = try schema.map { column in
      guard let value = properties[column.name] else {
        throw GeoJSONError.missing(column.name, in: "the properties of \(place)")
      }
      return try self.value(value, in: column, of: place)
    }
    return Feature(id: id, geometry: try geometry(feature["geometry"], of: place), values: values)
  }

  private static func value(
    _ value: Any, in column: PropertyColumn, of place: String
  ) throws -> PropertyValue {
    if value is NSNull { return .null }
    switch column.kind {
    case .text: if let text = value as? String { return .text(text) }
    case .day, .dateTime: if let text = value as? String { return .time(text) }
    case .integer: if !isBoolean(value), let integer = value as? Int { return .integer(integer) }
    case .number: if !isBoolean(value), let number = value as? Double { return .number(number) }
    }
    throw GeoJSONError.wrongKind(column, in: place)
  }

  /// JSONSerialization gives booleans that pass for numbers.
  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return value is Bool }
    return String(cString: number.objCType) == "c"
  }

  private static func geometry(_ value: Any?, of place: String) throws -> Geometry {
    if value == nil || value is NSNull { return .lines([]) }
    let geometry = try object(value, in: "'geometry' of \(place)")
    let coordinates = geometry["coordinates"] as Any
    switch geometry["type"] as? String {
    case "Point": return .point(try position(coordinates, of: place))
    case "LineString": return .lines([try line(coordinates, of: place)])
    case "MultiLineString":
      return .lines(try list(coordinates, of: place).map { try line($0, of: place) })
    case "Polygon": return .polygons([try polygon(coordinates, of: place)])
    case "MultiPolygon":
      return .polygons(try list(coordinates, of: place).map { try polygon($0, of: place) })
    case let type: throw GeoJSONError.unknownShape(type, in: place)
    }
  }

  private static func list(_ value: Any, of place: String) throws -> [Any] {
    guard let list = value as? [Any] else { throw GeoJSONError.badCoordinates(in: place) }
    return list
  }

  private static func position(_ value: Any, of place: String) throws -> Position {
    guard let pair = value as? [Double], pair.count == 2 else {
      throw GeoJSONError.badCoordinates(in: place)
    }
    return Position(longitude: pair[0], latitude: pair[1])
  }

  private static func line(_ value: Any, of place: String) throws -> LineString {
    LineString(try list(value, of: place).map { try position($0, of: place) })
  }

  private static func polygon(_ value: Any, of place: String) throws -> Polygon {
    let rings = try list(value, of: place).map { Ring(try line($0, of: place).positions) }
    guard let exterior = rings.first else { throw GeoJSONError.badCoordinates(in: place) }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }
}

/// A file that is not the GeoJSON expected: what is wrong, and what to do about it.
public struct GeoJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  public var code: String
  public var message: String
  public var remedy: String

  /// `message [code]`, then the remedy, indented.
  public var description: String { "\(message) [\(code)]\n    \(remedy)" }
}

extension GeoJSONError {
  static let notJSON = GeoJSONError(
    code: "not-json", message: "the file is not JSON in UTF-8",
    remedy: "build it again, or check that it was copied whole")

  static func notAnObject(_ place: String) -> GeoJSONError {
    GeoJSONError(
      code: "not-an-object", message: "\(place) is not a JSON object",
      remedy: "give it the members RFC 7946 demands")
  }

  static func notACollection(found: String?) -> GeoJSONError {
    GeoJSONError(
      code: "not-a-collection",
      message: "expected the type 'FeatureCollection', found \(found.map { "'\($0)'" } ?? "none")",
      remedy: "wrap the features in a FeatureCollection")
  }

  static func missing(_ member: String, in place: String) -> GeoJSONError {
    GeoJSONError(
      code: "missing-member", message: "\(place) lacks '\(member)' or has it in the wrong type",
      remedy: "build the layer again, or name the columns it has")
  }

  static func wrongKind(_ column: PropertyColumn, in place: String) -> GeoJSONError {
    GeoJSONError(
      code: "wrong-type",
      message: "'\(column.name)' of \(place) is not of the type '\(column.kind.rawValue)'",
      remedy: "write null where there is no value")
  }

  static func unknownShape(_ type: String?, in place: String) -> GeoJSONError {
    GeoJSONError(
      code: "unknown-shape",
      message: "the geometry of \(place) has \(type.map { "the type '\($0)'" } ?? "no type")",
      remedy: "use Point, LineString, Polygon or the Multi-shapes of the last two")
  }

  static func badCoordinates(in place: String) -> GeoJSONError {
    GeoJSONError(
      code: "bad-coordinates", message: "the coordinates of \(place) do not fit its shape",
      remedy: "write each position as [longitude, latitude]")
  }
}
