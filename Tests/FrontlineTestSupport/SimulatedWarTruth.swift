internal import Foundation
public import FrontlineGeometry
public import FrontlineReports

/// Who really holds what in a simulated war, to any fineness.
public struct SimulatedTruth: Sendable {
  /// A party and the region it is strongest in.
  public struct Side: Sendable {
    public var party: String
    public var region: SimulatedRegion

    public init(_ party: String, _ region: SimulatedRegion) {
      self.party = party
      self.region = region
    }
  }

  public var plane: LocalPlane
  public var firstDay: Day
  /// Half the width and height of the country, km.
  public var halfWidth: Double
  public var halfHeight: Double
  public var sides: [Side]

  public init(
    origin: Position, firstDay: Day, halfWidth: Double, halfHeight: Double, sides: [Side]
  ) {
    plane = LocalPlane(origin: origin)
    self.firstDay = firstDay
    self.halfWidth = halfWidth
    self.halfHeight = halfHeight
    self.sides = sides
  }

  public var box: BoundingBox {
    let southWest = position(at: SimulatedPoint(-halfWidth, -halfHeight))
    let northEast = position(at: SimulatedPoint(halfWidth, halfHeight))
    return BoundingBox(
      west: southWest.longitude, south: southWest.latitude, east: northEast.longitude,
      north: northEast.latitude)
  }

  public func point(at position: Position) -> SimulatedPoint {
    let metres = plane.point(at: position)
    return SimulatedPoint(metres.east / 1000, metres.north / 1000)
  }

  public func position(at point: SimulatedPoint) -> Position {
    plane.position(at: LocalPlane.Point(east: point.east * 1000, north: point.north * 1000))
  }

  /// The party whose region a point is deepest in; nil outside all of them.
  public func holder(at point: SimulatedPoint, on day: Day) -> String? {
    let (first, depth) = deepest(at: point, on: day)
    return depth > 0 ? sides[first].party : nil
  }

  /// The party that would hold a point next if its holder did not.
  public func rival(at point: SimulatedPoint, on day: Day) -> String? {
    let (first, _) = deepest(at: point, on: day)
    let (second, depth) = deepest(at: point, on: day, except: first)
    return depth > -.infinity ? sides[second].party : nil
  }

  /// How far a point lies inside what a party holds, km; negative outside.
  public func depth(of party: String, at point: SimulatedPoint, on day: Day) -> Double {
    guard let own = sides.firstIndex(where: { $0.party == party }) else { return 0 }
    let inside = sides[own].region.depth(point, Double(firstDay.distance(to: day)))
    return (inside - deepest(at: point, on: day, except: own).depth) / 2
  }

  /// The index of the side whose region a point is deepest in, and how deep.
  private func deepest(
    at point: SimulatedPoint, on day: Day, except left: Int? = nil
  ) -> (side: Int, depth: Double) {
    let time = Double(firstDay.distance(to: day))
    var best = (side: 0, depth: -Double.infinity)
    for side in sides.indices where side != left {
      let depth = sides[side].region.depth(point, time)
      if depth > best.depth { best = (side, depth) }
    }
    return best
  }
}

extension SimulatedTruth {
  /// Where what two parties hold meets, sampled every half kilometre, in pieces.
  public func lines(on day: Day, step: Double = 0.5) -> [LineString] {
    sides.indices.flatMap { first in
      sides.indices.filter { $0 > first }.flatMap { second in
        lines(between: first, second, time: Double(firstDay.distance(to: day)), step)
      }
    }
  }

  private func lines(
    between first: Int, _ second: Int, time: Double, _ step: Double
  ) -> [LineString] {
    func depth(_ side: Int, _ point: SimulatedPoint) -> Double {
      sides[side].region.depth(point, time)
    }
    let contour = SimulatedContour(
      halfWidth: halfWidth, halfHeight: halfHeight, step: step, isClosed: false
    ) { depth(first, $0) - depth(second, $0) }
    let others = sides.indices.filter { $0 != first && $0 != second }
    func isFront(_ point: SimulatedPoint) -> Bool {
      let strongest = max(depth(first, point), depth(second, point))
      return strongest > -1e-6 && others.allSatisfy { depth($0, point) <= strongest }
    }
    return contour.lines().flatMap { line in
      line.split { !isFront($0) }.filter { Set($0).count > 1 }
        .map { LineString($0.map { position(at: $0) }) }
    }
  }

  /// What a party holds, within the country's box.
  public func area(of party: String, on day: Day, step: Double = 0.5) -> [Polygon] {
    let time = Double(firstDay.distance(to: day))
    let others = sides.filter { $0.party != party }.map(\.region)
    guard let own = sides.first(where: { $0.party == party })?.region else { return [] }
    let contour = SimulatedContour(
      halfWidth: halfWidth, halfHeight: halfHeight, step: step, isClosed: true
    ) { point in
      let depth = own.depth(point, time)
      return others.reduce(depth) { min($0, (depth - $1.depth(point, time)) / 2) }
    }
    return contour.areas().map { rings in
      let rings = rings.map { Ring($0.map { position(at: $0) }) }
      return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
    }
  }
}
