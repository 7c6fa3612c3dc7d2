public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineReports

/// The claims that a table of events makes, and what became of the rest of it.
public struct EventImport: Sendable {
  /// A row that made no claim, and why.
  public struct LeftOut: Hashable, Sendable {
    /// 1-based, in the file.
    public var line: Int
    /// The code of its finding.
    public var code: String
    public var value: String
  }

  /// In the order of the rows.
  public var claims: [Claim]
  /// One for each code and value.
  public var findings: [Finding]
  /// In the order of the rows.
  public var leftOut: [LeftOut]
  public var rows: Int

  /// The claims as `claims.csv`.
  public func table(_ gazetteer: Gazetteer) -> CommaTable {
    Self.table(claims, gazetteer)
  }

  public static func table(_ claims: [Claim], _ gazetteer: Gazetteer) -> CommaTable {
    CommaTable(
      columns: ClaimRow.columns,
      rows: claims.enumerated().map { index, claim in
        let known = gazetteer.place(id: claim.placeID)?.confidence.rawValue
        return .init(
          line: index + 2, cells: ClaimRow.cells(claim, confidence: known ?? ""))
      })
  }

  /// The rows that made no claim, as a table: line, code, value.
  public var leftOutTable: CommaTable {
    CommaTable(
      columns: ["line", "code", "value"],
      rows: leftOut.enumerated().map { index, row in
        .init(line: index + 2, cells: [String(row.line), row.code, row.value])
      })
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
