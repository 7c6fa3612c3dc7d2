/// Counts of what was found rightly, found wrongly and missed, and the rates they give.
public struct PrecisionRecall: Hashable, Sendable {
  public var right: Int
  public var wrong: Int
  public var missed: Int

  public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  /// Share of what was found that is right; where nothing was found, 1 if nothing was to be found, else 0.
  public var precision: Double {
    right + wrong > 0 ? Double(right) / Double(right + wrong) : missed == 0 ? 1 : 0
  }

  /// Share of what was to be found that was; 1 if there was nothing.
  public var recall: Double {
    right + missed > 0 ? Double(right) / Double(right + missed) : 1
  }

  /// The harmonic mean of the two.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  public static func += (left: inout PrecisionRecall, more: PrecisionRecall) {
    left.right += more.right
    left.wrong += more.wrong
    left.missed += more.missed
  }
}

/// A rate to four decimals: the nearest to its exact binary value, a tie to the even one.
func fourDecimals(_ value: Double) -> Double {
  let product = value * 10_000
  let lost = (-product).addingProduct(value, 10_000)
  var units = product.rounded(.toNearestOrEven)
  if abs(units - product) == 0.5, lost != 0 { units = product.rounded(.down) + (lost > 0 ? 1 : 0) }
  return units / 10_000
}
