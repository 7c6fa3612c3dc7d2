internal import CGEOS
public import FrontlineGeometry

/// Computations on shapes, done by GEOS.
///
/// Values go in, values come out, in degrees WGS 84. Areas come back in their one normal form (see
/// `Polygon.normalised`), so that equal areas are equal values. Every function throws
/// ``TopologyError`` where GEOS cannot read a shape (a ring that is not closed, a number that is not
/// finite) or cannot do what it is asked. Each call has its own GEOS context, so calls may run in
/// parallel.
public enum Topology {
  /// The area covered by any of the polygons; empty if there are none.
  public static func union(_ polygons: [Polygon]) throws(TopologyError) -> [Polygon] {
    let context = try GEOSContext()
    let areas = try context.areas(polygons, or: "unite areas")
    return try context.polygons(
      GEOSUnaryUnion_r(context.handle, areas.pointer), or: "unite areas")
  }

  /// The area covered by both sets of polygons. Where they only touch, nothing.
  public static func intersection(
    _ areas: [Polygon], _ others: [Polygon]
  ) throws(TopologyError) -> [Polygon] {
    try overlay(areas, others, operation: "intersect areas", GEOSIntersection_r)
  }

  /// The area covered by the first polygons and not by the others.
  public static func difference(
    _ areas: [Polygon], _ others: [Polygon]
  ) throws(TopologyError) -> [Polygon] {
    try overlay(areas, others, operation: "subtract areas", GEOSDifference_r)
  }

  /// The parts of lines that lie inside or on the edge of polygons, from west to east.
  public static func intersection(
    _ lines: [LineString], _ areas: [Polygon]
  ) throws(TopologyError) -> [LineString] {
    let operation = "clip lines"
    let context = try GEOSContext()
    let linework = try context.geometry(.lines(lines), or: operation)
    let area = try context.areas(areas, or: operation)
    let clipped = try GEOSGeometry(
      GEOSIntersection_r(context.handle, linework.pointer, area.pointer), in: context,
      or: operation)
    return try clipped.parts(or: operation).lines.sorted {
      $0.positions.lexicographicallyPrecedes($1.positions)
    }
  }

  /// The area within a distance of any of the positions, as polygons of 64 corners a circle.
  ///
  /// Corners lie on the circle, so the area is up to 0.16 % smaller than the true one.
  ///
  /// - Parameter plane: Where the distance is measured; see `LocalPlane` for how far that is right.
  public static func buffer(
    _ positions: [Position], metres: Double, in plane: LocalPlane
  ) throws(TopologyError) -> [Polygon] {
    let operation = "draw circles"
    let context = try GEOSContext()
    let points = try context.geometry(points: positions, or: operation)
      .moved(.into, plane, or: operation)
    let circles = try GEOSGeometry(
      GEOSBuffer_r(context.handle, points.pointer, metres, 16), in: context, or: operation)
    return try circles.moved(.outOf, plane, or: operation).parts(or: operation).polygons.normalised
  }

  /// The same areas with every coordinate a multiple of a step in degrees, valid all the same.
  ///
  /// What is narrower than the step vanishes.
  public static func snapped(
    _ polygons: [Polygon], toDegrees step: Double = 1e-7
  ) throws(TopologyError) -> [Polygon] {
    let context = try GEOSContext()
    let areas = try context.areas(polygons, or: "snap areas")
    return try context.polygons(
      GEOSGeom_setPrecision_r(context.handle, areas.pointer, step, 0), or: "snap areas")
  }
}

/// Why a shape is not valid, and where.
public struct ValidityFault: Hashable, Sendable {
  /// GEOS's words, such as `Self-intersection`.
  public var reason: String
  public var position: Position?

  public init(reason: String, position: Position?) {
    self.reason = reason
    self.position = position
  }
}

extension Topology {
  /// What makes the polygons invalid together (OGC 06-103r4, 6.1.11 and 6.1.14); nil if nothing does.
  public static func fault(in polygons: [Polygon]) throws(TopologyError) -> ValidityFault? {
    let context = try GEOSContext()
    let areas = try context.areas(polygons, or: "check areas")
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let code = GEOSisValidDetail_r(context.handle, areas.pointer, 0, &reason, &location)
    defer {
      if let reason { GEOSFree_r(context.handle, reason) }
      if let location { GEOSGeom_destroy_r(context.handle, location) }
    }
    if try context.answer(code, or: "check areas") { return nil }
    return ValidityFault(
      reason: reason.map { String(cString: $0) } ?? "GEOS gave no reason",
      position: location.flatMap { context.position(of: $0) })
  }

  private static func overlay(
    _ areas: [Polygon], _ others: [Polygon], operation: String,
    _ compute: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> [Polygon] {
    let context = try GEOSContext()
    let first = try context.areas(areas, or: operation)
    let second = try context.areas(others, or: operation)
    return try context.polygons(
      compute(context.handle, first.pointer, second.pointer), or: operation)
  }
}

extension GEOSContext {
  func areas(_ polygons: [Polygon], or operation: String) throws(TopologyError) -> GEOSGeometry {
    try geometry(.polygons(polygons), or: operation)
  }

  /// The polygons of what a GEOS call made; lines and points where areas only touch are dropped.
  func polygons(
    _ made: OpaquePointer?, or operation: String
  ) throws(TopologyError) -> [Polygon] {
    try GEOSGeometry(made, in: self, or: operation).parts(or: operation).polygons.normalised
  }

  /// Where a point lies that someone else owns; nil if it is empty.
  func position(of point: OpaquePointer) -> Position? {
    var position = Position(longitude: 0, latitude: 0)
    guard GEOSGeomGetX_r(handle, point, &position.longitude) == 1,
      GEOSGeomGetY_r(handle, point, &position.latitude) == 1
    else { return nil }
    return position
  }
}
