internal import FrontlineControl
internal import FrontlineGeometry

/// Lines along which a field changes, through the triangles of a grid.
///
/// Every square is four triangles round its middle, and values are linear in each. A line's ends
/// lie on sides of triangles, at places that depend on the two ends of the side only, so that lines
/// join from triangle to triangle without a gap.
struct Contours {
  typealias Point = EqualAreaPlane.Point

  /// In pieces between junctions; closed ones end where they start.
  private(set) var lines: [[Point]] = []

  /// A corner of a triangle: a corner of the grid, or the middle of a square.
  private struct Vertex {
    let id: Int
    let point: Point
    let top: Int
    let tau: Double
    let phi: ArraySlice<Double>
    let reach: ArraySlice<Double>
  }

  private var segments: [(Point, Point)] = []
  private let bands: [Double]

  /// - Parameter bands: Values of tau to draw lines at.
  init(of grid: FieldGrid, bands: [Double]) {
    self.bands = bands
    for square in grid.squares { add(square, grid) }
    lines = Contours.joined(segments)
  }

  private mutating func add(_ square: Int, _ grid: FieldGrid) {
    let corners = grid.corners(of: square)
    let slots = corners.compactMap { grid.slot(of: $0) }
    guard slots.count == 4 else { return }
    let parties = grid.parties
    let vertices = zip(corners, slots).map { corner, slot in
      Vertex(
        id: corner, point: grid.point(corner), top: Int(grid.tops[slot]), tau: grid.taus[slot],
        phi: grid.phis[slot * parties..<(slot + 1) * parties],
        reach: grid.reaches[slot * parties..<(slot + 1) * parties])
    }
    guard isMixed(vertices) else { return }
    let middle = self.middle(of: vertices, id: grid.columns * grid.rows + square)
    for index in 0..<4 {
      cut(vertices[index], vertices[(index + 1) % 4], middle)
    }
  }

  private func isMixed(_ vertices: [Vertex]) -> Bool {
    let first = vertices[0]
    for vertex in vertices.dropFirst() where vertex.top != first.top { return true }
    for band in bands where vertices.contains(where: { ($0.tau < band) != (first.tau < band) }) {
      return true
    }
    let reach = first.reach[first.reach.startIndex + first.top] > 0
    return vertices.contains { ($0.reach[$0.reach.startIndex + first.top] > 0) != reach }
  }

  private func middle(of vertices: [Vertex], id: Int) -> Vertex {
    let parties = vertices[0].phi.count
    func mean(_ values: (Vertex) -> ArraySlice<Double>) -> [Double] {
      (0..<parties).map { party in
        vertices.reduce(0) { $0 + values($1)[values($1).startIndex + party] } / 4
      }
    }
    let phi = mean(\.phi)
    let top = phi.indices.max { (phi[$0], $1) < (phi[$1], $0) } ?? 0
    let tau = vertices.reduce(0) { $0 + ($1.top == top ? $1.tau : -$1.tau) } / 4
    let point = Point(
      east: (vertices[0].point.east + vertices[1].point.east) / 2,
      north: (vertices[0].point.north + vertices[3].point.north) / 2)
    return Vertex(
      id: id, point: point, top: top, tau: max(0, tau), phi: phi[...], reach: mean(\.reach)[...])
  }

  // MARK: Triangles

  private mutating func cut(_ one: Vertex, _ two: Vertex, _ three: Vertex) {
    let corners = [one, two, three]
    cutBorders(corners)
    for band in bands { cutBand(corners, band) }
    let tops = Set(corners.map(\.top))
    for party in tops.sorted() where party >= 0 {
      march(corners) { $0.reach[$0.reach.startIndex + party] }
    }
  }

  /// The line between the areas of two parties; where three meet, three lines to one point.
  private mutating func cutBorders(_ corners: [Vertex]) {
    var crossings: [Point] = []
    for (one, other) in [(0, 1), (1, 2), (2, 0)] where corners[one].top != corners[other].top {
      crossings.append(border(corners[one], corners[other]))
    }
    if crossings.count == 2 { segments.append((crossings[0], crossings[1])) }
    guard crossings.count == 3 else { return }
    let middle = Point(
      east: crossings.reduce(0) { $0 + $1.east } / 3,
      north: crossings.reduce(0) { $0 + $1.north } / 3)
    for crossing in crossings { segments.append((crossing, middle)) }
  }

  private func border(_ one: Vertex, _ other: Vertex) -> Point {
    let (first, second) = one.id < other.id ? (one, other) : (other, one)
    func lead(_ vertex: Vertex, _ party: Int, over rival: Int) -> Double {
      vertex.phi[vertex.phi.startIndex + party] - vertex.phi[vertex.phi.startIndex + rival]
    }
    let here = lead(first, first.top, over: second.top)
    let there = lead(second, second.top, over: first.top)
    return between(first, second, here, -there)
  }

  /// The edges of a band: where tau, counted negative on the other side of a border, is the band's.
  private mutating func cutBand(_ corners: [Vertex], _ band: Double) {
    let tops = Set(corners.map(\.top))
    if tops.count == 1 { return march(corners) { $0.tau - band } }
    if tops.count == 2 {
      for party in tops.sorted() {
        march(corners) { ($0.top == party ? $0.tau : -$0.tau) - band }
      }
      return
    }
    for index in 0..<3 where corners[index].tau > band {
      let ends = [corners[(index + 1) % 3], corners[(index + 2) % 3]].map { other in
        ordered(corners[index], other) { ($0.id == corners[index].id ? $0.tau : -$0.tau) - band }
      }
      segments.append((ends[0], ends[1]))
    }
  }

  /// The line in a triangle where a linear function is zero.
  private mutating func march(_ corners: [Vertex], _ value: (Vertex) -> Double) {
    let signs = corners.map { value($0) > 0 }
    var ends: [Point] = []
    for (one, other) in [(0, 1), (1, 2), (2, 0)] where signs[one] != signs[other] {
      ends.append(ordered(corners[one], corners[other], value))
    }
    if ends.count == 2 { segments.append((ends[0], ends[1])) }
  }

  private func ordered(_ one: Vertex, _ other: Vertex, _ value: (Vertex) -> Double) -> Point {
    let (first, second) = one.id < other.id ? (one, other) : (other, one)
    return between(first, second, value(first), value(second))
  }

  /// Where a function that is linear between two points is zero, kept off the ends.
  private func between(_ one: Vertex, _ other: Vertex, _ here: Double, _ there: Double) -> Point {
    let share = here == there ? 0.5 : min(0.999, max(0.001, here / (here - there)))
    return Point(
      east: one.point.east + share * (other.point.east - one.point.east),
      north: one.point.north + share * (other.point.north - one.point.north))
  }

  // MARK: Joining

  /// Segments that share an end become lines, from junction to junction.
  private static func joined(_ segments: [(Point, Point)]) -> [[Point]] {
    var number: [Point: Int] = [:]
    var points: [Point] = []
    func index(_ point: Point) -> Int {
      if let known = number[point] { return known }
      number[point] = points.count
      points.append(point)
      return points.count - 1
    }
    let edges = segments.map { (index($0.0), index($0.1)) }.filter { $0.0 != $0.1 }
    var touching = Array(repeating: [Int](), count: points.count)
    for (edge, ends) in edges.enumerated() {
      touching[ends.0].append(edge)
      touching[ends.1].append(edge)
    }
    var isUsed = Array(repeating: false, count: edges.count)
    func walk(from start: Int, along first: Int) -> [Point] {
      var line = [points[start]]
      var (here, edge) = (start, first)
      while true {
        isUsed[edge] = true
        here = edges[edge].0 == here ? edges[edge].1 : edges[edge].0
        line.append(points[here])
        guard touching[here].count == 2, let next = touching[here].first(where: { !isUsed[$0] })
        else { return line }
        edge = next
      }
    }
    var lines: [[Point]] = []
    for point in points.indices where touching[point].count != 2 {
      for edge in touching[point] where !isUsed[edge] {
        lines.append(walk(from: point, along: edge))
      }
    }
    for edge in edges.indices where !isUsed[edge] {
      lines.append(walk(from: edges[edge].0, along: edge))
    }
    return lines
  }
}

extension [EqualAreaPlane.Point] {
  /// The line without corners that lie within a distance of the rest (Douglas and Peucker 1973).
  ///
  /// The ends stay. A closed line keeps the corner farthest from its start.
  func simplified(kilometres: Double) -> [EqualAreaPlane.Point] {
    guard count > 2, let first, let last else { return self }
    var isKept = [Bool](repeating: false, count: count)
    isKept[0] = true
    isKept[count - 1] = true
    var open = [(0, count - 1)]
    if first == last {
      let far = indices.max {
        self[$0].squaredDistance(to: first) < self[$1].squaredDistance(to: first)
      }
      guard let far, far > 0, far < count - 1 else { return self }
      isKept[far] = true
      open = [(0, far), (far, count - 1)]
    }
    while let (start, end) = open.popLast() {
      guard end - start > 1 else { continue }
      var (farthest, index) = (kilometres * kilometres, -1)
      for middle in start + 1..<end {
        let square = self[middle].squaredDistance(toLineFrom: self[start], to: self[end])
        if square > farthest { (farthest, index) = (square, middle) }
      }
      guard index > 0 else { continue }
      isKept[index] = true
      open.append((start, index))
      open.append((index, end))
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
  }
}

extension EqualAreaPlane.Point {
  /// Of the straight piece between two points.
  func squaredDistance(
    toLineFrom start: EqualAreaPlane.Point, to end: EqualAreaPlane.Point
  ) -> Double {
    let (east, north) = (end.east - start.east, end.north - start.north)
    let length = east * east + north * north
    guard length > 0 else { return squaredDistance(to: start) }
    let along = ((self.east - start.east) * east + (self.north - start.north) * north) / length
    let share = min(1, max(0, along))
    return squaredDistance(
      to: .init(east: start.east + share * east, north: start.north + share * north))
  }
}
