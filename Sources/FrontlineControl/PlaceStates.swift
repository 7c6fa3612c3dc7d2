internal import FrontlineClaims
internal import FrontlineGeometry
internal import FrontlineReports

/// The state of every site, read off a field.
struct PlaceStates {
  private let model: ControlModel
  private let field: ControlField
  private let heard: [Heard]
  private let fighting: Fighting
  private let day: Int32
  private let nodeOfSite: [Int32: Int]

  init(
    _ model: ControlModel, field: ControlField, heard: [Heard], fighting: Fighting, asOf day: Day
  ) {
    self.model = model
    self.field = field
    self.heard = heard
    self.fighting = fighting
    self.day = Int32(clamping: day.number)
    nodeOfSite = Dictionary(
      uniqueKeysWithValues: field.nodes.sites.enumerated().map { ($1, $0) })
  }

  func places() -> [PlaceControl] {
    let scratch = field.scratch()
    return model.setting.sites.indices.map { place($0, scratch) }
  }

  /// Ids of what was weighed about a site, sorted: claims, and the prior statement it started from.
  func claims(behind site: Int) -> [String] {
    var ids = heard[site].claims.map { model.statements.claims[Int($0)].id }
    if let (prior, _) = model.prior(of: model.setting.sites[site], asOf: day) {
      ids.append(prior.id)
    }
    return Set(ids).sorted()
  }

  private func place(_ index: Int, _ scratch: ControlField.Scratch) -> PlaceControl {
    let site = model.setting.sites[index]
    var place = PlaceControl(
      placeID: site.placeID, name: site.name, position: site.position, status: .unknown,
      probability: 0)
    let sample = field.sample(at: field.ground.plane.point(at: site.position), with: scratch)
    let isKnown = sample.top >= 0 && scratch.reach[sample.top] > 0
    let shares = field.probabilities(sample, scratch)
    let fight = fighting.fighting(in: index)
    let holder = isKnown ? model.parties[sample.top] : nil
    if isKnown {
      place.partyProbabilities = zip(model.parties, shares).map {
        .init(party: $0, probability: $1)
      }
    }
    if let (sides, belief, claims) = contest(fight, holder: holder) {
      place.status = .contested(parties: sides)
      place.probability = belief
      let fought = claims.map { model.statements.claims[Int($0)].id }
      place.claims = Set(self.claims(behind: index)).union(fought).sorted()
      place.decidedBy = decider(claims, about: index) ?? site.placeID
      return place
    }
    let sides = isKnown && field.isOutvoted(index, sample, scratch) ? [] : disputants(of: index)
    guard let holder else {
      guard !sides.isEmpty else { return place }
      // Where no other place reaches, the two sides' words are all there is, and they are equal.
      place.status = .contested(parties: sides)
      place.probability = 1 / Double(sides.count)
      place.claims = claims(behind: index)
      place.decidedBy = decider(Set(heard[index].claims), about: index) ?? site.placeID
      return place
    }
    place.status = sides.isEmpty ? .held(party: holder) : .contested(parties: sides)
    place.probability = shares[sample.top]
    explain(&place, index, sample.top)
    return place
  }

  /// Who fights for a place, or stands at it with all their forces while another holds it; how sure that is; and by
  /// what claims.
  private func contest(
    _ fight: Fighting.InSite, holder: String?
  ) -> (sides: [String], belief: Double, claims: Set<Int32>)? {
    let enough = model.setting.weights.contestedFrom
    if fight.belief >= enough {
      let sides = sides(of: fight, holder: holder)
      if sides.count > 1 { return (sides, fight.belief, fight.claims) }
    }
    guard let holder else { return nil }
    let opponents = model.setting.opponents[holder] ?? []
    let enemies = fight.massed.filter { opponents.contains($0.key) && $0.value.belief >= enough }
    guard let most = enemies.values.map(\.belief).max() else { return nil }
    return (
      ([holder] + enemies.keys).sorted(), most,
      enemies.values.reduce(into: []) { $0.formUnion($1.claims) }
    )
  }

  /// Names who decided a site: its own claims where the field agrees with them, else its neighbours'.
  private func explain(_ place: inout PlaceControl, _ site: Int, _ top: Int) {
    place.claims = claims(behind: site)
    if let node = nodeOfSite[Int32(site)], Int(field.nodes.tops[node]) == top {
      place.decidedBy =
        decider(Set(heard[site].claims), about: site)
        ?? model.prior(of: model.setting.sites[site], asOf: day)?.0
        .areaID
      return
    }
    let neighbours = field.neighbours(
      of: top, near: field.ground.plane.point(at: place.position), limit: 3)
    let others = neighbours.flatMap { claims(behind: Int(field.nodes.sites[$0])) }
    place.claims = Set(place.claims + others).sorted()
    place.decidedBy = neighbours.first.map {
      model.setting.sites[Int(field.nodes.sites[$0])].placeID
    }
  }

  /// The parties that opposing statements about the site itself name, where they leave it undecided.
  private func disputants(of site: Int) -> [String] {
    let nodes = field.nodes
    if let node = nodeOfSite[Int32(site)] {
      let shares = nodes.shares[node * nodes.partyCount..<(node + 1) * nodes.partyCount]
      guard (shares.max() ?? 1) < model.setting.weights.disputedBelow else { return [] }
    } else if !nodes.undecided.contains(Int32(site)) {
      return []
    }
    let named = Set(
      heard[site].statements.filter { $0.level == .place && !$0.isNegated }.map { Int($0.said) })
    let sides = named.map { model.parties[$0] }.sorted()
    let opponents = model.setting.opponents
    let isOpposed = sides.contains { !(opponents[$0] ?? []).isDisjoint(with: sides) }
    return isOpposed ? sides : []
  }

  /// The parties in a fight: those the claims name, with the holder and its opponents where they name
  /// fewer than two.
  private func sides(of fight: Fighting.InSite, holder: String?) -> [String] {
    var sides = fight.parties.intersection(model.parties)
    if sides.count < 2, let known = sides.first ?? holder {
      sides.insert(known)
      sides.formUnion(model.setting.opponents[known] ?? [])
    }
    return sides.sorted()
  }

  /// The nearest place whose claims took part, and of those as near the first by claim.
  private func decider(_ claims: Set<Int32>, about site: Int) -> String? {
    model.statements.about[site].filter { claims.contains($0.claim) }
      .min { ($0.level, $0.claim) < ($1.level, $1.claim) }
      .map { model.statements.claims[Int($0.claim)].placeID }
  }
}
