public import FrontlineReports

extension Corrections {
  /// The columns of the sheet that people write their decisions into, in order.
  public static let columns =
    ["decision", "reason"] + ClaimRow.claimColumns + ["date_basis", "found"]

  /// Reads `corrections.csv` as a spreadsheet left it: columns in any order and some of them missing, days and
  /// numbers in the form of the spreadsheet's country.
  ///
  /// - Returns: Every row that is not empty, and the findings `no-decision-column`, `surplus-cells`, `open-quote`.
  public static func read(_ bytes: [UInt8], file: String) -> (Corrections, [Finding]) {
    let table = CommaTable(bytes)
    guard table.index(of: "decision") != nil else {
      return (Corrections(file: file, rows: []), table.rows.isEmpty ? [] : [.noDecision(file)])
    }
    let names = table.columns.map { $0.lowercased() }
    var rows = table.rows.compactMap { row(names, $0) }
    SpreadsheetDays.rewrite(&rows)
    let findings =
      table.tooWide.map { Finding.surplusCells($0, file) }
      + [table.unclosedQuote].compactMap { $0 }.map { Finding.openQuote($0, file) }
    return (Corrections(file: file, rows: rows), findings)
  }

  private static func row(_ names: [String], _ row: CommaTable.Row) -> Correction? {
    var cells: [String: String] = [:]
    for (name, cell) in zip(names, row.cells) where cells[name] == nil {
      cells[name] = trimmed(CommaTable.plain(cell))
    }
    guard cells.values.contains(where: { !$0.isEmpty }) else { return nil }
    for column in ["lat", "lon"] {
      if let cell = cells[column], !cell.contains(".") {
        cells[column] = cell.replacing(",", with: ".")
      }
    }
    return Correction(
      line: row.line,
      decision: Correction.Decision(rawValue: cells["decision", default: ""].lowercased()),
      reason: cells["reason"] ?? "", cells: cells)
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(
      start.prefix(
        start.lastIndex { !$0.isWhitespace }.map {
          start.distance(from: start.startIndex, to: $0) + 1
        } ?? 0))
  }
}

extension CorrectedClaims {
  /// The sheet that people write their decisions into: a row a claim, with the decision there is, in the order of
  /// the reports and of their text; then the rows that came to nothing, as they were.
  ///
  /// - Parameters:
  ///   - others: Rows to carry along, such as those about other reports.
  ///   - confidence: How well the place of an id is known, `A` to `D`; empty if not said.
  public func sheet(others: [Correction] = [], confidence: (String) -> String) -> CommaTable {
    let carried = left + others
    let own = Set((Array(rows.values) + carried).flatMap(\.cells.keys))
      .subtracting(Corrections.columns).sorted()
    let columns = Corrections.columns + own
    let lines =
      inTextOrder.map { claim -> [String] in
        let row = rows[claim.id]
        return cells(claim, confidence(claim.placeID)) + own.map { row?.cell($0) ?? "" }
      } + carried.map { row in columns.map(row.cell) }
    return CommaTable(
      columns: columns,
      rows: lines.enumerated().map { CommaTable.Row(line: $0.offset + 2, cells: $0.element) })
  }

  private func cells(_ claim: Claim, _ confidence: String) -> [String] {
    let decision = claim.edit.map { Correction.Decision($0.kind).rawValue } ?? ""
    let row = rows[claim.id]
    return [decision, claim.edit?.reason ?? row?.reason ?? ""]
      + ClaimRow.cells(claim, confidence: confidence).prefix(ClaimRow.claimColumns.count)
      + [claim.dateBasis, claim.edit.map { $0.found?.description ?? "" } ?? claim.key.description]
  }

  private var inTextOrder: [Claim] {
    var order: [String: Int] = [:]
    for claim in claims + rejected where order[claim.provenance.report] == nil {
      order[claim.provenance.report] = order.count
    }
    func place(_ claim: Claim) -> (Int, Int, Int, String) {
      let range = claim.provenance.sentenceRange
      return (
        order[claim.provenance.report] ?? 0, range.isEmpty ? Int.max : range.lowerBound,
        claim.provenance.placeRange.lowerBound, claim.id
      )
    }
    return (claims + rejected).map { ($0, place($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}

extension Correction.Decision {
  fileprivate init(_ kind: Claim.Edit.Kind) {
    self =
      switch kind {
      case .accepted: .accept
      case .changed: .change
      case .added: .add
      case .rejected: .reject
      }
  }
}

extension Finding {
  fileprivate static func noDecision(_ file: String) -> Finding {
    Finding(
      code: "no-decision-column", severity: .error,
      message: "the table has no column 'decision', so it changed nothing",
      remedy: "begin with what 'frontline claims --format csv' writes, and keep its first line",
      file: file, line: 1)
  }

  fileprivate static func surplusCells(_ line: Int, _ file: String) -> Finding {
    Finding(
      code: "surplus-cells", message: "the row has more cells than the first line has columns",
      remedy: "look for a quote or separator too many; the surplus was not read", file: file,
      line: line)
  }

  fileprivate static func openQuote(_ line: Int, _ file: String) -> Finding {
    Finding(
      code: "open-quote", severity: .error,
      message: "a quote is opened that nothing closes, so the rest of the file is one cell",
      remedy: "close it", file: file, line: line)
  }
}
