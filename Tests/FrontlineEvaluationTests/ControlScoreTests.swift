import FrontlineGeometry
import FrontlineTopology
import Testing

@testable import FrontlineEvaluation

private func box(
  _ west: Double, _ south: Double, _ east: Double, _ north: Double
) throws -> PlanarArea {
  let corners = [(west, south), (east, south), (east, north), (west, north)]
  return try PlanarArea(inside: corners.map { EqualAreaPlane.Point(east: $0.0, north: $0.1) })
}

private func line(_ points: (Double, Double)...) -> PlanarLines {
  PlanarLines([points.map { EqualAreaPlane.Point(east: $0.0, north: $0.1) }])
}

/// A theatre of 200 by 100 km whose east the party truly holds. The line is 94 km long: 100 km less
/// 3 km of edge at both ends. The belt is wide enough to hold the theatre.
private func score(_ map: ComparedMap, truth: PlanarArea? = nil) throws -> ControlScore {
  let theatre = try box(-100, 0, 100, 100)
  var options = ComparisonOptions()
  options.beltKilometres = 300
  let truth = try truth ?? box(0, 0, 100, 100)
  let belt = try #require(
    try Belt(
      round: truth, theatre: theatre, core: theatre.buffer(kilometres: -options.edgeKilometres),
      kilometres: options.beltKilometres))
  return try ControlScore(map, truth: truth, in: belt, options: options)
}

private func expect(
  _ score: ControlScore, _ expected: [String: Double],
  _ location: SourceLocation = #_sourceLocation
) {
  let figures = Dictionary(
    uniqueKeysWithValues: score.figures.compactMap { name, value in value.map { (name, $0) } })
  for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
    let found = figures[name] ?? .nan
    #expect(
      abs(found - value) < 1e-6, "\(name) is \(found), not \(value)", sourceLocation: location)
  }
}

@Suite struct `Score of a map of control` {
  @Test func `is perfect for the truth`() throws {
    expect(
      try score(ComparedMap(control: box(0, 0, 100, 100))),
      [
        "belt_km2": 20_000, "true_line_km": 94, "pred_line_km": 94, "iou_belt": 1,
        "iou_belt_lenient": 1, "wrong_decided_frac": 0, "contested_frac": 0, "unknown_frac": 0,
        "displacement_km": 0, "bias_km": 0, "line_mean_km": 0, "line_max_km": 0,
        "length_ratio": 1, "islands_spurious": 0, "islands_missed": 0, "parts_pred": 1,
        "parts_true": 1,
      ])
  }

  @Test func `tells a line pushed ten kilometres too far`() throws {
    expect(
      try score(ComparedMap(control: box(-10, 0, 100, 100))),
      [
        "iou_belt": 10 / 11.0, "wrong_decided_frac": 0.05, "displacement_km": 1000 / 94.0,
        "bias_km": 1000 / 94.0, "line_mean_km": 10, "line_median_km": 10, "line_p90_km": 10,
        "line_p95_km": 10, "line_max_km": 10, "line_t2p_mean_km": 10, "line_p2t_max_km": 10,
        "length_ratio": 1,
      ])
  }

  @Test func `has a bias below nought where too little is given`() throws {
    expect(
      try score(ComparedMap(control: box(10, 0, 100, 100))),
      ["iou_belt": 0.9, "displacement_km": 1000 / 94.0, "bias_km": -1000 / 94.0])
  }

  @Test func `judges what is decided apart from what is contested`() throws {
    let map = ComparedMap(
      control: try box(10, 0, 100, 100), contested: try box(-10, 0, 10, 100))
    expect(
      try score(map),
      [
        "iou_belt": 0.9, "iou_belt_lenient": 1, "wrong_decided_frac": 0, "contested_frac": 0.1,
        "unknown_frac": 0,
      ])
    let near = try #require(try score(map).contestedNearLine)
    // Half of it lies within 5 km, but for the corners of a round end at 3 km from the edge.
    #expect(abs(near - 0.5) < 0.003)
  }

  @Test func `takes blank ground for unknown where the other side is drawn too`() throws {
    let alone = ComparedMap(control: try box(0, 0, 100, 100))
    var both = alone
    both.others = try box(-100, 0, -20, 100)
    expect(try score(alone), ["unknown_frac": 0])
    let found = try score(both)
    #expect(abs(found.unknownShare - 0.1) < 1e-6)
    #expect(found.decidedOverlap == 1)
  }

  @Test func `does not take slivers between neighbours for unknown`() throws {
    let map = ComparedMap(
      control: try box(0, 0, 100, 100), others: try box(-100, 0, -0.05, 100))
    expect(try score(map), ["unknown_frac": 0])
  }

  @Test func `counts islands that are not there and misses those that are`() throws {
    let mainland = try box(0, 0, 100, 100)
    let holed = try mainland.difference(box(60, 60, 70, 70))
    let islands = try PlanarArea.union([
      holed, box(-50, 50, -40, 60), box(-20, 20, -18, 22),
    ])
    // A hole and an island of 100 km²; an island of 4 km² is too small to count.
    expect(
      try score(ComparedMap(control: islands)),
      ["islands_spurious": 2, "islands_missed": 0, "parts_pred": 2, "parts_true": 1])
    expect(
      try score(ComparedMap(control: mainland), truth: islands),
      ["islands_spurious": 0, "islands_missed": 1, "parts_pred": 1, "parts_true": 2])
  }

  /// Below 50 km north the line is drawn right, above it not at all.
  @Test func `tells a missing line from an invented one`() throws {
    let map = ComparedMap(
      control: try box(0, 0, 100, 100), front: line((0, -10), (0, 50)))
    let found = try score(map)
    expect(
      found,
      [
        "iou_belt": 1, "pred_line_km": 47, "length_ratio": 0.5, "line_p2t_max_km": 0,
        "line_t2p_max_km": 46.75, "line_t2p_mean_km": 11.75,
      ])
  }

  @Test func `says that there is no line at all with distances of a million kilometres`() throws {
    let map = ComparedMap(control: .empty, front: line((300, 0), (300, 10)))
    let found = try score(map)
    expect(found, ["line_mean_km": 1e6, "line_t2p_max_km": 1e6, "pred_line_km": 0, "iou_belt": 0])
    #expect(found.invented == nil)
  }

  @Test func `gives what bands hold and how wide they are`() throws {
    let map = ComparedMap(
      control: try box(0, 0, 100, 100),
      bands: [("0.5", try box(-5, 0, 5, 50)), ("0.95", try box(-20, 0, 20, 100))])
    let bands = try score(map).bands
    #expect(bands.map(\.level) == ["0.5", "0.95"])
    check(bands.map(\.coverage), near: [0.5, 1])
    check(bands.map(\.squareKilometres), near: [500, 4000])
    check(bands.map(\.widthKilometres), near: [500 / 94, 4000 / 94])
  }

  private func check(_ found: [Double], near expected: [Double]) {
    #expect(found.count == expected.count)
    for (value, figure) in zip(found, expected) { #expect(abs(value - figure) < 1e-6) }
  }

  @Test func `does not exist where the truth has no line`() throws {
    let theatre = try box(0, 0, 100, 100)
    let belt = try Belt(
      round: theatre, theatre: theatre, core: theatre.buffer(kilometres: -3), kilometres: 9)
    if belt != nil { Issue.record("the edge of the theatre is no line") }
  }
}

@Suite struct `Distances of a comparison` {
  @Test func `are summed up by mean and interpolated quantiles`() {
    let found = ControlScore.Distances((1...11).map { Double($0 * $0) }.reversed())
    #expect(
      found
        == ControlScore.Distances(mean: 46, median: 36, p90: 100, p95: 110.5, maximum: 121))
    #expect(ControlScore.Distances([]) == nil)
  }
}
