import FrontlineGeometry
import Testing

func position(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}

func ring(_ corners: (Double, Double)...) -> Ring {
  Ring((corners + corners.prefix(1)).map { position($0.0, $0.1) })
}

@Suite struct `Great circle distance` {
  @Test func `is a quarter of the circumference from the equator to a pole`() {
    let quarter = meanEarthRadius * .pi / 2
    let found = greatCircleDistance(from: position(69, 0), to: position(-12, 90))
    #expect(abs(found - quarter) < 1e-6)
  }

  @Test func `is half the circumference between antipodes`() {
    let found = greatCircleDistance(from: position(-90, 0), to: position(90, 0))
    #expect(abs(found - meanEarthRadius * .pi) < 1e-6)
  }

  @Test func `is nought between a position and itself`() {
    #expect(greatCircleDistance(from: position(69.5, 35.3), to: position(69.5, 35.3)) == 0)
  }

  @Test func `tells positions a tenth of a metre apart`() {
    let found = greatCircleDistance(from: position(0, 35), to: position(0, 35.000001))
    #expect(abs(found - 0.111195) < 1e-6)
  }

  /// Geodesics from geographiclib 2.1 (C. F. F. Karney).
  @Test(arguments: [
    (position(69.515, 35.312), position(69.172, 34.528), 92_450.913),
    (position(0, 0), position(0, 0.1), 11_057.427),
    (position(0, 0), position(0.1, 0), 11_131.949),
  ])
  func `is within 0.57 % of the geodesic`(start: Position, end: Position, geodesic: Double) {
    let found = greatCircleDistance(from: start, to: end)
    #expect(abs(found / geodesic - 1) < 0.0057)
    #expect(found == greatCircleDistance(from: end, to: start))
  }

  @Test func `adds up along a line, in kilometres`() {
    let degree = meanEarthRadius * .pi / 180_000
    let line = LineString([position(10, 0), position(10, 1), position(10, 3)])
    #expect(abs(line.lengthKilometres - 3 * degree) < 1e-9)
    #expect(LineString([]).lengthKilometres == 0)
  }
}

@Suite struct `Geodesic area` {
  /// a² Δλ/2 (q(φ₂) − q(φ₁)), Snyder 3-12, computed apart from the code under test.
  @Test(arguments: [1, 2, 50])
  func `of a cell of one degree is that of the ellipsoid`(edgesPerSide: Int) {
    let quadrangle = 10_066.275_204_165
    var corners: [Position] = []
    for step in 0..<edgesPerSide {
      corners.append(position(69 + Double(step) / Double(edgesPerSide), 35))
    }
    for step in 0..<edgesPerSide {
      corners.append(position(70 - Double(step) / Double(edgesPerSide), 36))
    }
    corners.insert(position(70, 35), at: edgesPerSide)
    corners += [position(69, 36), corners[0]]
    let found = Polygon(exterior: Ring(corners)).areaSquareKilometres
    // Great circles bulge north of the parallels: less so the shorter they are.
    let bulge = 1.5e-7 / Double(edgesPerSide * edgesPerSide)
    #expect(abs(found / quadrangle - 1) < bulge + 1e-11)
  }

  /// Areas within geodesics from geographiclib 2.1 (C. F. F. Karney).
  @Test(arguments: [
    (ring((69, 35), (69.3, 35.1), (69.2, 35.4), (68.9, 35.2)), 909.782_015_621, 1e-6),
    (ring((69, 35), (70, 35), (70, 36), (69, 36)), 10_066.272_985_625, 1e-7),
    (ring((60, 30), (72, 31), (70, 40), (58, 38)), 1_066_989.591_418_801, 3e-5),
    (ring((30, 45), (40, 46), (38, 52), (29, 51)), 479_673.584_755_338, 3e-5),
    (ring((-60, -5), (-50, -4), (-49, 5), (-61, 4)), 1_221_275.314_728_271, 3e-5),
  ])
  func `of a ring is within the stated error of the ellipsoid's`(
    ring: Ring, geodesic: Double, error: Double
  ) {
    #expect(abs(ring.signedAreaSquareKilometres / geodesic - 1) < error)
    #expect(abs(ring.reversed.signedAreaSquareKilometres / -geodesic - 1) < error)
  }

  @Test func `leaves out holes, however they are wound`() {
    let outer = ring((69, 35), (70, 35), (70, 36), (69, 36))
    let hole = ring((69.2, 35.2), (69.2, 35.4), (69.4, 35.4), (69.4, 35.2))
    let expected = outer.signedAreaSquareKilometres + hole.signedAreaSquareKilometres
    for hole in [hole, hole.reversed] {
      #expect(Polygon(exterior: outer, holes: [hole]).areaSquareKilometres == expected)
    }
  }

  @Test func `of a ring without corners is nought`() {
    #expect(Ring([]).signedAreaSquareKilometres == 0)
  }
}

@Suite struct `Local plane` {
  @Test func `keeps distances along its latitude and along meridians`() {
    let plane = LocalPlane(of: BoundingBox(west: 69, south: 35, east: 70, north: 36))
    let origin = plane.point(at: plane.origin)
    #expect(origin == LocalPlane.Point(east: 0, north: 0))
    for (longitude, latitude) in [(69.51, 35.5), (69.5, 35.9), (69.503, 35.501)] {
      let there = position(longitude, latitude)
      let planar = origin.squaredDistance(to: plane.point(at: there)).squareRoot()
      let spherical = greatCircleDistance(from: plane.origin, to: there)
      #expect(abs(planar / spherical - 1) < 1e-5)
    }
  }

  @Test func `gives positions back`() {
    let plane = LocalPlane(origin: position(69.5, 35.5))
    let there = plane.position(at: plane.point(at: position(70.123456, 34.654321)))
    #expect(abs(there.longitude - 70.123456) < 1e-12)
    #expect(abs(there.latitude - 34.654321) < 1e-12)
  }
}
