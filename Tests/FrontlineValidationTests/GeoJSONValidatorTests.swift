import FrontlineValidation
import Testing

struct GeoJSONValidatorTests {
  private func faults(_ json: String) -> [String] {
    GeoJSONValidator().validate(Array(json.utf8)).faults.map(\.description)
  }

  private static func feature(_ geometry: String, _ rest: String = "\"properties\":null") -> String
  {
    "{\"type\":\"Feature\",\(rest),\"geometry\":\(geometry)}"
  }

  private static func shape(_ type: String, _ coordinates: String) -> String {
    "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
  }

  private static let point = shape("Point", "[1,2]")

  /// What breaks each rule, and what is said of it.
  private static let bad: [(rule: String, json: String, says: String)] = [
    (
      "bom", "\u{FEFF}" + point,
      "1: error: the file begins with a byte order mark; save it without one [rfc7946/bom]"
    ),
    (
      "json", "{\"type\":\"Point\",\n\"coordinates\":[1,2}",
      "2: error: between two items a comma is missing [rfc7946/json]"
    ),
    (
      "json", "{\"type\":\"Point\",\"coordinates\":[01,2]}",
      "1: error: a number begins with a zero too many [rfc7946/json]"
    ),
    (
      "json", "{\"type\":\"Point\",\"coordinates\":[NaN,2]}",
      "1: error: 'NaN,2]}' is no JSON value [rfc7946/json]"
    ),
    ("json", point + "x", "1: error: there is text after the end of the JSON [rfc7946/json]"),
    (
      "duplicate-key", "{\"type\":\"Point\",\n\"type\":\"Point\",\"coordinates\":[1,2]}",
      "2: error: the object has two members called 'type'; readers disagree which counts [rfc7946/duplicate-key]"
    ),
    ("type", "[1,2]", "1: error: GeoJSON is an object, not an array of numbers [rfc7946/type]"),
    (
      "type", "{\"type\":\"point\",\"coordinates\":[1,2]}",
      "1: error: its type is 'point'; here it must be FeatureCollection, Feature or a geometry [rfc7946/type]"
    ),
    (
      "type", "{\"type\":\"FeatureCollection\",\"features\":[\(point)]}",
      "1: error: features[0]: its type is 'Point'; here it must be Feature [rfc7946/type]"
    ),
    (
      "members", "{\"type\":\"FeatureCollection\"}",
      "1: error: it has no features [rfc7946/members]"
    ),
    (
      "members", "{\"type\":\"Feature\",\"geometry\":null}",
      "1: error: it has no properties; write null if there are none [rfc7946/members]"
    ),
    (
      "members", feature(point, "\"properties\":[1]"),
      "1: error: its properties are an array of numbers, not an object [rfc7946/members]"
    ),
    (
      "members", "{\"type\":\"Feature\",\"properties\":{}}",
      "1: error: it has no geometry; write null if there is none [rfc7946/members]"
    ),
    ("members", "{\"type\":\"Point\"}", "1: error: it has no coordinates [rfc7946/members]"),
    (
      "foreign", feature(point, "\"properties\":null,\"coordinates\":[1,2]"),
      "1: error: a Feature must not have a member 'coordinates' [rfc7946/foreign]"
    ),
    (
      "crs", "{\"type\":\"FeatureCollection\",\"crs\":{},\"features\":[]}",
      "1: error: it has a crs; RFC 7946 knows WGS 84 only, so take the member out [rfc7946/crs]"
    ),
    (
      "bbox", "{\"type\":\"Point\",\"bbox\":[1,2],\"coordinates\":[1,2]}",
      "1: error: its bbox is not an array of four or six numbers [rfc7946/bbox]"
    ),
    (
      "bbox", "{\"type\":\"Point\",\"bbox\":[0,3,2,1],\"coordinates\":[1,2]}",
      "1: error: its bbox is not west, south, east, north, with the south below the north [rfc7946/bbox]"
    ),
    (
      "bbox", "{\"type\":\"Point\",\"bbox\":[5,0,6,3],\"coordinates\":[1,2]}",
      "1: error: positions reach from 1.0,2.0 to 1.0,2.0, out of its bbox [rfc7946/bbox]"
    ),
    (
      "id", feature(point, "\"properties\":null,\"id\":true"),
      "1: error: its id is true or false, not a string or a number [rfc7946/id]"
    ),
    (
      "duplicate-id",
      "{\"type\":\"FeatureCollection\",\"features\":[\(feature("null", "\"properties\":null,\"id\":\"a\"")),\n\(feature("null", "\"properties\":null,\"id\":\"a\""))]}",
      "2: error: features[1]: the id 'a' is that of the feature in line 1 too [rfc7946/duplicate-id]"
    ),
    (
      "position", shape("Point", "[1,2,3,4]"),
      "1: error: a position has two or three numbers, not 4 [rfc7946/position]"
    ),
    (
      "position", shape("Point", "[]"),
      "1: error: a position is an array of numbers, not an empty array [rfc7946/position]"
    ),
    (
      "position", shape("Point", "[1,1e999]"),
      "1: error: a position has a number too large to be one [rfc7946/position]"
    ),
    (
      "range", shape("Point", "[35,134]"),
      "1: error: 35.0,134.0 is not on the Earth: longitude comes first, within 180 degrees [rfc7946/range]"
    ),
    (
      "coordinates", shape("LineString", "[1,2]"),
      "1: error: its coordinates are an array of numbers where positions belong [rfc7946/coordinates]"
    ),
    (
      "coordinates", shape("Point", "[\"1\",\"2\"]"),
      "1: error: a position is an array of numbers, not an array with a string [rfc7946/coordinates]"
    ),
    (
      "line", shape("LineString", "[[1,2]]"),
      "1: error: a line has two positions or more, this one has 1 [rfc7946/line]"
    ),
    (
      "ring", shape("Polygon", "[[[0,0],[1,1],[0,0]]]"),
      "1: error: a ring has four positions or more, this one has 3 [rfc7946/ring]"
    ),
    (
      "closure", shape("Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]"),
      "1: error: the ring does not end with the position it begins with [rfc7946/closure]"
    ),
    (
      "winding", shape("Polygon", "[[[0,0],[1,1],[1,0],[0,0]]]"),
      "1: error: the outer ring runs clockwise; it must run counter-clockwise [rfc7946/winding]"
    ),
    (
      "winding", shape("Polygon", "[[[0,0],[9,0],[9,9],[0,0]],[[3,1],[4,1],[4,2],[3,1]]]"),
      "1: error: the hole runs counter-clockwise; it must run clockwise [rfc7946/winding]"
    ),
    (
      "antimeridian", shape("LineString", "[[170,0],[-170,0]]"),
      "1: error: from longitude 170.0 to -170.0 it crosses the antimeridian; cut it there [rfc7946/antimeridian]"
    ),
    (
      "geometry-collection", "{\"type\":\"GeometryCollection\",\"geometries\":[\(point)]}",
      "1: error: a GeometryCollection of one; write the geometry itself [rfc7946/geometry-collection]"
    ),
    (
      "geometry-collection",
      "{\"type\":\"GeometryCollection\",\"geometries\":[\(point),{\"type\":\"GeometryCollection\",\"geometries\":[]}]}",
      "1: error: .geometries[1]: a GeometryCollection stands in another [rfc7946/geometry-collection]"
    ),
  ]

  @Test func `what breaks a rule is told, and nothing else`() {
    for item in Self.bad { #expect(faults(item.json) == [item.says], "\(item.json)") }
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    #expect(
      GeoJSONValidator().validate([0x7B, 0xFF]).faults.map(\.description) == [
        "1: error: the file is not UTF-8 [rfc7946/encoding]"
      ])
  }

  @Test func `every rule has a case that breaks it`() {
    let rules = Set(GeoJSONValidator.checks.map { $0.id.name.replacing("rfc7946/", with: "") })
    #expect(rules == Set(Self.bad.map(\.rule)).union(["encoding"]))
  }

  @Test(arguments: [
    point, feature(point), "{\"type\":\"FeatureCollection\",\"features\":[]}", feature("null"),
    feature(point, "\"properties\":{},\"id\":7,\"bbox\":[1,2,1,2],\"title\":\"foreign\""),
    shape("Polygon", "[[[0,0],[9,0],[9,9],[0,0]],[[3,1],[4,2],[4,1],[3,1]]]"),
    shape("MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]]]]"), shape("MultiPoint", "[]"),
    shape("MultiLineString", "[[[1,2,3],[4,5,6]]]"),
    shape("Polygon", "[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]"),
    "{\"type\":\"MultiPoint\",\"bbox\":[170,0,-170,1],\"coordinates\":[[175,0],[-175,1]]}",
    "{\"type\":\"GeometryCollection\",\"geometries\":[\(point),\(shape("LineString", "[[1,2],[3,4]]"))]}",
    "{\"type\":\"Feature\",\"properties\":{\"a\":\"\\u00e9\\ud83d\\ude00\\n\"},\"geometry\":null}",
  ])
  func `what RFC 7946 allows is valid`(json: String) {
    #expect(faults(json) == [])
  }

  @Test func `deep nesting ends in a message`() {
    let json = String(repeating: "[", count: 100_000)
    #expect(faults(json) == ["1: error: the JSON is nested deeper than 200 [rfc7946/json]"])
  }

  @Test func `cut anywhere, a file is an error and never a crash`() {
    let json =
      "{\"type\":\"Feature\",\"properties\":{\"a\":\"\\u00e9\"},\"geometry\":\(Self.shape("Polygon", "[[[0,0],[1,0],[1,1.5e0],[0,0]]]"))}"
    for count in 0..<json.utf8.count {
      #expect(!GeoJSONValidator().validate(Array(json.utf8.prefix(count))).faults.isEmpty)
    }
  }
}
