/// Finds room for a name inside an area.
enum InnerSpot {
  /// How far apart the spots are that are tried.
  private static let step = 12.0

  /// The free box whose middle lies deepest inside the rings, within a frame.
  ///
  /// - Parameter rings: By the even-odd rule.
  static func box(
    width: Double, height: Double, inside rings: [[PagePoint]], frame: PageBox,
    isFree: (PageBox) -> Bool
  ) -> PageBox? {
    var best: (depth: Double, box: PageBox)?
    for row in stride(from: frame.top + step / 2, to: frame.bottom, by: step) {
      let crossings = crossings(of: rings, at: row)
      for column in stride(from: frame.left + step / 2, to: frame.right, by: step) {
        guard crossings.count(where: { $0 < column }) % 2 == 1 else { continue }
        let box = PageBox(
          left: column - width / 2, top: row - height / 2, width: width, height: height)
        let middle = PagePoint(x: column, y: row)
        let edge = min(
          column - frame.left, frame.right - column, row - frame.top, frame.bottom - row)
        guard edge > best?.depth ?? 0, isFree(box) else { continue }
        let depth = min(edge, distance(from: middle, to: rings))
        if depth > best?.depth ?? height / 2 { best = (depth, box) }
      }
    }
    return best?.box
  }

  /// Where a row of the page crosses the rings.
  private static func crossings(of rings: [[PagePoint]], at row: Double) -> [Double] {
    rings.flatMap { ring in
      zip(ring, ring.dropFirst() + ring.prefix(1)).compactMap { from, to -> Double? in
        guard (from.y > row) != (to.y > row) else { return nil }
        return from.x + (to.x - from.x) * (row - from.y) / (to.y - from.y)
      }
    }
  }

  private static func distance(from point: PagePoint, to rings: [[PagePoint]]) -> Double {
    var least = Double.infinity
    for ring in rings {
      for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        let along = to - from
        let own = point - from
        let squared = max(along.x * along.x + along.y * along.y, 1e-12)
        let share = min(max((own.x * along.x + own.y * along.y) / squared, 0), 1)
        least = min(least, (own - along * share).length)
      }
    }
    return least
  }
}
