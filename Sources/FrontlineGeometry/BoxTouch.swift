extension BoundingBox {
  /// Whether any part of a shape lies in the box or on its edge; what a hole cuts out does not count.
  ///
  /// Straight sides in degrees, as the shapes are drawn.
  public func touches(_ geometry: Geometry) -> Bool {
    switch geometry {
    case .point(let position): contains(position)
    case .lines(let lines): lines.contains { touches(path: $0.positions) }
    case .polygons(let polygons): polygons.contains(where: touches)
    }
  }

  private func touches(_ polygon: Polygon) -> Bool {
    let rings = [polygon.exterior] + polygon.holes
    if rings.contains(where: { touches(path: $0.positions) }) { return true }
    // No border passes through the box: it lies inside as a whole, or outside.
    return rings.reduce(false) { $0 != Self.isInside(centre, $1.positions) }
  }

  private func touches(path: [Position]) -> Bool {
    zip(path, path.dropFirst()).contains { touches(from: $0, to: $1) }
  }

  /// Cuts the side with each of the box's four half-planes (Liang and Barsky 1984).
  private func touches(from a: Position, to b: Position) -> Bool {
    let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
    var (enters, leaves) = (0.0, 1.0)
    for (step, room) in [
      (-dx, a.longitude - west), (dx, east - a.longitude), (-dy, a.latitude - south),
      (dy, north - a.latitude),
    ] {
      if step == 0 {
        if room < 0 { return false }
      } else if step < 0 {
        enters = max(enters, room / step)
      } else {
        leaves = min(leaves, room / step)
      }
    }
    return enters <= leaves
  }

  private static func isInside(_ point: Position, _ ring: [Position]) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + share * (b.longitude - a.longitude) { isInside.toggle() }
    }
    return isInside
  }
}
