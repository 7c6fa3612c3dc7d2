internal import FrontlineGeometry

/// Where on a page a piece of land is drawn.
///
/// The land is drawn on the equal-area plane of its theatre, north up in the middle, so that ground of the same
/// size looks the same size everywhere.
struct MapWindow: Hashable, Sendable {
  let plane: EqualAreaPlane
  /// The page's part that the map takes.
  let box: PageBox
  /// Steps of the page for a kilometre.
  let scale: Double
  private let centre: EqualAreaPlane.Point

  /// The share of the map that stays free round what has to be shown, on each side.
  private static let margin = 0.14
  /// A map that shows less land than this says more than is known, km.
  private static let leastWidth = 30.0

  /// - Parameters:
  ///   - ground: What has to be shown.
  ///   - theatre: The box that was mapped; beyond it there is nothing to show.
  ///   - heights: How high the map may be on the page.
  init(
    showing ground: [Position], of theatre: BoundingBox, left: Double, top: Double, width: Double,
    heights: ClosedRange<Double>
  ) {
    plane = EqualAreaPlane(of: theatre)
    let edge = Extent(Self.edge(of: theatre).map(plane.point(at:)))
    var extent = Extent(ground.map(plane.point(at:))) ?? edge ?? Extent.none
    if let edge, !ground.isEmpty {
      extent = extent.widened(share: Self.margin, least: Self.leastWidth).kept(inside: edge)
    }
    let height = min(
      max(width * extent.height / max(extent.width, 1e-9), heights.lowerBound), heights.upperBound)
    box = PageBox(left: left, top: top, width: width, height: height)
    scale = min(width / max(extent.width, 1e-9), height / max(extent.height, 1e-9))
    centre = EqualAreaPlane.Point(
      east: (extent.west + extent.east) / 2, north: (extent.south + extent.north) / 2)
  }

  /// The sides of a box are curves on the plane.
  static func edge(of box: BoundingBox) -> [Position] {
    let steps = 24
    let shares = (0..<steps).map { Double($0) / Double(steps) }
    let (wide, high) = (box.east - box.west, box.north - box.south)
    let sides: [[Position]] = [
      shares.map { Position(longitude: box.west + $0 * wide, latitude: box.south) },
      shares.map { Position(longitude: box.east, latitude: box.south + $0 * high) },
      shares.map { Position(longitude: box.east - $0 * wide, latitude: box.north) },
      shares.map { Position(longitude: box.west, latitude: box.north - $0 * high) },
    ]
    return sides.flatMap { $0 }
  }

  func shows(_ position: Position) -> Bool { box.contains(point(position)) }

  /// Whether some of what was not mapped is seen.
  func isBeyond(_ theatre: PictureTheatre) -> Bool {
    theatre.outline.isEmpty
      ? Self.edge(of: theatre.box).contains(where: shows)
      : theatre.outline.contains { $0.exterior.positions.contains(where: shows) }
  }

  func point(_ position: Position) -> PagePoint {
    let point = plane.point(at: position)
    return PagePoint(
      x: box.middle.x + (point.east - centre.east) * scale,
      y: box.middle.y - (point.north - centre.north) * scale)
  }

  /// A line without the corners that lie nearer to the last one than anybody sees.
  func points(_ positions: [Position]) -> [PagePoint] {
    let least = 0.3
    var points: [PagePoint] = []
    for position in positions {
      let next = point(position)
      if let last = points.last, (next - last).length < least { continue }
      points.append(next)
    }
    // Where a line ends is where another may start.
    if let end = positions.last.map(point), points.count > 1 { points[points.count - 1] = end }
    return points
  }

  func path(_ polygons: [Polygon]) -> PagePath {
    var path = PagePath()
    for ring in polygons.flatMap({ [$0.exterior] + $0.holes }) {
      let points = points(ring.positions)
      if points.count > 2 { path.add(points, isRing: true) }
    }
    return path
  }
}

/// A box on the plane, km.
private struct Extent {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  static let none = Extent(west: -50, south: -50, east: 50, north: 50)

  init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  init?(_ points: [EqualAreaPlane.Point]) {
    guard let west = points.map(\.east).min(), let east = points.map(\.east).max(),
      let south = points.map(\.north).min(), let north = points.map(\.north).max()
    else { return nil }
    self.init(west: west, south: south, east: east, north: north)
  }

  var width: Double { east - west }
  var height: Double { north - south }

  func widened(share: Double, least: Double) -> Extent {
    let across = max(width * (1 + 2 * share), least, height * 0.5)
    let along = max(height * (1 + 2 * share), least, width * 0.5)
    let (x, y) = ((west + east) / 2, (south + north) / 2)
    return Extent(
      west: x - across / 2, south: y - along / 2, east: x + across / 2, north: y + along / 2)
  }

  func kept(inside edge: Extent) -> Extent {
    let kept = Extent(
      west: max(west, edge.west), south: max(south, edge.south), east: min(east, edge.east),
      north: min(north, edge.north))
    return kept.width > 0 && kept.height > 0 ? kept : edge
  }
}
