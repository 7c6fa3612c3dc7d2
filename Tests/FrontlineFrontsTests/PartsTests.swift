import FrontlineClaims
import FrontlineGeometry
import FrontlineTestSupport
import FrontlineTopology
import Testing

@testable import FrontlineControl
@testable import FrontlineFronts

@Suite struct `Contour lines` {
  /// Red in a disc, blue round it: towns every 4 km, the grid every km.
  private func lines(_ radius: Double, grid step: Double = 1) -> [[Point]] {
    let land = InventedLand(every: 4) { point in
      point.squaredDistance(to: Point(east: 1, north: -2)) < radius * radius ? "red" : "blue"
    }
    let grid = FieldGrid(
      land.inference().field, west: -30, south: -30, east: 30, north: 30, step: step)
    return Contours(of: grid, bands: []).lines
  }

  @Test(arguments: [9.0, 16])
  func `are closed round a pocket, near where it ends`(radius: Double) {
    let all = lines(radius)
    #expect(all.allSatisfy { $0.count > 2 })
    #expect(all.count == 1 && all[0].first == all[0].last)
    for point in all[0] {
      let away = point.squaredDistance(to: Point(east: 1, north: -2)).squareRoot()
      #expect(abs(away - radius) < 3)
    }
  }

  @Test func `hardly depend on the grid`() {
    let measures = [1.0, 0.5].map { step in lines(16, grid: step).map(measure) }
    #expect(measures[0].count == 1 && measures[1].count == 1)
    #expect(abs(measures[0][0].length / measures[1][0].length - 1) < 0.02)
    #expect(abs(measures[0][0].area / measures[1][0].area - 1) < 0.01)
  }

  @Test func `of a field alone is as long and as wide as a circle`() {
    // Evidence on two close rings makes the field's zero line the circle between them.
    var land = InventedLand(every: 60) { _ in nil }
    land.towns = []
    for (radius, party) in [(18.5, "red"), (21.5, "blue")] {
      for corner in ring(0, 0, radius, corners: 128).exterior.positions.dropLast() {
        land.towns.append(.init(point: plane.point(at: corner), holder: party))
      }
    }
    let grid = FieldGrid(
      land.inference().field, west: -30, south: -30, east: 30, north: 30, step: 0.5)
    let lines = Contours(of: grid, bands: []).lines.filter { line in
      line.contains { abs($0.squaredDistance(to: Point(east: 0, north: 0)).squareRoot() - 20) < 1 }
    }
    #expect(lines.count == 1 && lines.allSatisfy { $0.first == $0.last })
    let (length, area) = measure(lines.first ?? [])
    #expect(abs(length / (2 * .pi * 20) - 1) < 0.01)
    #expect(abs(area / (.pi * 400) - 1) < 0.01)
  }

  private func measure(_ line: [Point]) -> (length: Double, area: Double) {
    let sides = zip(line, line.dropFirst())
    return (
      sides.reduce(0) { $0 + $1.0.squaredDistance(to: $1.1).squareRoot() },
      abs(sides.reduce(0) { $0 + ($1.0.east * $1.1.north - $1.1.east * $1.0.north) / 2 })
    )
  }
}

@Suite struct `A simplified line` {
  @Test(arguments: 0..<40)
  func `keeps some of its corners, its ends, and within a distance of all others`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var line = [Point(east: 0, north: 0)]
    for _ in 0..<random.number(0...60) {
      let last = line[line.count - 1]
      line.append(
        Point(
          east: last.east + .random(in: -1...2, using: &random),
          north: last.north + .random(in: -1...1, using: &random)))
    }
    if seed % 3 == 0, line.count > 3 { line.append(line[0]) }
    for tolerance in [0.0, 0.1, 1] {
      let simple = line.simplified(kilometres: tolerance)
      #expect(simple.first == line.first && simple.last == line.last)
      // Kept corners stand in order.
      var place = line.startIndex
      for corner in simple {
        let found = line[place...].firstIndex(of: corner)
        #expect(found != nil)
        place = found ?? place
      }
      for corner in line {
        let nearest =
          zip(simple, simple.dropFirst()).map {
            corner.squaredDistance(toLineFrom: $0, to: $1)
          }.min() ?? 0
        #expect(nearest <= tolerance * tolerance + 1e-12)
      }
    }
    #expect(line.simplified(kilometres: 1000).count <= (line.first == line.last ? 3 : 2))
  }

  @Test func `that is straight is its two ends`() {
    let line = (0...9).map { Point(east: Double($0), north: 2 * Double($0)) }
    #expect(line.simplified(kilometres: 1e-9) == [line[0], line[9]])
  }
}

@Suite struct `A line in pieces` {
  private func winding(seed: Int) -> LineString {
    var random = SeededGenerator(seed: seed)
    var corners = [(0.0, 0.0)]
    for _ in 0..<random.number(1...80) {
      let last = corners[corners.count - 1]
      corners.append(
        (
          last.0 + .random(in: -1...2, using: &random),
          last.1 + .random(in: -2...2, using: &random)
        ))
    }
    return line(corners)
  }

  @Test(arguments: 0..<40)
  func `is whole again when they are put together, and none is too long`(seed: Int) {
    let whole = winding(seed: seed)
    let pieces = whole.pieces(ofKilometres: 10)
    var joined = Array(pieces[0].positions)
    for piece in pieces.dropFirst() {
      #expect(piece.positions.first == joined.last)
      joined += piece.positions.dropFirst()
    }
    #expect(joined == whole.positions)
    #expect(pieces.allSatisfy { $0.positions.count > 1 && $0.lengthKilometres <= 10 })
    #expect(Double(pieces.count) < whole.lengthKilometres / 5 + 2)
  }

  @Test(arguments: 0..<20)
  func `that was divided keeps its corners and its course`(seed: Int) {
    let whole = winding(seed: seed)
    let divided = whole.divided(intoKilometres: 0.5)
    #expect(divided.positions.filter(Set(whole.positions).contains) == whole.positions)
    let sides = zip(divided.positions, divided.positions.dropFirst()).map {
      greatCircleDistance(from: $0, to: $1) / 1000
    }
    #expect(sides.allSatisfy { $0 < 0.501 })
    #expect(abs(divided.lengthKilometres / whole.lengthKilometres - 1) < 1e-6)
    #expect(whole.divided(intoKilometres: 1000) == whole)
  }

  @Test func `has its middle half way`() {
    let bent = line([(0, 0), (0, 2), (8, 2)])
    let middle = plane.point(at: bent.middle)
    #expect(abs(middle.east - 3) < 0.01 && abs(middle.north - 2) < 0.01)
  }
}

@Suite struct `The frame of a map` {
  @Test(arguments: 0..<30)
  func `holds what its land holds, by the area of small squares`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let east = Double.random(in: -8...8, using: &random)
    let outline = ring(east, 2, 20, corners: random.number(5...30), hole: (east, 0, 5))
    let box = BoundingBox(outline.exterior.positions)!
    let frame = MapFrame(box: box, land: [outline])
    for _ in 0..<40 {
      let point = Point(
        east: .random(in: -35...35, using: &random), north: .random(in: -30...30, using: &random))
      let position = plane.position(at: point)
      let square = Polygon(
        BoundingBox(
          west: position.longitude - 1e-6, south: position.latitude - 1e-6,
          east: position.longitude + 1e-6, north: position.latitude + 1e-6))
      let shared = squareKilometres(try Topology.intersection([square], [outline]))
      let share = shared / squareKilometres([square])
      guard share < 0.01 || share > 0.99 else { continue }
      #expect(frame.contains(position) == (share > 0.99))
    }
  }

  @Test func `without land is its box`() {
    let box = BoundingBox(west: 1, south: 2, east: 3, north: 4)
    let frame = MapFrame(box: box)
    #expect(frame.contains(Position(longitude: 2, latitude: 3)))
    #expect(!frame.contains(Position(longitude: 2, latitude: 5)))
    #expect(frame.lines.count == 1)
  }
}

@Suite struct `A tiling` {
  private func square(_ west: Double, _ south: Double, _ size: Double = 1) -> Polygon {
    Polygon(BoundingBox(west: west, south: south, east: west + size, north: south + size))
      .normalised
  }

  @Test(arguments: 0..<40)
  func `joined by label covers what its faces cover, once`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let faces = (0..<5).flatMap { row in (0..<5).map { square(Double($0), Double(row)) } }
    let labels = faces.map { _ in random.number(-1...2) }
    let regions = try Tiling(faces).regions(labels: labels)
    for label in 0...2 {
      let expected = try Topology.union(
        zip(faces, labels).filter { $0.1 == label }.map(\.0))
      let found = regions.all.filter { $0.label == label }.map(\.polygon)
      #expect(try Topology.fault(in: found) == nil)
      #expect(isClose(squareKilometres(found), squareKilometres(expected)))
      #expect(isClose(squareKilometres(try Topology.difference(found, expected)), 0))
    }
    #expect(regions.ofFace.map { $0 < 0 ? -1 : regions.all[$0].label } == labels)
  }

  @Test func `keeps parts that touch in a corner apart`() throws {
    let faces = [square(0, 0), square(1, 0), square(0, 1), square(1, 1)]
    let regions = try Tiling(faces).regions(labels: [0, 1, 1, 0])
    #expect(regions.all.map(\.label) == [0, 1, 1, 0])
    #expect(regions.all.map(\.polygon) == faces)
  }

  @Test func `makes a hole of what a region encloses`() throws {
    let faces = (0..<3).flatMap { row in (0..<3).map { square(Double($0), Double(row)) } }
    let regions = try Tiling(faces).regions(labels: [0, 0, 0, 0, 1, 0, 0, 0, 0])
    #expect(regions.all.map(\.polygon.holes.count) == [1, 0])
    #expect(regions.all[0].polygon.holes.map(\.reversed) == [faces[4].exterior])
  }

  @Test func `refuses faces that overlap`() {
    let error = #expect(throws: TopologyError.self) {
      try Tiling([square(0, 0), square(0, 0)])
    }
    #expect(error?.description == "could not join cells: two faces overlap at 0.0 0.0")
  }
}
