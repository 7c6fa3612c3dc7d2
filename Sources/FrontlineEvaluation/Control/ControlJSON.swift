public import Frontline
internal import FrontlineReports

extension ControlEvaluation {
  /// The mean of a figure over the days that have it, for the figures of the first day scored.
  var meanFigures: [(name: String, value: Double)] {
    let figures = scores.map(\.figures)
    return (figures.first ?? []).compactMap { name, _ in
      let values = figures.compactMap { day in day.first { $0.name == name }?.value }
      return values.mean.map { (name, $0) }
    }
  }

  /// The mean of each level over the days that have it, in the order of the levels as text.
  var meanBands: [ControlScore.Band] {
    let byLevel = Dictionary(grouping: scores.flatMap(\.bands), by: \.level)
    return byLevel.sorted { $0.key < $1.key }.map { level, bands in
      func mean(_ figure: (ControlScore.Band) -> Double) -> Double { bands.map(figure).mean ?? 0 }
      return ControlScore.Band(
        level: level, coverage: mean(\.coverage), squareKilometres: mean(\.squareKilometres),
        widthKilometres: mean(\.widthKilometres))
    }
  }
}

/// The figures of a comparison as JSON, with short names that other programs' can be compared by.
public enum ControlJSON {
  /// One object for one party, a list for several.
  public static func value(_ evaluations: [ControlEvaluation]) -> JSONValue {
    let values = evaluations.map { value($0) }
    return values.count == 1 ? values[0] : .list(values)
  }

  private static func value(_ evaluation: ControlEvaluation) -> JSONValue {
    var mean = evaluation.meanFigures.map { ($0, JSONValue.number($1)) }
    mean += bands(evaluation.meanBands)
    var members: [(String, JSONValue)] = [
      ("party", .text(evaluation.party)), ("dates_scored", .integer(evaluation.scores.count)),
      ("dates_failed", .integer(evaluation.failures.count)), ("mean", .object(mean)),
      ("by_date", .object(evaluation.days.map { (name(of: $0.day), outcome(of: $0)) })),
    ]
    if let all = evaluation.calibration {
      members.append(("calibration", calibration(all)))
      members.append(
        (
          "calibration_within_20km",
          evaluation.calibrationNearLine.map { calibration($0) } ?? .null
        ))
    }
    return .object(members)
  }

  static func name(of day: Day?) -> String { day?.description ?? "None" }

  private static func outcome(of result: ControlEvaluation.DayResult) -> JSONValue {
    guard case .scored(let score) = result.outcome else {
      return .object([("error", .text(result.problem ?? ""))])
    }
    return .object(score.figures.map { ($0, number($1, of: $0)) } + bands(score.bands))
  }

  private static func number(_ value: Double?, of name: String) -> JSONValue {
    guard let value else { return .null }
    return ControlScore.counts.contains(name) ? .integer(Int(value)) : .number(value)
  }

  private static func bands(_ bands: [ControlScore.Band]) -> [(String, JSONValue)] {
    guard !bands.isEmpty else { return [] }
    let values = bands.map { band in
      let members: [(String, JSONValue)] = [
        ("coverage", .number(band.coverage)), ("area_km2", .number(band.squareKilometres)),
        ("width_km", .number(band.widthKilometres)),
      ]
      return (band.level, JSONValue.object(members))
    }
    return [("bands", .object(values))]
  }

  private static func calibration(_ calibration: Calibration) -> JSONValue {
    let bins = calibration.bins.map { bin in
      JSONValue.object([
        ("from", .number(bin.range.lowerBound)), ("to", .number(bin.range.upperBound)),
        ("places", .integer(bin.places)),
        ("mean_probability", bin.meanProbability.map { .number($0) } ?? .null),
        ("share_true", bin.shareTrue.map { .number($0) } ?? .null),
      ])
    }
    return .object([
      ("places", .integer(calibration.places)), ("ece", .number(calibration.expectedError)),
      ("brier", .number(calibration.brierScore)), ("log_score", .number(calibration.logScore)),
      ("bins", .list(bins)),
    ])
  }
}

extension [Double] {
  /// Nil of none.
  fileprivate var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
