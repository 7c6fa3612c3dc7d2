internal import Foundation

/// A point of a simulated country: kilometres from its middle.
public struct SimulatedPoint: Hashable, Sendable {
  public var east: Double
  public var north: Double

  public init(_ east: Double, _ north: Double) {
    self.east = east
    self.north = north
  }

  public func distance(to other: SimulatedPoint) -> Double {
    ((east - other.east) * (east - other.east) + (north - other.north) * (north - other.north))
      .squareRoot()
  }
}

/// A region that moves: how far inside it a point lies on a day, in km; negative outside.
///
/// The number is a distance near the edge and may be rougher away from it, but it must not change
/// by more than two kilometres in one: the tracing of lines skips what is far from the edge.
public struct SimulatedRegion: Sendable {
  /// Of a point and the days since the war's first day.
  public let depth: @Sendable (SimulatedPoint, Double) -> Double

  public init(_ depth: @escaping @Sendable (SimulatedPoint, Double) -> Double) {
    self.depth = depth
  }

  /// What lies east of a curve that gives an easting for every northing (km) and day.
  public static func east(
    of curve: @escaping @Sendable (_ north: Double, _ day: Double) -> Double
  ) -> SimulatedRegion {
    SimulatedRegion { point, day in
      let slope = (curve(point.north + 0.05, day) - curve(point.north - 0.05, day)) / 0.1
      return (point.east - curve(point.north, day)) / (1 + slope * slope).squareRoot()
    }
  }

  public static func west(
    of curve: @escaping @Sendable (_ north: Double, _ day: Double) -> Double
  ) -> SimulatedRegion {
    east(of: curve).inverse
  }

  public static func disc(
    at middle: SimulatedPoint, radius: @escaping @Sendable (_ day: Double) -> Double
  ) -> SimulatedRegion {
    SimulatedRegion { point, day in radius(day) - point.distance(to: middle) }
  }

  /// What lies within some kilometres of a path.
  public static func near(
    _ path: @escaping @Sendable (_ day: Double) -> SimulatedPath,
    within width: @escaping @Sendable (_ day: Double) -> Double
  ) -> SimulatedRegion {
    SimulatedRegion { point, day in width(day) - path(day).distance(to: point) }
  }

  public var inverse: SimulatedRegion {
    SimulatedRegion { [depth] point, day in -depth(point, day) }
  }

  public func union(_ other: SimulatedRegion) -> SimulatedRegion {
    SimulatedRegion { [depth] point, day in max(depth(point, day), other.depth(point, day)) }
  }

  public func subtracting(_ other: SimulatedRegion) -> SimulatedRegion {
    SimulatedRegion { [depth] point, day in min(depth(point, day), -other.depth(point, day)) }
  }
}

/// A bent line, as a valley or a road runs.
public struct SimulatedPath: Hashable, Sendable {
  public var points: [SimulatedPoint]

  public init(_ points: [SimulatedPoint]) {
    self.points = points
  }

  public var length: Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The point so many km along it; its end where it is shorter.
  public func point(along distance: Double) -> SimulatedPoint {
    var left = distance
    for (start, end) in zip(points, points.dropFirst()) {
      let length = start.distance(to: end)
      if left <= length {
        let share = length > 0 ? left / length : 0
        return SimulatedPoint(
          start.east + share * (end.east - start.east),
          start.north + share * (end.north - start.north))
      }
      left -= length
    }
    return points[points.count - 1]
  }

  /// The part between two distances along it.
  public func part(_ range: ClosedRange<Double>) -> SimulatedPath {
    var along = 0.0
    var kept = [point(along: range.lowerBound)]
    for (start, end) in zip(points, points.dropFirst()) {
      along += start.distance(to: end)
      if along > range.lowerBound, along < range.upperBound { kept.append(end) }
    }
    return SimulatedPath(kept + [point(along: range.upperBound)])
  }

  /// Kilometres from a point to the nearest of its points and segments.
  public func distance(to point: SimulatedPoint) -> Double {
    var nearest = points[0].distance(to: point)
    for (start, end) in zip(points, points.dropFirst()) {
      nearest = min(nearest, Self.distance(point, start, end))
    }
    return nearest
  }

  private static func distance(
    _ point: SimulatedPoint, _ start: SimulatedPoint, _ end: SimulatedPoint
  ) -> Double {
    let (east, north) = (end.east - start.east, end.north - start.north)
    let square = east * east + north * north
    guard square > 0 else { return start.distance(to: point) }
    let along =
      ((point.east - start.east) * east + (point.north - start.north) * north) / square
    let share = min(max(along, 0), 1)
    return point.distance(
      to: SimulatedPoint(start.east + share * east, start.north + share * north))
  }
}
