/// The zero line of a function on a country, by marching squares; positive lies on its left.
struct SimulatedContour {
  private let halfWidth: Double
  private let halfHeight: Double
  private let step: Double
  private let columns: Int
  private let rows: Int
  /// Whether lines are closed along the country's edge, as areas need it.
  private let isClosed: Bool
  private let value: (SimulatedPoint) -> Double
  /// Cells are looked at in blocks of this many by as many.
  private static let block = 8

  init(
    halfWidth: Double, halfHeight: Double, step: Double, isClosed: Bool,
    value: @escaping (SimulatedPoint) -> Double
  ) {
    (self.halfWidth, self.halfHeight, self.step) = (halfWidth, halfHeight, step)
    columns = Int((2 * halfWidth / step).rounded()) + (isClosed ? 3 : 1)
    rows = Int((2 * halfHeight / step).rounded()) + (isClosed ? 3 : 1)
    self.isClosed = isClosed
    self.value = value
  }

  /// Polylines; a closed one ends where it starts.
  func lines() -> [[SimulatedPoint]] {
    var values = [Double](repeating: .nan, count: columns * rows)
    var follow: [Int: Int] = [:]
    var starts: [Int] = []
    for row in stride(from: 0, to: rows - 1, by: Self.block) {
      for column in stride(from: 0, to: columns - 1, by: Self.block)
      where mayCross(column, row) {
        for (start, end) in segments(inBlockAt: column, row, &values) {
          follow[start] = end
          starts.append(start)
        }
      }
    }
    return chained(starts, follow).map { edges in edges.map { crossing($0, values) } }
  }

  /// Areas: the outer ring, then its holes.
  func areas() -> [[[SimulatedPoint]]] {
    let rings = lines().filter { $0.count > 3 && $0.first == $0.last }
    var areas = rings.filter { Self.doubleArea($0) > 0 }.map { [$0] }
    for hole in rings where Self.doubleArea(hole) < 0 {
      let around = areas.indices.filter { Self.contains(areas[$0][0], hole[0]) }
      let smallest = around.min {
        Self.doubleArea(areas[$0][0]) < Self.doubleArea(areas[$1][0])
      }
      if let smallest { areas[smallest].append(hole) }
    }
    return areas
  }

  private func isEdge(_ column: Int, _ row: Int) -> Bool {
    isClosed && (column == 0 || row == 0 || column == columns - 1 || row == rows - 1)
  }

  private func point(_ column: Int, _ row: Int) -> SimulatedPoint {
    let margin = isClosed ? step : 0
    return SimulatedPoint(
      -halfWidth - margin + Double(column) * step, -halfHeight - margin + Double(row) * step)
  }

  private func mayCross(_ column: Int, _ row: Int) -> Bool {
    let last = (column: column + Self.block, row: row + Self.block)
    if isClosed, column == 0 || row == 0 || last.column >= columns - 1 || last.row >= rows - 1 {
      return true
    }
    let middle = point(column + Self.block / 2, row + Self.block / 2)
    return abs(value(middle)) < 3 * Double(Self.block) * step
  }

  private func segments(
    inBlockAt column: Int, _ row: Int, _ values: inout [Double]
  ) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    for y in row..<min(row + Self.block, rows - 1) {
      for x in column..<min(column + Self.block, columns - 1) {
        found += segments(ofCellAt: x, y, &values)
      }
    }
    return found
  }

  private func nodeValue(_ column: Int, _ row: Int, _ values: inout [Double]) -> Double {
    let index = row * columns + column
    if values[index].isNaN {
      // Just negative: the line then runs along the edge itself.
      values[index] = isEdge(column, row) ? -1e-9 : value(point(column, row))
    }
    return values[index]
  }

  /// The edges that a cell's part of the line enters and leaves by. An edge is twice the index of
  /// the node at its west or south end, and one more if it runs north.
  private func segments(
    ofCellAt x: Int, _ y: Int, _ values: inout [Double]
  ) -> [(Int, Int)] {
    let corners = [
      nodeValue(x, y, &values), nodeValue(x + 1, y, &values), nodeValue(x + 1, y + 1, &values),
      nodeValue(x, y + 1, &values),
    ]
    let node = y * columns + x
    let (south, east) = (2 * node, 2 * (node + 1) + 1)
    let (north, west) = (2 * (node + columns), 2 * node + 1)
    let mask = corners.enumerated().reduce(0) { $0 | ($1.element > 0 ? 1 << $1.offset : 0) }
    let isJoined = corners.reduce(0, +) > 0
    switch mask {
    case 1: return [(south, west)]
    case 2: return [(east, south)]
    case 3: return [(east, west)]
    case 4: return [(north, east)]
    case 5: return isJoined ? [(south, east), (north, west)] : [(south, west), (north, east)]
    case 6: return [(north, south)]
    case 7: return [(north, west)]
    case 8: return [(west, north)]
    case 9: return [(south, north)]
    case 10: return isJoined ? [(west, south), (east, north)] : [(east, south), (west, north)]
    case 11: return [(east, north)]
    case 12: return [(west, east)]
    case 13: return [(south, east)]
    case 14: return [(west, south)]
    default: return []
    }
  }

  private func chained(_ starts: [Int], _ follow: [Int: Int]) -> [[Int]] {
    let entered = Set(follow.values)
    var used: Set<Int> = []
    var chains: [[Int]] = []
    for start in starts.filter({ !entered.contains($0) }) + starts where !used.contains(start) {
      var chain = [start]
      used.insert(start)
      while let next = follow[chain[chain.count - 1]] {
        chain.append(next)
        if !used.insert(next).inserted { break }
      }
      chains.append(chain)
    }
    return chains
  }

  private func crossing(_ edge: Int, _ values: [Double]) -> SimulatedPoint {
    let first = edge / 2
    let second = edge % 2 == 0 ? first + 1 : first + columns
    let (start, end) = (point(first % columns, first / columns), values[first])
    let (stop, last) = (point(second % columns, second / columns), values[second])
    let share = end / (end - last)
    let found = SimulatedPoint(
      start.east + share * (stop.east - start.east),
      start.north + share * (stop.north - start.north))
    return SimulatedPoint(
      min(max(found.east, -halfWidth), halfWidth), min(max(found.north, -halfHeight), halfHeight))
  }

  private static func doubleArea(_ ring: [SimulatedPoint]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) {
      $0 + $1.0.east * $1.1.north - $1.1.east * $1.0.north
    }
  }

  private static func contains(_ ring: [SimulatedPoint], _ point: SimulatedPoint) -> Bool {
    zip(ring, ring.dropFirst()).reduce(false) { inside, side in
      let (start, end) = side
      guard (start.north > point.north) != (end.north > point.north) else { return inside }
      let share = (point.north - start.north) / (end.north - start.north)
      return point.east < start.east + share * (end.east - start.east) ? !inside : inside
    }
  }
}
