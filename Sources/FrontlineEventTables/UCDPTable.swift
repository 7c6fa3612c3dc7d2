public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineReports

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
