internal import FrontlineGeometry

/// Draws front lines with arcs in the colours of both sides (APP-6, line of contact), and fights as bars and arrows.
struct FrontDrawing {
  let theatre: PictureTheatre

  func draw(_ map: DayMap, in window: MapWindow, on canvas: Canvas) {
    for front in map.fronts where !front.isBorder {
      for line in front.lines { edge(window.points(line.positions), on: canvas) }
    }
    for front in map.fronts where front.isBorder {
      for line in front.lines {
        border(window.points(line.positions), left: front.left, right: front.right, on: canvas)
      }
    }
    for symbol in map.symbols {
      for line in symbol.lines {
        self.symbol(line.positions.map(window.point), symbol, on: canvas)
      }
    }
  }

  func edge(_ points: [PagePoint], on canvas: Canvas) {
    canvas.stroke(
      .line(points), Pen(ink: Palette.contestedEdge, width: 1.8, dashes: [6, 4], isRound: false))
  }

  func border(_ points: [PagePoint], left: String, right: String, on canvas: Canvas) {
    guard points.count > 1 else { return }
    let sides = [(left, 1.0), (right, -1.0)].map { party, side in
      (Arcs.along(points, side: side), theatre.ink(of: party))
    }
    for (arcs, _) in sides {
      canvas.stroke(arcs, Pen(ink: Palette.white.covering(0.75), width: 4.5))
    }
    for (arcs, ink) in sides { canvas.stroke(arcs, Pen(ink: ink, width: 2.2)) }
    canvas.stroke(.line(points), Pen(ink: Palette.ink, width: 2))
  }

  func symbol(_ points: [PagePoint], _ symbol: DayMap.Symbol, on canvas: Canvas) {
    let ink = symbol.attacker.map { theatre.ink(of: $0).darker(0.25) } ?? Palette.ink
    canvas.stroke(.line(points), Pen(ink: Palette.white.covering(0.9), width: 7.5))
    guard !symbol.isReported else {
      return canvas.stroke(.line(points), Pen(ink: ink, width: 4))
    }
    // An arrow's head is too small for gaps.
    canvas.stroke(
      .line(Array(points.prefix(2))), Pen(ink: ink, width: 4, dashes: [6, 5], isRound: false))
    if points.count > 2 {
      canvas.stroke(.line(Array(points.dropFirst(2))), Pen(ink: ink, width: 4))
    }
  }
}

/// Rows of arcs along a line, one side's: each arc curves to the enemy and touches the line.
enum Arcs {
  /// The width of an arc.
  private static let width = 14.0

  /// - Parameter side: 1 for the left of the line in its direction, -1 for the right.
  static func along(_ points: [PagePoint], side: Double) -> PagePath {
    let ends = ends(of: points)
    var path = PagePath()
    for (from, to) in zip(ends, ends.dropFirst()) {
      let along = to - from
      let out =
        PagePoint(x: along.y, y: -along.x) * (side / max(along.length, 1e-9))
      let (start, end) = (from + out * 8, to + out * 8)
      let bend = (from + to) * 0.5 - out * 2.5
      // A quadratic curve as the cubic one that cairo draws.
      path.steps += [
        .move(start),
        .curve(start + (bend - start) * (2.0 / 3), end + (bend - end) * (2.0 / 3), end),
      ]
    }
    return path
  }

  /// Where one arc ends and the next starts: they are spread so that they fill the line.
  private static func ends(of points: [PagePoint]) -> [PagePoint] {
    let steps = zip(points, points.dropFirst()).map { ($1 - $0).length }
    let length = steps.reduce(0, +)
    let count = Int((length / width).rounded(.down))
    guard let first = points.first, let last = points.last, points.count > 1 else { return [] }
    // Round a village they would only be a knot.
    guard count >= ((last - first).length < width ? 6 : 1) else { return [] }
    var (walked, segment) = (0.0, 0)
    return (0...count).map { number in
      let goal = min(Double(number) * length / Double(count), length)
      while segment < steps.count - 1, walked + steps[segment] < goal {
        walked += steps[segment]
        segment += 1
      }
      let share = steps[segment] > 0 ? (goal - walked) / steps[segment] : 0
      return points[segment] + (points[segment + 1] - points[segment]) * share
    }
  }
}
