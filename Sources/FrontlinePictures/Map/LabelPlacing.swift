/// Puts names where none stands yet: beside their dots, or at the end of a leader.
struct LabelPlacing {
  /// Where a name stands.
  struct Spot: Hashable {
    var box: PageBox
    /// From its dot to the name; nil where it stands beside it.
    var leader: [PagePoint]?
  }

  /// What names must lie in.
  let frame: PageBox
  private(set) var taken: [PageBox]
  /// Names that stand beside dots.
  private var names: [PageBox] = []

  /// - Parameter taken: Where something stands already.
  init(frame: PageBox, taken: [PageBox]) {
    self.frame = frame.inset(3)
    self.taken = taken
  }

  func isFree(_ box: PageBox) -> Bool {
    frame.contains(box) && !taken.contains { $0.overlaps(box) }
  }

  mutating func take(_ box: PageBox) { taken.append(box) }

  /// The first free spot round a point.
  ///
  /// - Parameters:
  ///   - distances: How far off the name may stand, the nearest first; those past 12 get a leader.
  ///   - others: Dots that the name must not seem to belong to, if that can be helped.
  mutating func spot(
    at point: PagePoint, width: Double, height: Double, distances: [Double],
    besides others: [PagePoint] = []
  ) -> Spot? {
    let spots = distances.flatMap { away in
      Self.corners(away, width, height).map { corner in
        let box = PageBox(
          left: point.x + corner.x, top: point.y + corner.y, width: width, height: height)
        return Spot(box: box, leader: away > 12 ? Self.leader(from: point, to: box) : nil)
      }
    }
    let free = spots.lazy.filter { [self] in isFree($0.box.inset(-2)) }
    guard let spot = free.first(where: { [self] in isClear($0, of: others) }) ?? free.first else {
      return nil
    }
    taken.append(spot.box)
    names.append(spot.box)
    taken += Self.steps(along: spot.leader).map { LabelDrawing.box(round: $0, 1.5) }
    return spot
  }

  /// Whether a name is nearer to its own dot than to others, and its leader touches neither them nor other names.
  private func isClear(_ spot: Spot, of others: [PagePoint]) -> Bool {
    let around = spot.box.inset(-9)
    let steps = Self.steps(along: spot.leader)
    return !others.contains { other in
      around.contains(other) || steps.dropFirst(2).contains { ($0 - other).length < 8 }
    } && !names.contains { name in steps.contains(where: name.contains) }
  }

  private static func steps(along leader: [PagePoint]?) -> [PagePoint] {
    guard let leader, let from = leader.first, let to = leader.last else { return [] }
    let count = max(1, Int((to - from).length / 4))
    return (0...count).map { from + (to - from) * (Double($0) / Double(count)) }
  }

  /// A spot for a name that stands on what it names, moved a little where something is in the way.
  mutating func spot(over point: PagePoint, width: Double, height: Double) -> PageBox? {
    for down in [0.0, 24, -24, 48, -48] {
      for across in [0.0, 40, -40] {
        let box = PageBox(
          left: point.x + across - width / 2, top: point.y + down - height / 2, width: width,
          height: height)
        guard isFree(box.inset(-2)) else { continue }
        taken.append(box)
        return box
      }
    }
    return nil
  }

  /// Upper left corners of a name round a point: right, left, then slanting, then above and below.
  private static func corners(
    _ away: Double, _ width: Double, _ height: Double
  ) -> [PagePoint] {
    let slant = away * 0.75
    let middles: [(Double, Double)] = [
      (away, 0), (-away - width, 0), (slant, -slant - 3), (slant, slant + 3),
      (-slant - width, -slant - 3), (-slant - width, slant + 3), (-width / 2, -away - 4),
      (-width / 2, away + 4),
    ]
    return middles.map { PagePoint(x: $0, y: $1 - height / 2) }
  }

  private static func leader(from point: PagePoint, to box: PageBox) -> [PagePoint] {
    if point.x < box.left { return [point, PagePoint(x: box.left - 1, y: box.middle.y)] }
    if point.x > box.right { return [point, PagePoint(x: box.right + 1, y: box.middle.y)] }
    return [
      point,
      PagePoint(x: box.middle.x, y: box.middle.y < point.y ? box.bottom - 2 : box.top + 2),
    ]
  }
}
