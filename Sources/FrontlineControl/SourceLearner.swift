/// What claims tell about who makes them: how often each source is right, near the front and behind it.
///
/// Expectation-maximisation in three rounds (Dawid and Skene), in which the neighbours of a place, its own
/// claims left out, stand in for the truth that nobody knows.
///
/// Nothing is learned from statements that control changed: a place that falls lies at the line, where its neighbours
/// have not fallen yet and would speak against whoever is first to say so. In simulated wars a source that was never
/// wrong passed for one that hails the advancing side falsely two times in five, and maps lagged behind.
struct SourceLearner {
  let parties: Int
  /// By source, before any claims: reliability, worth that many claims; fixed ones are not learned.
  let priors: [(reliability: Reliability, weight: Double, isFixed: Bool)]
  let parameters: FieldParameters
  /// Coordinates of the sites on the ground, flat.
  let places: [Double]
  let groundDimensions: Int

  private static let rounds = 3
  private static let stepDays: Int32 = 30
  /// How far labels of neighbours speak for a place, kilometres: scale of the exponential covariance.
  private static let range = 30.0

  struct Learned: Sendable {
    var reliabilities: [Reliability]
    /// By site, by statement: whether the site was near the front when it was said.
    var isNear: [[Bool]]
    /// By source: how much its statements weigh, near and deep.
    var counts: [(near: Double, deep: Double)]
  }

  func learn(_ heard: [Heard], nodes: (Learned, Int32, Bool) -> Nodes) -> Learned {
    var learned = Learned(
      reliabilities: priors.map(\.reliability),
      isNear: heard.map { Array(repeating: true, count: $0.statements.count) },
      counts: priors.map { _ in (0, 0) })
    let days = heard.lazy.flatMap { $0.statements.lazy.map(\.day) }
    guard let first = days.min(), let last = days.max() else { return learned }
    for _ in 0..<SourceLearner.rounds {
      var counts = Counts(sources: priors.count, parties: parties)
      var isNear = heard.map { Array(repeating: false, count: $0.statements.count) }
      for day in stride(from: first, through: last, by: Int(SourceLearner.stepDays)) {
        round(day, heard, learned, nodes, &counts, &isNear)
      }
      learned.isNear = isNear
      learned.counts = counts.totals
      learned.reliabilities = priors.indices.map { source in
        priors[source].isFixed
          ? priors[source].reliability : counts.posterior(source, priors[source])
      }
    }
    return learned
  }

  private func round(
    _ day: Int32, _ heard: [Heard], _ learned: Learned,
    _ makeNodes: (Learned, Int32, Bool) -> Nodes, _ counts: inout Counts, _ isNear: inout [[Bool]]
  ) {
    let half = SourceLearner.stepDays / 2
    var wanted: [(site: Int, statement: Int)] = []
    for (site, heard) in heard.enumerated() {
      for (index, statement) in heard.statements.enumerated()
      where statement.day > day - half && statement.day <= day + half {
        wanted.append((site, index))
      }
    }
    guard !wanted.isEmpty else { return }
    var nodes = makeNodes(learned, day, false)
    nodes.append(makeNodes(learned, day, true))
    let sitesWanted = Set(wanted.map(\.site))
    let indices = (0..<parties).map { nodes.index(of: $0) }
    guard indices.filter({ $0.count > 0 }).count > 1 else { return }
    let gaps = halfGaps(nodes, indices, sitesWanted)
    let expected = leftOut(nodes, sitesWanted)
    for (site, index) in wanted {
      let statement = heard[site].statements[index]
      guard let shares = expected[site] else { continue }
      let near = (gaps[site] ?? .infinity) < parameters.nearKilometres
      isNear[site][index] = near
      if statement.isChange { continue }
      counts.add(statement, shares, isNear: near)
    }
  }

  /// By site: half the distance to the nearest node of another party.
  private func halfGaps(
    _ nodes: Nodes, _ indices: [NearestNodes], _ sites: Set<Int>
  ) -> [Int: Double] {
    var gaps: [Int: Double] = [:]
    var found = NearestNodes.Found(capacity: 1)
    nodes.coordinates.withUnsafeBufferPointer { coordinates in
      guard let base = coordinates.baseAddress else { return }
      for node in 0..<nodes.count where sites.contains(Int(nodes.sites[node])) {
        var nearest = Double.infinity
        for party in 0..<parties where party != Int(nodes.tops[node]) && indices[party].count > 0 {
          indices[party].nearest(1, to: base + node * nodes.dimensions, into: &found)
          nearest = min(nearest, found.squares[0])
        }
        let gap = nearest.squareRoot() / 2
        let site = Int(nodes.sites[node])
        gaps[site] = min(gap, gaps[site] ?? .infinity)
      }
    }
    return gaps
  }

  /// By site: the probability of each party by its neighbours alone.
  private func leftOut(_ nodes: Nodes, _ sites: Set<Int>) -> [Int: [Double]] {
    let neighbours = min(parameters.neighbours, nodes.count)
    let index = nodes.index()
    let kriging = Kriging(capacity: max(1, neighbours))
    var found = NearestNodes.Found(capacity: neighbours)
    var sums: [Int: (values: [Double], count: Double)] = [:]
    let dimensions = nodes.dimensions
    nodes.coordinates.withUnsafeBufferPointer { coordinates in
      guard let base = coordinates.baseAddress else { return }
      for node in 0..<nodes.count where sites.contains(Int(nodes.sites[node])) {
        index.nearest(neighbours, to: base + node * dimensions, into: &found)
        guard let own = (0..<found.count).first(where: { Int(found.indices[$0]) == node })
        else { continue }
        let isSolved = kriging.leaveOut(
          own, of: found.count,
          covariance: { one, other in
            let (left, right) = (
              Int(found.indices[one]) * dimensions, Int(found.indices[other]) * dimensions
            )
            var square = 0.0
            for axis in 0..<dimensions {
              let difference = coordinates[left + axis] - coordinates[right + axis]
              square += difference * difference
            }
            return exponentialOf(-square.squareRoot() / SourceLearner.range)
          },
          variance: { slot in
            let mass = nodes.masses[Int(found.indices[slot])]
            return 1 + (1 - mass) / mass + 1e-4
          })
        guard isSolved else { continue }
        var values = Array(repeating: 0.0, count: parties)
        for party in 0..<parties {
          var sum = 0.0
          for slot in 0..<found.count {
            let neighbour = Int(found.indices[slot])
            sum += kriging.weights[slot] * (Int(nodes.tops[neighbour]) == party ? 1 : -1)
          }
          values[party] = (Int(nodes.tops[node]) == party ? 1 : -1) - sum
        }
        let site = Int(nodes.sites[node])
        if let known = sums[site] {
          sums[site] = (zip(known.values, values).map { $0 + $1 }, known.count + 1)
        } else {
          sums[site] = (values, 1)
        }
      }
    }
    return sums.mapValues { sum in
      let shares = sum.values.map { min(0.97, max(0.03, (1 + $0 / sum.count) / 2)) }
      let total = shares.reduce(0, +)
      return shares.map { $0 / total }
    }
  }
}

/// Expected counts of who said what where who held it.
private struct Counts {
  let parties: Int
  private var near: [Double]
  private var deep: [Double]

  init(sources: Int, parties: Int) {
    self.parties = parties
    near = Array(repeating: 0, count: sources * parties * parties)
    deep = near
  }

  mutating func add(_ statement: Heard.Statement, _ shares: [Double], isNear: Bool) {
    let said = Int(statement.said)
    for truth in 0..<parties {
      let row = (Int(statement.source) * parties + truth) * parties
      let amount = statement.weight * shares[truth]
      if statement.isNegated {
        for other in 0..<parties where other != said {
          add(amount / Double(max(1, parties - 1)), at: row + other, isNear)
        }
      } else {
        add(amount, at: row + said, isNear)
      }
    }
  }

  private mutating func add(_ amount: Double, at place: Int, _ isNear: Bool) {
    if isNear { near[place] += amount } else { deep[place] += amount }
  }

  var totals: [(near: Double, deep: Double)] {
    let size = parties * parties
    return stride(from: 0, to: near.count, by: size).map {
      (near[$0..<$0 + size].reduce(0, +), deep[$0..<$0 + size].reduce(0, +))
    }
  }

  func posterior(
    _ source: Int, _ prior: (reliability: Reliability, weight: Double, isFixed: Bool)
  ) -> Reliability {
    Reliability(
      near: mix(source, near, prior.reliability.near, prior.weight),
      deep: mix(source, deep, prior.reliability.deep, 2 * prior.weight))
  }

  private func mix(
    _ source: Int, _ counts: [Double], _ prior: Confusion, _ weight: Double
  ) -> Confusion {
    var result = prior
    for truth in 0..<parties {
      let row = (source * parties + truth) * parties
      let total = counts[row..<row + parties].reduce(0, +)
      for said in 0..<parties {
        result[truth, said] =
          (weight * prior[truth, said] + counts[row + said]) / (weight + total)
      }
    }
    return result
  }
}
