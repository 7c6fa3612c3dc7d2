internal import CGEOS
internal import FrontlineGeometry

/// Owns one GEOS geometry and frees it once.
struct GEOSGeometry: ~Copyable {
  let context: GEOSContext
  /// Lent to GEOS calls that only look; never kept beyond the life of the geometry.
  let pointer: OpaquePointer

  /// Takes over what a GEOS call made, or throws what that call had to say.
  init(
    _ pointer: OpaquePointer?, in context: GEOSContext, or operation: String
  ) throws(TopologyError) {
    guard let pointer else { throw context.failure(operation) }
    self.context = context
    self.pointer = pointer
  }

  deinit { GEOSGeom_destroy_r(context.handle, pointer) }

  /// The shapes it is made of, by kind.
  borrowing func parts(or operation: String) throws(TopologyError) -> WKB.Parts {
    let bytes = try wkb(or: operation)
    do {
      return try WKB.parts(of: bytes)
    } catch {
      throw TopologyError(operation: operation, reason: error.description)
    }
  }

  /// Little endian, two dimensions.
  borrowing func wkb(or operation: String) throws(TopologyError) -> [UInt8] {
    guard let writer = GEOSWKBWriter_create_r(context.handle) else {
      throw context.failure(operation)
    }
    defer { GEOSWKBWriter_destroy_r(context.handle, writer) }
    GEOSWKBWriter_setByteOrder_r(context.handle, writer, Int32(GEOS_WKB_NDR.rawValue))
    GEOSWKBWriter_setOutputDimension_r(context.handle, writer, 2)
    var size = 0
    guard let bytes = GEOSWKBWriter_write_r(context.handle, writer, pointer, &size) else {
      throw context.failure(operation)
    }
    defer { GEOSFree_r(context.handle, bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }
}

extension GEOSGeometry {
  /// The same geometry in metres of a plane, or back in degrees.
  borrowing func moved(
    _ direction: PlaneDirection, _ plane: LocalPlane, or operation: String
  ) throws(TopologyError) -> GEOSGeometry {
    var plane = plane
    let moved = withUnsafeMutablePointer(to: &plane) {
      switch direction {
      case .into: GEOSGeom_transformXY_r(context.handle, pointer, moveIntoPlane, $0)
      case .outOf: GEOSGeom_transformXY_r(context.handle, pointer, moveOutOfPlane, $0)
      }
    }
    return try GEOSGeometry(moved, in: context, or: operation)
  }
}

enum PlaneDirection {
  case into, outOf
}

/// Called by GEOS once a vertex; 1 says that all went well.
private let moveIntoPlane: GEOSTransformXYCallback = { easting, northing, plane in
  guard let easting, let northing, let plane else { return 0 }
  let point = plane.assumingMemoryBound(to: LocalPlane.self).pointee.point(
    at: Position(longitude: easting.pointee, latitude: northing.pointee))
  (easting.pointee, northing.pointee) = (point.east, point.north)
  return 1
}

private let moveOutOfPlane: GEOSTransformXYCallback = { easting, northing, plane in
  guard let easting, let northing, let plane else { return 0 }
  let position = plane.assumingMemoryBound(to: LocalPlane.self).pointee.position(
    at: LocalPlane.Point(east: easting.pointee, north: northing.pointee))
  (easting.pointee, northing.pointee) = (position.longitude, position.latitude)
  return 1
}
