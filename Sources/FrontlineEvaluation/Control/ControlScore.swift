/// How near one map of a party's area comes to the true one, on one day.
///
/// Everything is measured in the belt: what lies near the true line and inside the theatre. The true
/// line is the edge of the party's true area, as far as it runs well inside the theatre, since
/// borders and coasts are no front.
public struct ControlScore: Hashable, Sendable {
  /// Distances between two lines, in kilometres.
  public struct Distances: Hashable, Sendable {
    public var mean: Double
    public var median: Double
    public var p90: Double
    public var p95: Double
    public var maximum: Double
  }

  /// A band round the line that is meant to hold a share of it.
  public struct Band: Hashable, Sendable {
    /// The share it is meant to hold, as the map writes it.
    public var level: String
    /// The share of the true line it does hold.
    public var coverage: Double
    public var squareKilometres: Double
    /// Its area for each kilometre of the true line.
    public var widthKilometres: Double
  }

  public var beltSquareKilometres: Double
  public var trueLineKilometres: Double
  public var lineKilometres: Double
  /// The party's area in both maps over its area in either.
  public var overlap: Double
  /// The same, with what is drawn contested or unknown left out of both.
  public var decidedOverlap: Double
  /// The share of what is neither contested nor unknown that lies on the wrong side; nil if nothing is.
  public var wrongShare: Double?
  public var contestedShare: Double
  public var unknownShare: Double
  /// The share of the contested area within 5 km of the true line; nil if there is none.
  public var contestedNearLine: Double?
  /// Area on the wrong side for each kilometre of the true line.
  public var displacementKilometres: Double
  /// Area wrongly given less area wrongly taken, for each kilometre of the true line; above 0 the
  /// party gets too much.
  public var biasKilometres: Double
  /// Both directions together; nil if neither line has any length.
  public var distances: Distances?
  /// From the true line to the drawn one: large where a piece of line is missing.
  public var missing: Distances?
  /// From the drawn line to the true one: large where a piece is invented.
  public var invented: Distances?
  /// Length of the drawn line over that of the true one; above 1 it wiggles.
  public var lengthRatio: Double
  /// Parts of the party's area that lie on next to nothing true, and holes where there are none.
  public var spuriousIslands: Int
  /// Parts of the party's true area of which the map has next to nothing.
  public var missedIslands: Int
  public var parts: Int
  public var trueParts: Int
  /// In the order of their levels as text.
  public var bands: [Band]
}

extension ControlScore {
  /// Every figure but the bands, under the short name it has in files, in a fixed order; nil for one
  /// that there is none of.
  public var figures: [(name: String, value: Double?)] {
    var figures: [(String, Double?)] = [
      ("belt_km2", beltSquareKilometres), ("true_line_km", trueLineKilometres),
      ("pred_line_km", lineKilometres), ("iou_belt", overlap),
      ("iou_belt_lenient", decidedOverlap), ("wrong_decided_frac", wrongShare),
      ("contested_frac", contestedShare), ("unknown_frac", unknownShare),
    ]
    if let contestedNearLine {
      figures.append(("contested_within_5km_of_true_line", contestedNearLine))
    }
    figures += [("displacement_km", displacementKilometres), ("bias_km", biasKilometres)]
    for (prefix, distances) in [
      ("line_", distances), ("line_t2p_", missing), ("line_p2t_", invented),
    ] {
      figures += (distances?.figures ?? []).map { (prefix + $0, $1) }
    }
    return figures + [
      ("length_ratio", lengthRatio), ("islands_spurious", Double(spuriousIslands)),
      ("islands_missed", Double(missedIslands)), ("parts_pred", Double(parts)),
      ("parts_true", Double(trueParts)),
    ]
  }

  /// The figures that count something.
  static let counts: Set = ["islands_spurious", "islands_missed", "parts_pred", "parts_true"]
}

extension ControlScore.Distances {
  /// Nil of no distances.
  ///
  /// - Parameter distances: Those beyond a million kilometres, where there is no line, count as that.
  init?(_ distances: [Double]) {
    guard !distances.isEmpty else { return nil }
    let sorted = distances.map { min($0, 1e6) }.sorted()
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = sorted.quantile(0.5)
    p90 = sorted.quantile(0.9)
    p95 = sorted.quantile(0.95)
    maximum = sorted.quantile(1)
  }

  var figures: [(String, Double)] {
    [
      ("mean_km", mean), ("median_km", median), ("p90_km", p90), ("p95_km", p95),
      ("max_km", maximum),
    ]
  }
}

extension [Double] {
  /// Of sorted numbers, at least one; between two of them it is interpolated.
  fileprivate func quantile(_ share: Double) -> Double {
    let place = share * Double(count - 1)
    let below = Int(place)
    let above = Swift.min(below + 1, count - 1)
    return self[below] + (place - Double(below)) * (self[above] - self[below])
  }
}
