import FrontlineGeometry
import FrontlineTopology
import Testing

private func corner(_ east: Double, _ north: Double) -> EqualAreaPlane.Point {
  EqualAreaPlane.Point(east: east, north: north)
}

private func box(
  _ west: Double, _ south: Double, _ east: Double, _ north: Double
) throws -> PlanarArea {
  try PlanarArea(inside: [
    corner(west, south), corner(east, south), corner(east, north), corner(west, north),
  ])
}

@Suite struct `Areas in a plane` {
  @Test func `are united, intersected and subtracted`() throws {
    let (left, right) = (try box(0, 0, 4, 2), try box(3, 0, 6, 2))
    #expect(try PlanarArea.union([left, right]).squareKilometres == 12)
    #expect(try left.intersection(right).squareKilometres == 2)
    #expect(try left.difference(right).squareKilometres == 6)
  }

  @Test func `that only touch have no intersection`() throws {
    let touching = try box(0, 0, 2, 2).intersection(box(2, 0, 4, 2))
    #expect(touching.isEmpty)
    #expect(try touching.boundary.isEmpty)
    #expect(try PlanarArea.union([]).isEmpty)
  }

  @Test func `grow by a buffer and shrink by a negative one`() throws {
    let shrunk = try box(0, 0, 10, 10).buffer(kilometres: -2)
    #expect(abs(shrunk.squareKilometres - 36) < 1e-9)
    let grown = try box(0, 0, 10, 10).buffer(kilometres: 1, segments: 64)
    #expect(abs(grown.squareKilometres - (140 + .pi)) < 1e-3)
    #expect(try box(0, 0, 3, 3).buffer(kilometres: -2).isEmpty)
  }

  @Test func `have parts with their holes, and the insides of those`() throws {
    let ring = try box(0, 0, 10, 10).difference(box(2, 2, 6, 7))
    let both = try PlanarArea.union([ring, box(20, 0, 21, 1)])
    #expect(try both.parts.map(\.squareKilometres).sorted() == [1, 80])
    #expect(try both.holes.map(\.squareKilometres) == [20])
    #expect(try both.boundary.kilometres == 40 + 18 + 4)
  }

  @Test func `cover points inside and on the edge`() throws {
    let area = try box(0, 0, 10, 10).difference(box(2, 2, 6, 7))
    let points = [corner(1, 1), corner(3, 3), corner(2, 4), corner(0, 0), corner(11, 1)]
    #expect(try area.covers(points) == [true, false, true, true, false])
  }

  /// A bow tie of two triangles, each a quarter of the box round it.
  @Test func `are what crossing lines enclose`() throws {
    let corners = [(0.0, 0.0), (0.02, 0.02), (0.02, 0), (0, 0.02), (0, 0)]
    let bow = Polygon(
      exterior: Ring(corners.map { Position(longitude: $0.0, latitude: $0.1) }))
    let square = BoundingBox(west: 0, south: 0, east: 0.02, north: 0.02)
    let plane = EqualAreaPlane(of: square)
    let whole = try PlanarArea([Polygon(square)], in: plane)
    let area = try PlanarArea([bow], in: plane)
    #expect(abs(area.squareKilometres / whole.squareKilometres - 0.5) < 1e-6)
    #expect(try area.parts.count == 2)
  }

  @Test func `refuse what is no number`() {
    #expect(
      throws: TopologyError(
        operation: "close a ring", reason: "the position nan 0.0 is not finite")
    ) {
      try PlanarArea(inside: [corner(.nan, 0), corner(1, 0), corner(1, 1)])
    }
  }
}

@Suite struct `Lines in a plane` {
  private let angle = PlanarLines([[corner(0, 0), corner(3, 0), corner(3, 4)]])

  @Test func `have a length`() {
    #expect(angle.kilometres == 7)
    #expect(PlanarLines.empty.isEmpty)
  }

  @Test func `are clipped to an area`() throws {
    let inside = try angle.intersection(box(1, -1, 5, 1))
    #expect(inside.lines == [[corner(1, 0), corner(3, 0), corner(3, 1)]])
    #expect(try angle.intersection(box(10, 10, 11, 11)).isEmpty)
  }

  @Test func `count once where they run together`() throws {
    let plane = EqualAreaPlane(origin: Position(longitude: 0, latitude: 0))
    let line = LineString([
      Position(longitude: 0, latitude: 0), Position(longitude: 0.1, latitude: 0),
    ])
    let once = try PlanarLines([line], in: plane)
    #expect(try PlanarLines([line, line], in: plane).kilometres == once.kilometres)
    #expect(abs(once.kilometres - 11.119508) < 1e-5)
  }

  @Test func `lose corners that do not matter`() throws {
    let wavy = PlanarLines([[corner(0, 0), corner(5, 0.1), corner(10, 0)]])
    #expect(
      try wavy.simplified(withinKilometres: 0.5).lines == [[corner(0, 0), corner(10, 0)]])
    #expect(try wavy.simplified(withinKilometres: 0.05).lines == wavy.lines)
  }

  @Test func `are this far from points`() throws {
    let points = [corner(1, 2), corner(3, 9), corner(-3, -4), corner(2, 0)]
    #expect(try angle.distances(from: points) == [2, 5, 5, 0])
    #expect(try PlanarLines.empty.distances(from: points) == Array(repeating: .infinity, count: 4))
  }

  @Test func `are widened to an area`() throws {
    let wide = try PlanarLines([[corner(0, 0), corner(10, 0)]])
      .buffer(kilometres: 2, segments: 64)
    #expect(abs(wide.squareKilometres - (40 + 4 * .pi)) < 1e-2)
  }

  @Test func `are walked in even steps, half a step in`() {
    let steps = PlanarLines([
      [corner(0, 0), corner(3, 0), corner(3, 1)], [corner(5, 5), corner(5, 5.2)],
    ])
    .points(everyKilometres: 2)
    #expect(steps == [corner(1, 0), corner(3, 0), corner(5, 5.1)])
  }
}
