internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineReports

/// The tables a build writes beside its maps.
enum BuildTables {
  /// `summary.csv`, and `sources.csv` where the assessed view was made, from its last day.
  static func files(of result: BuildResult, days: [Day], parties: [String]) -> [OutputFile] {
    let named = Set(result.claims.map(\.placeID))
    let summaries = zip(days, result.maps).map {
      DaySummary($1, on: $0, parties: parties, isCounted: named.contains)
    }
    let assessed = result.maps.last?.first { $0.control.view == .assessed }
    return files(of: summaries, sources: assessed?.inference.sources)
  }

  static func files(of days: [DaySummary], sources: [ControlModel.SourceRow]?) -> [OutputFile] {
    let summary = file(SummaryTable.fileName, SummaryTable.table(days))
    guard let sources else { return [summary] }
    return [file(SourcesTable.fileName, SourcesTable.table(sources)), summary]
  }

  private static func file(_ path: String, _ table: CommaTable) -> OutputFile {
    OutputFile(path: path, bytes: Array(table.written().utf8))
  }
}
