internal import CGEOS
public import FrontlineGeometry

/// A piece of a plane cut up by lines.
public struct Face: Hashable, Sendable {
  /// In its normal form.
  public var polygon: Polygon
  /// A position inside, away from the edges where the face is wide enough.
  public var interior: Position

  public init(polygon: Polygon, interior: Position) {
    self.polygon = polygon
    self.interior = interior
  }
}

extension Topology {
  /// The edges between the regions nearest to each of some positions (their Voronoi diagram).
  ///
  /// - Parameters:
  ///   - positions: In any order; of equal positions one counts.
  ///   - box: Inside it the edges are right; they may go on outside.
  ///   - plane: Where nearness is measured.
  /// - Returns: Lines of two positions or more, from west to east; none for fewer than two
  ///   different positions.
  /// - Complexity: O(*n* log *n*).
  public static func voronoiEdges(
    of positions: [Position], inside box: BoundingBox, in plane: LocalPlane
  ) throws(TopologyError) -> [LineString] {
    let operation = "find the nearest regions"
    guard Set(positions).count > 1 else { return [] }
    let context = try GEOSContext()
    let sites = try context.geometry(points: positions, or: operation)
      .moved(.into, plane, or: operation)
    let frame = try context.geometry(.polygons([Polygon(box)]), or: operation)
      .moved(.into, plane, or: operation)
    let edges = try GEOSGeometry(
      GEOSVoronoiDiagram_r(context.handle, sites.pointer, frame.pointer, 0, 1), in: context,
      or: operation)
    return try edges.moved(.outOf, plane, or: operation).parts(or: operation).lines.sorted {
      $0.positions.lexicographicallyPrecedes($1.positions)
    }
  }

  /// The faces that lines enclose, once every crossing is a vertex and every vertex lies on a grid.
  ///
  /// Neighbouring faces share their vertices exactly. Lines that enclose nothing are dropped. Holes
  /// left between faces are faces too.
  ///
  /// - Parameter step: Distance of grid lines in degrees; nothing moves further than that.
  /// - Returns: Disjoint faces, from west to east.
  public static func faces(
    between lines: [LineString], snappedToDegrees step: Double
  ) throws(TopologyError) -> [Face] {
    let operation = "cut the plane into faces"
    let context = try GEOSContext()
    let linework = try context.geometry(.lines(lines), or: operation)
    let noded = try GEOSGeometry(
      GEOSUnaryUnionPrec_r(context.handle, linework.pointer, step), in: context, or: operation)
    let faces = try withUnsafePointer(to: Optional(noded.pointer)) {
      pointer throws(TopologyError) in
      try GEOSGeometry(
        GEOSPolygonize_r(context.handle, pointer, 1), in: context, or: operation)
    }
    let polygons = try faces.parts(or: operation).polygons
    let interiors = try faces.interiors(or: operation)
    guard polygons.count == interiors.count else {
      throw TopologyError(operation: operation, reason: "GEOS made an empty face")
    }
    return zip(polygons, interiors).map { Face(polygon: $0.normalised, interior: $1) }
      .sorted { $0.interior < $1.interior }
  }
}

extension GEOSGeometry {
  /// A position inside each of its parts, in order.
  fileprivate borrowing func interiors(
    or operation: String
  ) throws(TopologyError) -> [Position] {
    let count = GEOSGetNumGeometries_r(context.handle, pointer)
    guard count >= 0 else { throw context.failure(operation) }
    var positions: [Position] = []
    for index in 0..<count {
      // The part stays the property of the whole.
      guard let part = GEOSGetGeometryN_r(context.handle, pointer, index) else {
        throw context.failure(operation)
      }
      let point = try GEOSGeometry(
        GEOSPointOnSurface_r(context.handle, part), in: context, or: operation)
      guard let position = context.position(of: point.pointer) else {
        throw context.failure(operation)
      }
      positions.append(position)
    }
    return positions
  }
}
