internal import FrontlineClaims
public import FrontlineEventTables
internal import FrontlineGazetteer
internal import FrontlineReports

/// A theatre's `claims.csv` on disk.
public enum ClaimsFile {
  /// The file with an import's rows added: they take the place of rows with the same id, other rows stay as they
  /// are, also those that make no claim.
  ///
  /// - Returns: The bytes to write, and how many rows of the file were kept.
  /// - Throws: ``FileError`` for a file that is not a table of claims.
  public static func bytes(
    adding made: EventImport, to path: String, _ loaded: LoadedTheatre
  ) throws -> (bytes: [UInt8], kept: Int) {
    var table = made.table(loaded.gazetteer)
    guard File.exists(path) else { return (Array(table.written().utf8), 0) }
    let old = CommaTable(try File.read(path))
    guard old.rows.isEmpty || old.index(of: "event") ?? old.index(of: "status") != nil else {
      throw FileError(
        path: path, problem: "the file is there, and it is not a table of claims",
        remedy: "give --output another name")
    }
    let ids = Set(made.claims.map(\.id))
    let idColumn = old.index(of: "id") ?? old.index(of: "claim_id")
    let kept = old.rows.filter { row in
      idColumn.map { !ids.contains(CommaTable.plain(row.cells[$0])) } ?? true
    }
    // Columns that an analyst added stay, empty in the new rows.
    let added = old.columns.filter { table.index(of: $0) == nil }
    table.columns += added
    let places = table.columns.map { old.index(of: $0) }
    let rows = kept.map { row in
      CommaTable.Row(
        line: row.line,
        cells: places.map { place in place.map { CommaTable.plain(row.cells[$0]) } ?? "" })
    }
    let blank = added.map { _ in "" }
    table.rows = rows + table.rows.map { .init(line: $0.line, cells: $0.cells + blank) }
    return (Array(table.written().utf8), rows.count)
  }
}
