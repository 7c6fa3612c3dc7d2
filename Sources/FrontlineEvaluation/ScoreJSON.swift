public import Frontline
internal import FrontlineReports

/// Scores as JSON, one object a report and one for all, with the members that coders' own scripts print.
public enum ScoreJSON {
  /// - Parameter levels: Whether to give the claims too.
  public static func report(_ score: ReportScore, withClaims hasClaims: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("doc", .text(score.report)), ("toponyms", toponyms(score.toponyms)),
      ("toponyms_exact", toponyms(score.toponymsAsWritten)), ("geo", locations(score.locations)),
    ]
    if hasClaims {
      members.append(("claims", .object(score.claims.map { ($0.level.name, claims($0)) })))
      members.append(
        ("events", events((score.claims.last?.events ?? [:]).sorted { $0.key < $1.key })))
    }
    return .object(members)
  }

  public static func total(_ total: TotalScore, withClaims hasClaims: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("doc", .text("TOTAL")), ("docs", .integer(total.reports)),
      ("toponyms", figure(total.toponyms)), ("toponyms_exact", figure(total.toponymsAsWritten)),
      ("geo", locations(total.locations)),
    ]
    if hasClaims {
      let levels = zip(ClaimLevel.allCases, total.claims).map { ($0.name, figure($1)) }
      members.append(("claims", .object(levels)))
      members.append(("events", events(total.events.map { ($0.event, $0.counts) })))
    }
    return .object(members)
  }

  /// What was missed or wrong, with the report it stands in.
  public static func error(_ error: ExtractionError, in report: String) -> JSONValue {
    .object([("doc", .text(report))] + members(of: error))
  }

  private static func members(of error: ExtractionError) -> [(String, JSONValue)] {
    switch error {
    case .missedClaim(let claim, let level):
      [
        ("missed", .text(level.name)), ("n", .integer(claim.number)), ("place", .text(claim.place)),
        ("control", .text(claim.control)), ("date", .text(claim.validFrom.description)),
        ("event", .text(claim.event)), ("asserted_by", .text(claim.claimant)),
        ("sentence", .text(claim.sentenceStart)),
      ]
    case .wrongClaim(let claim):
      [
        ("wrong", .text(claim.level.name)), ("place", .text(claim.place)),
        ("control", .text(claim.control)), ("date", .text(claim.date)),
        ("event", .text(claim.event)), ("asserted_by", .text(claim.claimant)),
        ("rule", .text(claim.rule)), ("sentence", .text(claim.sentence)),
      ]
    case .missedToponym(let name, let count):
      [("missed", .text("toponym")), ("text", .text(name)), ("count", .integer(count))]
    case .wrongToponym(let name, let count):
      [("wrong", .text("toponym")), ("text", .text(name)), ("count", .integer(count))]
    }
  }

  static func counts(_ counts: PrecisionRecall) -> [(String, JSONValue)] {
    [
      ("p", rate(counts.precision)), ("r", rate(counts.recall)), ("f1", rate(counts.f1)),
      ("tp", .integer(counts.right)), ("fp", .integer(counts.wrong)),
      ("fn", .integer(counts.missed)),
    ]
  }

  static func rate(_ value: Double) -> JSONValue { .decimal(fourDecimals(value)) }

  private static func toponyms(_ score: ToponymScore) -> JSONValue {
    .object(counts(score.counts) + [("ignored", .integer(score.ignored))])
  }

  private static func claims(_ score: ClaimScore) -> JSONValue {
    .object(
      counts(score.counts) + [
        ("redundant", .integer(score.redundant)), ("optional_hit", .integer(score.optionalFound)),
        ("optional_gold", .integer(score.optionalGold)),
      ])
  }

  private static func figure(_ figure: TotalScore.Figure) -> JSONValue {
    .object(counts(figure.counts) + [("macro_f1", rate(figure.meanF1))])
  }

  private static func events(_ events: [(String, PrecisionRecall)]) -> JSONValue {
    .object(events.map { ($0.0, .object(counts($0.1))) })
  }

  private static func locations(_ score: LocationScore) -> JSONValue {
    func share(_ part: Int, _ whole: Int) -> JSONValue {
      whole > 0 ? rate(Double(part) / Double(whole)) : .null
    }
    return .object([
      ("n", .integer(score.all.names)), ("points_n", .integer(score.points.names)),
      ("acc25", share(score.all.within25, score.all.names)),
      ("acc161", share(score.all.within161, score.all.names)),
      ("points_acc25", share(score.points.within25, score.points.names)),
      ("points_acc161", share(score.points.within161, score.points.names)),
    ])
  }
}
