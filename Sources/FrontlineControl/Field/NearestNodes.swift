/// Points in a tree, for finding those nearest to a point.
///
/// A k-d tree (J. L. Bentley 1975): each branch halves its points along the axis on which they lie farthest apart,
/// so that a search costs the same however clustered the points and however far the nearest of them.
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
  /// Places in `coordinates`, those of one leaf side by side.
  private let members: [Int32]
  /// The coordinates in the order of `members`.
  private let sorted: [Double]
  /// Branches and leaves, the root first.
  private let branches: [Branch]

  private struct Branch {
    /// Of its points in `members`.
    var first: Int32
    var last: Int32
    /// -1 for a leaf.
    var axis: Int32 = -1
    /// Points before the branch's middle have no more than this on the axis, the others no less.
    var split = 0.0
    /// The first child comes right after its parent.
    var second: Int32 = 0
  }

  private static let leafSize = 10

  var count: Int { ids.count }

  /// - Parameters:
  ///   - coordinates: `dimensions` a point.
  ///   - ids: One a point, ascending.
  init(coordinates: [Double], dimensions: Int, ids: [Int32]) {
    self.coordinates = coordinates
    self.dimensions = dimensions
    self.ids = ids
    var members = ids.indices.map(Int32.init)
    var branches: [Branch] = []
    branches.reserveCapacity(4 * ids.count / NearestNodes.leafSize + 1)
    coordinates.withUnsafeBufferPointer { coordinates in
      members.withUnsafeMutableBufferPointer { members in
        NearestNodes.grow(
          0, members.count, members, Axes(coordinates: coordinates, dimensions: dimensions),
          &branches)
      }
    }
    self.members = members
    self.branches = branches
    sorted = members.flatMap { member in
      coordinates[Int(member) * dimensions..<(Int(member) + 1) * dimensions]
    }
  }

  // MARK: Growing

  private struct Axes {
    let coordinates: UnsafeBufferPointer<Double>
    let dimensions: Int

    @inline(__always)
    func value(_ member: Int32, _ axis: Int) -> Double {
      coordinates[Int(member) * dimensions + axis]
    }

    /// The axis on which some points lie farthest apart; nil if all are in one place.
    func widest(of members: UnsafeMutableBufferPointer<Int32>, _ range: Range<Int>) -> Int? {
      var widest: (axis: Int, extent: Double)?
      for axis in 0..<dimensions {
        var (low, high) = (Double.infinity, -Double.infinity)
        for place in range {
          let value = value(members[place], axis)
          low = min(low, value)
          high = max(high, value)
        }
        if high - low > widest?.extent ?? 0 { widest = (axis, high - low) }
      }
      return widest?.axis
    }
  }

  private static func grow(
    _ first: Int, _ last: Int, _ members: UnsafeMutableBufferPointer<Int32>, _ axes: Axes,
    _ branches: inout [Branch]
  ) {
    let own = branches.count
    branches.append(Branch(first: Int32(first), last: Int32(last)))
    guard last - first > leafSize, let axis = axes.widest(of: members, first..<last) else { return }
    let middle = (first + last) / 2
    select(middle, in: first..<last, of: members) { axes.value($0, axis) }
    branches[own].axis = Int32(axis)
    branches[own].split = axes.value(members[middle], axis)
    grow(first, middle, members, axes, &branches)
    branches[own].second = Int32(branches.count)
    grow(middle, last, members, axes, &branches)
  }

  /// Puts members in order so far that none before `middle` has more than it and none after it less (quickselect,
  /// C. A. R. Hoare 1961).
  @inline(__always)
  private static func select(
    _ middle: Int, in range: Range<Int>, of members: UnsafeMutableBufferPointer<Int32>,
    by value: (Int32) -> Double
  ) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = value(members[(low + high) / 2])
      var (left, right) = (low, high)
      while left <= right {
        while value(members[left]) < pivot { left += 1 }
        while value(members[right]) > pivot { right -= 1 }
        guard left <= right else { break }
        members.swapAt(left, right)
        left += 1
        right -= 1
      }
      if middle <= right {
        high = right
      } else if middle >= left {
        low = left
      } else {
        return
      }
    }
  }

  // MARK: Searching

  /// The points nearest to one.
  ///
  /// - Parameters:
  ///   - limit: How many; fewer if there are fewer.
  ///   - found: Written over; its room is enough for `limit`. Indices are places in `coordinates`.
  func nearest(_ limit: Int, to point: UnsafePointer<Double>, into found: inout Found) {
    found.count = 0
    let wanted = min(limit, count)
    guard wanted > 0 else { return }
    var held = 0
    found.indices.withUnsafeMutableBufferPointer { indices in
      found.squares.withUnsafeMutableBufferPointer { squares in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: dimensions) { offsets in
          guard let indices = indices.baseAddress, let squares = squares.baseAddress,
            let offsets = offsets.baseAddress
          else { return }
          offsets.initialize(repeating: 0, count: dimensions)
          var best = Best(indices: indices, squares: squares, wanted: wanted)
          search(0, 0, point, offsets, &best)
          held = best.held
        }
      }
    }
    found.count = held
  }

  /// - Parameters:
  ///   - square: Of the least distance from the point to the branch.
  ///   - offsets: By axis, the parts of that distance.
  private func search(
    _ branch: Int, _ square: Double, _ point: UnsafePointer<Double>,
    _ offsets: UnsafeMutablePointer<Double>, _ best: inout Best
  ) {
    let own = branches.withUnsafeBufferPointer { $0[branch] }
    guard own.axis >= 0 else { return look(Int(own.first), Int(own.last), point, &best) }
    let axis = Int(own.axis)
    let gap = point[axis] - own.split
    let second = Int(own.second)
    let (near, far) = gap < 0 ? (branch + 1, second) : (second, branch + 1)
    search(near, square, point, offsets, &best)
    let before = offsets[axis]
    // Not beyond by less than what rounding makes of a sum of squares.
    let farther = square - before * before + gap * gap
    guard farther * (1 - 1e-12) <= best.worst else { return }
    offsets[axis] = gap
    search(far, farther, point, offsets, &best)
    offsets[axis] = before
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

  /// Offers the points of a leaf.
  @inline(__always)
  private func look(
    _ first: Int, _ last: Int, _ point: UnsafePointer<Double>, _ best: inout Best
  ) {
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
}
