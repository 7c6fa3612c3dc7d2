public import FrontlineClaims
internal import FrontlineReports

extension Claim {
  /// The claim as a corpus file writes it.
  ///
  /// `place | event | actor | against | control | date | claimant | hedge`, then ` | figures` if it has
  /// any. A place's edge stands behind `@`, the last day of a span behind `..`, a precision other than
  /// the day behind a blank, a figure is `killed south 40+`, and `-` is what the text does not say.
  public var corpusLine: String {
    var cells = [
      placeID + (edge.map { "@" + $0 } ?? ""), event.rawValue, actor ?? "-", against ?? "-",
      controlWord, dateWord, claimant.description, hedge.rawValue,
    ]
    if !figures.isEmpty { cells.append(figures.map(Self.word).joined(separator: ", ")) }
    return cells.joined(separator: " | ")
  }

  private var controlWord: String {
    switch controlAfter {
    case .held(let party): party
    case .notHeld(let party): "not " + party
    case .contested: "contested"
    case .unknown: "unknown"
    }
  }

  private var dateWord: String {
    let last = valid.upperBound.advanced(by: -1)
    let days =
      last == valid.lowerBound ? "\(last)" : "\(valid.lowerBound)..\(last)"
    return precision == .day ? days : days + " " + precision.rawValue
  }

  private static func word(_ figure: Figure) -> String {
    let high = figure.high.map { $0 == figure.low ? "" : "-\($0)" } ?? "+"
    return "\(figure.kind.rawValue) \(figure.party ?? "-") \(figure.low)\(high)"
  }
}
