public import FrontlineGeometry

/// How far apart two points of a theatre are for evidence: along the plane, round barriers, along
/// corridors.
///
/// A point has coordinates in kilometres: east, north, and one more for each barrier. The last is the
/// angle under which the barrier is seen, as a share of half a turn, times half its strength: it
/// jumps by the strength from one bank to the other, and fades where the barrier ends. So points on
/// either bank lie far apart, the way round the end is short, and the distances are those of a
/// Euclidean space, which kriging needs. (The angle is the potential of a double layer.)
public struct Ground: Sendable {
  public let plane: EqualAreaPlane
  /// The barriers' lines, which a front may follow.
  public let barriers: [LineString]
  /// Barriers in the plane, with half their strength in kilometres.
  let banks: [Bank]
  let roads: RoadNetwork?

  struct Bank: Sendable {
    let corners: [EqualAreaPlane.Point]
    let halfStrength: Double
  }

  public init(plane: EqualAreaPlane, barriers: [Barrier] = [], corridors: [Corridor] = []) {
    self.plane = plane
    self.barriers = barriers.map(\.line)
    banks = barriers.compactMap { barrier in
      let corners = barrier.line.positions.map(plane.point(at:))
      guard corners.count > 1, barrier.strengthKilometres > 0 else { return nil }
      return Bank(corners: corners, halfStrength: barrier.strengthKilometres / 2)
    }
    roads = RoadNetwork(corridors, in: plane)
  }

  /// How many numbers a point has.
  var dimensions: Int { 2 + banks.count }

  /// Writes a point's coordinates to the first ``dimensions`` places of a buffer.
  @inline(__always)
  func locate(_ point: EqualAreaPlane.Point, into buffer: UnsafeMutablePointer<Double>) {
    buffer[0] = point.east
    buffer[1] = point.north
    for (index, bank) in banks.enumerated() { buffer[2 + index] = bank.height(at: point) }
  }
}

extension Ground.Bank {
  /// The angle under which the line is seen, in half turns, times half the strength.
  func height(at point: EqualAreaPlane.Point) -> Double {
    // Products of complex numbers add angles; a pass of the negative axis is a full turn.
    var (real, imaginary) = (1.0, 0.0)
    var turns = 0
    var (east, north) = (corners[0].east - point.east, corners[0].north - point.north)
    for corner in corners.dropFirst() {
      let (nextEast, nextNorth) = (corner.east - point.east, corner.north - point.north)
      let cosine = east * nextEast + north * nextNorth
      let sine = east * nextNorth - north * nextEast
      let (newReal, newImaginary) = (
        real * cosine - imaginary * sine, real * sine + imaginary * cosine
      )
      // The step turns by less than half a turn, in the direction of its sine.
      if sine > 0, imaginary >= 0, newImaginary < 0 { turns += 1 }
      if sine < 0, imaginary <= 0, newImaginary > 0 { turns -= 1 }
      let size = max(abs(newReal), abs(newImaginary))
      (real, imaginary) = size > 0 ? (newReal / size, newImaginary / size) : (1, 0)
      (east, north) = (nextEast, nextNorth)
    }
    let angle = arcTangent(imaginary, real) + 2 * .pi * Double(turns)
    return halfStrength * angle / .pi
  }
}
