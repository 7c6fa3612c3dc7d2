import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import FrontlineTopology
import Testing

@Suite struct `Front maps` {
  @Test func `of a land nobody speaks of are empty`() throws {
    let expected = Fronts(asOf: today, view: .assessed, areas: [], lines: [])
    #expect(try InventedLand { _ in nil }.fronts() == expected)
    var none = InventedLand { _ in nil }
    none.towns = []
    #expect(try none.fronts() == expected)
  }

  @Test func `of a land that one party holds are one area without lines or bands`() throws {
    let land = InventedLand { _ in "red" }
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    #expect(fronts.areas.map(\.status) == [.held(party: "red")])
    #expect(fronts.areas[0].places == land.towns.indices.map(land.id))
    #expect(isWithin(0.02, fronts.areas[0].areaSquareKilometres, 3600))
    #expect(fronts.lines == [] && fronts.bands == [])
  }

  @Test func `part west from east half way between the places`() throws {
    let land = InventedLand { $0.east < 0 ? "blue" : "red" }
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    #expect(fronts.areas.map(\.status) == [.held(party: "blue"), .held(party: "red")])
    for area in fronts.areas { #expect(isWithin(0.03, area.areaSquareKilometres, 1800)) }
    let points = fronts.lines.flatMap(\.lines).flatMap(\.positions).map(plane.point(at:))
    #expect(points.allSatisfy { abs($0.east) < 1 })
    #expect(isWithin(0.03, fronts.lines.reduce(0) { $0 + $1.lengthKilometres }, 60))
    #expect(fronts.lines.allSatisfy { $0.kind == .line && $0.left == "blue" })
    #expect(fronts.lines.count >= 6 && fronts.lines.count <= 9)
    #expect(Set(fronts.lines.map(\.newest)) == [today])
  }

  @Test func `name the nearest places on both sides and what was said of them`() throws {
    let land = InventedLand { $0.east < 0 ? "blue" : "red" }
    let known = Set(land.claims.map(\.id))
    for line in try land.fronts().lines {
      #expect(line.places.count == 6)
      let points = line.places.map { id in land.towns[Int(id.dropFirst())! - 1000] }
      #expect(Set(points.map(\.holder)) == ["blue", "red"])
      #expect(points.allSatisfy { abs($0.point.east) < 12 })
      #expect(line.claims.count == 12 && known.isSuperset(of: line.claims))
    }
  }

  @Test func `of parties that do not fight have no lines`() throws {
    let fronts = try InventedLand { $0.east < 0 ? "blue" : "red" }.fronts { _, _ in false }
    #expect(fronts.areas.count == 2 && fronts.lines == [])
  }

  @Test func `ask in both orders whether parties are opposed`() throws {
    let land = InventedLand { $0.east < 0 ? "blue" : "red" }
    let both = try land.fronts()
    #expect(try land.fronts { one, other in one == "red" && other == "blue" } == both)
    #expect(try land.fronts { one, other in one == "blue" && other == "red" } == both)
  }

  @Test(arguments: [3, 5])
  func `of several parties end in one common point`(count: Int) throws {
    // Sectors round the middle, by the sign of some half planes.
    let names = ["blue", "green", "red", "teal", "white"]
    var land = InventedLand(every: 5) { point in
      if count == 3 {
        return point.north > 0 ? (point.east < 0 ? "blue" : "green") : "red"
      }
      if point.north > 8 { return point.east < 0 ? "blue" : "green" }
      return point.east < -12 ? "red" : point.east < 10 ? "teal" : "white"
    }
    land.parties = Array(names.prefix(count))
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    #expect(fronts.areas.map(\.status) == land.parties.map { .held(party: $0) })
    #expect(fronts.areas.allSatisfy { $0.polygons.count == 1 })
    // Every end of a piece is the end of another, the edge of the map, or where three meet.
    let inside = fronts.ends().filter { end, _ in
      let point = plane.point(at: end)
      return max(abs(point.east), abs(point.north)) < 29
    }
    #expect(inside.values.allSatisfy { $0 == 2 || $0 == 3 })
    #expect(inside.values.count { $0 == 3 } == count - 2)
  }

  @Test func `cut contested land out of what the parties hold`() throws {
    var land = InventedLand { $0.east < 0 ? "blue" : "red" }
    let fought = land.towns.indices.min { one, other in
      distance(land.towns[one].point, 3, 3) < distance(land.towns[other].point, 3, 3)
    }!
    land.towns[fought].isFoughtOver = true
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    let contested = fronts.areas.filter { $0.status == .contested(parties: ["blue", "red"]) }
    #expect(contested.map(\.places) == [[land.id(fought)]])
    #expect(contested[0].claims.contains("f\(1000 + fought)"))
    #expect(contested[0].polygons.count == 1 && contested[0].polygons[0].holes == [])
    let reach = contested[0].polygons[0].exterior.positions.map {
      plane.point(at: $0).squaredDistance(to: land.towns[fought].point).squareRoot()
    }
    #expect(reach.max()! < 3.1)
    let edges = fronts.lines.filter { $0.kind == .contestedEdge }
    #expect(!edges.isEmpty && edges.allSatisfy { $0.contestedPlaces == ["Town \(fought)"] })
  }

  @Test func `draw nothing beyond the reach of evidence`() throws {
    var land = InventedLand(every: 6) { point in
      distance(point, -12, 0) < 8 ? "blue" : distance(point, 12, 0) < 8 ? "red" : nil
    }
    land.reachKilometres = 6
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    let speaking = land.towns.filter { $0.holder != nil }.map(\.point)
    for position in fronts.areas.flatMap(\.polygons).flatMap(\.exterior.positions) {
      let point = plane.point(at: position)
      #expect(speaking.map { $0.squaredDistance(to: point).squareRoot() }.min()! < 6.5)
    }
    #expect(fronts.areas.reduce(0) { $0 + $1.areaSquareKilometres } < 2000)
  }

  @Test func `have no line where only one side has evidence`() throws {
    var land = InventedLand { $0.east < -15 ? "blue" : $0.east > 15 ? "red" : nil }
    land.reachKilometres = 6
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    #expect(fronts.areas.count == 2 && fronts.lines == [])
  }

  @Test func `keep to the outline of the theatre and out of its holes`() throws {
    var land = InventedLand { $0.east < 0 ? "blue" : "red" }
    land.land = [ring(0, 0, 24, corners: 40, hole: (0, 0, 6))]
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    let all = fronts.areas.reduce(0) { $0 + $1.areaSquareKilometres }
    #expect(isWithin(0.01, all, squareKilometres(land.land)))
    let norths = fronts.lines.flatMap(\.lines).flatMap(\.positions)
      .map { abs(plane.point(at: $0).north) }
    #expect(norths.min()! > 5.9 && norths.max()! < 24.1)
  }

  @Test func `show a pocket as an island, with a closed line and a hole round it`() throws {
    let land = InventedLand(every: 5) { distance($0, 0, 0) < 11 ? "red" : "blue" }
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    #expect(fronts.land(of: "red").count == 1)
    #expect(fronts.land(of: "blue").map(\.holes.count) == [1])
    #expect(
      fronts.land(of: "blue")[0].holes.map(\.reversed) == [fronts.land(of: "red")[0].exterior])
    #expect(fronts.ends().values.allSatisfy { $0 == 2 })
  }

  @Test func `follow a barrier exactly where it parts two sides`() throws {
    // The river runs three kilometres east of half way; blue's places end at its bank.
    var land = InventedLand(every: 6) { $0.east < 2 ? "blue" : "red" }
    let river = line([(3.5, -40), (1.5, -12), (5, 4), (2, 15), (4, 40)])
    for index in land.towns.indices where abs(land.towns[index].point.east - 3) < 1 {
      land.towns[index].point.east = 9
    }
    land.barriers = [Barrier(name: "river", line: river, strengthKilometres: 60)]
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    let corners = river.positions.map(plane.point(at:))
    let along = fronts.lines.flatMap(\.lines).flatMap(\.positions).map(plane.point(at:))
    #expect(!along.isEmpty)
    for point in along {
      let away = zip(corners, corners.dropFirst()).map {
        distance(point, from: $0, to: $1)
      }.min()!
      #expect(away < 0.02)
    }
  }

  @Test func `let no evidence cross a barrier`() throws {
    var land = InventedLand(every: 6) { $0.east < 0 ? "blue" : nil }
    land.reachKilometres = 10
    let open = try land.fronts()
    land.barriers = [
      Barrier(name: "ridge", line: line([(0, -60), (0, 60)]), strengthKilometres: 60)
    ]
    let closed = try land.fronts()
    try check(closed, in: land.frame)
    let east = { (fronts: Fronts) in
      fronts.areas.flatMap(\.polygons).flatMap(\.exterior.positions)
        .map { plane.point(at: $0).east }.max()!
    }
    #expect(east(open) > 5)
    #expect(east(closed) < 0.02)
  }

  @Test func `have bands that lie in each other round the line, wider where evidence is farther`()
    throws
  {
    var land = InventedLand(every: 4, halfWidth: 30) { $0.east < 0 ? "blue" : "red" }
    land.towns.removeAll { $0.point.north > 0 && abs($0.point.east) < 9 }
    land.reachKilometres = 20
    let fronts = try land.fronts()
    try check(fronts, in: land.frame)
    #expect(fronts.bands.map(\.level) == [0.5, 0.8, 0.95])
    let areas = fronts.bands.map(\.areaSquareKilometres)
    #expect(areas == areas.sorted() && Set(areas).count == 3)
    let north = fronts.lines.filter { plane.point(at: $0.lines[0].positions[0]).north > 8 }
    let south = fronts.lines.filter { plane.point(at: $0.lines[0].positions[0]).north < -8 }
    #expect(
      north.map(\.halfWidthKilometres).min()! > south.map(\.halfWidthKilometres).max()!)
  }

  @Test func `have no band where nothing says that a front is near`() throws {
    // Two sides in the middle, and a town that was last heard of long ago: far off, or across a gap from the enemy.
    func band(at lone: Point) throws -> Bool {
      var land = InventedLand(every: 4, halfWidth: 16) { $0.east < 0 ? "blue" : "red" }
      land.halfWidth = 70
      land.halfHeight = 70
      land.reachKilometres = 8
      land.towns.append(InventedLand.Town(point: lone, holder: "red", daysAgo: 60))
      let fronts = try land.fronts()
      try check(fronts, in: land.frame)
      let rims = fronts.bands.flatMap(\.polygons).flatMap(\.exterior.positions)
      return rims.contains { distance(plane.point(at: $0), lone.east, lone.north) < 8.5 }
    }
    #expect(try band(at: Point(east: 55, north: 55)) == false)
    #expect(try band(at: Point(east: -32, north: 0)))
  }
}

/// Whether a number is within a share of what is expected.
private func isWithin(_ share: Double, _ found: Double, _ expected: Double) -> Bool {
  abs(found / expected - 1) < share
}

private func distance(_ point: Point, _ east: Double, _ north: Double) -> Double {
  point.squaredDistance(to: Point(east: east, north: north)).squareRoot()
}

/// From the straight piece between two points.
private func distance(_ point: Point, from start: Point, to end: Point) -> Double {
  let (east, north) = (end.east - start.east, end.north - start.north)
  let along =
    ((point.east - start.east) * east + (point.north - start.north) * north)
    / (east * east + north * north)
  let share = min(1, max(0, along))
  return distance(point, start.east + share * east, start.north + share * north)
}
