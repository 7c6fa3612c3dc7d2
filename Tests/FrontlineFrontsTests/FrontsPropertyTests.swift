import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTopology
import Testing

@Suite struct `Fronts of lands drawn by lot` {
  @Test(arguments: 0..<120)
  func `are valid, disjoint and cover all land that is not unknown`(seed: Int) throws {
    let invented = InventedLand(seed: seed)
    let mosaic = try invented.mosaic()
    let fronts = try mosaic.fronts(of: invented.map, opposed: fights)
    for area in fronts.areas {
      #expect(try Topology.fault(in: area.polygons) == nil)
      #expect(area.polygons == area.polygons.normalised)
    }
    let all = fronts.areas.flatMap(\.polygons)
    let united = try Topology.union(all)
    #expect(isClose(squareKilometres(all), squareKilometres(united)), "areas overlap")

    let known = mosaic.cells.filter { isKnown($0, on: invented.map) }.flatMap(\.polygons)
    #expect(isClose(squareKilometres(all), squareKilometres(known)))
    #expect(isClose(squareKilometres(try Topology.difference(united, known)), 0))
    #expect(isClose(fronts.areas.reduce(0) { $0 + $1.areaSquareKilometres }, squareKilometres(all)))
  }

  @Test(arguments: 0..<120)
  func `have lines that lie on the areas of both sides`(seed: Int) throws {
    let invented = InventedLand(seed: seed)
    let fronts = try invented.mosaic().fronts(of: invented.map, opposed: fights)
    #expect(Set(linesExpected(of: fronts)) == Set(linesFound(in: fronts)))
    for line in fronts.lines {
      let firsts = line.lines.map { $0.positions[0] }
      #expect(firsts == firsts.sorted())
      #expect(line.lines.allSatisfy { $0.positions.first! <= $0.positions.last! })
      #expect(line.partyA < line.partyB)
      #expect(line.lengthKilometres > 0)
      #expect((0.5...0.9).contains(line.probability))
    }
  }

  @Test(arguments: 0..<40)
  func `do not depend on the order of places and come out the same twice`(seed: Int) throws {
    var invented = InventedLand(seed: seed)
    let first = try invented.mosaic().fronts(of: invented.map, opposed: fights)
    #expect(try invented.mosaic().fronts(of: invented.map, opposed: fights) == first)
    var generator = SeededGenerator(state: UInt64(seed) + 1)
    invented.sites.shuffle(using: &generator)
    invented.map.places.shuffle(using: &generator)
    #expect(try invented.mosaic().fronts(of: invented.map, opposed: fights) == first)
  }

  @Test(arguments: 0..<40)
  func `are the fronts with renamed parties when parties are renamed`(seed: Int) throws {
    let invented = InventedLand(seed: seed)
    // Keeps the order of names, and with it the order of the output.
    let names = ["blue": "bleu", "green": "gruen", "red": "rot"]
    func renamed(_ status: PlaceControl.Status) -> PlaceControl.Status {
      switch status {
      case .held(let party): .held(party: names[party]!)
      case .contested(let parties): .contested(parties: parties.map { names[$0]! })
      case .unknown: .unknown
      }
    }
    var map = invented.map
    for index in map.places.indices {
      map.places[index].status = renamed(map.places[index].status)
    }
    var expected = try invented.mosaic().fronts(of: invented.map, opposed: fights)
    for index in expected.areas.indices {
      expected.areas[index].status = renamed(expected.areas[index].status)
    }
    for index in expected.lines.indices {
      expected.lines[index].partyA = names[expected.lines[index].partyA]!
      expected.lines[index].partyB = names[expected.lines[index].partyB]!
    }
    let found = try invented.mosaic().fronts(of: map) { $0 == "rot" && $1 != "rot" }
    #expect(found == expected)
  }

  /// Heaps of places within 0.1 m to 10 km of each other, from the equator to 80° N.
  @Test(arguments: [1e-6, 3e-6, 1e-5, 1e-3, 0.1], [0.0, 35, 80])
  func `stay valid where places crowd closer than the grid`(degrees: Double, south: Double) throws {
    var generator = SeededGenerator(state: UInt64(degrees * 1e6 + south))
    let box = BoundingBox(west: 10, south: south, east: 10.5, north: south + 0.5)
    let sites = (0..<120).map { index in
      let heap = Double(index % 6)
      return site(
        "p\(1000 + index)", 10.05 + 0.07 * heap + .random(in: 0...degrees, using: &generator),
        south + 0.1 + 0.01 * heap * heap + .random(in: 0...degrees, using: &generator))
    }
    let map = controlMap(sites.map { state($0, InventedLand.status(&generator)) })
    for reach in [0.05, 8] {
      let mosaic = try Mosaic(sites: sites, reachKilometres: reach, box: box)
      #expect(mosaic.cells.flatMap(\.placeIDs).sorted() == sites.map(\.placeID))
      let areas = try mosaic.fronts(of: map, opposed: fights).areas
      for area in areas { #expect(try Topology.fault(in: area.polygons) == nil) }
      let all = areas.flatMap(\.polygons)
      #expect(isClose(squareKilometres(all), squareKilometres(try Topology.union(all))))
    }
  }

  @Test(arguments: 0..<40)
  func `come from cells that tile, own their place and stay within reach`(seed: Int) throws {
    let invented = InventedLand(seed: seed)
    let mosaic = try invented.mosaic()
    let all = mosaic.cells.flatMap(\.polygons)
    for cell in mosaic.cells { #expect(try Topology.fault(in: cell.polygons) == nil) }
    #expect(isClose(squareKilometres(all), squareKilometres(try Topology.union(all))))
    #expect(
      mosaic.cells.flatMap(\.placeIDs).sorted() == invented.sites.map(\.placeID).sorted())
    let plane = LocalPlane(of: land)
    let positions = Dictionary(
      uniqueKeysWithValues: invented.sites.map { ($0.placeID, plane.point(at: $0.position)) })
    for cell in mosaic.cells {
      let owner = positions[cell.placeIDs[0]]!
      for corner in cell.polygons.flatMap(\.exterior.positions) {
        let distance = plane.point(at: corner).squaredDistance(to: owner).squareRoot()
        let nearest = positions.values.map { plane.point(at: corner).squaredDistance(to: $0) }
          .min()!.squareRoot()
        // 0.2 m: two steps of the grid.
        #expect(distance <= min(nearest, invented.reachKilometres * 1000) + 0.2)
      }
    }
  }
}

/// Equal within 1 m² in 1 km², or a hundredth of a square metre where both are near nothing.
private func isClose(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= max(1e-8, 1e-6 * max(abs(one), abs(other)))
}

private func squareKilometres(_ polygons: [Polygon]) -> Double {
  polygons.reduce(0) { $0 + $1.areaSquareKilometres }
}

private func isKnown(_ cell: Mosaic.Cell, on map: ControlMap) -> Bool {
  map.places.contains { cell.placeIDs.contains($0.placeID) && $0.status != .unknown }
}

/// A piece of a front line as the lines and as the areas tell it.
private struct Piece: Hashable {
  var kind: FrontLine.Kind
  var parties: [String]
  var west: Position
  var east: Position
}

private func linesFound(in fronts: Fronts) -> [Piece] {
  fronts.lines.flatMap { line in
    line.lines.flatMap { zip($0.positions, $0.positions.dropFirst()) }.map {
      Piece(
        kind: line.kind, parties: [line.partyA, line.partyB], west: min($0, $1), east: max($0, $1))
    }
  }
}

/// The plain, slow way: every edge of every area that is, turned round, an edge of another.
private func linesExpected(of fronts: Fronts) -> [Piece] {
  struct Edge: Hashable {
    var start: Position
    var end: Position
  }
  var statusLeftOf: [Edge: PlaceControl.Status] = [:]
  for area in fronts.areas {
    for ring in area.polygons.flatMap({ [$0.exterior] + $0.holes }) {
      for (start, end) in zip(ring.positions, ring.positions.dropFirst()) {
        statusLeftOf[Edge(start: start, end: end)] = area.status
      }
    }
  }
  return statusLeftOf.flatMap { edge, left -> [Piece] in
    let right = statusLeftOf[Edge(start: edge.end, end: edge.start)] ?? .unknown
    guard case .held(let holder) = left else { return [] }
    let (kind, others): (FrontLine.Kind, [String]) =
      switch right {
      case .held(let party): (.line, [party])
      case .contested(let parties): (.contestedEdge, parties)
      case .unknown: (.line, [])
      }
    return others.filter { fights(holder, $0) || fights($0, holder) }.filter { $0 != holder }.map {
      Piece(
        kind: kind, parties: [holder, $0].sorted(), west: min(edge.start, edge.end),
        east: max(edge.start, edge.end))
    }
  }
}
