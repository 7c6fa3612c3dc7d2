import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineGazetteer

@Suite struct `GeoNames files` {
  @Test func `become places whose ids, kinds and people come from the row`() {
    let (gazetteer, findings) = assembled()
    #expect(findings == [])
    #expect(
      gazetteer.place(id: "gn:101")
        == Place(
          id: "gn:101", name: "Varoshka", featureClass: "P", featureCode: "PPLA", country: "XX",
          admin1: "Varoshka Oblast", parent: "gn:11",
          position: Position(longitude: 20, latitude: 10), radiusKilometres: 5, population: 120_000,
          source: "GeoNames:101", confidence: .b))
  }

  @Test func `give a unit that no row describes the middle and the spread of its places`() {
    let (gazetteer, _) = assembled()
    let unit = gazetteer.place(id: "gn:11")
    #expect(unit?.featureCode == "ADM1")
    #expect(unit?.parent == "gn:1")
    #expect(unit?.confidence == .c)
    #expect(unit?.position == Position(longitude: 20.09997, latitude: 10.10002))
    // Two places some 15.6 km from the middle: √2 times that.
    #expect(unit?.radiusKilometres == 22.1)
    #expect(unit?.source == "GeoNames:11; middle of its 2 places")
    #expect(gazetteer.place(id: "gn:1")?.name == "Norland")
  }

  @Test func `keep names in any script, and leave out codes, links, letters and transliterations`()
  {
    let names = assembled().gazetteer.names.filter { $0.placeID == "gn:101" }
    #expect(
      names.map(\.text) == [
        "Varoshka", "Varosh'ka", "Вароська", "واروشكا", "Varóshka", "New Varoshka",
      ])
    #expect(names.map(\.script) == ["Latn", "Latn", "Cyrl", "Arab", "Latn", "Latn"])
    #expect(names.map(\.kind) == [.official] + Array(repeating: .variant, count: 5))
  }

  @Test func `lend a unit the names of the town it is named after`() {
    let index = GazetteerIndex(assembled().gazetteer)
    #expect(index.places(foldedName: NameKey.fold("Вароська")).map(\.id) == ["gn:11", "gn:101"])
  }

  @Test func `name bad rows with line and remedy, and go on`() {
    let bad = [
      "x\tA\tA\t\t1\t2\tP\tPPL\tXX\t\t11\t\t\t\t0\t\t\t\t", "7\tB\tB\t\t1\t2",
      "8\tC\tC\t\tnorth\t2\tP\tPPL\tXX\t\t11\t\t\t\t0\t\t\t\t",
      "9\tD\tD\t\t95\t2\tP\tPPL\tXX\t\t11\t\t\t\t0\t\t\t\t",
      "101\tE\tE\t\t1\t2\tP\tPPL\tXX\t\t11\t\t\t\t0\t\t\t\t",
    ].joined(separator: "\n")
    let (gazetteer, findings) = assembled(more: bad)
    #expect(gazetteer.places.count == 4)
    #expect(
      findings.map(\.description) == [
        """
        more.txt:1:1: warning: geonameid 'x' is not a number [not-a-number]
            write its id; the row was left out
        """,
        """
        more.txt:2: warning: the row has 6 cells, a GeoNames row 19 [cell-count]
            put one tab between cells, also between empty ones; the row was left out
        """,
        """
        more.txt:3:8: warning: latitude 'north' is not a number [not-a-number]
            write digits with a point, such as 35.31; the row was left out
        """,
        """
        more.txt:4:8: warning: 'D' is at latitude 95.0, longitude 2.0 [impossible-position]
            write degrees: latitude within 90, longitude within 180; the row was left out
        """,
        """
        more.txt: note: 1 row repeats a geonameid read before [duplicate-id]
            list each dump once; the first row of an id counts
        """,
      ])
  }

  @Test func `say that units have no names where the file of names is missing`() {
    var assembly = GazetteerAssembly()
    assembly.add(Array(Self.rows.utf8), kind: .dump, file: "XX.txt")
    let (tables, findings) = assembly.assembled()
    #expect(tables.flatMap(\.places).map(\.value.parent) == [nil, nil])
    #expect(
      findings.map(\.description) == [
        """
        XX.txt: note: 1 first-order units have a code but no name [unnamed-units]
            add GeoNames' admin1CodesASCII.txt to 'gazetteers', so that "X in Y province" is understood
        """
      ])
  }

  @Test func `lend their names to a table's place that is the same`() throws {
    var assembly = GazetteerAssembly()
    let (table, _) = try GazetteerTable.read(
      places: InventedPlaces.table(
        InventedPlaces.placeHeader,
        [
          "xx|Norland|A|PCLI|XX||||10|20||||||made up|A|",
          "xx-var|Varoshka Province|A|ADM1|XX|||xx|10|20|||||||A|",
          "xx-town|Varoshka|P|PPL|XX|||xx-var|10.01|20.01|||||||A|",
          "xx-other|Other|P|PPL|XX|||xx-var|11|21||||||GeoNames:102|A|",
        ]), placesFile: "places.tsv",
      names: InventedPlaces.table(InventedPlaces.nameHeader, []), namesFile: "names.tsv")
    assembly.add(table)
    assembly.add(Array(Self.rows.utf8), kind: .dump, file: "XX.txt")
    assembly.add(Array(Self.units.utf8), kind: .units, file: "admin1CodesASCII.txt")
    let (tables, findings) = assembly.assembled()
    #expect(findings == [])
    let gazetteer = GazetteerTable(joining: tables).gazetteer()
    #expect(gazetteer.places.map(\.id) == ["xx", "xx-var", "xx-town", "xx-other"])
    let index = GazetteerIndex(gazetteer)
    #expect(index.places(foldedName: NameKey.fold("Вароська")).map(\.id) == ["xx-town"])
    #expect(index.places(foldedName: "dolno kel").map(\.id) == ["xx-other"])
  }

  @Test(arguments: [
    ("admin1CodesASCII.txt", "x", "units"), ("admin2Codes.txt", "x", "units"),
    ("countryInfo.txt", "x", "countries"), ("XX.txt", rows, "dump"),
    ("notes.txt", "These are notes.", nil),
  ])
  func `are known by name or by their columns`(name: String, text: String, kind: String?) {
    let found = GazetteerAssembly.FileKind(name: name, bytes: Array(text.utf8))
    #expect(found.map { "\($0)" } == kind)
  }

  static let rows = """
    101\tVaroshka\tVarosh'ka\tВароська,واروشكا,Varóshka,New Varoshka,varosuka,KBL,OAKB,V,http://x.org/V,Q12,ヴァロシ\t10\t20\tP\tPPLA\tXX\t\t11\t\t\t\t120000\t\t\tUTC\t2020-01-01
    102\tDolno Kel\tDolno Kel\t\t10.2\t20.2\tP\tPPL\tXX\t\t11\t\t\t\t0\t\t\tUTC\t2020-01-01
    """
  static let units = "XX.11\tVaroshka Oblast\tVaroshka Oblast\t11\nXX.12\tEmpty\tEmpty\t12\n"
  static let countries =
    "# header\nXX\tXXX\t1\txx\tNorland\tTown\t1\t1\tEU\t.x\tX\tX\t\t\t\txx\t1\t\t\n"

  private func assembled(more: String? = nil) -> (gazetteer: Gazetteer, findings: [Finding]) {
    var assembly = GazetteerAssembly()
    assembly.add(Array(Self.rows.utf8), kind: .dump, file: "XX.txt")
    if let more { assembly.add(Array(more.utf8), kind: .dump, file: "more.txt") }
    assembly.add(Array(Self.units.utf8), kind: .units, file: "admin1CodesASCII.txt")
    assembly.add(Array(Self.countries.utf8), kind: .countries, file: "countryInfo.txt")
    let (tables, findings) = assembly.assembled()
    return (GazetteerTable(joining: tables).gazetteer(), findings)
  }
}
