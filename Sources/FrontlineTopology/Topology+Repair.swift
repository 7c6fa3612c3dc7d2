internal import CGEOS
public import FrontlineGeometry

extension Topology {
  /// The area of a polygon, valid: where a ring crosses itself it is cut into several, so that nothing it encloses is
  /// lost; what has no area is dropped.
  public static func repaired(_ polygon: Polygon) throws(TopologyError) -> [Polygon] {
    let operation = "repair an area"
    let context = try GEOSContext()
    let area = try context.areas([polygon], or: operation)
    return try context.polygons(GEOSMakeValid_r(context.handle, area.pointer), or: operation)
  }
}
