public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineReports

/// Reads a theatre's `claims.csv`: claims coded by hand or imported, a row each, with the columns of ``ClaimRow``.
public enum ClaimsTableReader {
  /// - Throws: ``EventTableError`` `missing-columns` where the table has no `event`, no `date` or no place.
  public static func claims(
    _ table: CommaTable, file: String, parties: [Party], index: GazetteerIndex
  ) throws(EventTableError) -> EventImport {
    let columns = Dictionary(
      table.columns.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: min)
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
    of row: CommaTable.Row, _ columns: [String: Int], _ reader: ClaimRowReader
  ) throws(ImportFault) -> Claim {
    do throws(ClaimRowFault) {
      return try reader.claim { name in
        columns[name].map { EventColumns.trimmed(row.cells[$0]) } ?? ""
      }
    } catch {
      throw .cell(error)
    }
  }

  private static func check(
    _ columns: [String: Int], _ table: CommaTable, _ file: String
  ) throws(EventTableError) {
    var missing = ["event", "date"].filter { columns[$0] == nil }
    if columns["place"] == nil && columns["place_id"] == nil { missing.insert("place", at: 0) }
    guard missing.isEmpty else {
      throw .missingColumns(missing, found: table.columns, dataset: "claims", file: file)
    }
  }

  /// A misspelt column would be lost without a word.
  private static func unknownColumns(_ table: CommaTable, _ file: String) -> [Finding] {
    table.columns.filter { !$0.isEmpty && !ClaimRow.columns.contains($0.lowercased()) }.map {
      Finding(
        code: "unknown-column", message: "'\($0)' is not a column of claims, so it was not read",
        remedy: "columns: \(ClaimRow.columns.joined(separator: ", "))", file: file, line: 1)
    }
  }
}
