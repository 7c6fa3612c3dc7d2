internal import CGEOS
public import FrontlineGeometry

/// An area in a plane of kilometres: any number of polygons with holes, valid and disjoint.
///
/// A value: it holds the bytes of its shape, and every computation on it has its own GEOS context.
/// Where areas only touch, their intersection is empty; lines and points that a computation leaves
/// are dropped. Computations throw ``TopologyError`` where GEOS cannot do what it is asked.
public struct PlanarArea: Sendable {
  let wkb: [UInt8]
  public let squareKilometres: Double

  public var isEmpty: Bool { squareKilometres == 0 }

  public static let empty = PlanarArea(wkb: WKB.encode(.polygons([])), squareKilometres: 0)

  private init(wkb: [UInt8], squareKilometres: Double) {
    (self.wkb, self.squareKilometres) = (wkb, squareKilometres)
  }

  /// One shape of any number of polygons, laid on a plane.
  ///
  /// - Parameter polygons: Where they cross themselves or each other, their lines are taken for what
  ///   bounds the shape, and what lies inside an odd number of them for its inside.
  public init(_ polygons: [Polygon], in plane: EqualAreaPlane) throws(TopologyError) {
    let operation = "lay an area on a plane"
    let context = try GEOSContext()
    let valid = try context.areas(polygons, or: operation).repaired(or: operation)
      .parts(or: operation).polygons.map { $0.laid(on: plane) }
    let laid = try context.areas(valid, or: operation).repaired(or: operation)
      .parts(or: operation).polygons
    let all = try context.areas(laid, or: operation)
    try self.init(GEOSUnaryUnion_r(context.handle, all.pointer), in: context, or: operation)
  }

  /// The inside of one ring of at least three corners, closed or not.
  public init(inside corners: [EqualAreaPlane.Point]) throws(TopologyError) {
    let context = try GEOSContext()
    let ring = Ring(corners.closed.map(\.carried))
    let area = try context.areas([Polygon(exterior: ring)], or: "close a ring")
    self = try PlanarArea(copying: area, or: "close a ring")
  }

  /// The polygons of what a GEOS call made, repaired if rounding broke them.
  init(
    _ made: OpaquePointer?, in context: GEOSContext, or operation: String
  ) throws(TopologyError) {
    self = try PlanarArea(
      copying: try GEOSGeometry(made, in: context, or: operation), or: operation)
  }

  private init(
    copying shape: borrowing GEOSGeometry, or operation: String
  ) throws(TopologyError) {
    let context = shape.context
    let isValid = try context.answer(GEOSisValid_r(context.handle, shape.pointer), or: operation)
    let parts =
      isValid
      ? try shape.parts(or: operation) : try shape.repaired(or: operation).parts(or: operation)
    let areas = try context.areas(parts.polygons, or: operation)
    self.init(
      wkb: WKB.encode(.polygons(parts.polygons)),
      squareKilometres: try areas.measure(GEOSArea_r, or: operation))
  }
}

extension PlanarArea {
  /// What any of the areas covers.
  public static func union(_ areas: [PlanarArea]) throws(TopologyError) -> PlanarArea {
    let context = try GEOSContext()
    var polygons: [Polygon] = []
    for area in areas { polygons += try area.polygons }
    let all = try context.areas(polygons, or: "unite areas")
    return try PlanarArea(
      GEOSUnaryUnion_r(context.handle, all.pointer), in: context, or: "unite areas")
  }

  public func intersection(_ other: PlanarArea) throws(TopologyError) -> PlanarArea {
    try overlay(other, or: "intersect areas", GEOSIntersection_r)
  }

  /// What this area covers and the other does not.
  public func difference(_ other: PlanarArea) throws(TopologyError) -> PlanarArea {
    try overlay(other, or: "subtract areas", GEOSDifference_r)
  }

  /// Everything within a distance of the area; with a negative one, what lies at least as far inside.
  ///
  /// - Parameter segments: How many straight pieces stand for a quarter of a circle.
  public func buffer(
    kilometres: Double, segments: Int = 16
  ) throws(TopologyError) -> PlanarArea {
    let context = try GEOSContext()
    let shape = try context.geometry(wkb: wkb, or: "widen an area")
    return try PlanarArea(
      GEOSBuffer_r(context.handle, shape.pointer, kilometres, Int32(segments)), in: context,
      or: "widen an area")
  }

  /// The rings of the area, outer and inner.
  public var boundary: PlanarLines {
    get throws(TopologyError) {
      let context = try GEOSContext()
      let shape = try context.geometry(wkb: wkb, or: "trace areas")
      return try PlanarLines(
        GEOSBoundary_r(context.handle, shape.pointer), in: context, or: "trace areas")
    }
  }

  /// Its polygons, each an area with its holes.
  public var parts: [PlanarArea] {
    get throws(TopologyError) {
      let context = try GEOSContext()
      var parts: [PlanarArea] = []
      for polygon in try polygons {
        let area = try context.areas([polygon], or: "take areas apart")
        parts.append(try PlanarArea(copying: area, or: "take areas apart"))
      }
      return parts
    }
  }

  /// The insides of its holes, with whatever lies in them.
  public var holes: [PlanarArea] {
    get throws(TopologyError) {
      var holes: [PlanarArea] = []
      for ring in try polygons.flatMap(\.holes) {
        holes.append(try PlanarArea(inside: ring.positions.map(\.uncarried)))
      }
      return holes
    }
  }

  /// Whether each of the points lies inside or on the edge, in their order.
  public func covers(_ points: [EqualAreaPlane.Point]) throws(TopologyError) -> [Bool] {
    let operation = "find the points in an area"
    let context = try GEOSContext()
    let shape = try context.geometry(wkb: wkb, or: operation)
    let prepared = try PreparedShape(shape, or: operation)
    var answers: [Bool] = []
    for point in points {
      let place = try context.point(point, or: operation)
      answers.append(
        try context.answer(
          GEOSPreparedCovers_r(context.handle, prepared.pointer, place.pointer), or: operation))
    }
    return answers
  }

  private var polygons: [Polygon] {
    get throws(TopologyError) {
      do {
        return try WKB.parts(of: wkb).polygons
      } catch {
        throw TopologyError(operation: "take areas apart", reason: error.description)
      }
    }
  }

  private func overlay(
    _ other: PlanarArea, or operation: String,
    _ compute: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> PlanarArea {
    let context = try GEOSContext()
    let first = try context.geometry(wkb: wkb, or: operation)
    let second = try context.geometry(wkb: other.wkb, or: operation)
    return try PlanarArea(
      compute(context.handle, first.pointer, second.pointer), in: context, or: operation)
  }
}

extension Polygon {
  fileprivate func laid(on plane: EqualAreaPlane) -> Polygon {
    Polygon(
      exterior: Ring(exterior.positions.map(plane.carried)),
      holes: holes.map { Ring($0.positions.map(plane.carried)) })
  }
}
