import FrontlineClaims
import FrontlineEventTables
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport

/// Tables of the made-up war, written as the data sets write theirs.
enum InventedTables {
  static let index = GazetteerIndex(InventedPlaces.gazetteer)

  static let parties = [
    {
      var north = InventedTheatre.north(opposedTo: ["south"])
      north.aliases.append("Military Forces of Talvania (2021-)")
      north.people.append("Northern Army Press")
      return north
    }(), InventedTheatre.south(opposedTo: ["north"]),
  ]

  /// A row of an ACLED table of today: the cells a test is about; the rest is ordinary.
  static let ordinaryACLED = [
    "event_id_cnty": "TAL1", "event_date": "2021-09-02", "year": "2021", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Military Forces of Talvania (2021-)",
    "assoc_actor_1": "", "inter1": "1", "actor2": "SF: Southern Front", "assoc_actor_2": "",
    "inter2": "2", "interaction": "12", "civilian_targeting": "", "iso": "999",
    "region": "Inventia", "country": "Talvania", "admin1": "Oldmark", "admin2": "Harven",
    "admin3": "", "location": "Dovra", "latitude": "50.2500", "longitude": "10.1000",
    "geo_precision": "1", "source": "Oldmark Courier; Radio Selna",
    "source_scale": "Subnational-National",
    "notes": "On 2 September, soldiers and the Front fought in Dovra for an hour.",
    "fatalities": "3", "tags": "", "timestamp": "1631000000",
  ]

  static let ordinaryUCDP = [
    "id": "900001", "relid": "TAL-2021-1-1", "year": "2021", "type_of_violence": "1",
    "conflict_name": "Talvania: Government", "dyad_name": "North - South",
    "side_a": "Government of Talvania", "side_b": "Southern Front", "number_of_sources": "1",
    "source_article": "\"Courier, 3 September 2021\"", "source_office": "Oldmark Courier",
    "source_date": "2021-09-03", "source_headline": "Clash at Dovra",
    "where_prec": "1", "where_coordinates": "Dovra village", "where_description": "",
    "adm_1": "Oldmark", "adm_2": "Harven", "latitude": "50.250000", "longitude": "10.100000",
    "country": "Talvania", "region": "Inventia", "event_clarity": "1", "date_prec": "1",
    "date_start": "2021-09-02 00:00:00.000", "date_end": "2021-09-02 00:00:00.000",
    "deaths_a": "1", "deaths_b": "4", "deaths_civilians": "0", "deaths_unknown": "2", "best": "7",
    "high": "9", "low": "5",
  ]

  /// A table of rows, each the ordinary one with some cells changed.
  static func table(
    _ rows: [[String: String]], ordinary: [String: String], columns: [String]? = nil
  ) -> CommaTable {
    let columns = columns ?? ordinary.keys.sorted()
    let cells = rows.map { changes in columns.map { changes[$0] ?? ordinary[$0] ?? "" } }
    let written = CommaTable(
      columns: columns, rows: cells.map { .init(line: 0, cells: $0) }
    ).written()
    return CommaTable(Array(written.utf8))
  }

  static func acled(
    _ rows: [String: String]..., columns: [String]? = ACLEDTable.columns,
    parties: [Party] = parties
  ) throws -> EventImport {
    // Rows without an id of their own are told apart by their number.
    let numbered = rows.enumerated().map { index, row in
      row.merging(["event_id_cnty": "TAL\(index + 1)"]) { own, _ in own }
    }
    return try ACLEDTable.claims(
      table(numbered, ordinary: ordinaryACLED, columns: columns), file: "acled.csv",
      parties: parties, index: index)
  }

  static func ucdp(_ rows: [String: String]...) throws -> EventImport {
    let numbered = rows.enumerated().map { index, row in
      row.merging(["id": "90000\(index + 1)"]) { own, _ in own }
    }
    var parties = parties
    parties[0].aliases.append("Government of Talvania")
    return try UCDPTable.claims(
      table(numbered, ordinary: ordinaryUCDP), file: "ged.csv", parties: parties, index: index)
  }
}
