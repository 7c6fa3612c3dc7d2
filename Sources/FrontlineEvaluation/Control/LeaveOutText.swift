public import Frontline
internal import FrontlineControl
internal import FrontlineLayers
internal import FrontlineReports

extension LeaveOut {
  /// One row a method, then for several days one a method and day.
  public var table: String {
    let head = ["method", "places", "unanswered", "log score", "Brier", "sure", "wrong", "share"]
    var text =
      "places left out, a tenth at a time: what the others' claims foretell of their own claims\n"
      + ScoreTable.aligned([head] + methods.map { [$0.method.rawValue] + cells($0.total) })
    if days.count > 1 {
      for (index, day) in days.enumerated() {
        text +=
          "\n\(day)\n"
          + ScoreTable.aligned(
            [head] + methods.map { [$0.method.rawValue] + cells($0.days[index]) }
          )
      }
    }
    return text + "\n" + LeaveOut.warning + "\n"
  }

  /// What the figures cannot show.
  static let warning = """
    Lower is better, but this is no truth: claims err, and err alike at neighbouring places. Leaving places out also \
    favours too much smoothing: do not choose parameters by it.
    """

  public var json: JSONValue {
    .object([
      ("days", .list(days.map { .text($0.description) })),
      (
        "methods",
        .list(
          methods.map { one in
            .object(
              [("method", .text(one.method.rawValue))] + members(one.total) + [
                (
                  "by_date",
                  .object(
                    zip(days, one.days).map { ($0.description, .object(members($1))) })
                )
              ])
          })
      ),
      ("warning", .text(LeaveOut.warning)),
    ])
  }

  private func cells(_ score: Score) -> [String] {
    func decimal(_ value: Double?) -> String {
      guard let value, let text = DecimalText.string(value, decimals: 4) else { return "-" }
      return text
    }
    return [
      String(score.places), String(score.unanswered), decimal(score.logScore),
      decimal(score.brierScore), String(score.sure), String(score.wrong),
      decimal(score.wrongShare),
    ]
  }

  private func members(_ score: Score) -> [(String, JSONValue)] {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return [
      ("places", .integer(score.places)), ("unanswered", .integer(score.unanswered)),
      ("log_score", number(score.logScore)), ("brier", number(score.brierScore)),
      ("sure", .integer(score.sure)), ("wrong", .integer(score.wrong)),
      ("wrong_share", number(score.wrongShare)),
    ]
  }
}
