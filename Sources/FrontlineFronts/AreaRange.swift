internal import FrontlineControl
internal import FrontlineGeometry

/// How large an area is, with the range in which its true size lies four times in five.
///
/// The range comes from the error of the front line that bounds the area, not from the band as a whole: a line that lay
/// at the band's edge everywhere at once would be wrong the same way everywhere, and it is not. Errors of the line are
/// taken to be normal, with a standard deviation σ of half width / 1.2816, the same along a stretch of
/// ``ErrorStretch/correlationInHalfWidths`` half widths, and independent from one stretch to the next. A stretch of
/// length L that lies d too far out adds L · d to the area; so a piece of line of length ℓ, which is ℓ / L stretches,
/// adds (ℓ / L) · (L σ)² = ℓ L σ² to the variance of the area. A line shorter than a stretch is one: (ℓ σ)².
///
/// Besides, a map believes one side a little too much everywhere at once. All of the line is taken to err together by
/// ``ErrorStretch/commonShare`` of σ, which adds (Σ ℓ · share · σ)². Two maps of one theatre have that error in common,
/// so what changed between them has only the first.
///
/// Ground that a party contests with others may be its own in any part: of an area C between n parties, C / n is added
/// to the median, and C² / 12 (any share is as likely as another) to the variance.
///
/// Not in the range: the outer edge, where land is blank because no evidence reaches it, and the edge of the map.
public struct AreaRange: Hashable, Sendable {
  /// The middle of the range, square kilometres.
  public var median: Double
  /// One time in ten the true area is smaller than the first, and one time in ten larger than the second.
  public var low: Double
  public var high: Double

  public init(median: Double, low: Double, high: Double) {
    self.median = median
    self.low = low
    self.high = high
  }

  /// - Parameters:
  ///   - variance: Of the area, in km⁴; see ``ErrorStretch``.
  ///   - canBeNegative: Whether it is a difference of areas; else the range ends at 0.
  public init(_ area: Double, variance: Double, canBeNegative: Bool = false) {
    let spread = AreaRange.deviationsOfEighty * max(0, variance).squareRoot()
    self.init(
      median: area, low: canBeNegative ? area - spread : max(0, area - spread), high: area + spread)
  }

  /// Four fifths of a normal distribution lie within so many standard deviations.
  static let deviationsOfEighty = 1.281_551_565_544_6
}

/// A stretch of front line, as the error of an area needs it.
public struct ErrorStretch: Hashable, Sendable {
  public var lengthKilometres: Double
  /// Four times in five the true line lies within this of it.
  public var halfWidthKilometres: Double

  public init(lengthKilometres: Double, halfWidthKilometres: Double) {
    self.lengthKilometres = lengthKilometres
    self.halfWidthKilometres = halfWidthKilometres
  }

  /// Over how many half widths of line an error stays the same: the distance between places of the two sides.
  ///
  /// The half width is 0.47 (1.2816 · 0.37) times the distance from the line to the nearest places, so four half
  /// widths are about the distance from a place on one side to the one across. Where the line runs between them is one
  /// error; the next pair of places along the line has its own.
  public static let correlationInHalfWidths = 4.0

  /// How far all of a line errs together, as a share of σ. Measured on nine test wars with four dates each: with 0.35
  /// the range of 80 % held the true area 33 times in 36, with 0.7 35 times; the dates of one war err alike, so the wider
  /// of what nine wars allow was not narrowed further.
  public static let commonShare = 0.35

  /// What a line's common error adds to the variance of the area it bounds, km⁴.
  public static func commonVariance(of stretches: [ErrorStretch]) -> Double {
    let shift = stretches.reduce(0) {
      $0 + $1.lengthKilometres * commonShare * $1.halfWidthKilometres / AreaRange.deviationsOfEighty
    }
    return shift * shift
  }

  /// The variance in km⁴ of an area that the stretches bound, but for what they err together; see ``AreaRange`` for the formula.
  ///
  /// - Parameter stretches: In any order; all of one border, since a stretch of equal error is never longer than they
  ///   are together.
  public static func variance(of stretches: [ErrorStretch]) -> Double {
    let whole = stretches.reduce(0) { $0 + $1.lengthKilometres }
    return stretches.reduce(0) { sum, stretch in
      let deviation = stretch.halfWidthKilometres / AreaRange.deviationsOfEighty
      let correlated = min(whole, correlationInHalfWidths * stretch.halfWidthKilometres)
      return sum + stretch.lengthKilometres * correlated * deviation * deviation
    }
  }
}

extension Fronts {
  /// The area drawn as held by a party, square kilometres.
  public func area(of party: String) -> Double {
    areas.reduce(0) { $1.status == .held(party: party) ? $0 + $1.areaSquareKilometres : $0 }
  }

  /// The area a party truly holds, with its range; 0 to 0 if it neither holds nor contests anything.
  public func areaRange(of party: String) -> AreaRange {
    var median = area(of: party)
    let border = stretches(bounding: party)
    var variance = ErrorStretch.variance(of: border) + ErrorStretch.commonVariance(of: border)
    for area in areas {
      guard case .contested(let parties) = area.status, parties.contains(party) else { continue }
      median += area.areaSquareKilometres / Double(parties.count)
      variance += area.areaSquareKilometres * area.areaSquareKilometres / 12
    }
    return AreaRange(median, variance: variance)
  }

  /// The pieces of line between what a party holds and what its opponents do.
  func stretches(bounding party: String) -> [ErrorStretch] {
    each(lines.filter { $0.kind == .line && $0.isOf(party) })
  }

  /// Length of all front lines, kilometres, edges of contested ground too.
  public var lineKilometres: Double {
    each(lines).reduce(0) { $0 + $1.lengthKilometres }
  }

  /// A contested edge is there once for each party that fights behind it; here it counts once.
  private func each(_ lines: [FrontLine]) -> [ErrorStretch] {
    var seen: Set<[LineString]> = []
    return lines.compactMap { line in

      guard seen.insert(line.lines).inserted else { return nil }
      return ErrorStretch(
        lengthKilometres: line.lengthKilometres, halfWidthKilometres: line.halfWidthKilometres)
    }
  }
}

extension FrontLine {
  func isOf(_ party: String) -> Bool { partyA == party || partyB == party }
}
