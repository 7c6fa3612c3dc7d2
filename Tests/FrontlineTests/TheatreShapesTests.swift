import Foundation
import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineGeometry
import FrontlineReports
import Testing

@Suite struct `A theatre of coded claims alone` {
  private static let parties = """
    parties:
      - { id: north, opposed_to: [south] }
      - { id: south, opposed_to: [north] }

    """

  private static let claims = """
    claim_id,place_name,lat,lon,valid_date,reported_date,status,party,asserted_by,source,confidence
    c1,Zell,50.2,10.2,2031-05-02,2031-05-04,held,north,independent,Courier,0.8
    c2,Zell,50.4,10.6,2031-05-03,2031-05-09,captured,south,south,Front Press,0.9
    c3,Marn,50.4,10.7,2031-05-05,2031-05-06,lost,north,north,Army Press,0.9

    """

  @Test func `needs no reports, gazetteer, box and period`() async throws {
    let loaded = try load([:])
    #expect(loaded.findings == [])
    #expect(loaded.reports == [])
    #expect(loaded.codedClaims.count == 3)
    let claims = loaded.codedClaims
    #expect(
      loaded.theatre.coverage(of: claims) == Day(iso: "2031-05-02")!...Day(iso: "2031-05-09")!)
    let result = try await Pipeline(loaded).maps(
      of: claims, options: BuildOptions(days: [Day(iso: "2031-05-09")!], views: [.assessed]))
    let status = Dictionary(
      uniqueKeysWithValues: result.maps[0][0].control.places.map { ($0.placeID, $0.status) })
    #expect(status["own-zell-n50.200-e10.200"] == .held(party: "north"))
    #expect(status["own-zell-n50.400-e10.600"] == .held(party: "south"))
  }

  // MARK: Boundaries

  private static func square(_ west: Double, _ south: Double, size: Double = 1) -> String {
    let (east, north) = (west + size, south + size)
    return
      "[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]"
  }

  private static func box(_ west: Double, _ south: Double, size: Double = 1)
    -> FrontlineGeometry
    .Polygon
  {
    Polygon(
      BoundingBox(west: west, south: south, east: west + size, north: south + size)
    ).normalised
  }

  private static func feature(_ properties: String, _ type: String, _ coordinates: String) -> String
  {
    "{\"type\":\"Feature\",\"properties\":{\(properties)},"
      + "\"geometry\":{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}}"
  }

  private static func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  @Test func `is clipped to the features of the kind theatre`() throws {
    let loaded = try load([
      "boundaries.geojson": Self.collection(
        Self.feature("\"kind\":\"theatre\"", "Polygon", Self.square(10, 50)),
        Self.feature("\"kind\":\"control\"", "Polygon", Self.square(20, 50)),
        Self.feature("\"kind\":\"control\"", "MultiPolygon", "[\(Self.square(21, 50))]"),
        Self.feature(
          "\"place_id\":\"own-marn-n50.400-e10.700\"", "Polygon", Self.square(10, 50)),
        Self.feature("\"place_id\":\"elsewhere\"", "Polygon", Self.square(10, 50)),
        Self.feature("", "Point", "[10,50]"))
    ])
    #expect(loaded.boundary == [Self.box(10, 50)])
    #expect(
      loaded.outlines == [
        "own-marn-n50.400-e10.700": [Self.box(10, 50)], "elsewhere": [Self.box(10, 50)],
      ])
    #expect(
      loaded.findings.map { "\($0.severity.rawValue) \($0.code): \($0.message)" } == [
        "warning not-an-area: feature 6 is no polygon, so it was left out",
        "note ignored-shape: 2 features of the kind 'control' were not used",
        "warning unknown-outline: the place_id 'elsewhere' is no place of a gazetteer, a claim or prior control",
      ])
    #expect(loaded.inputs.last?.hasSuffix("/boundaries.geojson") == true)
  }

  @Test func `is clipped to all areas where none is of the kind theatre`() throws {
    let loaded = try load(
      [
        "land.geojson": Self.collection(
          Self.feature("", "Polygon", Self.square(10, 50)),
          Self.feature("\"kind\":\"province\"", "Polygon", Self.square(11, 50)))
      ], yaml: "boundaries: land.geojson\n")
    #expect(loaded.findings == [])
    // Neighbours that share a border are one area.
    #expect(loaded.boundary.count == 1)
    #expect(BoundingBox(loaded.boundary[0].exterior.positions)?.east == 12)
  }

  @Test func `has its areas mended where they are not valid`() throws {
    let bow = "[[[10,50],[11,51],[11,50],[10,51]]]"
    let loaded = try load([
      "boundaries.geojson": Self.collection(Self.feature("", "Polygon", bow))
    ])
    #expect(loaded.boundary.count == 2)
    #expect(
      loaded.findings.map(\.message) == [
        "feature 1 is no valid polygon (Self-intersection at 10.5, 50.5), so it was mended"
      ])
  }

  @Test func `tells of shapes it cannot use`() throws {
    let loaded = try load([
      "boundaries.geojson": Self.collection(
        Self.feature("", "Polygon", "[[[10,50],[11,51],[10,50]]]"),
        Self.feature("", "Polygon", "[[[10,50],[1100000,51],[10,52],[10,50]]]"),
        Self.feature("", "Polygon", "[[10,50],[11,51]]"), "{\"type\":\"Feature\"}",
        Self.feature("", "Circle", "[10,50]"))
    ])
    #expect(loaded.boundary == [])
    #expect(
      loaded.findings.map(\.message) == [
        "feature 1 has a ring of fewer than three positions, so it was left out",
        "feature 2 has the position 1100000.0, 51.0, which is not on Earth, so it was left out",
        "feature 3 has coordinates that do not fit its shape, so it was left out",
        "feature 4 has no geometry, so it was left out",
        "feature 5 has the geometry 'Circle', so it was left out",
      ])
  }

  @Test(arguments: ["", "[1]", "{\"a\": 1}", "POLYGON ((0 0))"])
  func `stops at boundaries that are not GeoJSON`(text: String) {
    let error = #expect(throws: FileError.self) { try load(["boundaries.geojson": text]) }
    #expect(error?.problem == "this is not GeoJSON: no JSON object with a 'type'")
  }

  @Test func `stops at a file that is named and not there`() {
    #expect(throws: FileError.self) { try load([:], yaml: "barriers: rivers.geojson\n") }
  }

  // MARK: Terrain

  @Test func `has barriers and corridors`() throws {
    let loaded = try load(
      [
        "rivers.geojson": Self.collection(
          Self.feature(
            "\"name\":\"Ustra\",\"strength_km\":12.5", "LineString", "[[10,50],[10.5,50.5]]"),
          Self.feature(
            "\"strength_km\":-1", "MultiLineString", "[[[1,2],[3,4,100]],[[5,6],[7,8]]]"),
          Self.feature("", "LineString", "[[10,50],[10,50]]"),
          Self.feature("", "Polygon", Self.square(10, 50))),
        "roads.geojson": "{\"type\":\"LineString\",\"coordinates\":[[10,50],[11,50]]}",
      ], yaml: "barriers: rivers.geojson\ncorridors: roads.geojson\n")
    func line(_ positions: (Double, Double)...) -> LineString {
      LineString(positions.map { Position(longitude: $0.0, latitude: $0.1) })
    }
    #expect(
      loaded.barriers == [
        Barrier(name: "Ustra", line: line((10, 50), (10.5, 50.5)), strengthKilometres: 12.5),
        Barrier(name: "barrier 2", line: line((1, 2), (3, 4)), strengthKilometres: 30),
        Barrier(name: "barrier 3", line: line((5, 6), (7, 8)), strengthKilometres: 30),
      ])
    #expect(
      loaded.corridors == [Corridor(name: "corridor 1", line: line((10, 50), (11, 50)), speed: 3)])
    #expect(
      loaded.findings.map(\.message) == [
        "feature 3 has a line of fewer than two positions, so it was left out",
        "strength_km '-1' of feature 2 is not a number from 0 to 1000; 30 was used",
        "feature 4 is no line, so it was left out",
      ])
  }

  // MARK: Parts

  private func load(_ files: [String: String], yaml: String = "") throws -> LoadedTheatre {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "frontline-shapes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var all = files
    all["theatre.yaml"] = Self.parties + yaml
    all["claims.csv"] = Self.claims
    for (name, text) in all {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try TheatreFolder.load(folder.path)
  }
}
