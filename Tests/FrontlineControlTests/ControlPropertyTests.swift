import FrontlineClaims
import FrontlineControl
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Control inferred from claims drawn by lot` {
  @Test(arguments: 0..<100)
  func `does not depend on the order of the claims`(seed: Int) {
    var random = SeededGenerator(seed: seed + 1000)
    let claims = InventedModel.claims(seed: seed)
    #expect(map(random.shuffled(claims), seed) == map(claims, seed))
  }

  @Test(arguments: 0..<100)
  func `is the same when every claim is given twice`(seed: Int) {
    let claims = InventedModel.claims(seed: seed)
    #expect(map(claims + claims, seed) == map(claims, seed))
  }

  @Test(arguments: 0..<100)
  func `has its parties swapped when the claims have`(seed: Int) {
    let claims = InventedModel.claims(seed: seed)
    let swapped = map(claims.map { $0.renamed(Self.swap) }, seed, swapsPrior: true)
    #expect(
      swapped.places.map(\.rounded) == map(claims, seed).renamed(Self.swap).places.map(\.rounded))
  }

  @Test(arguments: 0..<100)
  func `does not depend on the ids of the claims`(seed: Int) {
    var random = SeededGenerator(seed: seed + 1000)
    let claims = InventedModel.claims(seed: seed)
    let ids = random.shuffled(claims.indices.map { "d\($0)" })
    let other = zip(claims, ids).map { claim, id in
      var claim = claim
      claim.id = id
      return claim
    }
    let (first, second) = (map(claims, seed), map(other, seed))
    #expect(first.places.map(\.status) == second.places.map(\.status))
    #expect(first.places.map(\.probability) == second.places.map(\.probability))
  }

  @Test(arguments: 0..<100)
  func `shifts with the days`(seed: Int) {
    let claims = InventedModel.claims(seed: seed)
    let shifted = claims.map { claim in
      var claim = claim
      claim.valid =
        claim.valid.lowerBound.advanced(by: 400)..<claim.valid.upperBound.advanced(by: 400)
      claim.reported = claim.reported.advanced(by: 400)
      return claim
    }
    var later = map(shifted, seed, shift: 400)
    later.asOf = day(6)
    #expect(later == map(claims, seed))
  }

  @Test(arguments: 0..<100)
  func `does not hear of later days or later reports`(seed: Int) {
    let claims = InventedModel.claims(seed: seed)
    let heard = claims.filter { $0.valid.lowerBound <= day(6) && $0.reported <= day(6) }
    #expect(map(claims, seed, knownBy: day(6)) == map(heard, seed))
  }

  @Test(arguments: 0..<100)
  func `has beliefs that are shares, and closed provenance`(seed: Int) {
    let claims = InventedModel.claims(seed: seed, parties: ["league", "north", "south"])
    let known = Set(claims.map(\.id) + ["prior"])
    let map = map(claims, seed, parties: ["league", "north", "south"])
    #expect(map.places.map(\.placeID) == map.places.map(\.placeID).sorted())
    for place in map.places {
      #expect((0...1).contains(place.probability))
      let sum = place.partyProbabilities.reduce(0) { $0 + $1.probability }
      #expect(place.partyProbabilities.isEmpty || abs(sum - 1) < 1e-9)
      #expect(known.isSuperset(of: place.claims))
      #expect((place.status == .unknown) == (place.probability == 0))
      #expect((place.status == .unknown) == (place.decidedBy == nil))
    }
  }

  /// The map of day 6.
  private func map(
    _ claims: [Claim], _ seed: Int, parties: [String] = ["north", "south"], shift: Int = 0,
    swapsPrior: Bool = false, knownBy: Day? = nil
  ) -> ControlMap {
    let holder = swapsPrior ? Self.swap("north") : "north"
    let prior = PriorStatement(
      id: "prior", areaID: "xx-oldmark", party: holder, since: day(-3 + shift))
    let model = InventedModel(parties: parties, prior: seed % 2 == 0 ? [prior] : [])
    return model.map(asOf: day(6 + shift), view: .assessed, claims: claims, knownBy: knownBy)
  }

  private static func swap(_ party: String) -> String {
    party == "north" ? "south" : "north"
  }
}

extension Claim {
  fileprivate func renamed(_ name: (String) -> String) -> Claim {
    var claim = self
    claim.actor = actor.map(name)
    claim.against = against.map(name)
    if case .held(let party) = controlAfter { claim.controlAfter = .held(party: name(party)) }
    if case .party(let party) = claimant { claim.claimant = .party(name(party)) }
    return claim
  }
}

extension ControlMap {
  fileprivate func renamed(_ name: (String) -> String) -> ControlMap {
    var map = self
    for index in map.places.indices {
      switch map.places[index].status {
      case .held(let party): map.places[index].status = .held(party: name(party))
      case .contested(let parties):
        map.places[index].status = .contested(parties: parties.map(name).sorted())
      case .unknown: break
      }
      map.places[index].partyProbabilities = map.places[index].partyProbabilities.map {
        .init(party: name($0.party), probability: $0.probability)
      }.sorted { $0.party < $1.party }
    }
    return map
  }
}

extension PlaceControl {
  /// With beliefs to nine decimals: sums over parties in another order differ in the last bits.
  fileprivate var rounded: PlaceControl {
    func round(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
    var place = self
    place.probability = round(probability)
    place.partyProbabilities = partyProbabilities.map {
      .init(party: $0.party, probability: round($0.probability))
    }
    return place
  }
}
