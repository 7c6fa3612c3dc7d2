/// How places lie: how far apart, and whether all over the land or in clusters.
struct PlacePattern: Hashable, Sendable {
  /// The median distance of a place to its nearest neighbour, kilometres; nil for fewer than two places.
  var spacing: Double?
  /// The mean distance to the nearest neighbour over what it would be if as many places were strewn over the
  /// same land by lot: 1 by lot, less in clusters (P. J. Clark and F. C. Evans, "Distance to nearest
  /// neighbor as a measure of spatial relationships in populations", Ecology 35, 1954).
  var dispersion = 0.0
  private let count: Int

  /// - Parameter coordinates: `dimensions` a place; the first two span the plane.
  init(_ coordinates: [Double], dimensions: Int) {
    let count = dimensions > 0 ? coordinates.count / dimensions : 0
    self.count = count
    let index = NearestNodes(
      coordinates: coordinates, dimensions: dimensions, ids: (0..<count).map(Int32.init))
    var found = NearestNodes.Found(capacity: 2)
    var gaps: [Double] = []
    coordinates.withUnsafeBufferPointer { coordinates in
      guard let base = coordinates.baseAddress else { return }
      for place in 0..<count {
        index.nearest(2, to: base + place * dimensions, into: &found)
        if found.count == 2 { gaps.append(found.squares[1].squareRoot()) }
      }
    }
    guard !gaps.isEmpty else { return }
    gaps.sort()
    spacing = gaps[gaps.count / 2]
    let points = (0..<count).map {
      (east: coordinates[$0 * dimensions], north: coordinates[$0 * dimensions + 1])
    }
    let area = PlacePattern.hullArea(points)
    guard area > 0 else { return }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    dispersion = mean / (0.5 * (area / Double(count)).squareRoot())
  }

  /// How far evidence speaks for the land round it where nobody says, kilometres.
  ///
  /// In clusters (valleys, oases), and of so few places that nobody can tell: three times the spacing, 8…40. Where
  /// places lie all over the land, not far apart, gaps between them are chance, and evidence reaches over them: twelve
  /// times, 8…40.
  var reach: Double {
    guard let spacing else { return PlacePattern.leastReach }
    let isSpread = dispersion > 0.6 && isDense && count >= PlacePattern.fewest
    return min(
      PlacePattern.greatestReach, max(PlacePattern.leastReach, spacing * (isSpread ? 12 : 3)))
  }

  private var isDense: Bool { (spacing ?? .infinity) * 12 <= 2 * PlacePattern.greatestReach }
  private static let leastReach = 8.0
  private static let fewest = 100
  private static let greatestReach = 40.0

  /// Of the convex hull (A. M. Andrew 1979).
  private static func hullArea(_ points: [(east: Double, north: Double)]) -> Double {
    let sorted = points.sorted { ($0.east, $0.north) < ($1.east, $1.north) }
    func chain(_ points: [(east: Double, north: Double)]) -> [(east: Double, north: Double)] {
      var chain: [(east: Double, north: Double)] = []
      for point in points {
        while chain.count > 1 {
          let (one, two) = (chain[chain.count - 2], chain[chain.count - 1])
          let turn =
            (two.east - one.east) * (point.north - one.north)
            - (two.north - one.north) * (point.east - one.east)
          guard turn <= 0 else { break }
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    let hull = chain(sorted) + chain(sorted.reversed())
    guard hull.count > 2 else { return 0 }
    var twice = 0.0
    for index in hull.indices {
      let next = hull[(index + 1) % hull.count]
      twice += hull[index].east * next.north - next.east * hull[index].north
    }
    return abs(twice) / 2
  }
}
