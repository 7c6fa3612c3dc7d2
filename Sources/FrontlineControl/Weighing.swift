internal import FrontlineClaims
public import FrontlineGeometry

/// What one claim weighed about one place.
public struct WeighedClaim: Hashable, Sendable {
  /// The claim's.
  public var id: String
  public var source: Source
  /// Whether it is about the place itself or what contains it.
  public var level: ControlSite.Level
  /// The party it says holds the place, or, negated, does not.
  public var party: String
  public var isNegated: Bool
  /// 0…1: how plainly it says so, by hedge and event.
  public var strength: Double
  /// 0…1: what a statement about so wide an area says of the place.
  public var nearness: Double
  /// Whether it is about an area, and a statement about less speaks.
  public var isOverridden: Bool
  /// 0…1: what it adds to what its source had said before; 0 where `sameAs` says the same on the same day.
  public var novelty: Double
  public var sameAs: String?
  /// Where the place lay when it was said: near the line, or behind it. What follows is for there.
  public var isNearLine: Bool
  /// How often the source names that party where the party holds the place, and where it does not.
  public var saysTrue: Double
  public var saysFalse: Double

  /// 0…1: how much of the statement counts.
  public var weight: Double { strength * nearness * novelty }
  /// The log of how much likelier it makes what it says: the evidence in it.
  public var pull: Double {
    let (truly, falsely) = (min(0.99, max(0.01, saysTrue)), min(0.99, max(0.01, saysFalse)))
    return weight
      * (isNegated
        ? naturalLogarithm((1 - falsely) / (1 - truly)) : naturalLogarithm(truly / falsely))
  }
}

/// What a map was weighed from, for who asks why.
struct Weighing: Sendable {
  let heard: [Heard]
  let statements: Statements
  let learned: SourceLearner.Learned
  let weights: ClaimWeights
  /// Whether nothing was weighed, because the latest word stands.
  let isLatestWord: Bool

  /// In the order of time.
  func claims(at site: Int) -> [WeighedClaim] {
    let heard = heard[site]
    let used = Set(heard.claims)
    let all = statements.ofSite[site].filter { used.contains($0.claim) }
    let nearest = all.map(\.level).min()
    return all.compactMap { one in
      guard
        let index = heard.statements.firstIndex(where: {
          $0.day == one.day && $0.source == one.source && $0.said == one.said
            && $0.isNegated == one.isNegated
        })
      else { return nil }
      return weighed(one, at: site, index, nearest: nearest ?? .place)
    }
  }

  private func weighed(
    _ one: Statements.Statement, at site: Int, _ index: Int, nearest: ControlSite.Level
  ) -> WeighedClaim {
    let word = heard[site].statements[index]
    let isOverridden = one.level > nearest && one.level > .place
    let nearness = weights.nearness(of: one.level) * (isOverridden ? weights.overridden : 1)
    let isFirst = word.claim == one.claim
    let isNear = learned.isNear[site][index]
    let confusion = learned.reliabilities[Int(one.source)][isNear]
    let said = Int(one.said)
    let others = (0..<confusion.parties).filter { $0 != said }
    let full = one.strength * nearness
    return WeighedClaim(
      id: statements.claims[Int(one.claim)].id, source: statements.sources[Int(one.source)],
      level: one.level, party: statements.parties[said], isNegated: one.isNegated,
      strength: one.strength, nearness: nearness, isOverridden: isOverridden,
      novelty: isFirst ? min(1, full > 0 ? word.weight / full : 0) : 0,
      sameAs: isFirst ? nil : statements.claims[Int(word.claim)].id, isNearLine: isNear,
      saysTrue: confusion[said, said],
      saysFalse: others.reduce(0) { $0 + confusion[$1, said] } / Double(max(1, others.count)))
  }
}

/// What a map says of one point.
public struct PointControl: Hashable, Sendable {
  /// Who holds it; nil where no evidence reaches.
  public var party: String?
  /// By party, sorted; empty where no evidence reaches.
  public var probabilities: [PlaceControl.PartyProbability]
}

extension ControlModel.Inference {
  /// What was said of a place and what contains it, as it was weighed, in the order of time; none for an unknown id.
  public func weighedClaims(at placeID: String) -> [WeighedClaim] {
    sites.firstIndex { $0.placeID == placeID }.map { weighing.claims(at: $0) } ?? []
  }

  /// Whether nothing was weighed, because each place's latest word stands.
  public var isLatestWord: Bool { weighing.isLatestWord }

  /// What a place's own claims say, its neighbours not heard, by party; nil if they speak for no party.
  public func ownBelief(at placeID: String) -> [PlaceControl.PartyProbability]? {
    let nodes = field.nodes
    guard
      let node = (0..<nodes.count).first(where: { sites[Int(nodes.sites[$0])].placeID == placeID })
    else { return nil }
    return parties.enumerated().map { index, party in
      .init(party: party, probability: nodes.shares[node * nodes.partyCount + index])
    }
  }

  /// What the field says of a point.
  public func control(at position: Position) -> PointControl {
    let scratch = field.scratch()
    let sample = field.sample(at: field.ground.plane.point(at: position), with: scratch)
    guard sample.top >= 0, scratch.reach[sample.top] > 0 else {
      return PointControl(party: nil, probabilities: [])
    }
    return PointControl(
      party: parties[sample.top],
      probabilities: zip(parties, field.probabilities(sample, scratch)).map {
        .init(party: $0, probability: $1)
      })
  }
}
