internal import CGEOS
internal import FrontlineGeometry

/// A geometry that GEOS has indexed, for many questions about it.
struct PreparedShape: ~Copyable {
  /// Kept because the index points into it; freed after the index.
  private let shape: GEOSGeometry
  let pointer: OpaquePointer

  init(_ shape: consuming GEOSGeometry, or operation: String) throws(TopologyError) {
    guard let pointer = GEOSPrepare_r(shape.context.handle, shape.pointer) else {
      throw shape.context.failure(operation)
    }
    self.shape = shape
    self.pointer = pointer
  }

  deinit { GEOSPreparedGeom_destroy_r(shape.context.handle, pointer) }
}

extension GEOSGeometry {
  /// The same shape made valid: what its lines enclose.
  borrowing func repaired(or operation: String) throws(TopologyError) -> GEOSGeometry {
    try GEOSGeometry(
      GEOSMakeValid_r(context.handle, pointer), in: context, or: operation)
  }

  borrowing func measure(
    _ measure: (GEOSContextHandle_t, OpaquePointer, UnsafeMutablePointer<Double>) -> Int32,
    or operation: String
  ) throws(TopologyError) -> Double {
    var value = 0.0
    guard measure(context.handle, pointer, &value) == 1 else { throw context.failure(operation) }
    return value
  }
}

extension GEOSContext {
  func point(
    _ point: EqualAreaPlane.Point, or operation: String
  ) throws(TopologyError) -> GEOSGeometry {
    try GEOSGeometry(
      GEOSGeom_createPointFromXY_r(handle, point.east, point.north), in: self, or: operation)
  }
}

// Shapes cross to GEOS as WKB, whose writer and reader know positions; kilometres of a plane travel
// in them.
extension EqualAreaPlane.Point {
  var carried: Position { Position(longitude: east, latitude: north) }
}

extension Position {
  var uncarried: EqualAreaPlane.Point { EqualAreaPlane.Point(east: longitude, north: latitude) }
}

extension EqualAreaPlane {
  func carried(_ position: Position) -> Position { point(at: position).carried }
}
