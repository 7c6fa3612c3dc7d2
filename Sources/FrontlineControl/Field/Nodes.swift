/// What is known of sites on a day, as points that a field is drawn through.
///
/// Time is a coordinate: what was last heard of long ago lies far away, so that fresher evidence nearby
/// outvotes it.
struct Nodes: Sendable {
  let partyCount: Int
  /// Numbers a node: those of the ground, then time.
  let dimensions: Int
  private(set) var coordinates: [Double] = []
  private(set) var sites: [Int32] = []
  /// The day of the last evidence.
  private(set) var days: [Int32] = []
  /// The party likeliest to hold the site.
  private(set) var tops: [Int32] = []
  /// How sure that is against the next likeliest: tanh of half the log-odds, 0.02…0.999.
  private(set) var masses: [Double] = []
  /// 0…1: how near to the site the nearest statement is.
  private(set) var nearness: [Double] = []
  /// The log-odds.
  private(set) var odds: [Double] = []
  /// Probabilities, `partyCount` a node.
  private(set) var shares: [Double] = []
  /// Sites with evidence that speaks for no party more than for another: they are no nodes.
  private(set) var undecided: Set<Int32> = []

  var count: Int { sites.count }

  init(partyCount: Int, groundDimensions: Int) {
    self.partyCount = partyCount
    dimensions = groundDimensions + 1
  }

  /// - Parameters:
  ///   - place: Where the site lies on the ground.
  ///   - time: The time coordinate, in kilometres.
  ///   - nearness: 0…1: how near to the site the nearest statement is.
  mutating func add(
    site: Int, at place: ArraySlice<Double>, time: Double, day: Int32, shares: [Double],
    nearness: Double
  ) {
    let order = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
    guard let top = order.first else { return }
    let next = order.count > 1 ? shares[order[1]] : 0
    // Nobody is likelier than another: such a site speaks for no party.
    guard shares[top] - next > 1e-9 else {
      undecided.insert(Int32(site))
      return
    }
    coordinates += place
    coordinates.append(time)
    sites.append(Int32(site))
    days.append(day)
    tops.append(Int32(top))
    let sum = shares[top] + next
    masses.append(max(0.02, min(0.999, nearness * (shares[top] - next) / sum)))
    self.nearness.append(nearness)
    odds.append(naturalLogarithm(shares[top] / max(next, 1e-12)))
    self.shares += shares
  }

  /// Puts one set after another, for both directions of time.
  mutating func append(_ other: Nodes) {
    coordinates += other.coordinates
    sites += other.sites
    days += other.days
    tops += other.tops
    masses += other.masses
    nearness += other.nearness
    odds += other.odds
    shares += other.shares
    undecided.formUnion(other.undecided)
  }

  func index() -> NearestNodes {
    NearestNodes(
      coordinates: coordinates, dimensions: dimensions, ids: (0..<count).map(Int32.init))
  }

  func index(of party: Int) -> NearestNodes {
    index { $0 == party }
  }

  func index(where isWanted: (Int) -> Bool) -> NearestNodes {
    let wanted = (0..<count).filter { isWanted(Int(tops[$0])) }
    return NearestNodes(
      coordinates: wanted.flatMap { coordinates[$0 * dimensions..<($0 + 1) * dimensions] },
      dimensions: dimensions, ids: wanted.map(Int32.init))
  }
}
