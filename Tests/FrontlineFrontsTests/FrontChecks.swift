import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineTopology
import Testing

/// All that must hold of any map.
func check(
  _ fronts: Fronts, in frame: MapFrame, opposed: (String, String) -> Bool = { $0 != $1 },
  _ location: SourceLocation = #_sourceLocation
) throws {
  for area in fronts.areas {
    #expect(try Topology.fault(in: area.polygons) == nil, sourceLocation: location)
    #expect(area.polygons == area.polygons.normalised, sourceLocation: location)
    #expect(area.status != .unknown, sourceLocation: location)
    #expect(
      isClose(area.areaSquareKilometres, squareKilometres(area.polygons)), sourceLocation: location)
  }
  let all = fronts.areas.flatMap(\.polygons)
  let united = try Topology.union(all)
  #expect(
    isClose(squareKilometres(all), squareKilometres(united)), "areas overlap",
    sourceLocation: location)
  let land = frame.land.isEmpty ? [Polygon(frame.box)] : frame.land
  let outside = squareKilometres(try Topology.difference(united, land))
  // On long sides a step of the grid, 0.1 m, is some square metres.
  #expect(outside < 0.2, "areas reach off the map", sourceLocation: location)
  #expect(
    Set(linesFound(in: fronts)) == Set(linesExpected(of: fronts, opposed)),
    "lines are not the borders of opposed areas", sourceLocation: location)
  #expect(
    Set(linesFound(in: fronts)).count == linesFound(in: fronts).count, "a line is there twice",
    sourceLocation: location)
  for line in fronts.lines {
    #expect(line.lengthKilometres > 0 && line.lengthKilometres <= 10, sourceLocation: location)
    #expect(line.partyA < line.partyB, sourceLocation: location)
    #expect([line.partyA, line.partyB].contains(line.left), sourceLocation: location)
    #expect((0...1).contains(line.probability), sourceLocation: location)
    #expect(line.halfWidthKilometres >= 0, sourceLocation: location)
    #expect((line.kind == .line) == line.contestedPlaces.isEmpty, sourceLocation: location)
  }
  for (narrow, wide) in zip(fronts.bands, fronts.bands.dropFirst()) {
    #expect(narrow.level < wide.level, sourceLocation: location)
    let spilt = squareKilometres(try Topology.difference(narrow.polygons, wide.polygons))
    #expect(spilt < 0.2, "a band leaves a wider one", sourceLocation: location)
  }
  for band in fronts.bands {
    #expect(try Topology.fault(in: band.polygons) == nil, sourceLocation: location)
  }
}

/// Equal within 1 m² in 1 km², or a hundredth of a square metre where both are near nothing.
func isClose(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= max(1e-8, 1e-6 * max(abs(one), abs(other)))
}

func squareKilometres(_ polygons: [Polygon]) -> Double {
  polygons.reduce(0) { $0 + $1.areaSquareKilometres }
}

/// What one map has otherwise than another, square kilometres: the symmetric difference by status.
func difference(_ one: Fronts, _ other: Fronts) throws -> Double {
  try Set((one.areas + other.areas).map(\.status)).reduce(0) { sum, status in
    let (left, right) = (one.land(status), other.land(status))
    return sum + squareKilometres(try Topology.difference(left, right))
      + squareKilometres(try Topology.difference(right, left))
  }
}

extension Fronts {
  func land(_ status: PlaceControl.Status) -> [Polygon] {
    areas.filter { $0.status == status }.flatMap(\.polygons)
  }

  func land(of party: String) -> [Polygon] { land(.held(party: party)) }

  /// Where lines of a pair of parties end, and how many do.
  func ends() -> [Position: Int] {
    var ends: [Position: Int] = [:]
    for line in lines.flatMap(\.lines) {
      for end in [line.positions.first, line.positions.last].compactMap({ $0 }) {
        ends[end, default: 0] += 1
      }
    }
    return ends
  }
}

/// One side of a front line as the lines and as the areas tell it, in the direction of its holder's area.
struct Side: Hashable {
  var kind: FrontLine.Kind
  var left: String
  var parties: [String]
  var start: Position
  var end: Position
}

private func linesFound(in fronts: Fronts) -> [Side] {
  fronts.lines.flatMap { line in
    line.lines.flatMap { zip($0.positions, $0.positions.dropFirst()) }.map {
      Side(
        kind: line.kind, left: line.left, parties: [line.partyA, line.partyB], start: $0, end: $1)
    }
  }
}

/// The plain, slow way: every edge of every area that is, turned round, an edge of another.
private func linesExpected(
  of fronts: Fronts, _ opposed: (String, String) -> Bool
) -> [Side] {
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
  return statusLeftOf.flatMap { edge, left -> [Side] in
    let right = statusLeftOf[Edge(start: edge.end, end: edge.start)] ?? .unknown
    guard case .held(let holder) = left else { return [] }
    let (kind, others): (FrontLine.Kind, [String]) =
      switch right {
      // The first party has the line on its left.
      case .held(let party): (.line, holder < party ? [party] : [])
      case .contested(let parties): (.contestedEdge, parties)
      case .unknown: (.line, [])
      }
    return others.filter { $0 != holder && (opposed(holder, $0) || opposed($0, holder)) }.map {
      Side(
        kind: kind, left: holder, parties: [holder, $0].sorted(), start: edge.start, end: edge.end)
    }
  }
}
