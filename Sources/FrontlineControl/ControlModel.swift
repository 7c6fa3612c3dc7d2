public import FrontlineClaims
public import FrontlineReports

/// Who held an area before the first report.
public struct PriorStatement: Hashable, Sendable {
  /// An NCName that names the statement where a claim's id would stand.
  public var id: String
  public var areaID: String
  public var party: String
  public var since: Day?

  public init(id: String, areaID: String, party: String, since: Day?) {
    self.id = id
    self.areaID = areaID
    self.party = party
    self.since = since
  }
}

/// Infers who controls each site on a day from claims and prior control.
///
/// Each site's belief over the parties starts from the nearest prior statement and is updated day by day
/// (a discrete Bayes filter with a hazard of unreported change). What is said of one day has no order, and
/// each source counts once for it: a party however many reports carry its word, anybody else once a report,
/// copies of a sentence once. Two parties that are as likely leave a place contested.
///
/// Statements about an area flow down to its sites with less weight, and with little once a nearer
/// statement speaks. Fighting is kept apart: it makes a site contested while it is fresh, and only
/// statements about the place or its district do.
public struct ControlModel: Sendable {
  private let sites: [ControlSite]
  private let parties: [String]
  private let opponents: [String: Set<String>]
  private let prior: [PriorStatement]
  private let weights: ClaimWeights

  /// - Parameters:
  ///   - parties: Their ids.
  ///   - opponents: For each party, the parties it fights.
  public init(
    sites: [ControlSite], parties: [String], opponents: [String: Set<String>],
    prior: [PriorStatement], weights: ClaimWeights = ClaimWeights()
  ) {
    self.sites = sites
    self.parties = parties.sorted()
    self.opponents = opponents
    self.prior = prior
    self.weights = weights
  }

  /// The state of every site.
  ///
  /// - Parameters:
  ///   - claims: Of any order and age; those about later days, and those reported after `knownBy`, do
  ///     not count.
  ///   - knownBy: Only what had been reported by then counts; nil for all that is known now.
  /// - Complexity: O(sites × claims about each).
  public func map(
    asOf day: Day, view: View, claims: [Claim], knownBy: Day? = nil
  ) -> ControlMap {
    let usable = claims.filter { claim in
      claim.valid.lowerBound <= day && claim.reported <= (knownBy ?? claim.reported)
        && Self.isHeard(claim, in: view)
    }
    let byArea = Dictionary(grouping: usable, by: \.placeID)
    let places = sites.map { state(of: $0, asOf: day, view: view, byArea) }
    return ControlMap(asOf: day, view: view, places: places)
  }

  /// Whether a view listens to a claim.
  ///
  /// A party's view holds what it says itself, and what unnamed others say it gained: such hearsay
  /// serves that side until somebody vouches for it.
  static func isHeard(_ claim: Claim, in view: View) -> Bool {
    switch view {
    case .assessed: return true
    case .independent:
      if case .party = claim.claimant { return false }
      return true
    case .claimed(let party):
      if claim.claimant == .party(party) { return true }
      return claim.claimant == .thirdParty && claim.hedge == .unverified
        && claim.controlAfter == .held(party: party)
    }
  }

  // MARK: One site

  private struct Evidence {
    var claim: Claim
    var level: ControlSite.Level
    var isOverridden: Bool
    /// The first report, by id, that has the sentence.
    var report: String
  }

  /// Who says it: the same for statements that do not count on top of each other.
  private struct Source: Hashable {
    var claimant: Claim.Claimant
    var report: String
    var about: String

    init(_ item: Evidence, about: String) {
      claimant = item.claim.claimant
      if case .party = claimant { report = "" } else { report = item.report }
      self.about = about
    }
  }

  private func state(
    of site: ControlSite, asOf day: Day, view: View, _ claims: [String: [Claim]]
  ) -> PlaceControl {
    let evidence = self.evidence(for: site, claims)
    var belief = Belief(parties: parties)
    let start = prior(of: site, asOf: day)
    if let start { belief.start(start.party, with: weights.prior, on: start.since) }
    var used: Set<String> = []
    for said in statements(evidence, view: view) {
      belief.age(to: said.day, changePerDay: weights.changePerDay)
      belief.hear(said.statements)
      used.formUnion(said.claims)
    }
    belief.age(to: day, changePerDay: weights.changePerDay)
    let fighting = self.fighting(evidence, asOf: day)
    let isKnown = start != nil || !used.isEmpty
    return conclude(site, belief, fighting, isKnown: isKnown, used: used, start: start, evidence)
  }

  private struct Said {
    var day: Day
    var statements: [Belief.Statement] = []
    var claims: Set<String> = []
  }

  /// What is said of each day, in order: of each source the weightiest statement for each party.
  private func statements(_ evidence: [Evidence], view: View) -> [Said] {
    let byDay = Dictionary(grouping: evidence) { $0.claim.valid.lowerBound }
    return byDay.sorted { $0.key < $1.key }.compactMap { day, items in
      var said = Said(day: day)
      var bySource: [Source: Belief.Statement] = [:]
      for item in items {
        guard case .held(let holder) = item.claim.controlAfter, parties.contains(holder) else {
          continue
        }
        let weight = self.weight(item, holder: holder, view: view)
        guard weight > 0 else { continue }
        let key = Source(item, about: holder)
        let known = bySource[key]
        bySource[key] = Belief.Statement(
          party: holder, weight: max(weight, known?.weight ?? 0),
          isChange: item.claim.event.changesHands || known?.isChange == true)
        said.claims.insert(item.claim.id)
      }
      said.statements = Array(bySource.values)
      return said.claims.isEmpty ? nil : said
    }
  }

  /// The claims about a site and what contains it, by valid day.
  private func evidence(for site: ControlSite, _ claims: [String: [Claim]]) -> [Evidence] {
    let all = site.areas.flatMap { area in
      (claims[area.id] ?? []).filter { area.level == .place || $0.edge == nil }
        .map { (claim: $0, level: area.level) }
    }
    // Only what speaks of control or fighting in the place itself silences statements about its area.
    let nearest = all.filter { $0.claim.controlAfter != .unknown }.map(\.level).min()
    let firstReport = Dictionary(
      all.map { ($0.claim.provenance.sentence, $0.claim.provenance.report) }, uniquingKeysWith: min)
    return all.map { item in
      Evidence(
        claim: item.claim, level: item.level,
        isOverridden: nearest.map { $0 < item.level && item.level > .place } ?? false,
        report: firstReport[item.claim.provenance.sentence] ?? item.claim.provenance.report)
    }.sorted { left, right in
      (left.claim.valid.lowerBound, left.claim.id) < (right.claim.valid.lowerBound, right.claim.id)
    }
  }

  private func prior(of site: ControlSite, asOf day: Day) -> PriorStatement? {
    for area in site.areas {
      let statements = prior.filter { $0.areaID == area.id && ($0.since ?? day) <= day }
      let latest = statements.map(\.since).max { ($0?.number ?? .min) < ($1?.number ?? .min) }
      if let latest { return statements.last { $0.since == latest } }
    }
    return nil
  }

  private func weight(_ item: Evidence, holder: String, view: View) -> Double {
    let near = nearness(item)
    if case .claimed(let party) = view, holder == party { return near }
    return weights.control(item.claim, holder: holder) * near
  }

  private func nearness(_ item: Evidence) -> Double {
    let level: Double
    switch item.level {
    case .place: level = 1
    case .district: level = weights.district
    case .province: level = weights.province
    case .country: level = weights.country
    }
    return item.isOverridden ? level * weights.overridden : level
  }

  // MARK: Fighting

  private struct Fighting {
    var belief = 0.0
    var parties: Set<String> = []
    var claims: Set<String> = []
  }

  private func fighting(_ evidence: [Evidence], asOf day: Day) -> Fighting {
    var fighting = Fighting()
    var bySource: [Source: Double] = [:]
    for item in evidence where item.level <= .district {
      let weight = fightingWeight(item, asOf: day)
      guard weight > 0.05 else { continue }
      fighting.claims.insert(item.claim.id)
      fighting.parties.formUnion([item.claim.actor, item.claim.against].compactMap { $0 })
      let about = "\(item.claim.placeID) \(item.claim.event) \(item.claim.valid)"
      let source = Source(item, about: about)
      bySource[source] = max(weight, bySource[source] ?? 0)
    }
    // Sorted, so that the product does not depend on the order of the claims.
    fighting.belief = 1 - bySource.values.sorted().reduce(1) { $0 * (1 - $1) }
    return fighting
  }

  private func fightingWeight(_ item: Evidence, asOf day: Day) -> Double {
    let age = max(0, day.number - item.claim.valid.upperBound.number + 1)
    let freshness = exponential(halves: Double(age) / weights.fightingHalfLifeDays)
    let near = item.level == .district ? weights.district : 1
    return weights.fighting(item.claim) * freshness * near
  }

  private func conclude(
    _ site: ControlSite, _ belief: Belief, _ fighting: Fighting, isKnown: Bool, used: Set<String>,
    start: PriorStatement?, _ evidence: [Evidence]
  ) -> PlaceControl {
    var place = PlaceControl(
      placeID: site.placeID, name: site.name, position: site.position, status: .unknown,
      probability: 0)
    guard isKnown || fighting.belief >= weights.contestedFrom else { return place }
    let best = belief.best
    let holder = best.flatMap { $0.parties.count == 1 ? $0.parties[0] : nil }
    place.partyProbabilities = zip(parties, belief.values).map {
      .init(party: $0, probability: $1)
    }
    if fighting.belief >= weights.contestedFrom {
      let sides = sides(of: fighting, holder: holder)
      if sides.count > 1 {
        place.status = .contested(parties: sides)
        place.probability = fighting.belief
        place.claims =
          used.union(fighting.claims).union(start.map { [$0.id] } ?? []).sorted()
        place.decidedBy = decider(evidence, in: fighting.claims) ?? site.placeID
        return place
      }
    }
    guard let best, isKnown, holder != nil || fightsItself(best.parties) else { return place }
    place.status = holder.map { .held(party: $0) } ?? .contested(parties: best.parties)
    place.probability = best.probability
    place.claims = used.union(start.map { [$0.id] } ?? []).sorted()
    place.decidedBy = decider(evidence, in: used) ?? start?.areaID
    return place
  }

  private func fightsItself(_ parties: [String]) -> Bool {
    parties.contains { !(opponents[$0] ?? []).isDisjoint(with: parties) }
  }

  /// The parties in a fight: those the claims name, with the holder and its opponents where they name
  /// fewer than two.
  private func sides(of fighting: Fighting, holder: String?) -> [String] {
    var sides = fighting.parties.intersection(parties)
    if sides.count < 2, let known = sides.first ?? holder {
      sides.insert(known)
      sides.formUnion(opponents[known] ?? [])
    }
    return sides.sorted()
  }

  /// The nearest place whose claims took part.
  private func decider(_ evidence: [Evidence], in ids: Set<String>) -> String? {
    evidence.filter { ids.contains($0.claim.id) }.min { $0.level < $1.level }?.claim.placeID
  }
}

extension Claim.Event {
  /// Whether the event itself changes who holds the place, so that what was known before says less.
  var changesHands: Bool {
    switch self {
    case .captured, .recaptured, .withdrew: true
    default: false
    }
  }
}
