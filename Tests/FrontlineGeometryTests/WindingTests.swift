import FrontlineGeometry
import Testing

@Suite struct `Normal form of a polygon` {
  @Test func `is wound as RFC 7946 asks and begins in the west`() {
    let polygon = Polygon(
      exterior: ring((4, 4), (4, 0), (0, 0), (0, 4)),
      holes: [
        ring((3, 1), (3.5, 1), (3.5, 2)),
        ring((2, 1), (2, 2), (1, 2), (1, 1)),
      ])
    #expect(
      polygon.normalised
        == Polygon(
          exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)),
          holes: [
            ring((1, 1), (1, 2), (2, 2), (2, 1)),
            ring((3, 1), (3.5, 2), (3.5, 1)),
          ]))
  }

  @Test func `sorts polygons from west to east, then from south to north`() {
    let east = Polygon(exterior: ring((5, 0), (6, 0), (6, 1)))
    let north = Polygon(exterior: ring((0, 2), (1, 2), (1, 3)))
    let south = Polygon(exterior: ring((0, 0), (1, 0), (1, 1)))
    #expect([east, north, south].normalised == [south, north, east])
  }

  @Test func `of a ring without corners is the ring`() {
    #expect(Ring([]).startingInTheWest == Ring([]))
    #expect(Ring([]).planarDoubleArea == 0)
  }
}

@Suite struct `Planar area of a ring` {
  @Test func `is positive counter-clockwise`() {
    let square = ring((100, 50), (102, 50), (102, 52), (100, 52))
    #expect(square.planarDoubleArea == 8)
    #expect(square.isCounterClockwise)
    #expect(square.reversed.planarDoubleArea == -8)
    #expect(!square.reversed.isCounterClockwise)
  }
}

@Suite struct `Bounding box` {
  @Test(arguments: [
    (BoundingBox(west: 69, south: 35, east: 70, north: 36), true),
    (BoundingBox(west: -180, south: -90, east: 180, north: 90), true),
    (BoundingBox(west: 70, south: 35, east: 69, north: 36), false),
    (BoundingBox(west: 69, south: 36, east: 70, north: 36), false),
    (BoundingBox(west: 69, south: 35, east: 70, north: 91), false),
    (BoundingBox(west: .nan, south: 35, east: 70, north: 36), false),
  ])
  func `is on Earth if its sides are, and in order`(box: BoundingBox, expected: Bool) {
    #expect(box.isOnEarth == expected)
  }

  @Test func `has an outline that runs counter-clockwise`() {
    let outline = Polygon(BoundingBox(west: 1, south: 2, east: 3, north: 4))
    #expect(outline == Polygon(exterior: ring((1, 2), (3, 2), (3, 4), (1, 4))))
  }
}
