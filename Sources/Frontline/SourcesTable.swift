public import FrontlineControl
internal import FrontlineLayers
public import FrontlineReports

/// The file `sources.csv`: how far each source is to be believed, as the last map has learned it.
public enum SourcesTable {
  public static let fileName = "sources.csv"

  public static let columns = [
    "source", "claimant", "party", "says_true_near", "says_false_near", "says_true_deep",
    "says_false_deep", "statements_near", "statements_deep", "fixed",
  ]

  /// A row a source and party, by source, claimant and party.
  public static func table(_ sources: [ControlModel.SourceRow]) -> CommaTable {
    let sorted = sources.sorted { ($0.source, $0.party) < ($1.source, $1.party) }
    return CommaTable(
      columns: columns, rows: sorted.map { CommaTable.Row(line: 0, cells: cells($0)) })
  }

  private static func cells(_ row: ControlModel.SourceRow) -> [String] {
    func decimal(_ value: Double, _ decimals: Int) -> String {
      DecimalText.string(value, decimals: decimals) ?? ""
    }
    return [row.source.name, row.source.claimant, row.party]
      + [row.saysTrueNear, row.saysFalseNear, row.saysTrueDeep, row.saysFalseDeep]
      .map { decimal($0, 3) }
      + [row.statementsNear, row.statementsDeep].map { decimal($0, 1) }
      + [row.isFixed ? "yes" : "no"]
  }
}
