internal import FrontlineLayers
internal import FrontlineReports

/// Scores as aligned columns for a terminal, and errors as lines.
public enum ScoreTable {
  /// One row a report and figure, then the totals, then the events.
  ///
  /// - Parameter hasClaims: Whether to give the claims too.
  public static func text(
    _ scores: [ReportScore], _ total: TotalScore, withClaims hasClaims: Bool
  ) -> String {
    var rows = [["report", "figure"] + countColumns]
    for score in scores { rows += Self.rows(of: score, hasClaims) }
    rows += Self.rows(of: total, hasClaims)
    var text = aligned(rows)
    if hasClaims, !total.events.isEmpty {
      text += "\nclaims by event (place, control, date, event and claimant right)\n"
      text += aligned(
        [["event"] + countColumns] + total.events.map { [$0.event] + cells($0.counts) })
    }
    return text
  }

  public static func line(_ error: ExtractionError, in report: String) -> String {
    switch error {
    case .missedClaim(let claim, let level):
      "\(report): missed \(level.name): \(claim.place) \(claim.event), \(claim.control),"
        + " \(claim.validFrom), says \(claim.claimant) “\(claim.sentenceStart) …”\n"
    case .wrongClaim(let claim):
      "\(report): wrong \(claim.level.name): \(claim.place) \(claim.event), \(claim.control),"
        + " \(claim.date), says \(claim.claimant), rule \(claim.rule) “\(claim.sentence)”\n"
    case .missedToponym(let name, let count): "\(report): missed name: \(name) (\(count))\n"
    case .wrongToponym(let name, let count): "\(report): wrong name: \(name) (\(count))\n"
    }
  }

  static let countColumns = ["precision", "recall", "F1", "right", "wrong", "missed"]

  static func cells(_ counts: PrecisionRecall) -> [String] {
    [counts.precision, counts.recall, counts.f1].map { rate($0) }
      + [counts.right, counts.wrong, counts.missed].map { String($0) }
  }

  /// Three decimals.
  static func rate(_ value: Double) -> String {
    let text = DecimalText.string(value, decimals: 3) ?? ""
    let parts = text.split(separator: ".")
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    return "\(parts.first ?? "")." + decimals + String(repeating: "0", count: 3 - decimals.count)
  }

  static func aligned(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return "  " + line.prefix(line.count - line.reversed().prefix { $0 == " " }.count) + "\n"
    }.joined()
  }

  private static func rows(of score: ReportScore, _ hasClaims: Bool) -> [[String]] {
    [[score.report, "toponyms"] + cells(score.toponyms.counts)] + located(score.locations)
      + (hasClaims
        ? score.claims.map { ["", "claims \($0.level.name)"] + cells($0.counts) } : [])
  }

  private static func rows(of total: TotalScore, _ hasClaims: Bool) -> [[String]] {
    [["all \(total.reports)", "toponyms"] + cells(total.toponyms.counts)]
      + [["", "toponyms as written"] + cells(total.toponymsAsWritten.counts)]
      + located(total.locations)
      + (hasClaims
        ? zip(ClaimLevel.allCases, total.claims).map {
          ["", "claims \($0.name)"] + cells($1.counts)
        } : [])
  }

  private static func located(_ locations: LocationScore) -> [[String]] {
    let points = locations.points
    guard points.names > 0 else { return [] }
    return [(25, points.within25), (161, points.within161)].map { limit, count in
      [
        "", "points within \(limit) km", "", rate(Double(count) / Double(points.names)), "",
        String(count), "", String(points.names - count),
      ]
    }
  }
}
