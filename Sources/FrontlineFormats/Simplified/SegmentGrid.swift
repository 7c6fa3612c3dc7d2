import FrontlineGeometry

/// The sides of many paths, sorted into squares, to find those that cross.
struct SegmentGrid {
  private struct Side {
    var path: Int
    var a: Position
    var b: Position
  }

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  private let paths: [[Position]]
  private var sides: [Side] = []
  private var cells: [Cell: [Int]] = [:]
  private let size: Double

  init(_ paths: [[Position]]) {
    self.paths = paths
    for (index, path) in paths.enumerated() {
      for (a, b) in zip(path, path.dropFirst()) { sides.append(Side(path: index, a: a, b: b)) }
    }
    let longest = sides.reduce(0) { sum, side in
      sum + abs(side.a.longitude - side.b.longitude) + abs(side.a.latitude - side.b.latitude)
    }
    size = sides.isEmpty ? 1 : max(1e-6, 2 * longest / Double(sides.count))
    for index in sides.indices {
      for cell in around(sides[index]) { cells[cell, default: []].append(index) }
    }
  }

  private func around(_ side: Side) -> [Cell] {
    let xs = [side.a.longitude, side.b.longitude].map { Int(($0 / size).rounded(.down)) }
    let ys = [side.a.latitude, side.b.latitude].map { Int(($0 / size).rounded(.down)) }
    return (min(xs[0], xs[1])...max(xs[0], xs[1])).flatMap { x in
      (min(ys[0], ys[1])...max(ys[0], ys[1])).map { Cell(x: x, y: $0) }
    }
  }

  /// Paths with a side that crosses another side, or touches it elsewhere than at ends they share.
  mutating func conflicts() -> Set<Int> {
    var found: Set<Int> = []
    for members in cells.values {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] where Self.conflict(sides[first], sides[second]) {
          found.formUnion([sides[first].path, sides[second].path])
        }
      }
    }
    return found
  }

  private static func conflict(_ first: Side, _ second: Side) -> Bool {
    let shared = [first.a, first.b].filter { $0 == second.a || $0 == second.b }
    if shared.count == 2 { return true }
    let turns = (
      turn(first.a, first.b, second.a), turn(first.a, first.b, second.b),
      turn(second.a, second.b, first.a), turn(second.a, second.b, first.b)
    )
    if shared.count == 1 {
      // Two sides from one corner may only lie on each other.
      guard turns.0 == 0, turns.1 == 0 else { return false }
      let corner = shared[0]
      let (p, q) = (corner == first.a ? first.b : first.a, corner == second.a ? second.b : second.a)
      return (p.longitude - corner.longitude) * (q.longitude - corner.longitude)
        + (p.latitude - corner.latitude) * (q.latitude - corner.latitude) > 0
    }
    if turns.0 * turns.1 < 0, turns.2 * turns.3 < 0 { return true }
    return turns.0 == 0 && isWithin(second.a, first) || turns.1 == 0 && isWithin(second.b, first)
      || turns.2 == 0 && isWithin(first.a, second) || turns.3 == 0 && isWithin(first.b, second)
  }

  private static func turn(_ a: Position, _ b: Position, _ c: Position) -> Double {
    (b.longitude - a.longitude) * (c.latitude - a.latitude)
      - (b.latitude - a.latitude) * (c.longitude - a.longitude)
  }

  private static func isWithin(_ point: Position, _ side: Side) -> Bool {
    min(side.a.longitude, side.b.longitude) <= point.longitude
      && point.longitude <= max(side.a.longitude, side.b.longitude)
      && min(side.a.latitude, side.b.latitude) <= point.latitude
      && point.latitude <= max(side.a.latitude, side.b.latitude)
  }
}
