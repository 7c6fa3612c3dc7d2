/// The largest set of pairs of two sides in which each takes part at most once (Kuhn's algorithm).
public enum Pairing {
  /// - Parameter fits: For each of the left side, those of the right side that fit it, in order of preference.
  /// - Returns: The left partner of each of the right side that has one.
  /// - Complexity: O(left × pairs that fit).
  public static func largest(_ fits: [[Int]]) -> [Int: Int] {
    var partner: [Int: Int] = [:]
    for left in fits.indices {
      var tried: Set<Int> = []
      _ = place(left, fits, &partner, &tried)
    }
    return partner
  }

  private static func place(
    _ left: Int, _ fits: [[Int]], _ partner: inout [Int: Int], _ tried: inout Set<Int>
  ) -> Bool {
    for right in fits[left] where tried.insert(right).inserted {
      if let other = partner[right], !place(other, fits, &partner, &tried) { continue }
      partner[right] = left
      return true
    }
    return false
  }
}
