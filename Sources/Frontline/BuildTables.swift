internal import FrontlineControl
internal import FrontlineReports

/// The tables a build writes beside its maps.
enum BuildTables {
  /// `summary.csv`; and `sources.csv` where the assessed view was made, from its last day.
  static func files(of days: [DaySummary], sources: [ControlModel.SourceRow]?) -> [(
    path: String, bytes: [UInt8]
  )] {
    let summary = file(SummaryTable.fileName, SummaryTable.table(days))
    guard let sources else { return [summary] }
    return [file(SourcesTable.fileName, SourcesTable.table(sources)), summary]
  }

  private static func file(_ path: String, _ table: CommaTable) -> (path: String, bytes: [UInt8]) {
    (path, Array(table.written().utf8))
  }
}
