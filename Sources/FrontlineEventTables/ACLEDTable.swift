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

/// Reads exports of the Uppsala Conflict Data Program's Georeferenced Event Dataset.
///
/// Lines of `ucdp.map` say what `type_of_violence`, `where_prec` and `date_prec` mean, and why one-sided violence
/// says nothing of control.
public enum UCDPTable {
  static let read: [EventColumns.Column] = [
    .init(names: ["id"], field: \.id, isRequired: true),
    .init(names: ["type_of_violence"], field: \.type, isRequired: true, isKept: true),
    .init(names: ["date_start"], field: \.date, isRequired: true),
    .init(names: ["date_end"], field: \.dateEnd),
    .init(names: ["side_a"], field: \.actor1, isRequired: true),
    .init(names: ["side_b"], field: \.actor2, isRequired: true),
    .init(names: ["where_coordinates"], field: \.location),
    .init(names: ["adm_1"], field: \.admin1, isKept: true),
    .init(names: ["adm_2"], field: \.admin2, isKept: true),
    .init(names: ["country"], field: \.country, isKept: true),
    .init(names: ["latitude"], field: \.latitude, isRequired: true, isKept: true),
    .init(names: ["longitude"], field: \.longitude, isRequired: true, isKept: true),
    .init(names: ["where_prec"], field: \.geoPrecision),
    .init(names: ["date_prec"], field: \.timePrecision),
    .init(names: ["source_office"], field: \.sources, isKept: true),
    .init(names: ["source_date"], field: \.sourceDates, isKept: true),
    .init(names: ["source_headline"], field: \.notes, isKept: true),
    .init(names: ["deaths_a"], field: \.deaths1, isKept: true),
    .init(names: ["deaths_b"], field: \.deaths2, isKept: true),
    .init(names: ["best", "best_est"], field: \.deaths),
    .init(names: ["low", "low_est"], field: \.deathsLow),
    .init(names: ["high", "high_est"], field: \.deathsHigh),
  ]

  /// - Throws: ``EventTableError`` `missing-columns`.
  public static func claims(
    _ table: CommaTable, file: String, parties: [Party], index: GazetteerIndex,
    map: EventMap = .ucdp
  ) throws(EventTableError) -> EventImport {
    let columns = try EventColumns(read, of: table, dataset: "UCDP GED", file: file)
    let reader = EventReader(dataset: "ucdp", map: map, parties: parties, index: index)
    let rows = table.rows.lazy.map { row in
      var event = columns.row(row)
      if event.location.isEmpty { event.location = event.cell("where_description") }
      if event.notes.isEmpty { event.notes = event.cell("source_article") }
      return event
    }
    return reader.read(rows, file: file)
      .adding(EventImport.findings(about: table, map: map, file: file))
  }
}

extension EventRow {
  fileprivate func cell(_ column: String) -> String {
    cells.first { $0.column == column }?.text ?? ""
  }
}

extension EventImport {
  func adding(_ findings: [Finding]) -> EventImport {
    var copy = self
    copy.findings = findings + self.findings
    return copy
  }

  /// What is odd about a table as such, and about a table of codes.
  static func findings(about table: CommaTable, map: EventMap?, file: String) -> [Finding] {
    var findings: [Finding] = []
    if let line = table.unclosedQuote {
      findings.append(
        Finding(
          code: "unclosed-quote", message: "a quote opens that nothing closes",
          remedy: "close it: the rest of the file is in that cell", file: file, line: line))
    }
    if let first = table.tooWide.first {
      findings.append(
        Finding(
          code: "too-many-cells",
          message: "\(table.tooWide.count) rows have more cells than the header has columns",
          remedy: "quote cells with the separator in them; the surplus was not read", file: file,
          line: first))
    }
    for line in map?.unread ?? [] {
      findings.append(
        Finding(
          code: "unread-code", message: "the line is not of a form that the table of codes has",
          remedy: "its first lines say how it is written", file: map?.name, line: line))
    }
    return findings
  }
}
