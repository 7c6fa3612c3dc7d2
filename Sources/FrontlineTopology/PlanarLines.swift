internal import CGEOS
public import FrontlineGeometry

/// Lines in a plane of kilometres: a value like ``PlanarArea``.
public struct PlanarLines: Sendable {
  /// The corners of each line, in no particular order of lines.
  public let lines: [[EqualAreaPlane.Point]]
  public let kilometres: Double
  let wkb: [UInt8]

  public var isEmpty: Bool { kilometres == 0 }

  public static let empty = PlanarLines([])

  /// - Parameter lines: Of two points or more each; kept as they are, crossings and all.
  public init(_ lines: [[EqualAreaPlane.Point]]) {
    self.lines = lines
    kilometres = lines.reduce(0) { $0 + $1.kilometres }
    wkb = WKB.encode(.lines(lines.map { LineString($0.map(\.carried)) }))
  }

  /// The lines on a plane, cut where they cross; where they run together, one of them.
  public init(_ lines: [LineString], in plane: EqualAreaPlane) throws(TopologyError) {
    self = try PlanarLines(lines.map { $0.positions.map(plane.point(at:)) }).noded
  }

  /// The lines of what a GEOS call made.
  init(
    _ made: OpaquePointer?, in context: GEOSContext, or operation: String
  ) throws(TopologyError) {
    let shape = try GEOSGeometry(made, in: context, or: operation)
    self.init(try shape.parts(or: operation).lines.map { $0.positions.map(\.uncarried) })
  }
}

extension PlanarLines {
  /// The parts inside or on the edge of an area, each piece once.
  public func intersection(_ area: PlanarArea) throws(TopologyError) -> PlanarLines {
    let context = try GEOSContext()
    let lines = try context.geometry(wkb: wkb, or: "clip lines")
    let shape = try context.geometry(wkb: area.wkb, or: "clip lines")
    return try PlanarLines(
      GEOSIntersection_r(context.handle, lines.pointer, shape.pointer), in: context,
      or: "clip lines"
    ).noded
  }

  /// The same lines with fewer corners, none further from where it was than a tolerance.
  public func simplified(withinKilometres tolerance: Double) throws(TopologyError) -> PlanarLines {
    let context = try GEOSContext()
    let shape = try context.geometry(wkb: wkb, or: "simplify lines")
    return try PlanarLines(
      GEOSTopologyPreserveSimplify_r(context.handle, shape.pointer, tolerance), in: context,
      or: "simplify lines")
  }

  /// Everything within a distance of the lines.
  ///
  /// - Parameter segments: How many straight pieces stand for a quarter of a circle.
  public func buffer(
    kilometres: Double, segments: Int = 16
  ) throws(TopologyError) -> PlanarArea {
    let context = try GEOSContext()
    let shape = try context.geometry(wkb: wkb, or: "widen lines")
    return try PlanarArea(
      GEOSBuffer_r(context.handle, shape.pointer, kilometres, Int32(segments)), in: context,
      or: "widen lines")
  }

  /// How far each of the points is from the nearest point of any line, in kilometres and in their
  /// order; infinite if there is no line.
  ///
  /// - Complexity: O(log *n*) a point in the number of corners, as long as lines do not coil.
  public func distances(
    from points: [EqualAreaPlane.Point]
  ) throws(TopologyError) -> [Double] {
    guard !isEmpty else { return points.map { _ in .infinity } }
    let operation = "measure the distance to lines"
    let context = try GEOSContext()
    let shape = try context.geometry(wkb: wkb, or: operation)
    let prepared = try PreparedShape(shape, or: operation)
    var distances: [Double] = []
    for point in points {
      let place = try context.point(point, or: operation)
      var distance = 0.0
      guard
        GEOSPreparedDistance_r(context.handle, prepared.pointer, place.pointer, &distance) == 1
      else { throw context.failure(operation) }
      distances.append(distance)
    }
    return distances
  }

  /// Points along each line, evenly spaced and as near to a step apart as its length allows; the
  /// first lies half a space from the line's start. Every line of some length has one at least.
  public func points(everyKilometres step: Double) -> [EqualAreaPlane.Point] {
    lines.flatMap { $0.points(everyKilometres: step) }
  }

  private var noded: PlanarLines {
    get throws(TopologyError) {
      guard !isEmpty else { return .empty }
      let context = try GEOSContext()
      let shape = try context.geometry(wkb: wkb, or: "cut lines where they cross")
      return try PlanarLines(
        GEOSUnaryUnion_r(context.handle, shape.pointer), in: context,
        or: "cut lines where they cross")
    }
  }
}

extension [EqualAreaPlane.Point] {
  var closed: Self { first == last ? self : self + prefix(1) }

  var kilometres: Double {
    zip(self, dropFirst()).reduce(0) { $0 + $1.0.squaredDistance(to: $1.1).squareRoot() }
  }

  fileprivate func points(everyKilometres step: Double) -> Self {
    let length = kilometres
    guard length > 0 else { return [] }
    let count = Swift.max(1, Int((length / step).rounded(.toNearestOrEven)))
    var points: Self = []
    var passed = 0.0
    for (start, end) in zip(self, dropFirst()) {
      let piece = start.squaredDistance(to: end).squareRoot()
      while points.count < count {
        let along = (Double(points.count) + 0.5) * length / Double(count) - passed
        guard along <= piece else { break }
        let share = piece > 0 ? along / piece : 0
        points.append(
          Element(
            east: start.east + share * (end.east - start.east),
            north: start.north + share * (end.north - start.north)))
      }
      passed += piece
    }
    return points
  }
}
