import FrontlineGeometry
import Testing

@Suite struct BoxTouchTests {
  private let box = BoundingBox(west: 1, south: 1, east: 2, north: 2)

  private func path(_ corners: (Double, Double)...) -> [Position] {
    corners.map { Position(longitude: $0.0, latitude: $0.1) }
  }

  private func square(_ low: Double, _ high: Double) -> Ring {
    Ring(path((low, low), (high, low), (high, high), (low, high), (low, low)))
  }

  @Test func `a line that passes through counts, with no corner inside`() {
    #expect(box.touches(.lines([LineString(path((0, 1.5), (3, 1.5)))])))
    #expect(box.touches(.lines([LineString(path((0, 2), (2, 0)))])))
    #expect(!box.touches(.lines([LineString(path((0, 1), (0.9, 3)))])))
  }

  @Test func `a line past a corner is not in the box, though its own box is`() {
    #expect(!box.touches(.lines([LineString(path((0, 1.95), (1.95, 0)))])))
  }

  @Test func `an area round the box counts, but not where it has a hole`() {
    #expect(box.touches(.polygons([Polygon(exterior: square(0, 3))])))
    #expect(
      !box.touches(.polygons([Polygon(exterior: square(0, 3), holes: [square(0.5, 2.5)])])))
    #expect(box.touches(.polygons([Polygon(exterior: square(1.4, 1.6))])))
    #expect(!box.touches(.polygons([Polygon(exterior: square(3, 4))])))
  }

  @Test func `a point on the edge counts`() {
    #expect(box.touches(.point(Position(longitude: 2, latitude: 1))))
    #expect(!box.touches(.point(Position(longitude: 2.001, latitude: 1))))
  }
}
