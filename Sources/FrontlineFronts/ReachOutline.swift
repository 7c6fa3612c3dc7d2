internal import FrontlineGeometry

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The outline of the land within reach of any of some points: arcs of circles around them.
///
/// Where two circles cross, the arcs on either side end in the very same point, and that point lies
/// as far from one centre as from the other: on the edge between their cells.
struct ReachOutline {
  /// Counter-clockwise, land on the left; at least two points each.
  private(set) var arcs: [[LocalPlane.Point]] = []

  private static let corners = 24

  /// - Complexity: O(*n*²).
  init(of points: [LocalPlane.Point], metres reach: Double) {
    guard reach > 0, reach.isFinite else { return }
    let centres = Array(Set(points)).sorted { ($0.east, $0.north) < ($1.east, $1.north) }
    for centre in centres where !Circle(centre: centre, radius: reach).isHidden(by: centres) {
      let covers = centres.compactMap { Cover(of: centre, by: $0, reach: reach) }
      arcs += ReachOutline.uncovered(Circle(centre: centre, radius: reach), by: covers)
    }
  }

  /// The arcs of a circle that no cover hides.
  private static func uncovered(_ circle: Circle, by covers: [Cover]) -> [[LocalPlane.Point]] {
    guard let last = covers.max(by: { $0.end < $1.end }) else { return [circle.whole(corners)] }
    var arcs: [[LocalPlane.Point]] = []
    // What is hidden at angle zero is hidden by the cover that reaches furthest past a full turn.
    var (hiddenUntil, from) = (last.end - 2 * .pi, last.endPoint)
    for cover in covers.sorted(by: { $0.start < $1.start }) {
      if cover.start > hiddenUntil {
        let corners = circle.corners(corners, between: hiddenUntil, and: cover.start)
        arcs.append([from] + corners + [cover.startPoint])
      }
      if cover.end > hiddenUntil { (hiddenUntil, from) = (cover.end, cover.endPoint) }
    }
    return arcs
  }
}

/// The part of a circle that lies inside another circle of the same radius.
private struct Cover {
  /// Radians: 0 ≤ start < 2π, start < end.
  let start: Double
  let end: Double
  let startPoint: LocalPlane.Point
  let endPoint: LocalPlane.Point

  /// Nil if the circles are the same or do not meet.
  init?(of centre: LocalPlane.Point, by other: LocalPlane.Point, reach: Double) {
    let squaredDistance = centre.squaredDistance(to: other)
    guard squaredDistance > 0, squaredDistance < 4 * reach * reach else { return nil }
    let distance = squaredDistance.squareRoot()
    let halfAngle = acos(distance / (2 * reach))
    let towards = atan2(other.north - centre.north, other.east - centre.east)
    let turns = towards - halfAngle
    start = turns < 0 ? turns + 2 * .pi : turns
    end = start + 2 * halfAngle
    // Written so that both circles of a pair get the same bits.
    let height = (reach * reach - squaredDistance / 4).squareRoot() / distance
    let aside = LocalPlane.Point(
      east: (centre.north - other.north) * height, north: (other.east - centre.east) * height)
    let (east, north) = ((centre.east + other.east) / 2, (centre.north + other.north) / 2)
    startPoint = LocalPlane.Point(east: east - aside.east, north: north - aside.north)
    endPoint = LocalPlane.Point(east: east + aside.east, north: north + aside.north)
  }
}

private struct Circle {
  let centre: LocalPlane.Point
  let radius: Double

  func point(at angle: Double) -> LocalPlane.Point {
    LocalPlane.Point(
      east: centre.east + radius * cos(angle), north: centre.north + radius * sin(angle))
  }

  /// Whether the whole circle lies inside circles of the same radius round other centres.
  ///
  /// True only where it surely is; most circles of a dense land are found out here, cheaply. The
  /// part of a circle inside another is one arc of less than half a turn, so a twelfth of a turn
  /// whose two ends lie inside lies inside.
  func isHidden(by centres: [LocalPlane.Point]) -> Bool {
    let corners = Array(whole(12).dropLast())
    // One bit a twelfth, set while it may be in sight.
    var inSight: UInt16 = 0b1111_1111_1111
    for other in centres {
      let distance = centre.squaredDistance(to: other)
      guard distance > 0, distance < radius * radius else { continue }
      var inside: UInt16 = 0
      for (index, corner) in corners.enumerated()
      where corner.squaredDistance(to: other) < radius * radius { inside |= 1 << index }
      inSight &= ~(inside & (inside >> 1 | inside << 11))
      if inSight == 0 { return true }
    }
    return false
  }

  func whole(_ count: Int) -> [LocalPlane.Point] {
    let step = 2 * Double.pi / Double(count)
    return (0...count).map { point(at: Double($0 % count) * step) }
  }

  /// The corners strictly between two angles, none much nearer to an end than to each other.
  func corners(_ count: Int, between start: Double, and end: Double) -> [LocalPlane.Point] {
    let step = 2 * Double.pi / Double(count)
    let first = (start / step + 0.25).rounded(.up)
    let last = (end / step - 0.25).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { point(at: $0 * step) }
  }
}
