import FrontlineGeometry
import FrontlineTopology
import Testing

@Suite struct `Nearest regions` {
  let box = BoundingBox(west: 69, south: 35, east: 70, north: 36)

  func edges(_ positions: [Position]) throws -> [LineString] {
    try Topology.voronoiEdges(of: positions, inside: box, in: LocalPlane(of: box))
  }

  @Test func `of fewer than two different positions have no edges`() throws {
    #expect(try edges([]) == [])
    #expect(try edges([position(69.5, 35.5)]) == [])
    #expect(try edges([position(69.5, 35.5), position(69.5, 35.5)]) == [])
  }

  @Test func `meet half way on the ground`() throws {
    let (one, other) = (position(69.2, 35.3), position(69.7, 35.8))
    let plane = LocalPlane(of: box)
    let edge = try #require(try edges([one, other]).first)
    for place in edge.positions {
      let near = plane.point(at: place).squaredDistance(to: plane.point(at: one)).squareRoot()
      let far = plane.point(at: place).squaredDistance(to: plane.point(at: other)).squareRoot()
      #expect(abs(near / far - 1) < 1e-9)
    }
  }

  @Test func `of positions in line are strips`() throws {
    let found = try edges([0.2, 0.4, 0.8].map { position(69 + $0, 35.5) })
    #expect(found.count == 2)
    for (edge, longitude) in zip(found, [69.3, 69.6]) {
      #expect(edge.positions.allSatisfy { abs($0.longitude - longitude) < 1e-9 })
      #expect(edge.positions.contains { $0.latitude <= 35 })
      #expect(edge.positions.contains { $0.latitude >= 36 })
    }
  }
}

@Suite struct `Faces between lines` {
  @Test func `share their vertices, also where lines cross`() throws {
    let outline = LineString(square(0, 0).exterior.positions)
    let across = LineString([position(-1, 1), position(3, 1)])
    let faces = try Topology.faces(between: [outline, across], snappedToDegrees: 1e-6)
    #expect(
      faces.map(\.polygon) == [
        Polygon(exterior: ring((0, 0), (2, 0), (2, 1), (0, 1))),
        Polygon(exterior: ring((0, 1), (2, 1), (2, 2), (0, 2))),
      ])
    #expect(faces.map(\.interior) == [position(1, 0.5), position(1, 1.5)])
  }

  @Test func `include holes`() throws {
    let lines = [square(0, 0, side: 3), square(1, 1, side: 1)].map {
      LineString($0.exterior.positions)
    }
    let faces = try Topology.faces(between: lines, snappedToDegrees: 1e-6)
    #expect(faces.map(\.polygon.holes.count).sorted() == [0, 1])
    #expect(faces.map(\.polygon.areaSquareKilometres).allSatisfy { $0 > 12_000 })
  }

  @Test func `lie on the grid`() throws {
    let lines = [
      [position(0, 0), position(1, 0), position(0.3, 1), position(0, 0)],
      [position(0.2, -1), position(0.7, 2)],
    ].map(LineString.init)
    let faces = try Topology.faces(between: lines, snappedToDegrees: 1e-3)
    #expect(faces.count == 2)
    for corner in faces.flatMap(\.polygon.exterior.positions) {
      #expect(Double(Int((corner.longitude * 1000).rounded())) / 1000 == corner.longitude)
      #expect(Double(Int((corner.latitude * 1000).rounded())) / 1000 == corner.latitude)
    }
  }

  @Test func `are none where lines enclose nothing`() throws {
    let line = LineString([position(0, 0), position(1, 1)])
    #expect(try Topology.faces(between: [line], snappedToDegrees: 1e-6) == [])
    #expect(try Topology.faces(between: [], snappedToDegrees: 1e-6) == [])
  }
}
