import FrontlineFronts
import FrontlineGeometry
import FrontlineTopology
import Testing

@Suite struct `Mosaic of places` {
  let whole = Polygon(land)

  func mosaic(
    _ sites: [Mosaic.Site], reach: Double = .infinity, box: BoundingBox = land
  ) throws -> Mosaic {
    try Mosaic(sites: sites, reachKilometres: reach, box: box)
  }

  func areas(_ mosaic: Mosaic) -> [Double] {
    mosaic.cells.map { $0.polygons.reduce(0) { $0 + $1.areaSquareKilometres } }
  }

  @Test func `of no places, or of none in the box, has no cells`() throws {
    #expect(try mosaic([]).cells == [])
    #expect(try mosaic([site("far", 71, 35.5), site("lost", .nan, 35.5)]).cells == [])
    #expect(try mosaic([site("a", 69.5, 35.5)], reach: 0).cells == [])
  }

  @Test func `of one place with endless reach is the box`() throws {
    let found = try mosaic([site("a", 69.1, 35.5)])
    #expect(found.cells == [Mosaic.Cell(placeIDs: ["a"], polygons: [whole])])
  }

  @Test func `of one place is a circle of its reach`() throws {
    let found = try mosaic([site("a", 69.5, 35.5)], reach: 15)
    let circle = try #require(found.cells.first?.polygons.first)
    #expect(found.cells == [Mosaic.Cell(placeIDs: ["a"], polygons: [circle])])
    #expect(circle.exterior.positions.count == 25)
    // A polygon of 48 corners, and the mean sphere against the ellipsoid.
    #expect(abs(circle.areaSquareKilometres / (.pi * 15 * 15) - 1) < 0.015)
    for corner in circle.exterior.positions {
      let distance = greatCircleDistance(
        from: Position(longitude: 69.5, latitude: 35.5), to: corner)
      #expect(abs(distance - 15_000) < 15)
    }
  }

  @Test func `of one place near the edge ends at the edge`() throws {
    let found = try mosaic([site("a", 69, 35)], reach: 15)
    #expect(found.cells.count == 1)
    #expect(abs(areas(found)[0] / (.pi * 15 * 15 / 4) - 1) < 0.01)
  }

  @Test func `of two places is cut half way between them`() throws {
    let found = try mosaic([site("east", 69.75, 35.5), site("west", 69.25, 35.5)])
    func half(_ west: Double, _ east: Double) -> [Polygon] {
      [Polygon(BoundingBox(west: west, south: 35, east: east, north: 36))]
    }
    #expect(
      found.cells == [
        Mosaic.Cell(placeIDs: ["east"], polygons: half(69.5, 70)),
        Mosaic.Cell(placeIDs: ["west"], polygons: half(69, 69.5)),
      ])
  }

  @Test func `of two places out of each other's reach has two circles`() throws {
    let found = try mosaic([site("a", 69.2, 35.5), site("b", 69.8, 35.5)], reach: 10)
    #expect(found.cells.map(\.placeIDs) == [["a"], ["b"]])
    #expect(found.cells.allSatisfy { $0.polygons[0].exterior.positions.count == 25 })
  }

  @Test(arguments: [(0.0, 0.1), (0.1, 0.0), (0.1, 0.1), (0.07, 0.03)])
  func `of places in line has cells of like size`(east: Double, north: Double) throws {
    let sites = (0..<5).map { site("p\($0)", 69.3 + Double($0) * east, 35.3 + Double($0) * north) }
    let found = try mosaic(sites, reach: 20)
    #expect(found.cells.map(\.placeIDs) == sites.map { [$0.placeID] })
    let areas = areas(found)
    #expect(abs(areas[1] / areas[2] - 1) < 0.02)
    #expect(abs(areas[3] / areas[2] - 1) < 0.02)
    #expect(areas[0] > areas[1])
  }

  @Test func `gives places on one spot one cell, owned by the first id`() throws {
    let found = try mosaic([site("b", 69.5, 35.5), site("c", 69.5, 35.5), site("a", 69.5, 35.5)])
    #expect(found.cells == [Mosaic.Cell(placeIDs: ["a", "b", "c"], polygons: [whole])])
  }

  @Test func `makes a place without land on the grid the guest of the nearest`() throws {
    let sites = [
      site("a", 69.5, 35.5), site("b", 69.500_000_1, 35.5), site("c", 69.500_000_2, 35.5),
    ]
    let found = try mosaic(sites, reach: 5)
    #expect(found.cells.flatMap(\.placeIDs).sorted() == ["a", "b", "c"])
    #expect(found.cells.count < 3)
    #expect(found.cells.allSatisfy { !$0.polygons.isEmpty })
  }

  @Test func `counts one place an id`() throws {
    let found = try mosaic([site("a", 69.8, 35.5), site("a", 69.2, 35.5)], reach: 10)
    #expect(found.cells.map(\.placeIDs) == [["a"]])
    #expect(found.cells[0].polygons[0].exterior.positions[0].longitude < 69.2)
  }

  @Test func `leaves a hole where no place reaches`() throws {
    let ring = (0..<12).map { step in
      // Corners of a regular figure of twelve, without trigonometry.
      let east = [1, 0.866, 0.5, 0, -0.5, -0.866, -1, -0.866, -0.5, 0, 0.5, 0.866][step]
      let north = [0, 0.5, 0.866, 1, 0.866, 0.5, 0, -0.5, -0.866, -1, -0.866, -0.5][step]
      return site("p\(10 + step)", 69.5 + east * 0.3, 35.5 + north * 0.25)
    }
    let found = try mosaic(ring, reach: 9)
    let united = try Topology.union(found.cells.flatMap(\.polygons))
    #expect(united.map(\.holes.count) == [1])
    #expect(found.cells.allSatisfy { $0.polygons.count == 1 && $0.polygons[0].holes.isEmpty })
  }

  @Test func `has all vertices on the grid of a millionth of a degree`() throws {
    let found = try InventedLand(seed: 4, count: 80).mosaic()
    for corner in found.cells.flatMap(\.polygons).flatMap(\.exterior.positions) {
      for degrees in [corner.longitude, corner.latitude] {
        #expect((degrees * 1e6).rounded() / 1e6 == degrees)
      }
    }
  }

  @Test(arguments: [
    (
      -1, land,
      "could not cut land into cells: the reach is -1.0 km; expected 0 or more"
    ),
    (
      .nan, land,
      "could not cut land into cells: the reach is nan km; expected 0 or more"
    ),
    (
      15, BoundingBox(west: 70, south: 35, east: 69, north: 36),
      "could not cut land into cells: the box runs from 70.0 to 69.0 degrees east and 35.0 to 36.0 "
        + "north; expected west < east within ±180, south < north within ±90"
    ),
  ])
  func `refuses a reach or a box that makes no sense`(
    reach: Double, box: BoundingBox, message: String
  ) {
    let error = #expect(throws: TopologyError.self) {
      try mosaic([site("a", 69.5, 35.5)], reach: reach, box: box)
    }
    #expect(error?.description == message)
  }
}
