/// Points in boxes of a plane, for finding those nearest to a point in more dimensions.
///
/// Coordinates are kept flat, `dimensions` numbers a point, the first two in the plane. Further ones
/// only add to distances, so a search in the plane from near to far finds the nearest.
struct NearestNodes: Sendable {
  /// Some of the nearest, from near to far; of equally near ones the first by index comes first.
  struct Found {
    var indices: [Int32]
    var squares: [Double]
    var count = 0

    init(capacity: Int) {
      indices = Array(repeating: 0, count: max(1, capacity))
      squares = Array(repeating: 0, count: max(1, capacity))
    }
  }

  let dimensions: Int
  let coordinates: [Double]
  /// By place in `coordinates`: the number the caller knows the point by.
  let ids: [Int32]
  private let west: Double
  private let south: Double
  private let side: Double
  private let columns: Int
  private let rows: Int
  /// By box: where its points start in `members`; one more than there are boxes.
  private let starts: [Int32]
  private let members: [Int32]
  /// The coordinates in the order of `members`, so that a row of boxes lies in one piece.
  private let sorted: [Double]

  var count: Int { ids.count }

  /// - Parameters:
  ///   - coordinates: `dimensions` a point.
  ///   - ids: One a point, ascending.
  init(coordinates: [Double], dimensions: Int, ids: [Int32]) {
    self.coordinates = coordinates
    self.dimensions = dimensions
    self.ids = ids
    let count = ids.count
    var low = (Double.infinity, Double.infinity)
    var high = (-Double.infinity, -Double.infinity)
    for point in 0..<count {
      let (east, north) = (coordinates[point * dimensions], coordinates[point * dimensions + 1])
      low = (min(low.0, east), min(low.1, north))
      high = (max(high.0, east), max(high.1, north))
    }
    if count == 0 { (low, high) = ((0, 0), (0, 0)) }
    let extent = max(high.0 - low.0, high.1 - low.1, 1e-3)
    // Points lie in clusters, where most questions are asked: a box is small enough for those.
    let area = max(high.0 - low.0, extent / 100) * max(high.1 - low.1, extent / 100)
    side = max((0.5 * area / Double(max(1, count))).squareRoot(), extent / 512)
    (west, south) = low
    columns = Int((high.0 - low.0) / side) + 1
    rows = Int((high.1 - low.1) / side) + 1
    let (west, south, side, columns) = (west, south, side, columns)
    let box = (0..<count).map { point in
      Int((coordinates[point * dimensions + 1] - south) / side) * columns
        + Int((coordinates[point * dimensions] - west) / side)
    }
    var starts = Array(repeating: Int32(0), count: columns * rows + 1)
    for box in box { starts[box + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var members = Array(repeating: Int32(0), count: count)
    for (point, box) in box.enumerated() {
      members[Int(next[box])] = Int32(point)
      next[box] += 1
    }
    self.starts = starts
    self.members = members
    sorted = members.flatMap { member in
      coordinates[Int(member) * dimensions..<(Int(member) + 1) * dimensions]
    }
  }

  /// The points nearest to one.
  ///
  /// - Parameters:
  ///   - limit: How many; fewer if there are fewer.
  ///   - found: Written over; its room is enough for `limit`. Indices are places in `coordinates`.
  func nearest(
    _ limit: Int, to point: UnsafePointer<Double>, into found: inout Found
  ) {
    found.count = 0
    let wanted = min(limit, count)
    guard wanted > 0 else { return }
    let column = box(point[0] - west, columns)
    let row = box(point[1] - south, rows)
    var held = 0
    let farthestRing = max(column, columns - 1 - column, row, rows - 1 - row)
    found.indices.withUnsafeMutableBufferPointer { indices in
      found.squares.withUnsafeMutableBufferPointer { squares in
        guard let indices = indices.baseAddress, let squares = squares.baseAddress else { return }
        var best = Best(indices: indices, squares: squares, wanted: wanted)
        for ring in 0...farthestRing {
          if best.isFull {
            let gap = distance(toRing: ring, column, row, point)
            if gap * gap > best.worst { break }
          }
          visit(ring, column, row) { look(in: $0, point, &best) }
        }
        held = best.held
      }
    }
    found.count = held
  }

  /// The best so far, from near to far.
  private struct Best {
    let indices: UnsafeMutablePointer<Int32>
    let squares: UnsafeMutablePointer<Double>
    let wanted: Int
    var held = 0
    var worst = Double.infinity

    var isFull: Bool { held == wanted }

    @inline(__always)
    mutating func offer(_ square: Double, _ member: Int32) {
      if held == wanted, square > worst || (square == worst && member > indices[held - 1]) {
        return
      }
      var slot = held == wanted ? held - 1 : held
      while slot > 0,
        square < squares[slot - 1] || (square == squares[slot - 1] && member < indices[slot - 1])
      {
        squares[slot] = squares[slot - 1]
        indices[slot] = indices[slot - 1]
        slot -= 1
      }
      squares[slot] = square
      indices[slot] = member
      if held < wanted { held += 1 }
      if held == wanted { worst = squares[wanted - 1] }
    }
  }

  /// Offers the points of some neighbouring boxes of a row.
  @inline(__always)
  private func look(in boxes: ClosedRange<Int>, _ point: UnsafePointer<Double>, _ best: inout Best)
  {
    let (first, last) = (Int(starts[boxes.lowerBound]), Int(starts[boxes.upperBound + 1]))
    guard first < last else { return }
    sorted.withUnsafeBufferPointer { sorted in
      members.withUnsafeBufferPointer { members in
        // Plane and time only is the common case.
        if dimensions == 3 {
          let (east, north, time) = (point[0], point[1], point[2])
          for place in first..<last {
            let (eastward, northward, ago) = (
              sorted[place * 3] - east, sorted[place * 3 + 1] - north, sorted[place * 3 + 2] - time
            )
            best.offer(eastward * eastward + northward * northward + ago * ago, members[place])
          }
          return
        }
        for place in first..<last {
          var square = 0.0
          for axis in 0..<dimensions {
            let difference = sorted[place * dimensions + axis] - point[axis]
            square += difference * difference
          }
          best.offer(square, members[place])
        }
      }
    }
  }

  /// The same where there may be a shorter way than the straight one.
  ///
  /// - Parameter road: Kilometres on the ground to a point, by its id; infinite if there is no other way.
  /// - Complexity: O(*n*): a short way may lead to a point far off.
  func nearest(
    _ limit: Int, to point: UnsafePointer<Double>, road: (Int32) -> Double, into found: inout Found
  ) {
    found.count = 0
    let wanted = min(limit, count)
    guard wanted > 0 else { return }
    for member in 0..<count {
      let base = member * dimensions
      var square = 0.0
      for axis in 0..<dimensions - 1 {
        let difference = coordinates[base + axis] - point[axis]
        square += difference * difference
      }
      let way = road(ids[member])
      let ago = coordinates[base + dimensions - 1] - point[dimensions - 1]
      square = min(square, way * way) + ago * ago
      let held = found.count
      if held == wanted,
        !precedes(square, Int32(member), found.squares[held - 1], found.indices[held - 1])
      {
        continue
      }
      var slot = held == wanted ? held - 1 : held
      while slot > 0,
        precedes(square, Int32(member), found.squares[slot - 1], found.indices[slot - 1])
      {
        found.squares[slot] = found.squares[slot - 1]
        found.indices[slot] = found.indices[slot - 1]
        slot -= 1
      }
      found.squares[slot] = square
      found.indices[slot] = Int32(member)
      if held < wanted { found.count += 1 }
    }
  }

  @inline(__always)
  private func precedes(_ one: Double, _ index: Int32, _ other: Double, _ another: Int32) -> Bool {
    one < other || (one == other && index < another)
  }

  private func box(_ offset: Double, _ count: Int) -> Int {
    min(count - 1, max(0, Int(max(0, offset) / side)))
  }

  /// The least distance in the plane from the point to any box of a ring round its own.
  private func distance(
    toRing ring: Int, _ column: Int, _ row: Int, _ point: UnsafePointer<Double>
  ) -> Double {
    guard ring > 0 else { return 0 }
    let inner = Double(ring - 1)
    let (east, north) = (point[0] - west, point[1] - south)
    let alongRow = min(
      east - (Double(column) - inner) * side, (Double(column) + inner + 1) * side - east)
    let alongColumn = min(
      north - (Double(row) - inner) * side, (Double(row) + inner + 1) * side - north)
    return max(0, min(alongRow, alongColumn))
  }

  /// Hands on the boxes of a ring, one stretch of a row at a time.
  @inline(__always)
  private func visit(_ ring: Int, _ column: Int, _ row: Int, _ body: (ClosedRange<Int>) -> Void) {
    let (south, north) = (max(0, row - ring), min(rows - 1, row + ring))
    guard south <= north else { return }
    for y in south...north {
      let start = y * columns
      if abs(y - row) == ring {
        let (first, last) = (max(0, column - ring), min(columns - 1, column + ring))
        if first <= last { body(start + first...start + last) }
      } else {
        if column - ring >= 0 { body(start + column - ring...start + column - ring) }
        if column + ring < columns { body(start + column + ring...start + column + ring) }
      }
    }
  }
}
