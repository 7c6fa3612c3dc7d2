import FrontlineClaims
import FrontlineEventTables
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Claims exported` {
  private static let report = Report(
    id: "r1", publisher: "Oldmark Courier", published: Day(number: 22_400),
    publishedBasis: "front matter",
    text: """
      The Northern Army captured Dovra on 28 April 2031, killing at least 12 Southern Front fighters. A Southern \
      Front spokesman, Mara Vint, denied that; she said 50% of Selna; the bridge = held. Residents reported \
      heavy fighting in Harven district. The Southern Front withdrew from Kel Pass.
      """)

  private var read: [Claim] { InventedTheatre.two.claims(in: Self.report) }

  private var tables: ClaimTables {
    ClaimTables(
      parties: InventedTables.parties, gazetteer: InventedPlaces.gazetteer, reports: [Self.report])
  }

  /// An export, written and read again.
  private func written(_ claims: [Claim], as format: ClaimTables.Format) -> CommaTable {
    CommaTable(Array(tables.table(claims, as: format).written().utf8))
  }

  private func reimported(_ claims: [Claim]) throws -> EventImport {
    try ACLEDTable.claims(
      written(claims, as: .acled), file: "export.csv", parties: InventedTables.parties,
      index: InventedTables.index)
  }

  /// A claim without what no table carries: where in the report its words stand, and the radius in km.
  private func carried(_ claim: Claim) -> Claim {
    var claim = claim
    let sentence = claim.provenance.sentence
    claim.provenance.sentenceRange = 0..<sentence.unicodeScalars.count
    claim.provenance.placeRange = 0..<0
    claim.geoPrecision = nil
    return claim
  }

  @Test func `as ACLED come back the same`() throws {
    #expect(read.count >= 3)
    let made = try reimported(read)
    #expect(made.findings == [])
    #expect(made.claims.map { carried($0) } == read.map { carried($0) })
  }

  @Test func `as ACLED come back the same for every event, claimant and hedge`() throws {
    let claimants: [Claim.Claimant] = [
      .party("north"), .party("south"), .independent, .resident, .analyst, .thirdParty,
    ]
    var claims: [Claim] = []
    for (index, event) in Claim.Event.allCases.enumerated() {
      for (number, hedge) in Claim.Hedge.allCases.enumerated() {
        var claim = Claim.invented(
          event, at: "xx-dovra", actor: "north", against: "south", on: Day(number: 22_400 + index),
          days: number + 1, reported: Day(number: 22_420),
          by: claimants[(index + number) % claimants.count], hedge: hedge,
          edge: number == 0 ? "outskirts" : nil)
        claim.speaker = "A; B = 100%, \"C\""
        claim.figures = [
          .init(kind: .killed, party: "south", low: 3, high: nil),
          .init(kind: .vehicles, party: nil, low: 1, high: 4),
        ]
        claims.append(claim)
      }
    }
    let made = try reimported(claims)
    #expect(made.findings == [])
    #expect(made.claims.map { carried($0) } == claims.map { carried($0) })
  }

  @Test func `that were imported from ACLED come back the same, cell by cell`() throws {
    let first = try InventedTables.acled(
      [:], ["sub_event_type": "Government regains territory", "tags": "crowd size=no report"],
      ["geo_precision": "3", "time_precision": "2"], ["location": "Zell", "notes": "=1+1; a \"b\""])
    #expect(first.claims.count == 4)
    #expect(try reimported(first.claims).claims == first.claims)
    let table = written(first.claims, as: .acled)
    let notes = try #require(table.index(of: "notes"))
    let date = try #require(table.index(of: "interaction"))
    #expect(CommaTable.plain(table.rows[3].cells[notes]) == "=1+1; a \"b\"")
    #expect(table.rows.map { $0.cells[date] } == ["12", "12", "12", "12"])
  }

  @Test func `that were imported from UCDP come back the same`() throws {
    let first = try InventedTables.ucdp([:], ["where_prec": "2", "date_prec": "4"])
    #expect(first.claims.count == 2)
    #expect(try reimported(first.claims).claims == first.claims)
  }

  @Test func `as ACLED have its 31 columns and honest blanks`() throws {
    let captured = try #require(read.first { $0.event == .captured })
    let table = written([captured], as: .acled)
    #expect(table.columns == ACLEDTable.columns)
    #expect(table.columns.count == 31)
    let cells = Dictionary(uniqueKeysWithValues: zip(table.columns, table.rows[0].cells))
    #expect(cells["event_id_cnty"] == captured.id)
    #expect(cells["event_date"] == "2031-04-28")
    #expect(cells["year"] == "2031")
    #expect(cells["time_precision"] == "1")
    #expect(cells["disorder_type"] == "Political violence")
    #expect(cells["event_type"] == "Battles")
    #expect(cells["actor1"] == "Northern Army")
    #expect(cells["actor2"] == "Southern Front")
    #expect(cells["country"] == "Talvania")
    #expect(cells["admin1"] == "Oldmark")
    #expect(cells["admin2"] == "Harven")
    #expect(cells["location"] == "Dovra")
    #expect(cells["latitude"] == "50.25")
    #expect(cells["longitude"] == "10.1")
    #expect(cells["geo_precision"] == "1")
    #expect(cells["source"] == "Oldmark Courier")
    #expect(cells["notes"] == captured.provenance.sentence)
    for blank in [
      "sub_event_type", "assoc_actor_1", "assoc_actor_2", "inter1", "inter2", "interaction",
      "civilian_targeting", "iso", "region", "admin3", "source_scale", "timestamp",
    ] {
      #expect(cells[blank] == "", "\(blank)")
    }
  }

  @Test func `give coarser codes for districts, provinces and longer spans`() throws {
    let day = Day(number: 22_400)
    let claims = [
      Claim.invented(.fighting, at: "xx-harven", actor: "north", against: nil, on: day, days: 3),
      Claim.invented(.fighting, at: "xx-oldmark", actor: "north", against: nil, on: day, days: 30),
    ]
    let table = written(claims, as: .acled)
    let codes = ["geo_precision", "time_precision", "event_date"].compactMap { table.index(of: $0) }
    #expect(
      table.rows.map { row in codes.map { row.cells[$0] } }
        == [["2", "2", "2031-05-02"], ["3", "3", "2031-05-15"]])
  }

  @Test func `with HXL have a row of hashtags under the header`() throws {
    let captured = try #require(read.first { $0.event == .captured })
    let table = written([captured], as: .hxl)
    #expect(table.rows.count == 2)
    let tags = table.rows[0].cells
    let isTag = { (tag: String) in
      // HXL 1.1, tagging conventions: '#', a letter, then letters, digits and '_', attributes behind '+'.
      tag.wholeMatch(of: /#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*/) != nil
    }
    #expect(tags.allSatisfy(isTag))
    #expect(Set(tags).count == tags.count)
    let cells = Dictionary(uniqueKeysWithValues: zip(tags, table.rows[1].cells))
    #expect(cells["#date+start"] == "2031-04-28")
    #expect(cells["#adm1+name"] == "Oldmark")
    #expect(cells["#loc+name"] == "Dovra")
    #expect(cells["#geo+lat"] == "50.25")
    #expect(cells["#geo+lon"] == "10.1")
    #expect(cells["#event+type"] == "captured")
    #expect(cells["#event+status"] == "held")
    #expect(cells["#group+name+first"] == "Northern Army")
    #expect(cells["#group+name+holder"] == "Northern Army")
    #expect(cells["#meta+source"] == "Oldmark Courier")
    #expect(cells["#description"] == captured.provenance.sentence)
  }
}
