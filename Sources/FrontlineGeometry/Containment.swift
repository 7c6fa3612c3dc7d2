extension Polygon {
  /// Whether a position lies inside, by the crossings of a ray; the edge may count either way.
  public func contains(_ position: Position) -> Bool {
    exterior.surrounds(position) && !holes.contains { $0.surrounds(position) }
  }
}

extension Ring {
  fileprivate func surrounds(_ position: Position) -> Bool {
    var isInside = false
    var previous = positions.last ?? position
    for corner in positions {
      if (corner.latitude > position.latitude) != (previous.latitude > position.latitude) {
        let share =
          (position.latitude - corner.latitude) / (previous.latitude - corner.latitude)
        let crossing = corner.longitude + share * (previous.longitude - corner.longitude)
        if position.longitude < crossing { isInside.toggle() }
      }
      previous = corner
    }
    return isInside
  }
}
