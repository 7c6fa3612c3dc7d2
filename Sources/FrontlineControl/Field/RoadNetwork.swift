internal import FrontlineGeometry

/// Corridors as a graph, for the distance along them.
struct RoadNetwork: Sendable {
  /// A way onto the network.
  struct Access: Sendable {
    var vertex: Int
    /// Kilometres from the point to the vertex, off the road.
    var kilometres: Double
  }

  private struct Edge: Sendable {
    let end: Int
    /// Length divided by the corridor's speed.
    let kilometres: Double
  }

  private let vertices: [EqualAreaPlane.Point]
  private let edges: [[Edge]]
  private let index: NearestNodes

  /// Vertices lie at most this far apart.
  private static let spacing = 1.0
  /// Vertices of two corridors this near to each other are joined: roads that meet rarely share a point.
  private static let join = 0.6
  /// Farther from any corridor than this, a point is not on one. As far as evidence reaches: a point near a place must
  /// be near what the place is near to, or kriging sets the places against each other.
  static let furthestAccess = 40.0

  /// Nil if there are no corridors.
  init?(_ corridors: [Corridor], in plane: EqualAreaPlane) {
    var vertices: [EqualAreaPlane.Point] = []
    var edges: [[Edge]] = []
    func connect(_ one: Int, _ other: Int, speed: Double) {
      let kilometres = vertices[one].squaredDistance(to: vertices[other]).squareRoot() / speed
      edges[one].append(Edge(end: other, kilometres: kilometres))
      edges[other].append(Edge(end: one, kilometres: kilometres))
    }
    for corridor in corridors where corridor.speed > 0 {
      let first = vertices.count
      let corners = corridor.line.positions.map(plane.point(at:))
      for (start, end) in zip(corners, corners.dropFirst()) {
        let length = start.squaredDistance(to: end).squareRoot()
        let count = max(1, Int((length / RoadNetwork.spacing).rounded(.up)))
        for step in (vertices.count == first ? 0 : 1)...count {
          let share = Double(step) / Double(count)
          vertices.append(
            EqualAreaPlane.Point(
              east: start.east + share * (end.east - start.east),
              north: start.north + share * (end.north - start.north)))
          edges.append([])
          if vertices.count - 1 > first {
            connect(vertices.count - 2, vertices.count - 1, speed: corridor.speed)
          }
        }
      }
      for vertex in first..<vertices.count {
        for other in 0..<first
        where vertices[vertex].squaredDistance(to: vertices[other])
          < RoadNetwork.join * RoadNetwork.join
        { connect(vertex, other, speed: 1) }
      }
    }
    guard !vertices.isEmpty else { return nil }
    self.vertices = vertices
    self.edges = edges
    index = NearestNodes(
      coordinates: vertices.flatMap { [$0.east, $0.north] }, dimensions: 2,
      ids: vertices.indices.map(Int32.init))
  }

  /// The nearest vertex; nil if the corridors are too far away.
  func access(from point: EqualAreaPlane.Point) -> Access? {
    var found = NearestNodes.Found(capacity: 1)
    withUnsafePointer(to: (point.east, point.north)) { pair in
      pair.withMemoryRebound(to: Double.self, capacity: 2) {
        index.nearest(1, to: $0, into: &found)
      }
    }
    guard found.count == 1 else { return nil }
    let kilometres = found.squares[0].squareRoot()
    guard kilometres <= RoadNetwork.furthestAccess else { return nil }
    return Access(vertex: Int(found.indices[0]), kilometres: kilometres)
  }

  /// By vertex: kilometres from a point along the corridors; infinite where they do not lead.
  func distances(from access: Access) -> [Double] {
    var distances = Array(repeating: Double.infinity, count: vertices.count)
    distances[access.vertex] = access.kilometres
    var queue = DistanceQueue()
    queue.push(access.vertex, at: access.kilometres)
    while let (vertex, kilometres) = queue.pop() {
      guard kilometres <= distances[vertex] else { continue }
      for edge in edges[vertex] where kilometres + edge.kilometres < distances[edge.end] {
        distances[edge.end] = kilometres + edge.kilometres
        queue.push(edge.end, at: kilometres + edge.kilometres)
      }
    }
    return distances
  }
}

/// How far places are from everywhere along corridors.
struct RoadTables: Sendable {
  let network: RoadNetwork
  /// By place: its way onto the network, and the kilometres to each vertex; nil for one off all corridors.
  private(set) var places: [(access: RoadNetwork.Access, kilometres: [Double])?]

  init(_ network: RoadNetwork, places: [EqualAreaPlane.Point]) {
    self.network = network
    self.places = places.map { point in
      network.access(from: point).map { ($0, network.distances(from: $0)) }
    }
  }

  private init(_ network: RoadNetwork, _ places: [(RoadNetwork.Access, [Double])?]) {
    self.network = network
    self.places = places
  }

  /// The tables of some of the places, in the order asked for.
  func of(_ indices: [Int32]) -> RoadTables {
    RoadTables(network, indices.map { places[Int($0)] })
  }

  /// Kilometres along corridors from a place to a point that is on the network; infinite if there is no way.
  func kilometres(_ place: Int, to access: RoadNetwork.Access) -> Double {
    guard let table = places[place] else { return .infinity }
    return table.kilometres[access.vertex] + access.kilometres
  }

  func kilometres(_ place: Int, _ other: Int) -> Double {
    guard let access = places[other]?.access else { return .infinity }
    return kilometres(place, to: access)
  }
}

/// A binary heap of vertices, the nearest first.
private struct DistanceQueue {
  private var heap: [(vertex: Int, kilometres: Double)] = []

  mutating func push(_ vertex: Int, at kilometres: Double) {
    heap.append((vertex, kilometres))
    var child = heap.count - 1
    while child > 0, heap[child].kilometres < heap[(child - 1) / 2].kilometres {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (Int, Double)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let child = children.min(by: { heap[$0].kilometres < heap[$1].kilometres }),
        heap[child].kilometres < heap[parent].kilometres
      else { return first }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
