internal import FrontlineGeometry
internal import FrontlineTopology

/// What a comparison of two maps goes by.
public struct ComparisonOptions: Hashable, Sendable {
  /// How far from the true line things still count.
  public var beltKilometres = 60.0
  /// Line nearer than this to the theatre's edge is border or coast.
  public var edgeKilometres = 3.0
  /// Smaller islands are not counted.
  public var islandSquareKilometres = 5.0

  public init() {}
}

/// One day of a map, in the plane, as it looks to one party.
struct ComparedMap {
  /// What the party holds.
  var control: PlanarArea
  /// What other parties hold; nil if the map draws the party alone.
  var others: PlanarArea?
  var contested = PlanarArea.empty
  var unknown = PlanarArea.empty
  /// Lines drawn as such; nil if the edge of ``control`` is the line.
  var front: PlanarLines?
  var bands: [(level: String, area: PlanarArea)] = []
}

/// The true line of a day and the belt round it.
struct Belt {
  let line: PlanarLines
  let area: PlanarArea
  /// Where line can be; nil for everywhere.
  private let core: PlanarArea?

  /// Nil if the truth has no line inside the theatre.
  ///
  /// - Parameter core: The theatre without its edge.
  init?(
    round truth: PlanarArea, theatre: PlanarArea?, core: PlanarArea?, kilometres: Double
  ) throws {
    self.core = core
    line = try Belt.cut(try truth.boundary, to: core)
    guard !line.isEmpty else { return nil }
    let wide = try line.simplified(withinKilometres: 0.5).buffer(
      kilometres: kilometres, segments: 4)
    area = try theatre.map { try wide.intersection($0) } ?? wide
  }

  /// What of a line lies in the belt, and off the theatre's edge.
  func cut(_ line: PlanarLines) throws -> PlanarLines {
    try Belt.cut(line, to: core).intersection(area)
  }

  private static func cut(_ line: PlanarLines, to core: PlanarArea?) throws -> PlanarLines {
    try core.map { try line.intersection($0) } ?? line
  }
}

extension ControlScore {
  init(
    _ map: ComparedMap, truth: PlanarArea, in belt: Belt, options: ComparisonOptions
  ) throws {
    let truth = try truth.intersection(belt.area)
    let control = try map.control.intersection(belt.area)
    let contested = try map.contested.intersection(belt.area)
    let unknown = try map.unknown(control, contested, in: belt.area)
    let sides = try Sides(control, truth)
    let decided = try Self.decided(
      sides, control, truth, without: PlanarArea.union([contested, unknown]), in: belt.area)
    let line = try belt.cut(try map.front ?? map.control.boundary)
    let length = belt.line.kilometres
    let lines = try LineDistances(from: belt.line, to: line)
    self.init(
      beltSquareKilometres: belt.area.squareKilometres, trueLineKilometres: length,
      lineKilometres: line.kilometres, overlap: sides.overlap,
      decidedOverlap: decided.overlap, wrongShare: decided.wrongShare,
      contestedShare: contested.squareKilometres / belt.area.squareKilometres,
      unknownShare: unknown.squareKilometres / belt.area.squareKilometres,
      contestedNearLine: try Self.share(of: contested, near: belt.line),
      displacementKilometres: (sides.given + sides.taken) / length,
      biasKilometres: (sides.given - sides.taken) / length,
      distances: Distances(lines.missing + lines.invented), missing: Distances(lines.missing),
      invented: Distances(lines.invented), lengthRatio: line.kilometres / length,
      spuriousIslands: 0, missedIslands: 0, parts: 0, trueParts: 0,
      bands: try map.bands.map { try Band($0.level, $0.area, in: belt) })
    try count(
      try control.parts, try truth.parts, control, truth, in: belt.area,
      atLeast: options.islandSquareKilometres)
  }

  private static func decided(
    _ sides: Sides, _ control: PlanarArea, _ truth: PlanarArea, without open: PlanarArea,
    in belt: PlanarArea
  ) throws -> (overlap: Double, wrongShare: Double?) {
    guard !open.isEmpty else {
      return (sides.overlap, (sides.given + sides.taken) / belt.squareKilometres)
    }
    let decided = try Sides(try control.difference(open), try truth.difference(open))
    let area = belt.squareKilometres - open.squareKilometres
    return (decided.overlap, area > 0 ? (decided.given + decided.taken) / area : nil)
  }

  /// Within five kilometres.
  private static func share(of area: PlanarArea, near line: PlanarLines) throws -> Double? {
    guard !area.isEmpty else { return nil }
    let near = try line.buffer(kilometres: 5, segments: 4)
    return try area.intersection(near).squareKilometres / area.squareKilometres
  }

  private mutating func count(
    _ parts: [PlanarArea], _ trueParts: [PlanarArea], _ control: PlanarArea, _ truth: PlanarArea,
    in belt: PlanarArea, atLeast least: Double
  ) throws {
    let large = parts.filter { $0.squareKilometres >= least }
    let trueLarge = trueParts.filter { $0.squareKilometres >= least }
    self.parts = large.count
    self.trueParts = trueLarge.count
    spuriousIslands = try large.count { try $0.intersection(truth).isNextToNothing(of: $0) }
    for hole in try control.holes {
      let hole = try hole.intersection(belt)
      if hole.squareKilometres >= least, try hole.difference(truth).isNextToNothing(of: hole) {
        spuriousIslands += 1
      }
    }
    missedIslands = try trueLarge.count { try $0.intersection(control).isNextToNothing(of: $0) }
  }
}

extension PlanarArea {
  /// Under a twentieth of it.
  fileprivate func isNextToNothing(of whole: PlanarArea) -> Bool {
    squareKilometres < 0.05 * whole.squareKilometres
  }
}

extension ComparedMap {
  /// What the map leaves open: what it draws unknown and, where it draws the other side too, what
  /// it does not draw at all.
  fileprivate func unknown(
    _ control: PlanarArea, _ contested: PlanarArea, in belt: PlanarArea
  ) throws -> PlanarArea {
    let unknown = try unknown.intersection(belt)
    guard let others else { return unknown }
    let drawn = try PlanarArea.union([
      control, contested, unknown, try others.intersection(belt),
    ])
    // Neighbours that were rounded apart leave slivers of some metres: they are nobody's doubt.
    let sliver = 0.05
    let left = try belt.difference(drawn)
      .buffer(kilometres: -sliver).buffer(kilometres: sliver)
    return try PlanarArea.union([unknown, left])
  }
}

/// The areas of two maps of one party, in square kilometres.
private struct Sides {
  let overlap: Double
  /// In the map alone.
  let given: Double
  /// In the truth alone.
  let taken: Double

  init(_ control: PlanarArea, _ truth: PlanarArea) throws {
    let both = try control.intersection(truth).squareKilometres
    given = control.squareKilometres - both
    taken = truth.squareKilometres - both
    let either = both + given + taken
    overlap = either > 0 ? both / either : 1
  }
}

/// Distances from points along two lines to the other one.
private struct LineDistances {
  /// Kilometres from one point to the next.
  private static let step = 0.5

  let missing: [Double]
  let invented: [Double]

  init(from truth: PlanarLines, to line: PlanarLines) throws {
    missing = try line.distances(from: truth.points(everyKilometres: Self.step))
    invented = try truth.distances(from: line.points(everyKilometres: Self.step))
  }
}

extension ControlScore.Band {
  fileprivate init(_ level: String, _ area: PlanarArea, in belt: Belt) throws {
    let area = try area.intersection(belt.area)
    let length = belt.line.kilometres
    self.init(
      level: level, coverage: try belt.line.intersection(area).kilometres / length,
      squareKilometres: area.squareKilometres, widthKilometres: area.squareKilometres / length)
  }
}
