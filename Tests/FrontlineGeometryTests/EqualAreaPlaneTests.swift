import Foundation
import FrontlineGeometry
import Testing

@Suite struct `Equal-area plane` {
  /// Computed with an independent implementation (numpy, Lambert's formula written out).
  static let known: [(origin: Position, position: Position, east: Double, north: Double)] = [
    (position(37.5, 48.25), position(37.5, 48.25), 0, 0),
    (position(37.5, 48.25), position(36.2, 47.4), -97.84199565525702, -93.68954697149584),
    (position(37.5, 48.25), position(39.2, 49.9), 121.76024877067614, 184.82194301367542),
    (position(-20, -60), position(-45, -70), -928.1623597527756, -1293.250604091189),
    (position(-20, -60), position(10, -30), 2901.503509580362, 2677.071432059677),
    (position(0, 0), position(90, 0), 9009.967050958337, 0),
  ]

  @Test(arguments: 0..<known.count) func `lays positions where Lambert does`(_ index: Int) {
    let (origin, position, east, north) = Self.known[index]
    let point = EqualAreaPlane(origin: origin).point(at: position)
    #expect(abs(point.east - east) < 1e-9)
    #expect(abs(point.north - north) < 1e-9)
  }

  @Test(arguments: 0..<known.count) func `finds its way back`(_ index: Int) {
    let (origin, position, east, north) = Self.known[index]
    let found = EqualAreaPlane(origin: origin).position(at: .init(east: east, north: north))
    #expect(abs(found.longitude - position.longitude) < 1e-12)
    #expect(abs(found.latitude - position.latitude) < 1e-12)
  }

  /// The sphere between two parallels and two meridians is R² · Δλ · (sin φ₂ − sin φ₁).
  @Test(arguments: [-40.0, 0, 35, 62]) func `keeps areas`(south: Double) {
    let plane = EqualAreaPlane(origin: position(5, south + 3))
    let radians = Double.pi / 180
    let sides = (0..<200).map { 2 * Double($0) / 200 }
    let west = sides.map { position(0, south + $0) }
    let north = sides.map { position($0, south + 2) }
    let east = sides.map { position(2, south + 2 - $0) }
    let corners = (west + north + east + sides.map { position(2 - $0, south) })
      .map(plane.point(at:))
    var doubled = 0.0
    for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      doubled += end.east * start.north - start.east * end.north
    }
    let radius = meanEarthRadius / 1000
    let zone = sin((south + 2) * radians) - sin(south * radians)
    #expect(abs(doubled / 2 / (radius * radius * 2 * radians * zone) - 1) < 1e-6)
  }
}
