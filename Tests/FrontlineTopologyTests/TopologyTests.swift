import FrontlineGeometry
import FrontlineTopology
import Testing

func position(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}

func ring(_ corners: (Double, Double)...) -> Ring {
  Ring((corners + corners.prefix(1)).map { position($0.0, $0.1) })
}

func square(_ west: Double, _ south: Double, side: Double = 2) -> Polygon {
  Polygon(BoundingBox(west: west, south: south, east: west + side, north: south + side))
}

func failure<Value>(_ work: () throws(TopologyError) -> Value) -> TopologyError? {
  do {
    _ = try work()
    return nil
  } catch {
    return error
  }
}

@Suite struct `Overlays` {
  @Test func `unite areas that overlap`() throws {
    #expect(
      try Topology.union([square(0, 0), square(1, 1)]) == [
        Polygon(
          exterior: ring((0, 0), (2, 0), (2, 1), (3, 1), (3, 3), (1, 3), (1, 2), (0, 2)))
      ])
  }

  @Test func `unite nothing to nothing`() throws {
    #expect(try Topology.union([]) == [])
  }

  @Test func `intersect areas`() throws {
    #expect(try Topology.intersection([square(0, 0)], [square(1, 1)]) == [square(1, 1, side: 1)])
  }

  @Test func `drop the lines and points where areas only touch`() throws {
    // They share an edge with the first and a corner with the second.
    #expect(try Topology.intersection([square(0, 0)], [square(2, 0), square(-2, 2)]) == [])
  }

  @Test func `subtract areas and leave a hole`() throws {
    #expect(
      try Topology.difference([square(0, 0, side: 3)], [square(1, 1, side: 1)]) == [
        Polygon(
          exterior: square(0, 0, side: 3).exterior,
          holes: [ring((1, 1), (1, 2), (2, 2), (2, 1))])
      ])
  }

  @Test func `clip lines to areas`() throws {
    let line = LineString([position(-1, 1), position(5, 1)])
    let clipped = try Topology.intersection([line], [square(3, 0), square(0, 0)])
    #expect(
      clipped == [
        LineString([position(0, 1), position(2, 1)]), LineString([position(3, 1), position(5, 1)]),
      ])
  }

  @Test func `snap corners to a grid`() throws {
    let found = try Topology.snapped([square(0.123_456_78, 0, side: 1)], toDegrees: 1e-2)
    #expect(found == [Polygon(exterior: ring((0.12, 0), (1.12, 0), (1.12, 1), (0.12, 1)))])
    #expect(try Topology.snapped([square(0, 0, side: 0.001)], toDegrees: 1e-2) == [])
  }
}

@Suite struct `Circles` {
  let plane = LocalPlane(origin: position(69.5, 35.5))

  @Test func `are round on the ground`() throws {
    let centre = position(69.5, 35.5)
    let circle = try #require(try Topology.buffer([centre], metres: 15_000, in: plane).first)
    #expect(circle.exterior.positions.count == 65)
    for corner in circle.exterior.positions {
      #expect(abs(greatCircleDistance(from: centre, to: corner) - 15_000) < 15)
    }
    #expect(abs(circle.areaSquareKilometres / (.pi * 15 * 15) - 1) < 0.004)
  }

  @Test func `that overlap become one area, others stay apart`() throws {
    let near = [position(69.5, 35.5), position(69.52, 35.5)]
    #expect(try Topology.buffer(near, metres: 5000, in: plane).count == 1)
    #expect(try Topology.buffer(near, metres: 500, in: plane).count == 2)
    #expect(try Topology.buffer(near, metres: 0, in: plane) == [])
    #expect(try Topology.buffer([], metres: 500, in: plane) == [])
  }
}

@Suite struct `Validity` {
  @Test func `of sound areas that touch in a corner has no fault`() throws {
    #expect(try Topology.fault(in: [square(0, 0), square(2, 2)]) == nil)
    #expect(try Topology.fault(in: []) == nil)
  }

  @Test(arguments: [
    ([Polygon(exterior: ring((0, 0), (2, 2), (2, 0), (0, 2)))], "Self-intersection", (1, 1)),
    (
      [Polygon(exterior: ring((0, 0), (4, 0), (4, 4), (2, 4), (1, 2), (3, 2), (2, 4), (0, 4)))],
      "Ring Self-intersection", (2, 4)
    ),
    ([square(0, 0), square(1, 1)], "Self-intersection", (2, 1)),
    (
      [Polygon(exterior: square(0, 0).exterior, holes: [square(5, 5).exterior])],
      "Hole lies outside shell", (5, 5)
    ),
  ])
  func `names the fault and where it is`(
    polygons: [Polygon], reason: String, place: (Double, Double)
  ) throws {
    let fault = try #require(try Topology.fault(in: polygons))
    #expect(fault.reason == reason)
    #expect(fault.position == position(place.0, place.1))
  }
}

@Suite struct `Failures` {
  let open = Polygon(exterior: Ring([(0, 0), (1, 0), (1, 1), (0, 1)].map { position($0.0, $0.1) }))
  let unclosed =
    "IllegalArgumentException: Points of LinearRing do not form a closed linestring"

  @Test func `name what was asked for and GEOS's reason`() {
    let sound = square(0, 0)
    let failures = [
      failure { () throws(TopologyError) in try Topology.union([open]) },
      failure { () throws(TopologyError) in try Topology.intersection([sound], [open]) },
      failure { () throws(TopologyError) in try Topology.difference([open], [sound]) },
      failure { () throws(TopologyError) in try Topology.snapped([open]) },
      failure { () throws(TopologyError) in try Topology.fault(in: [open]) },
    ]
    let operations = [
      "unite areas", "intersect areas", "subtract areas", "snap areas", "check areas",
    ]
    #expect(failures == operations.map { TopologyError(operation: $0, reason: unclosed) })
    #expect(failures[0]?.description == "could not unite areas: \(unclosed)")
  }

  @Test func `leave later calls alone`() throws {
    #expect(failure { () throws(TopologyError) in try Topology.union([open]) } != nil)
    #expect(try Topology.union([square(0, 0)]) == [square(0, 0)])
  }

  @Test func `come of lines of one position and of numbers that are not finite`() {
    let lines = [[position(0, 0)], [position(0, 0), position(.nan, 1)]].map(LineString.init)
    let failures = lines.map { line in
      failure { () throws(TopologyError) in
        try Topology.faces(between: [line], snappedToDegrees: 1e-6)
      }
    }
    let reasons = [
      "IllegalArgumentException: point array must contain 0 or >1 elements",
      "the position nan 1.0 is not finite",
    ]
    #expect(
      failures == reasons.map { TopologyError(operation: "cut the plane into faces", reason: $0) })
  }

  @Test func `do not mix when calls run side by side`() async {
    let reasons = await withTaskGroup(of: String?.self) { group in
      for index in 0..<64 {
        group.addTask {
          failure { () throws(TopologyError) in
            try Topology.union([index % 2 == 0 ? open : square(0, 0)])
          }?.reason
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reasons.filter { $0 == unclosed }.count == 32)
    #expect(reasons.filter { $0 == nil }.count == 32)
  }
}
