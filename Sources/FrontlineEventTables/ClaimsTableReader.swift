public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineReports

/// Reads a theatre's `claims.csv`: claims coded by hand or imported, a row each, with the columns of ``ClaimRow``, under
/// its names or their synonyms.
public enum ClaimsTableReader {
  /// - Throws: ``EventTableError`` `missing-columns` where the table has no `event` or `status`, no `date` or no place.
  public static func claims(
    _ table: CommaTable, file: String, parties: [Party], index: GazetteerIndex
  ) throws(EventTableError) -> EventImport {
    let columns = ClaimColumns(table)
    try check(columns, table, file)
    let reader = ClaimRowReader(parties: parties, index: index, source: file)
    var tally = ImportTally()
    var seen: Set<String> = []
    var claims: [Claim] = []
    for row in table.rows {
      do throws(ImportFault) {
        let claim = try claim(of: row, columns, reader)
        guard seen.insert(claim.id).inserted else { throw .duplicate(claim.id) }
        claims.append(claim)
      } catch {
        tally.add(error, line: row.line)
      }
    }
    let made = EventImport(
      claims: claims, findings: tally.findings(file: file), leftOut: tally.leftOut,
      rows: table.rows.count)
    return made.adding(
      unknownColumns(table, file) + EventImport.findings(about: table, map: nil, file: file))
  }

  private static func claim(
    of row: CommaTable.Row, _ columns: ClaimColumns, _ reader: ClaimRowReader
  ) throws(ImportFault) -> Claim {
    do throws(ClaimRowFault) {
      return try reader.claim { columns.cell($0, of: row) }
    } catch {
      throw .cell(error)
    }
  }

  private static func check(
    _ columns: ClaimColumns, _ table: CommaTable, _ file: String
  ) throws(EventTableError) {
    let needed = [["place", "place_id"], ["event", "status"], ["date"]]
    let missing = needed.filter { !$0.contains(where: columns.has) }.map { $0[0] }
    guard missing.isEmpty else {
      throw .missingColumns(missing, found: table.columns, dataset: "claims", file: file)
    }
  }

  /// A misspelt column would be lost without a word.
  private static func unknownColumns(_ table: CommaTable, _ file: String) -> [Finding] {
    let known = Set(ClaimRow.columns + ClaimRow.synonyms.map(\.name))
    return table.columns.filter { !$0.isEmpty && !known.contains($0.lowercased()) }.map {
      Finding(
        code: "unknown-column", message: "'\($0)' is not a column of claims, so it was not read",
        remedy: "columns: \(ClaimRow.columns.joined(separator: ", "))", file: file, line: 1)
    }
  }
}

/// Where a table has the columns of claims, under their names or synonyms.
private struct ClaimColumns {
  /// By column; a cell of the first that is not empty counts, so that rows of both forms may stand in one table.
  private let places: [String: [Int]]

  init(_ table: CommaTable) {
    let index = Dictionary(
      table.columns.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: min)
    var places = index.mapValues { [$0] }
    for (name, column) in ClaimRow.synonyms {
      if let place = index[name] { places[column, default: []].append(place) }
    }
    self.places = places
  }

  func has(_ column: String) -> Bool { places[column] != nil }

  func cell(_ column: String, of row: CommaTable.Row) -> String {
    for place in places[column] ?? [] {
      let text = EventColumns.trimmed(row.cells[place])
      if !text.isEmpty { return text }
    }
    return ""
  }
}
