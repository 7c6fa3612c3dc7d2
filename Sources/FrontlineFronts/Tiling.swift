internal import FrontlineGeometry
internal import FrontlineTopology

/// A position in whole millionths of a degree: what a file with six decimals can say.
struct GridPoint: Hashable {
  static let step = 1e-6

  let longitude: Int32
  let latitude: Int32

  init(_ position: Position) {
    longitude = Int32((position.longitude * 1e6).rounded())
    latitude = Int32((position.latitude * 1e6).rounded())
  }

  var position: Position {
    Position(longitude: Double(longitude) / 1e6, latitude: Double(latitude) / 1e6)
  }
}

/// Faces that share vertices and edges, as half-edges.
///
/// Every edge is two half-edges of opposite direction, `h` and `h ^ 1`; each has one face on its left.
struct Tiling: Sendable {
  /// On the grid; named by their index.
  private(set) var vertices: [Position] = []
  private(set) var faceCount: Int
  /// By half-edge: the vertex where it starts.
  private(set) var origin: [Int] = []
  /// By half-edge: the face on its left; `outside` if there is none.
  private(set) var leftFace: [Int] = []
  /// By half-edge: the next one clockwise round the same origin.
  private(set) var clockwise: [Int] = []

  static let outside = -1

  /// - Parameter polygons: The faces: disjoint, normalised, with common vertices along common edges.
  /// - Throws: ``TopologyError`` if two faces lie on the same side of an edge.
  init(_ polygons: [Polygon]) throws(TopologyError) {
    faceCount = polygons.count
    var points: [GridPoint: Int] = [:]
    var edges: [EdgeKey: Int] = [:]
    for (face, polygon) in polygons.enumerated() {
      for ring in [polygon.exterior] + polygon.holes {
        let corners = ring.positions.map { vertex(at: GridPoint($0), in: &points) }
        for (start, end) in zip(corners, corners.dropFirst()) {
          try add(from: start, to: end, left: face, edges: &edges)
        }
      }
    }
    linkRoundVertices(points)
  }

  func end(of half: Int) -> Int { origin[half ^ 1] }
  func rightFace(of half: Int) -> Int { leftFace[half ^ 1] }

  private mutating func vertex(at point: GridPoint, in points: inout [GridPoint: Int]) -> Int {
    if let known = points[point] { return known }
    points[point] = vertices.count
    vertices.append(point.position)
    return vertices.count - 1
  }

  private mutating func add(
    from start: Int, to end: Int, left face: Int, edges: inout [EdgeKey: Int]
  ) throws(TopologyError) {
    let key = EdgeKey(low: min(start, end), high: max(start, end))
    let first = edges[key] ?? origin.count
    if first == origin.count {
      edges[key] = first
      origin += [key.low, key.high]
      leftFace += [Tiling.outside, Tiling.outside]
    }
    let half = start < end ? first : first + 1
    guard leftFace[half] == Tiling.outside else { throw .overlap(at: vertices[start]) }
    leftFace[half] = face
  }

  /// Sorts the half-edges round each vertex, exactly: differences of grid points are whole numbers.
  private mutating func linkRoundVertices(_ points: [GridPoint: Int]) {
    var grid = Array(repeating: GridPoint(Position(longitude: 0, latitude: 0)), count: points.count)
    for (point, vertex) in points { grid[vertex] = point }
    var leaving = Array(repeating: [Int](), count: vertices.count)
    for half in origin.indices { leaving[origin[half]].append(half) }
    clockwise = Array(repeating: 0, count: origin.count)
    for spokes in leaving {
      let sorted = spokes.map { (half: $0, direction: direction(of: $0, on: grid)) }
        .sorted { $0.direction.isBefore($1.direction) }
      for (index, spoke) in sorted.enumerated() {
        clockwise[spoke.half] = sorted[(index + sorted.count - 1) % sorted.count].half
      }
    }
  }

  private func direction(of half: Int, on grid: [GridPoint]) -> Direction {
    let (start, end) = (grid[origin[half]], grid[end(of: half)])
    return Direction(
      east: Int(end.longitude) - Int(start.longitude),
      north: Int(end.latitude) - Int(start.latitude))
  }
}

private struct EdgeKey: Hashable {
  let low: Int
  let high: Int
}

/// A direction in the grid, ordered counter-clockwise from the east.
private struct Direction {
  let east: Int
  let north: Int

  private var isLowerHalf: Bool { north < 0 || (north == 0 && east < 0) }

  func isBefore(_ other: Direction) -> Bool {
    if isLowerHalf != other.isLowerHalf { return !isLowerHalf }
    return east * other.north - north * other.east > 0
  }
}

extension TopologyError {
  fileprivate static func overlap(at position: Position) -> TopologyError {
    TopologyError(
      operation: "join cells",
      reason: "two faces overlap at \(position.longitude) \(position.latitude)")
  }
}
