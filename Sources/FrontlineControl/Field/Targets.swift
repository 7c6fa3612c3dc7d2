/// For each node and party, half the distance to the evidence against, signed: what the field is made to
/// pass through.
struct Targets: Sendable {
  /// Kilometres, `partyCount` a node: positive for the node's own party.
  let values: [Double]
  /// By node: half the distance to the second nearest opposing node, capped.
  let halfGaps: [Double]

  /// - Parameters:
  ///   - mass: The distance counts to where opposing nodes' masses sum to this; 0 for the nearest node.
  ///   - cap: In kilometres.
  ///   - roads: By node; nil if there are no corridors.
  init(
    _ nodes: Nodes, _ indices: [NearestNodes], mass: Double, cap: Double, roads: RoadTables? = nil
  ) {
    let parties = nodes.partyCount
    var values = Array(repeating: 0.0, count: nodes.count * parties)
    var halfGaps = Array(repeating: cap, count: nodes.count)
    var found = NearestNodes.Found(capacity: 6)
    nodes.coordinates.withUnsafeBufferPointer { coordinates in
      guard let base = coordinates.baseAddress else { return }
      for node in 0..<nodes.count {
        let top = Int(nodes.tops[node])
        let place = base + node * nodes.dimensions
        var opposing: [(square: Double, mass: Double)] = []
        for party in 0..<parties where party != top && indices[party].count > 0 {
          if let roads, roads.places[node] != nil {
            indices[party].nearest(
              6, to: place, road: { roads.kilometres(Int($0), node) }, into: &found)
          } else {
            indices[party].nearest(6, to: place, into: &found)
          }
          let theirs = (0..<found.count).map { slot in
            (
              square: found.squares[slot],
              mass: nodes.masses[Int(indices[party].ids[Int(found.indices[slot])])]
            )
          }
          values[node * parties + party] = -Targets.half(theirs, mass: mass, cap: cap)
          opposing += theirs
        }
        for party in 0..<parties where party != top && indices[party].count == 0 {
          values[node * parties + party] = -cap
        }
        if parties > 2 { opposing.sort { $0.square < $1.square } }
        values[node * parties + top] = Targets.half(opposing, mass: mass, cap: cap)
        if opposing.count > 1 {
          halfGaps[node] = min(cap, opposing[1].square.squareRoot() / 2)
        }
      }
    }
    self.values = values
    self.halfGaps = halfGaps
  }

  /// Half the distance at which the masses of at most six reach a sum, the nearest first.
  private static func half(
    _ nearest: [(square: Double, mass: Double)], mass: Double, cap: Double
  ) -> Double {
    guard !nearest.isEmpty else { return cap }
    var sum = 0.0
    for one in nearest.prefix(6) {
      sum += one.mass
      if sum >= mass { return min(cap, one.square.squareRoot() / 2) }
    }
    return min(cap, nearest[min(5, nearest.count - 1)].square.squareRoot() / 2)
  }
}

/// How contradictory the labels near a front are, and what follows for the field.
struct NoiseLevel: Hashable, Sendable {
  /// The sum of masses of opposing nodes that counts as evidence.
  var mass: Double
  /// How much a node's doubt loosens the field's hold on it.
  var doubtNugget: Double
  /// The share of nodes near a front that nobody around agrees with; nil if there are too few to say.
  var isolation: Double?

  /// - Parameter targets: With the second nearest opposing node.
  init(_ nodes: Nodes, _ index: NearestNodes, halfGaps: [Double]) {
    let near = (0..<nodes.count).filter { halfGaps[$0] < NoiseLevel.nearKilometres }
    guard near.count >= NoiseLevel.leastNodes else {
      self.init(mass: 0.5, doubtNugget: 3, isolation: nil)
      return
    }
    var found = NearestNodes.Found(capacity: 6)
    var alone = 0
    nodes.coordinates.withUnsafeBufferPointer { coordinates in
      guard let base = coordinates.baseAddress else { return }
      for node in near {
        index.nearest(6, to: base + node * nodes.dimensions, into: &found)
        let others = found.indices[0..<found.count].filter { Int($0) != node }.prefix(5)
        if others.allSatisfy({ nodes.tops[Int($0)] != nodes.tops[node] }) { alone += 1 }
      }
    }
    let share = Double(alone) / Double(near.count)
    switch share {
    case ..<0.02: self.init(mass: 0, doubtNugget: 1, isolation: share)
    case ..<0.045: self.init(mass: 0.5, doubtNugget: 3, isolation: share)
    default: self.init(mass: 1, doubtNugget: 5, isolation: share)
    }
  }

  init(mass: Double, doubtNugget: Double, isolation: Double?) {
    self.mass = mass
    self.doubtNugget = doubtNugget
    self.isolation = isolation
  }

  private static let nearKilometres = 6.0
  private static let leastNodes = 60
}
