public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineReports

/// Reads exports of the Armed Conflict Location and Event Data Project.
///
/// Columns are found by name, so that tables of any codebook are read. A row is one claim about one place.
/// Lines of `acled.map` say what types and codes mean.
public enum ACLEDTable {
  /// The 31 columns of a table of today, in order.
  public static let columns = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
  ]

  static let read: [EventColumns.Column] = [
    .init(names: ["event_id_cnty", "data_id"], field: \.id, isRequired: true),
    .init(names: ["event_date"], field: \.date, isRequired: true, isKept: true),
    .init(names: ["event_type"], field: \.type, isRequired: true, isKept: true),
    .init(names: ["sub_event_type"], field: \.subType, isKept: true),
    .init(names: ["actor1"], field: \.actor1, isRequired: true),
    .init(names: ["actor2"], field: \.actor2),
    .init(names: ["inter1"], field: \.inter1, isKept: true),
    .init(names: ["inter2"], field: \.inter2, isKept: true),
    .init(names: ["location"], field: \.location, isRequired: true),
    .init(names: ["admin1"], field: \.admin1, isKept: true),
    .init(names: ["admin2"], field: \.admin2, isKept: true),
    .init(names: ["country"], field: \.country, isKept: true),
    .init(names: ["latitude"], field: \.latitude, isRequired: true, isKept: true),
    .init(names: ["longitude"], field: \.longitude, isRequired: true, isKept: true),
    .init(names: ["geo_precision"], field: \.geoPrecision),
    .init(names: ["time_precision"], field: \.timePrecision),
    .init(names: ["source"], field: \.sources, isKept: true),
    .init(names: ["notes"], field: \.notes),
    .init(names: ["fatalities"], field: \.deaths),
    .init(names: ["tags"], field: \.tags, isKept: true),
  ]

  /// - Parameters:
  ///   - file: The table's name for findings.
  ///   - map: What its codes mean.
  /// - Throws: ``EventTableError`` `missing-columns`.
  public static func claims(
    _ table: CommaTable, file: String, parties: [Party], index: GazetteerIndex,
    map: EventMap = .acled
  ) throws(EventTableError) -> EventImport {
    let columns = try EventColumns(read, of: table, dataset: "ACLED", file: file)
    let reader = EventReader(dataset: "acled", map: map, parties: parties, index: index)
    return reader.read(table.rows.lazy.map(columns.row), file: file)
      .adding(EventImport.findings(about: table, map: map, file: file))
  }
}
