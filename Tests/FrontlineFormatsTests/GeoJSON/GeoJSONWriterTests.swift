import FrontlineFormats
import FrontlineGeometry
import FrontlineLayers
import Testing

@Suite struct GeoJSONWriterTests {
  private func check(
    _ geometry: Geometry, isWritten expected: String, location: SourceLocation = #_sourceLocation
  ) {
    let layer = Layer(
      name: "x", columns: [], features: [Feature(id: "f", geometry: geometry, values: [])])
    let lines = String(decoding: GeoJSONWriter.bytes(layer), as: UTF8.self).split(separator: "\n")
    let feature = #"{"type":"Feature","id":"f","geometry":\#(expected),"properties":{}}"#
    #expect(String(lines[1]) == feature, sourceLocation: location)
  }

  @Test func `layers of a day are written as recorded`() throws {
    for layer in InventedTheatre.layers() {
      try golden(GeoJSONWriter.bytes(layer), "\(layer.name).geojson")
    }
  }

  @Test func `a layer without features has no bounding box`() {
    let layer = Layer(name: "front_lines", columns: [], features: [])
    #expect(
      String(decoding: GeoJSONWriter.bytes(layer), as: UTF8.self)
        == "{\"type\":\"FeatureCollection\",\"name\":\"front_lines\",\"features\":[\n]}\n")
  }

  @Test func `rings are turned the way RFC 7946 wants`() {
    let clockwise = InventedTheatre.ring([(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)])
    let hole = InventedTheatre.ring([(1, 1), (2, 1), (2, 2), (1, 1)])
    check(
      .polygons([Polygon(exterior: clockwise, holes: [hole])]),
      isWritten: #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],"#
        + "[[1,1],[2,2],[2,1],[1,1]]]}")
  }

  @Test func `rings are closed and repeated positions are dropped on the grid`() {
    let open = InventedTheatre.ring([(0, 0), (1, 0), (1.000_000_1, 0), (1, 1.000_000_4)])
    check(
      .polygons([Polygon(exterior: open)]),
      isWritten: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#)
  }

  @Test func `parts that collapse are left out and one part is written as a single shape`() {
    let speck = Polygon(exterior: InventedTheatre.square(5, 5, 0.000_000_1))
    let flat = InventedTheatre.ring([(2, 2), (3, 3), (4, 4), (2, 2)])
    let square = Polygon(exterior: InventedTheatre.square(0, 0, 1), holes: [flat])
    check(
      .polygons([speck, square]),
      isWritten: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}"#)
    let point = Position(longitude: 1, latitude: 2)
    check(
      .lines([
        LineString([point, point]), LineString([point, Position(longitude: -3, latitude: 4)]),
      ]),
      isWritten: #"{"type":"LineString","coordinates":[[1,2],[-3,4]]}"#)
  }

  @Test func `two parts make a multi-shape`() {
    let line = LineString([
      Position(longitude: 1, latitude: 2), Position(longitude: -0.000_000_1, latitude: 4.5),
    ])
    check(
      .lines([line, line]),
      isWritten: #"{"type":"MultiLineString","coordinates":[[[1,2],[0,4.5]],[[1,2],[0,4.5]]]}"#)
  }

  @Test(arguments: [Double.nan, .infinity, 181])
  func `a shape off the Earth is written as none`(longitude: Double) {
    check(.point(Position(longitude: longitude, latitude: 0)), isWritten: "null")
    check(
      .lines([
        LineString([
          Position(longitude: 0, latitude: 0), Position(longitude: longitude, latitude: 0),
        ])
      ]), isWritten: "null")
  }

  @Test func `the bounding box holds what is written and nothing else`() {
    let features = [
      Feature(
        id: "a", geometry: .point(Position(longitude: 3.123_456_78, latitude: -1)), values: []),
      Feature(id: "b", geometry: .point(Position(longitude: -2, latitude: 8)), values: []),
      Feature(id: "c", geometry: .point(Position(longitude: 999, latitude: 0)), values: []),
    ]
    let text = String(
      decoding: GeoJSONWriter.bytes(Layer(name: "x", columns: [], features: features)),
      as: UTF8.self)
    #expect(text.contains(#""bbox":[-2,-1,3.123457,8],"#))
  }

  @Test func `values are written by their kind and column`() {
    let columns = [
      PropertyColumn("text", .text, meaning: ""),
      PropertyColumn("whole", .integer, meaning: ""),
      PropertyColumn("part", .number, decimals: 2, meaning: ""),
      PropertyColumn("flat", .number, decimals: 2, meaning: ""),
      PropertyColumn("lost", .number, decimals: 2, meaning: ""),
      PropertyColumn("when", .dateTime, meaning: ""),
      PropertyColumn("none", .text, meaning: ""),
    ]
    let feature = Feature(
      id: "f", geometry: .point(Position(longitude: 0, latitude: 0)),
      values: [
        .text("a\"b\\c\n\r\t\u{1}\u{1F}é\u{2028}/"), .integer(-3), .number(0.125), .number(80),
        .number(.nan),
        .time("2001-09-10T00:00:00Z"),
      ])
    let text = String(
      decoding: GeoJSONWriter.bytes(Layer(name: "x", columns: columns, features: [feature])),
      as: UTF8.self)
    let properties =
      #""properties":{"text":"a\"b\\c\n\r\t\u0001\u001fé"# + "\u{2028}"
      + #"/","whole":-3,"part":0.13,"flat":80.0,"lost":null,"when":"2001-09-10T00:00:00Z","none":null}}"#
    #expect(text.contains(properties))
  }
}
