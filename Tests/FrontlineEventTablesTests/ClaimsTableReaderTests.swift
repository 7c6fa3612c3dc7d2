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

  // MARK: Statuses in place of events

  private static let statusHeader =
    "claim_id,place_name,lat,lon,valid_date,reported_date,status,party,asserted_by,source,confidence\n"

  @Test func `may give a status in place of an event, under other names of columns`() throws {
    let made = try read(
      Self.statusHeader + """
        c1,Zell,50.31,10.11,2031-05-02,2031-05-04,held,north,independent,Courier,0.8
        c2,Zell,50.31,10.11,2031-05-03,2031-05-05,captured,south,south,Front Press,0.9
        c3,Zell,50.31,10.11,2031-05-04,2031-05-05,recaptured,north,north,Army Press,
        c4,Zell,50.31,10.11,2031-05-05,2031-05-05,lost,north,south,Front Press,B
        c5,Zell,50.31,10.11,2031-05-06,,contested,,,Courier,
        """)
    #expect(made.findings == [])
    #expect(made.claims.map(\.id) == ["c1", "c2", "c3", "c4", "c5"])
    #expect(made.claims.map(\.event) == [.holds, .captured, .recaptured, .withdrew, .fighting])
    #expect(made.claims.map(\.actor) == ["north", "south", "north", "north", nil])
    #expect(
      made.claims.map(\.controlAfter) == [
        .held(party: "north"), .held(party: "south"), .held(party: "north"),
        .notHeld(party: "north"), .contested,
      ])
    #expect(
      made.claims.map(\.provenance.report) == [
        "Courier", "Front Press", "Army Press", "Front Press", "Courier",
      ])
    #expect(
      made.claims.map(\.reported.description) == [
        "2031-05-04", "2031-05-05", "2031-05-05", "2031-05-05", "2031-05-06",
      ])
    #expect(
      made.claims.map { $0.coding?.cell("confidence") } == ["0.8", "0.9", nil, nil, nil])
    #expect(Set(made.claims.map(\.placeID)) == ["own-zell-n50.310-e10.110"])
    let again = try read(made.table(InventedPlaces.gazetteer).written())
    #expect(again.findings == [])
    #expect(again.claims.map(\.controlAfter) == made.claims.map(\.controlAfter))
    #expect(again.claims.map(\.provenance) == made.claims.map(\.provenance))
    #expect(again.claims.map(\.coding) == made.claims.map(\.coding))
  }

  @Test func `keeps places apart that share a name`() throws {
    let made = try read(
      Self.statusHeader + """
        c1,Zell,50.31,10.11,2031-05-02,,held,north,,a,
        c2,Zell,50.36,10.11,2031-05-02,,held,south,,a,
        c3,Dovra,50.26,10.1,2031-05-02,,held,north,,a,
        c4,Dovra,50.31,10.1,2031-05-02,,held,south,,a,
        c5,Dovre,50.25,10.1,2031-05-02,,held,south,,a,
        c6,Novy Mir,50.9,12.1,2031-05-02,,held,south,,a,
        c7,Harven District,50.3,10.1,2031-05-02,,held,south,,a,
        """)
    #expect(made.findings == [])
    #expect(
      made.claims.map(\.placeID) == [
        "own-zell-n50.310-e10.110", "own-zell-n50.360-e10.110", "xx-dovra",
        "own-dovra-n50.310-e10.100", "own-dovre-n50.250-e10.100", "xx-novy-mir-lindar",
        "xx-harven",
      ])
    #expect(
      InventedPlaces.gazetteer.ownPlaces(of: made.claims).map(\.name) == [
        "Dovra", "Dovre", "Zell", "Zell",
      ])
  }

  @Test func `says what is wrong with a status`() throws {
    let made = try read(
      Self.statusHeader + """
        c1,Zell,50.31,10.11,2031-05-02,,seized,north,,a,
        c2,Zell,50.31,10.11,2031-05-02,,lost,,,a,
        c3,Zell,50.31,10.11,2031-05-02,,,north,,a,
        c4,Zell,50.31,10.11,2031-05-02,,unknown,,,a,
        c5,Zell,95,10.11,2031-05-02,,held,north,,a,
        c6,Zell,50.31,10.11,2031-05-32,,held,north,,a,
        c7,Zell,50.31,10.11,2031-05-02,,held,north,,a,high
        """)
    #expect(made.claims.map(\.id) == ["c7"])
    #expect(
      made.findings.sorted { ($0.line ?? 0) < ($1.line ?? 0) }.map {
        "\($0.line ?? 0) \($0.message)"
      } == [
        "2 'seized' is not a value of 'status'", "3 'party' is empty", "4 'event' is empty",
        "5 'unknown' is not a value of 'status'", "6 '95, 10.11' is not a value of 'lat'",
        "7 '2031-05-32' is not a value of 'date'",
      ])
    #expect(
      made.findings.first { $0.line == 2 }?.remedy
        == "expected: held, captured, recaptured, lost, contested")
  }

  @Test func `without event and status is no table of claims`() {
    #expect(throws: EventTableError.self) { try read("place_name,valid_date\nDovra,2031-05-02\n") }
    #expect(throws: EventTableError.self) { try read("status,valid_date\nheld,2031-05-02\n") }
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
