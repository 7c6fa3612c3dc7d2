import FrontlineClaims
import FrontlineEventTables
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `A table of claims` {
  private func read(_ text: String) throws -> EventImport {
    try ClaimsTableReader.claims(
      CommaTable(Array(text.utf8)), file: "claims.csv", parties: InventedTables.parties,
      index: InventedTables.index)
  }

  @Test func `written by hand needs a place, an event and a day`() throws {
    let made = try read("place,event,actor,date\nDovra,captured,north,2031-05-02\n")
    #expect(made.findings == [])
    let claim = try #require(made.claims.first)
    #expect(claim.placeID == "xx-dovra")
    #expect(claim.controlAfter == .held(party: "north"))
    #expect(claim.valid.count == 1)
    #expect(claim.reported.description == "2031-05-02")
    #expect(claim.claimant == .analyst)
    #expect(claim.hedge == .asserted)
    #expect(claim.provenance.report == "claims.csv")
    #expect(claim.coding == nil)
    #expect(claim.id.hasPrefix("c-"))
  }

  @Test func `gives back what was imported`() throws {
    let made = try InventedTables.acled(
      [:], ["location": "Zell", "notes": "=2 a, \"b\"\nc", "source": "A|B=C%"])
    let table = made.table(InventedPlaces.gazetteer)
    #expect(table.columns == ClaimRow.columns)
    let again = try read(table.written())
    #expect(again.findings == [])
    #expect(again.claims == made.claims)
  }

  @Test func `says what is wrong with a row and reads the others`() throws {
    let made = try read(
      """
      place,event,actor,date,status,party,asserted_by,lat,lon,figures
      Dovra,captured,east,2031-05-02,,,,,,
      Dovra,conquered,north,2031-05-02,,,,,,
      Dovra,captured,north,2 May,,,,,,
      Dovra,captured,north,2031-05-02,held,,,,,
      Dovra,captured,north,2031-05-02,,,somebody,,,
      Dovra,captured,north,2031-05-02,,,,fifty,ten,
      Qwert,captured,north,2031-05-02,,,,,,
      Dovra,captured,north,2031-05-02,,,,,,many killed
      Dovra,captured,north,2031-05-02,,,,,,killed south 3-5; wounded 2+

      """)
    #expect(
      made.claims.map(\.figures) == [
        [
          .init(kind: .killed, party: "south", low: 3, high: 5),
          .init(kind: .wounded, party: nil, low: 2, high: nil),
        ]
      ])
    #expect(
      made.leftOut.map { "\($0.line) \($0.value)" } == [
        "2 actor east", "3 event conquered", "4 date 2 May", "5 party ", "6 asserted_by somebody",
        "7 lat fifty, ten", "8 place Qwert", "9 figures many killed",
      ])
    #expect(
      made.findings.first { $0.line == 2 }?.description == """
        claims.csv:2: warning: 'east' is not a value of 'actor' [bad-cell]
            expected: the id of a party: north, south
        """)
  }

  @Test func `tells of a column it does not know`() throws {
    let made = try read("place,event,dates,date\nDovra,fighting,x,2031-05-02\n")
    #expect(
      made.findings.map(\.message) == ["'dates' is not a column of claims, so it was not read"])
    #expect(made.claims.count == 1)
  }

  @Test func `brings places that the gazetteer does not have`() throws {
    let made = try InventedTables.acled(
      ["location": "Zell", "latitude": "50.3"],
      ["location": "Hills", "latitude": "50.4", "geo_precision": "3", "admin1": "Elsewhere"])
    let own = InventedPlaces.gazetteer.ownPlaces(of: made.claims)
    #expect(own.map(\.id) == ["acled-hills-100km-n50.400-e10.100", "acled-zell-n50.300-e10.100"])
    #expect(own.map(\.featureClass) == ["L", "P"])
    #expect(own.map(\.parent) == ["xx", "xx-harven"])
    #expect(own.map(\.radiusKilometres) == [100, 10])
  }
}
