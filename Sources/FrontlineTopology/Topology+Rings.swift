internal import CGEOS
public import FrontlineGeometry

extension Topology {
  /// Whether a closed line meets itself nowhere but where it ends.
  public static func isSimple(_ ring: Ring) throws(TopologyError) -> Bool {
    let operation = "look for crossings of a ring"
    let context = try GEOSContext()
    let line = try context.geometry(.lines([LineString(ring.positions)]), or: operation)
    return try context.answer(GEOSisSimple_r(context.handle, line.pointer), or: operation)
  }

  /// Whether a closed line lies in what another one encloses, and not on its edge only (OGC 06-103r4, `within`).
  public static func isWithin(_ ring: Ring, _ outer: Ring) throws(TopologyError) -> Bool {
    let operation = "hold a ring against another"
    let context = try GEOSContext()
    let line = try context.geometry(.lines([LineString(ring.positions)]), or: operation)
    let area = try context.areas([Polygon(exterior: outer)], or: operation)
    return try context.answer(
      GEOSWithin_r(context.handle, line.pointer, area.pointer), or: operation)
  }
}
