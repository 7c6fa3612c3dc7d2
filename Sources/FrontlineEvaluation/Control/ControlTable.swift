internal import FrontlineLayers
internal import FrontlineReports

/// The figures of a comparison as aligned columns: one row a day, and the mean.
public enum ControlTable {
  public static func text(_ evaluations: [ControlEvaluation]) -> String {
    evaluations.map(text).joined(separator: "\n")
  }

  private static func text(_ evaluation: ControlEvaluation) -> String {
    let days = evaluation.days.compactMap { result -> Row? in
      guard case .scored(let score) = result.outcome else { return nil }
      let figures = score.figures.compactMap { name, value in value.map { (name, $0) } }
      return Row(
        name: result.day?.description ?? "all days", figures: figures, bands: score.bands)
    }
    let mean = Row(
      name: "mean", figures: evaluation.meanFigures.map { ($0.name, $0.value) },
      bands: evaluation.meanBands)
    let rows = days.count > 1 ? days + [mean] : days
    var text = "\(evaluation.party): \(days.count) of \(evaluation.days.count) days measured\n"
    if !rows.isEmpty { text += sections.map { $0.written(rows) }.joined() + bands(rows) }
    if let all = evaluation.calibration { text += calibration("", all) }
    if let near = evaluation.calibrationNearLine {
      text += calibration(", within 20 km of the true line", near)
    }
    return text
  }

  private struct Row {
    var name: String
    var figures: [(name: String, value: Double)]
    var bands: [ControlScore.Band]
  }

  /// Figures side by side, with the words over each and its decimals.
  private struct Section {
    var title: String
    var columns: [(words: String, figure: String, decimals: Int)]

    func written(_ rows: [Row]) -> String {
      let cells = rows.map { row in
        [row.name]
          + columns.map { column in
            let value = row.figures.first { $0.name == column.figure }?.value
            return ControlTable.decimal(value, column.decimals)
          }
      }
      return ScoreTable.aligned([[title] + columns.map(\.words)] + cells)
    }
  }

  private static let sections = [
    Section(
      title: "area",
      columns: [
        ("IoU", "iou_belt", 3), ("IoU decided", "iou_belt_lenient", 3),
        ("wrong", "wrong_decided_frac", 3), ("contested", "contested_frac", 3),
        ("unknown", "unknown_frac", 3), ("displaced km", "displacement_km", 2),
        ("bias km", "bias_km", 2), ("parts", "parts_pred", 1), ("true parts", "parts_true", 1),
        ("spurious", "islands_spurious", 2), ("missed", "islands_missed", 2),
      ]),
    Section(
      title: "line, km",
      columns: [
        ("mean", "line_mean_km", 2), ("median", "line_median_km", 2), ("p90", "line_p90_km", 2),
        ("p95", "line_p95_km", 2), ("max", "line_max_km", 1),
        ("missing mean", "line_t2p_mean_km", 2), ("p95", "line_t2p_p95_km", 2),
        ("invented mean", "line_p2t_mean_km", 2), ("p95", "line_p2t_p95_km", 2),
        ("true length", "true_line_km", 0), ("length ratio", "length_ratio", 3),
      ]),
  ]

  private static func bands(_ rows: [Row]) -> String {
    let cells = rows.flatMap { row in
      row.bands.enumerated().map { index, band in
        [
          index == 0 ? row.name : "", band.level, decimal(band.coverage, 3),
          decimal(band.squareKilometres, 0), decimal(band.widthKilometres, 2),
        ]
      }
    }
    return cells.isEmpty
      ? "" : ScoreTable.aligned([["band", "level", "holds", "km²", "width km"]] + cells)
  }

  private static func calibration(_ words: String, _ calibration: Calibration) -> String {
    let bins = calibration.bins.map { bin in
      [
        "\(decimal(bin.range.lowerBound, 1))–\(decimal(bin.range.upperBound, 1))",
        String(bin.places), decimal(bin.meanProbability, 3), decimal(bin.shareTrue, 3),
      ]
    }
    return "probability of \(calibration.places) places\(words):"
      + " calibration error \(decimal(calibration.expectedError, 3)),"
      + " Brier \(decimal(calibration.brierScore, 3)),"
      + " log score \(decimal(calibration.logScore, 3))\n"
      + ScoreTable.aligned([["range", "places", "mean", "true"]] + bins)
  }

  /// With all its decimals; a dash for none.
  private static func decimal(_ value: Double?, _ decimals: Int) -> String {
    guard let value, let text = DecimalText.string(value, decimals: decimals) else { return "-" }
    guard decimals > 0 else { return text }
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return "\(parts[0])." + fraction + String(repeating: "0", count: decimals - fraction.count)
  }
}
