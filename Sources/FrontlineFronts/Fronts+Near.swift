public import FrontlineGeometry

extension Fronts {
  /// The area that is drawn at a position; nil where the map is blank.
  public func area(at position: Position) -> ControlArea? {
    areas.first { $0.polygons.contains { $0.contains(position) } }
  }

  /// The piece of front line nearest to a position, and how far away it is; nil if there is no line.
  public func nearestLine(to position: Position) -> (line: FrontLine, kilometres: Double)? {
    let plane = LocalPlane(origin: position)
    let point = plane.point(at: position)
    var nearest: (line: FrontLine, square: Double)?
    for line in lines {
      for shape in line.lines {
        let corners = shape.positions.map(plane.point(at:))
        for (start, end) in zip(corners, corners.dropFirst()) {
          let square = point.squaredDistance(toSegmentFrom: start, to: end)
          if square < nearest?.square ?? .infinity { nearest = (line, square) }
        }
      }
    }
    return nearest.map { ($0.line, $0.square.squareRoot() / 1000) }
  }
}

extension LocalPlane.Point {
  fileprivate func squaredDistance(
    toSegmentFrom start: LocalPlane.Point, to end: LocalPlane.Point
  ) -> Double {
    let (east, north) = (end.east - start.east, end.north - start.north)
    let length = east * east + north * north
    guard length > 0 else { return squaredDistance(to: start) }
    let along = ((self.east - start.east) * east + (self.north - start.north) * north) / length
    let share = min(1, max(0, along))
    return squaredDistance(
      to: LocalPlane.Point(east: start.east + share * east, north: start.north + share * north))
  }
}
