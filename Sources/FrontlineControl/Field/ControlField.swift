public import FrontlineGeometry

/// Who holds every point of a theatre, how far from the line it lies, and how sure that is.
///
/// Signed distances to the opposing evidence, interpolated by ordinary kriging with a linear variogram
/// in space and time (see `Nodes`). The line is where the first two parties' distances are equal.
public struct ControlField: Sendable {
  public let ground: Ground
  let nodes: Nodes
  let parameters: FieldParameters
  let noise: NoiseLevel
  public let method: ControlMethod
  private let targets: Targets
  private let nuggets: [Double]
  /// By node; nil if there are no corridors.
  private let roads: RoadTables?
  private let all: NearestNodes
  private let ofParty: [NearestNodes]
  /// By node: how far it speaks for the land, kilometres.
  private let reaches: [Double]
  /// By node: belief in its party, with its age.
  private let certainties: [Double]

  /// What the field says of one point.
  public struct Sample: Hashable, Sendable {
    /// The party whose signed distance is greatest, or -1 where there is no evidence at all.
    public var top: Int
    public var next: Int
    /// Half the difference of the two, kilometres, 0 or more: the distance to the line.
    public var margin: Double
    /// The same in units of the distance to the evidence on either side: doubt is a function of this.
    public var tau: Double
  }

  /// Memory for looking at points; one a thread.
  public final class Scratch {
    /// Signed distance by party, kilometres; of the point looked at last.
    public internal(set) var phi: [Double]
    /// By party, how far inside its evidence's reach the point lies, kilometres; negative outside.
    public fileprivate(set) var reach: [Double]
    fileprivate var radius: [Double]
    var isPresent: [Bool]
    fileprivate var place: [Double]
    fileprivate var access: RoadNetwork.Access?
    var neighbours: NearestNodes.Found
    fileprivate var few = NearestNodes.Found(capacity: 8)
    fileprivate let kriging: Kriging

    fileprivate init(parties: Int, dimensions: Int, neighbours: Int) {
      phi = Array(repeating: 0, count: parties)
      reach = Array(repeating: 0, count: parties)
      radius = Array(repeating: 0, count: parties)
      isPresent = Array(repeating: false, count: parties)
      place = Array(repeating: 0, count: dimensions)
      self.neighbours = NearestNodes.Found(capacity: neighbours)
      kriging = Kriging(capacity: neighbours)
    }
  }

  public var partyCount: Int { nodes.partyCount }
  public var isEmpty: Bool { nodes.count == 0 }
  public var sigma: Double { parameters.sigma }

  init(
    _ nodes: Nodes, ground: Ground, parameters: FieldParameters, noise: NoiseLevel,
    method: ControlMethod, roads: RoadTables?, reachKilometres: Double, ageInDays: (Int) -> Int
  ) {
    self.nodes = nodes
    self.ground = ground
    self.parameters = parameters
    self.noise = noise
    self.method = method
    self.roads = roads
    all = nodes.index()
    ofParty = (0..<nodes.partyCount).map { nodes.index(of: $0) }
    targets = Targets(nodes, ofParty, mass: noise.mass, cap: parameters.capKilometres, roads: roads)
    nuggets = nodes.masses.map {
      ControlField.baseNugget + noise.doubtNugget * (1 - $0) / $0
    }
    reaches = (0..<nodes.count).map {
      let moved = -nodes.coordinates[($0 + 1) * nodes.dimensions - 1]
      return max(reachKilometres * 2 / 3, reachKilometres - (moved / 2).rounded(.down))
    }
    certainties = (0..<nodes.count).map { node in
      let share = nodes.shares[node * nodes.partyCount + Int(nodes.tops[node])]
      let kept = exponentialOf(-2 * parameters.changePerDay * Double(ageInDays(node)))
      return kept * share + (1 - kept) / Double(nodes.partyCount)
    }
  }

  /// Distance of the lines of a grid that shows all the field can say, kilometres: a third of the median
  /// distance between places near a front, 0.5…2.
  public var gridKilometres: Double {
    if let given = parameters.gridKilometres { return given }
    var gaps: [Double] = []
    var found = NearestNodes.Found(capacity: 2)
    nodes.coordinates.withUnsafeBufferPointer { coordinates in
      guard let base = coordinates.baseAddress else { return }
      for node in 0..<nodes.count where targets.halfGaps[node] < parameters.nearKilometres {
        all.nearest(2, to: base + node * nodes.dimensions, into: &found)
        if found.count == 2 { gaps.append(found.squares[1].squareRoot()) }
      }
    }
    guard !gaps.isEmpty else { return 1 }
    return min(2, max(0.5, gaps.sorted()[gaps.count / 2] / 3))
  }

  /// How far either side of a line between two parties the true line lies, kilometres, for a number of
  /// standard deviations.
  public func halfWidth(
    at point: EqualAreaPlane.Point, between parties: [Int], deviations: Double,
    with scratch: Scratch
  ) -> Double {
    _ = sample(at: point, with: scratch)
    scratch.place.withUnsafeMutableBufferPointer { place in
      guard let base = place.baseAddress else { return }
      for party in parties { measure(party, at: base, scratch) }
    }
    let gap = parties.reduce(0) { $0 + scratch.radius[$1] } / Double(max(1, parties.count))
    return gap * deviations * sigma
  }

  /// Half the distance on the ground from a point to the nearest node, other than one at the point itself.
  public func halfGap(at point: EqualAreaPlane.Point) -> Double {
    var nearest = Double.infinity
    for node in 0..<nodes.count {
      let base = node * nodes.dimensions
      let other = EqualAreaPlane.Point(
        east: nodes.coordinates[base], north: nodes.coordinates[base + 1])
      let square = other.squaredDistance(to: point)
      if square > 0.0025 { nearest = min(nearest, square) }
    }
    return nearest.squareRoot() / 2
  }

  /// Whether an area that contains some positions only may stand by itself: the places in it, taken together, say
  /// that the party holds them.
  public func supports(_ party: Int, in contains: (EqualAreaPlane.Point) -> Bool) -> Bool {
    var odds = 0.0
    for node in 0..<nodes.count {
      let place = node * nodes.dimensions
      guard
        contains(.init(east: nodes.coordinates[place], north: nodes.coordinates[place + 1]))
      else { continue }
      odds += Int(nodes.tops[node]) == party ? nodes.odds[node] : -nodes.odds[node]
    }
    return odds >= ControlField.sureOdds
  }

  /// Ninety-nine to one, as a logarithm.
  private static let sureOdds = 4.595

  /// The sizes of weights, which sum to 1, sum to no more where distances are those of a plane.
  private static let wildest = 2.0

  /// What a node that nobody doubts may differ from the field, kilometres.
  private static let baseNugget = 1.0

  public func scratch() -> Scratch {
    Scratch(
      parties: partyCount, dimensions: nodes.dimensions,
      neighbours: max(1, min(parameters.neighbours, nodes.count)))
  }

  /// Looks at a point of the ground's plane.
  public func sample(
    at point: EqualAreaPlane.Point, with scratch: Scratch
  ) -> Sample {
    guard nodes.count > 0 else { return Sample(top: -1, next: -1, margin: 0, tau: 0) }
    return scratch.place.withUnsafeMutableBufferPointer { place in
      guard let place = place.baseAddress else {
        return Sample(top: -1, next: -1, margin: 0, tau: 0)
      }
      ground.locate(point, into: place)
      place[nodes.dimensions - 1] = 0
      scratch.access = roads?.network.access(from: point)
      find(parameters.neighbours, in: all, near: place, scratch.access, into: &scratch.neighbours)
      markPresent(scratch)
      distances(at: place, scratch)
      let sample = conclude(at: place, scratch)
      return sample
    }
  }

  /// The nearest nodes, by corridors where these are shorter.
  private func find(
    _ limit: Int, in index: NearestNodes, near place: UnsafePointer<Double>,
    _ access: RoadNetwork.Access?, into found: inout NearestNodes.Found
  ) {
    guard let roads, let access else { return index.nearest(limit, to: place, into: &found) }
    index.nearest(
      limit, to: place, road: { roads.kilometres(Int($0), to: access) }, into: &found)
  }

  /// Which parties have a node among the nearest; for kriging, any node: the neighbours tell how far it is.
  private func markPresent(_ scratch: Scratch) {
    let isAsked = method == .kriging && !isFarBehind(scratch)
    for party in 0..<partyCount { scratch.isPresent[party] = isAsked && ofParty[party].count > 0 }
    for slot in 0..<scratch.neighbours.count {
      scratch.isPresent[Int(nodes.tops[Int(scratch.neighbours.indices[slot])])] = true
    }
  }

  /// Whether all neighbours are of one party, and the nearest so much nearer than any other's that no band comes here:
  /// nothing needs to be solved.
  private func isFarBehind(_ scratch: Scratch) -> Bool {
    guard scratch.neighbours.count > 0 else { return false }
    let party = nodes.tops[Int(scratch.neighbours.indices[0])]
    var half = parameters.capKilometres
    var mass = 0.0
    var radius = Double.infinity
    for slot in 0..<scratch.neighbours.count {
      let node = Int(scratch.neighbours.indices[slot])
      guard nodes.tops[node] == party else { return false }
      half = min(half, targets.values[node * partyCount + Int(party)])
      mass += nodes.masses[node]
      if mass >= 1 { radius = min(radius, scratch.neighbours.squares[slot].squareRoot()) }
    }
    return radius < half / 2
  }

  /// The signed distances.
  private func distances(at place: UnsafePointer<Double>, _ scratch: Scratch) {
    let cap = parameters.capKilometres
    let present = (0..<partyCount).reduce(0) { $0 + (scratch.isPresent[$1] ? 1 : 0) }
    for party in 0..<partyCount {
      scratch.phi[party] = scratch.isPresent[party] ? cap : -cap
    }
    guard present > 1 else { return }
    switch method {
    case .kriging: krige(at: place, scratch)
    case .tessellation: tessellate(scratch)
    case .nearest: vote(scratch)
    case .naturalNeighbour: shareOut(at: place, scratch)
    }
  }

  /// By the nearest place of each party: the line is half way between two.
  private func tessellate(_ scratch: Scratch) {
    let cap = parameters.capKilometres
    for party in 0..<partyCount { scratch.radius[party] = .infinity }
    for slot in 0..<scratch.neighbours.count {
      let party = Int(nodes.tops[Int(scratch.neighbours.indices[slot])])
      scratch.radius[party] = min(
        scratch.radius[party], scratch.neighbours.squares[slot].squareRoot())
    }
    for party in 0..<partyCount where scratch.isPresent[party] {
      var rival = Double.infinity
      for other in 0..<partyCount where other != party {
        rival = min(rival, scratch.radius[other])
      }
      scratch.phi[party] = max(-cap, min(cap, (rival - scratch.radius[party]) / 2))
    }
  }

  private func krige(at place: UnsafePointer<Double>, _ scratch: Scratch) {
    let count = scratch.neighbours.count
    let dimensions = nodes.dimensions
    let farthest = scratch.neighbours.squares[count - 1].squareRoot()
    // Any constant above the distances gives the same weights; with it the matrix is positive definite.
    let constant = 4 * farthest + 1
    nodes.coordinates.withUnsafeBufferPointer { coordinates in
      scratch.neighbours.indices.withUnsafeBufferPointer { neighbours in
        let isSolved = scratch.kriging.solve(
          count,
          covariance: { one, other in
            constant
              - distance(Int(neighbours[one]), Int(neighbours[other]), coordinates, dimensions)
          },
          variance: { constant + nuggets[Int(neighbours[$0])] + 1e-6 },
          target: { constant - scratch.neighbours.squares[$0].squareRoot() })
        // Ways along corridors need not be distances of any space, and kriging may then set places against each
        // other; the nearer counts the more instead.
        if !isSolved || (roads != nil && scratch.kriging.size(count) > ControlField.wildest) {
          scratch.kriging.weigh(byDistance: scratch.neighbours)
        }
      }
    }
    for party in 0..<partyCount where scratch.isPresent[party] {
      var sum = 0.0
      for slot in 0..<count {
        sum +=
          scratch.kriging.weights[slot]
          * targets.values[Int(scratch.neighbours.indices[slot]) * partyCount + party]
      }
      scratch.phi[party] = sum
    }
  }

  /// Between two nodes, in space and time.
  @inline(__always)
  private func distance(
    _ one: Int, _ other: Int, _ coordinates: UnsafeBufferPointer<Double>, _ dimensions: Int
  ) -> Double {
    let (left, right) = (one * dimensions, other * dimensions)
    var square = 0.0
    for axis in 0..<dimensions - 1 {
      let difference = coordinates[left + axis] - coordinates[right + axis]
      square += difference * difference
    }
    if let roads {
      let way = roads.kilometres(one, other)
      square = min(square, way * way)
    }
    let ago = coordinates[left + dimensions - 1] - coordinates[right + dimensions - 1]
    return (square + ago * ago).squareRoot()
  }

  private func conclude(at place: UnsafePointer<Double>, _ scratch: Scratch) -> Sample {
    let cap = parameters.capKilometres
    var (top, next) = (-1, -1)
    for party in 0..<partyCount {
      if top < 0 || scratch.phi[party] > scratch.phi[top] {
        (top, next) = (party, top)
      } else if next < 0 || scratch.phi[party] > scratch.phi[next] {
        next = party
      }
    }
    // What lies beyond the cap is as if it were not there.
    let margin = next < 0 ? cap : (scratch.phi[top] - scratch.phi[next]) / 2
    let isContest = next >= 0 && scratch.isPresent[next] && margin < cap - 1e-6
    for party in 0..<partyCount {
      if party != top, scratch.phi[party] <= 1e-6 - cap { scratch.isPresent[party] = false }
      guard party == top || scratch.isPresent[party] else {
        scratch.reach[party] = -cap
        continue
      }
      measure(party, at: place, scratch)
    }
    guard isContest else {
      return Sample(top: top, next: next, margin: cap, tau: ControlField.certain)
    }
    let gap = max(0.1, (scratch.radius[top] + scratch.radius[next]) / 2)
    return Sample(
      top: top, next: next, margin: margin, tau: min(ControlField.certain, margin / gap))
  }

  /// Whether all that is known round a site leaves no doubt who holds it, whatever is said of the site itself: the line
  /// runs elsewhere, outside the band that holds half of the chance, and others within reach speak for the same party.
  ///
  /// - Parameter sample: Of the site, looked at last.
  func isOutvoted(_ site: Int, _ sample: Sample, _ scratch: Scratch) -> Bool {
    guard sample.top >= 0, sample.tau > 0.674_489_75 * sigma else { return false }
    return (0..<scratch.neighbours.count).contains { slot in
      let node = Int(scratch.neighbours.indices[slot])
      return Int(nodes.sites[node]) != site && Int(nodes.tops[node]) == sample.top
        && scratch.neighbours.squares[slot] < reaches[node] * reaches[node]
    }
  }

  /// More than any point between two parties has.
  static let certain = 9.0

  /// How far a party's evidence reaches past the point, and at what distance it has a mass of 1.
  private func measure(_ party: Int, at place: UnsafePointer<Double>, _ scratch: Scratch) {
    findFew(8, of: party, near: place, scratch)
    let time = place[nodes.dimensions - 1]
    var reach = -parameters.capKilometres
    var mass = 0.0
    var radius = -1.0
    for slot in 0..<scratch.few.count {
      let node = Int(scratch.few.indices[slot])
      let distance = scratch.few.squares[slot].squareRoot()
      let ago = nodes.coordinates[node * nodes.dimensions + nodes.dimensions - 1] - time
      let apart = max(0, scratch.few.squares[slot] - ago * ago).squareRoot()
      reach = max(reach, reaches[node] - apart)
      if slot < 6 {
        mass += nodes.masses[node]
        if radius < 0, mass >= 1 { radius = distance }
        if slot == min(5, scratch.few.count - 1), radius < 0 { radius = distance }
      }
    }
    scratch.reach[party] = reach
    scratch.radius[party] = max(0, radius)
  }

  /// The nodes of a party nearest to the point looked at last: of those found already, if these are enough.
  private func findFew(
    _ limit: Int, of party: Int, near place: UnsafePointer<Double>, _ scratch: Scratch
  ) {
    scratch.few.count = 0
    for slot in 0..<scratch.neighbours.count where scratch.few.count < limit {
      let node = scratch.neighbours.indices[slot]
      guard Int(nodes.tops[Int(node)]) == party else { continue }
      scratch.few.indices[scratch.few.count] = node
      scratch.few.squares[scratch.few.count] = scratch.neighbours.squares[slot]
      scratch.few.count += 1
    }
    let index = ofParty[party]
    guard scratch.few.count < min(limit, index.count) else { return }
    find(limit, in: index, near: place, scratch.access, into: &scratch.few)
    for slot in 0..<scratch.few.count {
      scratch.few.indices[slot] = index.ids[Int(scratch.few.indices[slot])]
    }
  }

  /// The probability of each party at the point looked at last, by party; sums to 1 or is all 0.
  ///
  /// By the distance to the line, and no surer than the best evidence nearby, with its age.
  public func probabilities(_ sample: Sample, _ scratch: Scratch) -> [Double] {
    var shares = shares(sample, scratch)
    guard sample.top >= 0 else { return shares }
    let limit = certainty(of: sample.top, scratch)
    guard shares[sample.top] > limit else { return shares }
    let rest = shares.indices.filter { $0 != sample.top }
    let others = rest.reduce(0) { $0 + shares[$1] }
    for party in rest {
      shares[party] =
        others > 1e-9
        ? shares[party] / others * (1 - limit) : (1 - limit) / Double(max(1, rest.count))
    }
    shares[sample.top] = limit
    return shares
  }

  /// Belief in a party by the nearest few of its nodes.
  private func certainty(of party: Int, _ scratch: Scratch) -> Double {
    scratch.place.withUnsafeBufferPointer { place in
      guard let base = place.baseAddress else { return }
      findFew(4, of: party, near: base, scratch)
    }
    // Neighbours confirm each other, but are not independent: the nearest counts whole, the others half; and
    // a statement about a wide area is one statement, however many places it is about, so that those that
    // nobody spoke of themselves confirm nothing.
    var doubt = 1.0
    var best = 0.0
    for slot in 0..<scratch.few.count {
      let node = Int(scratch.few.indices[slot])
      let weight = slot == 0 ? 1 : nodes.nearness[node] < 1 ? 0 : 0.5
      doubt *= exponentialOf(weight * naturalLogarithm(max(1e-6, 1 - certainties[node])))
      best = max(best, certainties[node])
    }
    return max(best, 1 - doubt)
  }

  /// The nodes of a party nearest to a point in space and time, the nearest first.
  func neighbours(of party: Int, near point: EqualAreaPlane.Point, limit: Int) -> [Int] {
    guard party >= 0, party < partyCount else { return [] }
    var place = Array(repeating: 0.0, count: nodes.dimensions)
    var found = NearestNodes.Found(capacity: limit)
    place.withUnsafeMutableBufferPointer { place in
      guard let base = place.baseAddress else { return }
      ground.locate(point, into: base)
      find(
        limit, in: ofParty[party], near: base, roads?.network.access(from: point), into: &found)
    }
    return found.indices[0..<found.count].map { Int(ofParty[party].ids[Int($0)]) }
  }

  /// The probability of each party at a point, given its signed distances and doubt; sums to 1.
  private func shares(_ sample: Sample, _ scratch: Scratch) -> [Double] {
    var shares = Array(repeating: 0.0, count: partyCount)
    guard sample.top >= 0 else { return shares }
    // Nothing is weighed in these: the nearest place's word stands.
    guard method != .tessellation, sample.tau < ControlField.certain else {
      shares[sample.top] = 1
      return shares
    }
    if method == .nearest || method == .naturalNeighbour { return votes(scratch) }
    if partyCount == 2 {
      shares[sample.top] = normalShare(below: sample.tau / sigma)
      shares[1 - sample.top] = 1 - shares[sample.top]
      return shares
    }
    for party in 0..<partyCount where scratch.isPresent[party] {
      let rival = party == sample.top ? sample.next : sample.top
      let gap = max(0.1, (scratch.radius[party] + scratch.radius[rival]) / 2)
      let tau = (scratch.phi[party] - scratch.phi[rival]) / 2 / gap
      shares[party] = normalShare(below: tau / sigma)
    }
    let sum = shares.reduce(0, +)
    return sum > 0 ? shares.map { $0 / sum } : shares
  }
}

/// How a field is drawn through the places.
public enum ControlMethod: String, Hashable, Sendable, CaseIterable {
  /// Signed distances, kriged in space and time: what we recommend.
  case kriging
  /// Each point goes to who holds the nearest place (Voronoi cells), by its latest claim.
  case tessellation
  /// The five nearest places vote.
  case nearest
  /// Sibson's natural neighbours, by the places' latest claims.
  case naturalNeighbour = "natural-neighbour"
}
