import FrontlineGeometry

/// Leaves out corners of lines and rings that lie close to the straight, and keeps what they share shared.
///
/// All paths are cut where three or more of their sides meet and where a line ends. Each piece between is simplified
/// once (Douglas and Peucker 1973), with its ends fixed, for all paths that run along it. Pieces that would cross others
/// afterwards keep all their corners, so that no area folds or grows into another.
struct SharedBorders {
  private let tolerance: Double
  private var neighbours: [Position: Set<Position>] = [:]
  private var fixed: Set<Position> = []
  /// Pieces from end to end, in the one direction that all paths know them by, as they are drawn now.
  private var drawn: [[Position]: [Position]] = [:]
  private var order: [[Position]] = []

  /// - Parameters:
  ///   - paths: Rings end where they begin.
  ///   - metres: How far a corner that is left out may lie from what is drawn.
  init(_ paths: [[Position]], metres: Double) {
    tolerance = metres
    for path in paths { note(path) }
    for path in paths where path.count > 1 && path.first == path.last { fixLoop(path) }
    for piece in paths.flatMap({ pieces(of: $0) }) where drawn[piece] == nil {
      drawn[piece] = simplified(piece)
      order.append(piece)
    }
    keepApart()
  }

  /// A path that was given before, with fewer corners.
  func path(_ path: [Position]) -> [Position] {
    var made: [Position] = []
    for (piece, isReversed) in cut(path) {
      let known = drawn[piece] ?? piece
      made += (isReversed ? known.reversed() : known).dropFirst(made.isEmpty ? 0 : 1)
    }
    return made.isEmpty ? path : made
  }

  // MARK: Cutting

  private mutating func note(_ path: [Position]) {
    for (a, b) in zip(path, path.dropFirst()) where a != b {
      neighbours[a, default: []].insert(b)
      neighbours[b, default: []].insert(a)
    }
    guard let first = path.first, let last = path.last, first != last else { return }
    fixed.formUnion([first, last])
  }

  private func isFixed(_ position: Position) -> Bool {
    fixed.contains(position) || (neighbours[position]?.count ?? 0) != 2
  }

  /// A ring that meets no other is held at two corners: its first in the order of positions, and the one farthest away.
  private mutating func fixLoop(_ ring: [Position]) {
    guard !ring.contains(where: isFixed), let first = ring.min(by: Self.isBefore) else { return }
    let plane = LocalMetres(first)
    let far = ring.max {
      let (a, b) = (plane.distance(first, $0), plane.distance(first, $1))
      return a == b ? Self.isBefore($1, $0) : a < b
    }
    fixed.formUnion([first, far ?? first])
  }

  /// The path's pieces, each in its one direction.
  private func pieces(of path: [Position]) -> [[Position]] { cut(path).map(\.piece) }

  private func cut(_ path: [Position]) -> [(piece: [Position], isReversed: Bool)] {
    guard path.count > 1 else { return [] }
    var path = path
    if path.first == path.last, let start = path.firstIndex(where: isFixed), start > 0 {
      path = Array(path[start...]) + path[1...start]
    }
    var found: [(piece: [Position], isReversed: Bool)] = []
    var begin = 0
    for index in 1..<path.count where index == path.count - 1 || isFixed(path[index]) {
      let piece = Array(path[begin...index])
      let isReversed = Self.isReversed(piece)
      found.append((isReversed ? piece.reversed() : piece, isReversed))
      begin = index
    }
    return found
  }

  private static func isReversed(_ piece: [Position]) -> Bool {
    for (a, b) in zip(piece, piece.reversed()) where a != b { return isBefore(b, a) }
    return false
  }

  private static func isBefore(_ a: Position, _ b: Position) -> Bool {
    (a.longitude, a.latitude) < (b.longitude, b.latitude)
  }

  // MARK: Simplifying

  private func simplified(_ piece: [Position]) -> [Position] {
    guard piece.count > 2 else { return piece }
    let plane = LocalMetres(piece[0])
    var keeps = [Bool](repeating: false, count: piece.count)
    keeps[0] = true
    keeps[piece.count - 1] = true
    var open = [(0, piece.count - 1)]
    while let (first, last) = open.popLast() {
      guard last - first > 1 else { continue }
      let reach = (first + 1..<last).map {
        ($0, plane.distance(piece[$0], toSide: piece[first], piece[last]))
      }
      guard let far = reach.max(by: { $0.1 < $1.1 }), far.1 > tolerance else { continue }
      keeps[far.0] = true
      open += [(first, far.0), (far.0, last)]
    }
    let kept = zip(piece, keeps).filter(\.1).map(\.0)
    // A loop on one corner needs two more to be a ring.
    return piece.first == piece.last && kept.count < 4 ? piece : kept
  }

  /// Gives pieces their corners back until none crosses another, nor lies on it.
  private mutating func keepApart() {
    var isWhole = order.map { drawn[$0] == $0 }
    while true {
      var grid = SegmentGrid(order.compactMap { drawn[$0] })
      let wrong = grid.conflicts().filter { !isWhole[$0] }
      guard !wrong.isEmpty else { return }
      for index in wrong {
        isWhole[index] = true
        drawn[order[index]] = order[index]
      }
    }
  }
}

/// Metres about a position: good enough for tolerances of metres to kilometres.
private struct LocalMetres {
  private let east: Double
  private static let north = 111_195.0

  init(_ origin: Position) {
    east = Self.north * max(0.01, Self.cosine(origin.latitude))
  }

  /// Bhaskara's cosine of degrees (7th century), right to 0.2 %: the same on every machine.
  private static func cosine(_ degrees: Double) -> Double {
    let square = degrees * degrees
    return (32_400 - 4 * square) / (32_400 + square)
  }

  func distance(_ a: Position, _ b: Position) -> Double {
    distance(a, toSide: b, b)
  }

  func distance(_ point: Position, toSide a: Position, _ b: Position) -> Double {
    let (px, py) = metres(point, from: a)
    let (bx, by) = metres(b, from: a)
    let length = bx * bx + by * by
    let share = length == 0 ? 0 : min(1, max(0, (px * bx + py * by) / length))
    let (dx, dy) = (px - share * bx, py - share * by)
    return (dx * dx + dy * dy).squareRoot()
  }

  private func metres(_ position: Position, from a: Position) -> (Double, Double) {
    ((position.longitude - a.longitude) * east, (position.latitude - a.latitude) * Self.north)
  }
}
