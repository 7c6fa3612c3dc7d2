import FrontlineClaims
import FrontlineEventTables
import FrontlineGeometry
import FrontlineReports
import Testing

@Suite struct `A table of any make` {
  private static let mapping = ColumnMapping(
    dataset: "watch",
    columns: [
      "row": "Nr", "date": "Datum", "place": "Ort", "event": "Was", "actor": "Wer",
      "against": "Gegen", "sentence": "Text", "lat": "B", "lon": "L", "deaths": "Tote",
      "source": "Quelle",
    ],
    constants: ["hedge": "unverified"],
    values: [
      "event": ["Eingenommen": "captured", "kämpfe": "fighting"],
      "actor": ["Nord": "north", "Niemand": ""],
    ],
    dateFormat: EventDate.Format("DD.MM.YYYY"))

  private func read(_ rows: String, mapping: ColumnMapping = mapping) throws -> EventImport {
    let text = "Nr;Datum;Ort;Was;Wer;Gegen;Text;B;L;Tote;Quelle;Rest\n" + rows
    return try MappedTable.claims(
      CommaTable(Array(text.utf8)), mapping: mapping, file: "watch.csv",
      parties: InventedTables.parties, index: InventedTables.index)
  }

  @Test func `is read by the mapping of its columns and words`() throws {
    let made = try read(
      "7;03.09.2021;Dovra;eingenommen;Nord;Southern Front;Dovra fiel.;;;4;Mara Vint;x|y=z\n")
    #expect(made.findings == [])
    let claim = try #require(made.claims.first)
    #expect(claim.placeID == "xx-dovra")
    #expect(claim.event == .captured)
    #expect(claim.actor == "north")
    #expect(claim.against == "south")
    #expect(claim.controlAfter == .held(party: "north"))
    #expect(claim.valid.lowerBound.description == "2021-09-03")
    #expect(claim.hedge == .unverified)
    #expect(claim.claimant == .party("south"))
    #expect(claim.figures == [.init(kind: .killed, party: nil, low: 4, high: 4)])
    #expect(claim.provenance.sentence == "Dovra fiel.")
    #expect(claim.provenance.report == "watch-7")
    #expect(claim.provenance.rule == "watch: eingenommen")
    #expect(claim.coding?.actor == "Nord")
    #expect(claim.coding?.cell("Rest") == "x|y=z")
    #expect(claim.coding?.cell("Nr") == "7")
  }

  @Test func `may place its rows by coordinates`() throws {
    let made = try read(
      "1;03.09.2021;Weg;Kämpfe;Nord;;;50,3;10,0;;;\n2;03.09.2021;Weg;Kämpfe;Nord;;;50.3;10.0;;;\n")
    // A decimal comma is not a number: better no claim than one in the wrong place.
    #expect(made.findings.map(\.code) == ["bad-cell"])
    #expect(made.claims.map(\.placeID) == ["watch-weg-n50.300-e10.000"])
    #expect(made.claims.map(\.position) == [Position(longitude: 10, latitude: 50.3)])
  }

  @Test func `says which rows it cannot read`() throws {
    let made = try read(
      """
      1;2021-09-03;Dovra;Kämpfe;Nord;;;;;;;
      2;03.09.2021;Nirgends;Kämpfe;Nord;;;;;;;
      3;03.09.2021;Dovra;Gerücht;Nord;;;;;;;
      4;03.09.2021;Dovra;Kämpfe;Fremde;;;;;;;
      5;03.09.2021;Dovra;Kämpfe;Niemand;;;;;;;
      5;03.09.2021;Dovra;Kämpfe;Nord;;;;;;;

      """)
    #expect(made.claims.map(\.coding?.row) == ["5"])
    #expect(made.claims.map(\.actor) == [nil])
    #expect(
      made.leftOut.map { "\($0.line) \($0.code) \($0.value)" } == [
        "2 bad-date 2021-09-03", "3 bad-cell place Nirgends", "4 bad-cell event Gerücht",
        "5 unmapped-actor Fremde", "7 duplicate-row 5",
      ])
  }

  @Test func `that lacks a mapped column is refused`() {
    var mapping = Self.mapping
    mapping.columns["speaker"] = "Sprecher"
    let error = #expect(throws: EventTableError.self) { try read("", mapping: mapping) }
    #expect(error?.message.contains("'Sprecher'") == true)
  }

  @Test func `whose mapping gives no event is refused`() {
    var mapping = Self.mapping
    mapping.columns["event"] = nil
    let error = #expect(throws: EventTableError.self) { try read("", mapping: mapping) }
    #expect(error?.code == "missing-columns")
    mapping.constants["event"] = "fighting"
    #expect(throws: Never.self) { try read("", mapping: mapping) }
  }
}

@Suite struct `A GeoJSON file of points` {
  private func read(_ text: String) throws -> EventImport {
    try PointTable.claims(
      Array(text.utf8),
      mapping: ColumnMapping(
        dataset: "points", columns: ["date": "day", "event": "kind", "place": "name"]),
      file: "points.geojson", parties: InventedTables.parties, index: InventedTables.index)
  }

  @Test func `makes a claim of every point and a finding of the rest`() throws {
    let made = try read(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":5,"geometry":{"type":"Point","coordinates":[10.1,50.25,300]},
       "properties":{"day":"2021-09-02","kind":"fighting","name":"Dovra","count":3,"sure":true,"more":{"a":[1]}}},
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":null},
      {"type":"Feature","geometry":null,"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":["10",50]},"properties":{}},
      7]}
      """)
    #expect(made.claims.count == 1)
    #expect(made.rows == 5)
    let coding = try #require(made.claims.first?.coding)
    #expect(made.claims[0].placeID == "xx-dovra")
    #expect(coding.row == "5")
    #expect(coding.cell("count") == "3")
    #expect(coding.cell("sure") == "true")
    #expect(coding.cell("more") == "{\"a\":[1]}")
    #expect(
      made.findings.map(\.description) == [
        """
        points.geojson:4: warning: the coordinates of a point are not a position [bad-coordinates]
            write [longitude, latitude] in degrees of WGS 84 (line: the feature's number)
        """,
        """
        points.geojson:5: warning: a member of 'features' is no feature [not-a-feature]
            give it the type 'Feature', a geometry and properties
        """,
        """
        points.geojson:2: warning: the geometry of a feature is 'LineString', not 'Point' [not-a-point]
            an event is at a point: give its centre, and radius_km for an area (line: the feature's number)
        """,
        """
        points.geojson:3: warning: the geometry of a feature is 'none', not 'Point' [not-a-point]
            an event is at a point: give its centre, and radius_km for an area (line: the feature's number)
        """,
      ])
  }

  @Test(arguments: ["", "[1]", "{\"type\":\"Topology\"}", "{\"type\":\"FeatureCollection\"}"])
  func `is refused if it is none`(text: String) {
    let error = #expect(throws: EventTableError.self) { try read(text) }
    #expect(error?.code == "not-geojson")
  }
}
