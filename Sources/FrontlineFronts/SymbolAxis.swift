internal import FrontlineControl
internal import FrontlineGeometry

/// The axis between two sides at a place, in a plane that touches the Earth there.
struct SymbolAxis {
  typealias Point = EqualAreaPlane.Point

  let plane: EqualAreaPlane
  /// Of length 1, towards the first side where the sides are known.
  let normal: Point
  /// Whether it is known which side is where.
  let isSided: Bool

  init(plane: EqualAreaPlane, normal: Point, isSided: Bool) {
    self.plane = plane
    self.normal = normal
    self.isSided = isSided
  }

  /// Nil where neither evidence nor a corridor gives a direction.
  ///
  /// - Parameter positions: Of places, by id.
  init?(
    at position: Position, between a: String, and b: String,
    _ inference: ControlModel.Inference, positions: [String: Position], corridors: [Corridor]
  ) {
    let plane = EqualAreaPlane(origin: position)
    func centre(_ party: String) -> Point {
      var (east, north, sum) = (0.0, 0.0, 0.0)
      for evidence in inference.evidence(for: party, near: position, limit: 12) {
        guard let place = positions[evidence.placeID] else { continue }
        let offset = plane.point(at: place)
        let away = offset.squaredDistance(to: Point(east: 0, north: 0)).squareRoot()
        let weight = evidence.probability * fading(away / SymbolSize.evidenceFading)
        east += weight * offset.east
        north += weight * offset.north
        sum += weight
      }
      return sum > 0 ? Point(east: east / sum, north: north / sum) : Point(east: 0, north: 0)
    }
    let (first, second) = (centre(a), centre(b))
    let evidence = Point(east: first.east - second.east, north: first.north - second.north)
      .direction(ifLongerThan: 0.1)
    let ways = corridors.compactMap { $0.direction(at: position, in: plane) }
    let nearest = ways.min { $0.away < $1.away }
    guard let way = nearest?.direction else {
      guard let evidence else { return nil }
      self.init(plane: plane, normal: evidence, isSided: true)
      return
    }
    let along = evidence.map { $0.east * way.east + $0.north * way.north } ?? 0
    let sign = along < 0 ? -1.0 : 1
    self.init(
      plane: plane, normal: Point(east: sign * way.east, north: sign * way.north),
      isSided: abs(along) > SymbolAxis.leastAgreement)
  }

  /// The cosine between evidence and corridor below which neither end of the corridor is a side's.
  private static let leastAgreement = 0.17

  /// Across the axis, centred on the place.
  var bar: LineString {
    let half = SymbolSize.bar / 2
    return LineString([point(0, -half), point(0, half)].map(plane.position(at:)))
  }

  /// From one side to the place.
  ///
  /// - Parameters:
  ///   - sign: 1 from the first side, -1 from the other.
  ///   - shift: How far beside the place, kilometres.
  func arrow(from sign: Double, shift: Double = 0, tip: Double = 0) -> LineString {
    let (length, half) = (SymbolSize.headLength, SymbolSize.headHalfWidth)
    let end = point(sign * tip, shift)
    return LineString(
      [
        point(sign * (tip + SymbolSize.arrow), shift), end,
        point(sign * (tip + length), shift - half), end,
        point(sign * (tip + length), shift + half),
      ].map(plane.position(at:)))
  }

  /// So far along the axis and to its left.
  private func point(_ along: Double, _ left: Double) -> Point {
    Point(
      east: along * normal.east - left * normal.north,
      north: along * normal.north + left * normal.east)
  }
}

extension EqualAreaPlane.Point {
  /// Of length 1; nil for what is too short to have a direction.
  func direction(ifLongerThan least: Double) -> EqualAreaPlane.Point? {
    let length = (east * east + north * north).squareRoot()
    guard length > least else { return nil }
    return EqualAreaPlane.Point(east: east / length, north: north / length)
  }
}

extension Corridor {
  /// How it runs where it passes nearest to a position; nil if that is too far.
  fileprivate func direction(
    at position: Position, in plane: EqualAreaPlane
  ) -> (away: Double, direction: EqualAreaPlane.Point)? {
    let corners = line.positions.map(plane.point(at:))
    let origin = EqualAreaPlane.Point(east: 0, north: 0)
    var nearest: (square: Double, station: Double)?
    var station = 0.0
    for (start, end) in zip(corners, corners.dropFirst()) {
      let (east, north) = (end.east - start.east, end.north - start.north)
      let square = east * east + north * north
      guard square > 0 else { continue }
      let share = min(1, max(0, -(start.east * east + start.north * north) / square))
      let foot = EqualAreaPlane.Point(
        east: start.east + share * east, north: start.north + share * north)
      let away = foot.squaredDistance(to: origin)
      if away < nearest?.square ?? .infinity {
        nearest = (away, station + share * square.squareRoot())
      }
      station += square.squareRoot()
    }
    guard let nearest, nearest.square.squareRoot() <= SymbolSize.corridorReach else { return nil }
    let half = SymbolSize.corridorLength / 2
    let from = corners.point(at: max(0, nearest.station - half))
    let to = corners.point(at: min(station, nearest.station + half))
    let chord = EqualAreaPlane.Point(east: to.east - from.east, north: to.north - from.north)
    return chord.direction(ifLongerThan: 0.001).map { (nearest.square.squareRoot(), $0) }
  }
}

extension [EqualAreaPlane.Point] {
  /// The point of the line so far along it, kilometres.
  fileprivate func point(at station: Double) -> EqualAreaPlane.Point {
    var left = station
    for (start, end) in zip(self, dropFirst()) {
      let side = start.squaredDistance(to: end).squareRoot()
      if side >= left, side > 0 {
        let share = left / side
        return EqualAreaPlane.Point(
          east: start.east + share * (end.east - start.east),
          north: start.north + share * (end.north - start.north))
      }
      left -= side
    }
    return self[count - 1]
  }
}
