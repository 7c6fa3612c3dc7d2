internal import FrontlineGeometry

extension Tiling {
  /// Joins half-edges of one key into the longest possible borders.
  ///
  /// - Parameters:
  ///   - keys: By half-edge; -1 for those on no border. A half-edge with a key is on a rim.
  ///   - keyCount: One more than the greatest key.
  ///   - successor: Along rims, as in ``Regions``.
  /// - Returns: By key: half-edges head to tail. Closed borders end where they start.
  func borders(keys: [Int], keyCount: Int, successor: [Int]) -> [[[Int]]] {
    let next = joined(keys: keys, successor: successor)
    var isStart = keys.map { $0 >= 0 }
    for following in next where following >= 0 { isStart[following] = false }
    var borders = Array(repeating: [[Int]](), count: keyCount)
    var done = Array(repeating: false, count: keys.count)
    // Open borders from their starts; what is left then are closed ones, from anywhere.
    for half in keys.indices where isStart[half] {
      borders[keys[half]].append(walk(from: half, next, &done))
    }
    for half in keys.indices where keys[half] >= 0 && !done[half] {
      borders[keys[half]].append(walk(from: half, next, &done))
    }
    return borders
  }

  /// The border as a line with its region on the left; a closed one begins in the west.
  func orientedLine(_ border: [Int]) -> LineString {
    let positions =
      border.map { vertices[origin[$0]] }
      + border.suffix(1).map { vertices[end(of: $0)] }
    guard let first = positions.first, first == positions.last else { return LineString(positions) }
    return LineString(Ring(positions).startingInTheWest.positions)
  }

  /// By half-edge: the one that continues its border, or -1.
  ///
  /// That is the next along the same rim; failing that, where exactly one border ends and one starts
  /// in a vertex, that one (two regions of one party that touch in a corner share a border line).
  private func joined(keys: [Int], successor: [Int]) -> [Int] {
    var next = keys.indices.map { half in
      keys[half] >= 0 && keys[successor[half]] == keys[half] ? successor[half] : -1
    }
    var isContinued = Array(repeating: false, count: keys.count)
    for following in next where following >= 0 { isContinued[following] = true }
    var meetings: [BorderEnd: (ending: [Int], starting: [Int])] = [:]
    for half in keys.indices where keys[half] >= 0 {
      if next[half] < 0 {
        meetings[BorderEnd(key: keys[half], vertex: end(of: half)), default: ([], [])].ending
          .append(half)
      }
      if !isContinued[half] {
        meetings[BorderEnd(key: keys[half], vertex: origin[half]), default: ([], [])].starting
          .append(half)
      }
    }
    for (ending, starting) in meetings.values where ending.count == 1 && starting.count == 1 {
      next[ending[0]] = starting[0]
    }
    return next
  }

  private func walk(from first: Int, _ next: [Int], _ done: inout [Bool]) -> [Int] {
    var halves: [Int] = []
    var half = first
    while half >= 0, !done[half] {
      done[half] = true
      halves.append(half)
      half = next[half]
    }
    return halves
  }
}

private struct BorderEnd: Hashable {
  let key: Int
  let vertex: Int
}
