import FrontlineFormats
import FrontlineGeometry
import FrontlineLayers
import Testing

@Suite struct GeoJSONReaderTests {
  private let schema = [PropertyColumn("n", .integer, meaning: "")]

  private func check(
    _ text: String, fails message: String, location: SourceLocation = #_sourceLocation
  ) {
    do {
      let layer = try GeoJSONReader.layer(Array(text.utf8), schema: schema)
      Issue.record("read \(layer)", sourceLocation: location)
    } catch let error as GeoJSONError {
      #expect(error.message == message, sourceLocation: location)
    } catch {
      Issue.record("threw \(error)", sourceLocation: location)
    }
  }

  private func collection(_ feature: String) -> String {
    #"{"type":"FeatureCollection","features":[\#(feature)]}"#
  }

  @Test func `what was written is read back and written the same`() throws {
    for layer in InventedTheatre.layers() {
      let written = GeoJSONWriter.bytes(layer)
      let read = try GeoJSONReader.layer(written, schema: layer.columns)
      #expect(read.name == layer.name)
      #expect(read.features.map(\.id) == layer.features.map(\.id))
      #expect(
        String(decoding: GeoJSONWriter.bytes(read), as: UTF8.self)
          == String(decoding: written, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<100)
  func `random shapes survive writing and reading`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let layer = Layer(
      name: "random \(seed)",
      columns: [
        PropertyColumn("value", .number, decimals: 3, meaning: ""),
        PropertyColumn("words", .text, meaning: ""),
      ],
      features: (0..<5).map { index in
        Feature(
          id: "f-\(index)", geometry: randomGeometry(&generator),
          values: [
            .number(Double.random(in: -1e6...1e6, using: &generator)),
            .text(randomText(&generator)),
          ])
      })
    let written = GeoJSONWriter.bytes(layer)
    let read = try GeoJSONReader.layer(written, schema: layer.columns)
    #expect(GeoJSONWriter.bytes(read) == written)
    #expect(zip(read.features, layer.features).allSatisfy { $0.values[1] == $1.values[1] })
    for case .polygons(let polygons) in read.features.map(\.geometry) {
      for ring in polygons.flatMap({ [$0.exterior] + $0.holes }) {
        #expect(ring.positions.count >= 4 && ring.positions.first == ring.positions.last)
      }
    }
  }

  @Test func `a feature without a shape stays without one`() throws {
    let text =
      #"{"type":"FeatureCollection","name":"x","features":["# + "\n"
      + #"{"type":"Feature","id":"a","geometry":null,"properties":{"n":null}}"# + "\n]}\n"
    let layer = try GeoJSONReader.layer(Array(text.utf8), schema: schema)
    #expect(String(decoding: GeoJSONWriter.bytes(layer), as: UTF8.self) == text)
  }

  @Test func `a name given wins over the file's own`() throws {
    let text = #"{"type":"FeatureCollection","name":"x","features":[]}"#
    #expect(try GeoJSONReader.layer(Array(text.utf8), schema: [], name: "y").name == "y")
    #expect(try GeoJSONReader.layer(Array(text.utf8), schema: []).name == "x")
  }

  @Test func `what is no collection is refused`() {
    check("{", fails: "the file is not JSON in UTF-8")
    check("[]", fails: "the file is not a JSON object")
    check(
      #"{"type":"Feature"}"#, fails: "expected the type 'FeatureCollection', found 'Feature'")
    check("{}", fails: "expected the type 'FeatureCollection', found none")
    check(
      #"{"type":"FeatureCollection"}"#,
      fails: "the collection lacks 'features' or has it in the wrong type")
  }

  @Test func `a feature that lacks something is named`() {
    check(collection("3"), fails: "feature 1 is not a JSON object")
    check(
      collection(#"{"id":7,"properties":{"n":1},"geometry":null}"#),
      fails: "feature 1 lacks 'id' or has it in the wrong type")
    check(
      collection(#"{"id":"a","properties":null,"geometry":null}"#),
      fails: "'properties' of feature 'a' is not a JSON object")
    check(
      collection(#"{"id":"a","properties":{},"geometry":null}"#),
      fails: "the properties of feature 'a' lacks 'n' or has it in the wrong type")
  }

  @Test(arguments: ["1.5", "true", "\"1\"", "[]"])
  func `a value of another kind is refused`(value: String) {
    check(
      collection(#"{"id":"a","properties":{"n":\#(value)},"geometry":null}"#),
      fails: "'n' of feature 'a' is not of the type 'integer'")
  }

  @Test func `a shape that cannot be read is refused`() {
    func check(_ geometry: String, _ message: String) {
      self.check(
        collection(#"{"id":"a","properties":{"n":1},"geometry":\#(geometry)}"#), fails: message)
    }
    let bad = "the coordinates of feature 'a' do not fit its shape"
    check(#"{"type":"Point","coordinates":[1]}"#, bad)
    check(#"{"type":"Point","coordinates":["1","2"]}"#, bad)
    check(#"{"type":"Point"}"#, bad)
    check(#"{"type":"Polygon","coordinates":[]}"#, bad)
    check(#"{"type":"LineString","coordinates":[[1,2],3]}"#, bad)
    check(#"{"type":"Circle"}"#, "the geometry of feature 'a' has the type 'Circle'")
    check("{}", "the geometry of feature 'a' has no type")
    check("[]", "'geometry' of feature 'a' is not a JSON object")
  }

  private func randomGeometry(_ generator: inout SeededGenerator) -> Geometry {
    let parts = Int.random(in: 1...3, using: &generator)
    func ring() -> [Position] {
      (0..<Int.random(in: 3...6, using: &generator)).map { _ in position(&generator) }
    }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return .point(position(&generator))
    case 1: return .lines((0..<parts).map { _ in LineString(ring()) })
    default:
      return .polygons(
        (0..<parts).map { _ in Polygon(exterior: Ring(ring()), holes: [Ring(ring())]) })
    }
  }

  private func position(_ generator: inout SeededGenerator) -> Position {
    Position(
      longitude: Double.random(in: -180...180, using: &generator),
      latitude: Double.random(in: -90...90, using: &generator))
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "\u{0}", "\u{7F}", "é", "پ", "😀", "/"]
    var text = String.UnicodeScalarView()
    for _ in 0..<8 { text.append(scalars.randomElement(using: &generator) ?? "a") }
    return String(text)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
