internal import CGEOS
internal import FrontlineGeometry

/// One GEOS context: made, used and freed inside one synchronous call, so no two threads share it.
///
/// Not `Sendable`: GEOS allows one thread at a time in a context.
final class GEOSContext {
  let handle: GEOSContextHandle_t
  private var lastMessage: String?

  init() throws(TopologyError) {
    guard let handle = GEOS_init_r() else {
      throw TopologyError(operation: "start GEOS", reason: "out of memory")
    }
    self.handle = handle
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, owner in
        guard let text, let owner else { return }
        let context = Unmanaged<GEOSContext>.fromOpaque(owner).takeUnretainedValue()
        // Some messages end in a line break.
        context.lastMessage = String(cString: text).split(separator: "\n").joined(separator: " ")
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// The error for a call that just failed.
  func failure(_ operation: String) -> TopologyError {
    defer { lastMessage = nil }
    return TopologyError(operation: operation, reason: lastMessage ?? "GEOS gave no reason")
  }

  /// The answer of a call that gives 0 for no, 1 for yes and 2 for failure.
  func answer(_ code: CChar, or operation: String) throws(TopologyError) -> Bool {
    guard code == 0 || code == 1 else { throw failure(operation) }
    return code == 1
  }

  /// GEOS's copy of a geometry.
  ///
  /// GEOS lets numbers pass that are not finite, and then loses shapes; so they are refused here.
  func geometry(_ geometry: Geometry, or operation: String) throws(TopologyError) -> GEOSGeometry {
    switch geometry {
    case .point(let position): try check([position], or: operation)
    case .lines(let lines):
      for line in lines { try check(line.positions, or: operation) }
    case .polygons(let polygons):
      for ring in polygons.lazy.flatMap({ [$0.exterior] + $0.holes }) {
        try check(ring.positions, or: operation)
      }
    }
    return try self.geometry(wkb: WKB.encode(geometry), or: operation)
  }

  func geometry(points: [Position], or operation: String) throws(TopologyError) -> GEOSGeometry {
    try check(points, or: operation)
    return try geometry(wkb: WKB.encode(points: points), or: operation)
  }

  private func check(_ positions: [Position], or operation: String) throws(TopologyError) {
    for position in positions where !(position.longitude + position.latitude).isFinite {
      throw TopologyError(
        operation: operation,
        reason: "the position \(position.longitude) \(position.latitude) is not finite")
    }
  }

  func geometry(
    wkb bytes: [UInt8], or operation: String
  ) throws(TopologyError) -> GEOSGeometry {
    guard let reader = GEOSWKBReader_create_r(handle) else { throw failure(operation) }
    defer { GEOSWKBReader_destroy_r(handle, reader) }
    return try GEOSGeometry(
      GEOSWKBReader_read_r(handle, reader, bytes, bytes.count), in: self, or: operation)
  }
}
