package import FrontlineGeometry
import FrontlineLayers

/// A shape as it is written: on the grid of 6 decimals, oriented, closed, without repeated positions.
///
/// Parts that collapse on the grid (a ring of fewer than three corners, a line of one position) are
/// left out. Every writer takes its coordinates from here, so the formats agree to the last digit.
package enum GridGeometry: Hashable, Sendable {
  case point(Position)
  case lines([LineString])
  case polygons([Polygon])

  /// 0.1 m, the precision RFC 7946 section 11.2 recommends.
  static let decimals = 6

  /// Nil if there is nothing to write: no part is left, or a position is not on the Earth.
  package init?(_ geometry: Geometry) {
    switch geometry {
    case .point(let position):
      guard position.isOnEarth else { return nil }
      self = .point(Self.snapped(position))
    case .lines(let lines):
      guard lines.allSatisfy({ $0.positions.allSatisfy(\.isOnEarth) }) else { return nil }
      let snapped = lines.map { LineString(Self.snapped($0.positions)) }
        .filter { $0.positions.count >= 2 }
      guard !snapped.isEmpty else { return nil }
      self = .lines(snapped)
    case .polygons(let polygons):
      let rings = polygons.flatMap { [$0.exterior] + $0.holes }
      guard rings.allSatisfy({ $0.positions.allSatisfy(\.isOnEarth) }) else { return nil }
      let snapped = polygons.compactMap(Self.snapped)
      guard !snapped.isEmpty else { return nil }
      self = .polygons(snapped)
    }
  }

  package var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .lines(let lines): lines.flatMap(\.positions)
    case .polygons(let polygons): polygons.flatMap(\.exterior.positions)
    }
  }

  /// `longitude,latitude`, as both formats write a position.
  static func text(_ position: Position) -> String {
    text(position.longitude) + "," + text(position.latitude)
  }

  /// One coordinate; positions of a grid geometry are finite.
  static func text(_ degrees: Double) -> String {
    DecimalText.string(degrees, decimals: decimals) ?? "0"
  }

  private static func snapped(_ position: Position) -> Position {
    Position(
      longitude: DecimalText.rounded(position.longitude, decimals: decimals),
      latitude: DecimalText.rounded(position.latitude, decimals: decimals))
  }

  /// On the grid, each position different from the one before it.
  private static func snapped(_ positions: [Position]) -> [Position] {
    var kept: [Position] = []
    for position in positions.lazy.map({ snapped($0) }) where position != kept.last {
      kept.append(position)
    }
    return kept
  }

  private static func snapped(_ polygon: Polygon) -> Polygon? {
    guard let exterior = snapped(polygon.exterior, counterClockwise: true) else { return nil }
    return Polygon(
      exterior: exterior,
      holes: polygon.holes.compactMap { snapped($0, counterClockwise: false) })
  }

  /// RFC 7946, 3.1.6: outer rings counter-clockwise, holes clockwise; the first position is kept.
  private static func snapped(_ ring: Ring, counterClockwise: Bool) -> Ring? {
    var corners = snapped(ring.positions)
    if corners.count > 1, corners.first == corners.last { corners.removeLast() }
    guard corners.count >= 3 else { return nil }
    let area = twiceSignedArea(corners)
    guard area != 0 else { return nil }
    if (area > 0) != counterClockwise { corners[1...].reverse() }
    return Ring(corners + corners.prefix(1))
  }

  /// The shoelace formula in degrees, about the first corner; positive if counter-clockwise.
  private static func twiceSignedArea(_ corners: [Position]) -> Double {
    let origin = corners[0]
    return zip(corners, corners.dropFirst()).reduce(0) { sum, side in
      let (a, b) = side
      return sum
        + (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
        - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
    }
  }
}
