import FrontlineClaims
import FrontlineControl
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

/// A village in a district in a province, two parties, and what is said of them.
struct VillageControlTests {
  private let today = Day(number: 20_000)
  private let sites = [
    ControlSite(
      placeID: "village", name: "Kel", position: Position(longitude: 10, latitude: 50),
      areas: [
        .init(id: "village", level: .place), .init(id: "district", level: .district),
        .init(id: "province", level: .province),
      ]),
    ControlSite(
      placeID: "other", name: "Far", position: Position(longitude: 11, latitude: 50),
      areas: [.init(id: "other", level: .place), .init(id: "elsewhere", level: .province)]),
  ]

  private func map(
    _ claims: [Claim], view: View = .assessed, prior: [PriorStatement] = [], on day: Day? = nil,
    knownBy: Day? = nil
  ) -> ControlMap {
    let parties = ["north", "south"]
    var setting = ControlModel.Setting(
      sites: sites, parties: parties, opponents: allOpposed(parties), prior: prior,
      ground: Ground(plane: EqualAreaPlane(origin: Position(longitude: 10, latitude: 50))))
    setting.publishers = ["r": "r"]
    return ControlModel(setting, claims: claims)
      .infer(asOf: day ?? today, view: view, knownBy: knownBy).control
  }

  private func claim(
    _ id: String, _ event: Claim.Event, by actor: String?, at place: String = "village",
    _ after: Claim.ControlAfter, says claimant: Claim.Claimant = .independent,
    hedge: Claim.Hedge = .asserted, ago days: Int = 0, reportedAgo: Int? = nil
  ) -> Claim {
    let day = today.advanced(by: -days)
    return Claim(
      id: id, placeID: place, placeName: place, position: Position(longitude: 10, latitude: 50),
      event: event, actor: actor, against: nil, controlAfter: after,
      valid: day..<day.advanced(by: 1),
      precision: .day, dateBasis: "", reported: today.advanced(by: -(reportedAgo ?? days)),
      claimant: claimant, speaker: nil, hedge: hedge,
      provenance: .init(
        report: "r", sentence: "", sentenceRange: 0..<0, placeRange: 0..<0, rule: ""))
  }

  private func village(
    _ claims: [Claim], view: View = .assessed, prior: [PriorStatement] = [], on day: Day? = nil,
    knownBy: Day? = nil
  ) throws -> PlaceControl {
    let map = map(claims, view: view, prior: prior, on: day, knownBy: knownBy)
    #expect(map.places.map(\.placeID) == ["village", "other"])
    return try #require(map.places.first)
  }

  private func belief(_ party: String, _ control: PlaceControl) -> Double {
    control.partyProbabilities.first { $0.party == party }?.probability ?? 0
  }

  private let priorNorth = [
    PriorStatement(id: "prior-province", areaID: "province", party: "north", since: nil)
  ]

  // MARK: What is known

  @Test func `without prior control and claims a place is unknown`() throws {
    let control = try village([])
    #expect(control.status == .unknown)
    #expect(control.probability == 0 && control.claims == [] && control.decidedBy == nil)
  }

  @Test func `prior control flows down to the places of its unit and to no other`() throws {
    let map = map([], prior: priorNorth)
    #expect(map.places.map(\.status) == [.held(party: "north"), .unknown])
    #expect(map.places[0].claims == ["prior-province"] && map.places[0].decidedBy == "province")
    #expect(abs(map.places[0].probability - 0.9) < 1e-9)
  }

  @Test func `the nearer of two prior statements counts, and none before its day`() throws {
    let prior =
      priorNorth + [
        PriorStatement(id: "prior-village", areaID: "village", party: "south", since: today)
      ]
    #expect(try village([], prior: prior).status == .held(party: "south"))
    #expect(
      try village([], prior: prior, on: today.advanced(by: -1)).status == .held(party: "north"))
  }

  @Test func `a province's statement reaches its places until a nearer claim overrides it`() throws
  {
    let province = claim("c-p", .holds, by: "north", at: "province", .held(party: "north"))
    let near = claim("c-v", .captured, by: "south", .held(party: "south"), ago: 1)
    #expect(try village([province]).status == .held(party: "north"))
    #expect(try village([province, near]).status == .held(party: "south"))
  }

  @Test func `claims about a later day do not count, nor those not yet reported`() throws {
    let later = claim("c-l", .captured, by: "south", .held(party: "south"), ago: -1)
    let late = claim("c-r", .captured, by: "south", .held(party: "south"), ago: 2, reportedAgo: 0)
    #expect(try village([later]).status == .unknown)
    #expect(try village([late]).status == .held(party: "south"))
    #expect(try village([late], knownBy: today.advanced(by: -1)).status == .unknown)
  }

  // MARK: Who is heard

  @Test func `each view hears its own`() throws {
    let north = claim("c-n", .holds, by: "north", .held(party: "north"), says: .party("north"))
    let south = claim("c-s", .holds, by: "south", .held(party: "south"), says: .party("south"))
    let local = claim("c-i", .holds, by: "south", .held(party: "south"), says: .resident)
    let all = [north, south, local]
    #expect(try village(all, view: .claimed(party: "north")).claims == ["c-n"])
    #expect(try village(all, view: .claimed(party: "south")).claims == ["c-s"])
    #expect(try village(all, view: .independent).claims == ["c-i"])
    #expect(try village(all).claims == ["c-i", "c-n", "c-s"])
  }

  @Test func `hearsay that favours a side is in its view, and does not turn the assessed map`()
    throws
  {
    let hearsay = claim(
      "c-h", .captured, by: "south", .held(party: "south"), says: .thirdParty, hedge: .unverified)
    #expect(
      try village([hearsay], view: .claimed(party: "south"), prior: priorNorth).status
        == .held(party: "south"))
    #expect(
      try village([hearsay], view: .claimed(party: "north"), prior: priorNorth).status
        == .held(party: "north"))
    let assessed = try village([hearsay], prior: priorNorth)
    #expect(assessed.status == .held(party: "north"))
    #expect(assessed.claims == ["c-h", "prior-province"])
    #expect(assessed.probability < 0.9)
  }

  @Test func `a party's word against its own interest weighs more than in its favour`() throws {
    let own = try village(
      [claim("c", .captured, by: "south", .held(party: "south"), says: .party("south"))],
      prior: priorNorth)
    let against = try village(
      [claim("c", .captured, by: "south", .held(party: "south"), says: .party("north"))],
      prior: priorNorth)
    #expect(belief("south", own) < belief("south", against))
  }

  @Test func `a second source weighs more than the first alone`() throws {
    let one = claim("c-1", .captured, by: "south", .held(party: "south"))
    let two = claim("c-2", .captured, by: "south", .held(party: "south"), says: .resident)
    #expect(
      belief("south", try village([one, two], prior: priorNorth))
        > belief("south", try village([one], prior: priorNorth)))
  }

  // MARK: Fighting

  @Test func `fighting makes a place contested while it is fresh`() throws {
    let fight = claim("c-f", .fighting, by: nil, .contested)
    #expect(
      try village([fight], prior: priorNorth).status == .contested(parties: ["north", "south"]))
    #expect(
      try village([fight], prior: priorNorth, on: today.advanced(by: 7)).status
        == .held(party: "north"))
  }

  @Test func `fighting in a district is fighting in its villages, in a province it is not`() throws
  {
    let district = claim("c-d", .fighting, by: nil, at: "district", .contested)
    let province = claim("c-p", .fighting, by: nil, at: "province", .contested)
    #expect(
      try village([district], prior: priorNorth).status == .contested(parties: ["north", "south"]))
    #expect(try village([province], prior: priorNorth).status == .held(party: "north"))
  }

  @Test func `what happens at the edge of a unit says nothing of its inside`() throws {
    var edge = claim("c-e", .captured, by: "south", at: "district", .held(party: "south"))
    edge.edge = "outskirts"
    #expect(try village([edge], prior: priorNorth).status == .held(party: "north"))
  }

  @Test func `losses alone do not make a place contested`() throws {
    let losses = claim("c-l", .casualties, by: "north", .contested)
    #expect(try village([losses], prior: priorNorth).status == .held(party: "north"))
  }

  // MARK: Properties

  /// Claims of any kind about the village and what contains it.
  private func randomClaims(_ seed: Int, parties: [String] = ["north", "south"]) -> [Claim] {
    var random = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 0...12, using: &random)).map { index in
      let party = parties.randomElement(using: &random) ?? parties[0]
      let speaker: [Claim.Claimant] =
        [.independent, .resident, .thirdParty] + parties.map { .party($0) }
      let isFight = Bool.random(using: &random)
      let event: Claim.Event =
        isFight
        ? .fighting : [.captured, .holds, .attackRepelled].randomElement(using: &random) ?? .holds
      return claim(
        "c-\(index)", event, by: party,
        at: ["village", "district", "province"].randomElement(using: &random) ?? "village",
        isFight ? .contested : .held(party: party),
        says: speaker.randomElement(using: &random) ?? .independent,
        hedge: Bool.random(using: &random) ? .asserted : .unverified,
        ago: Int.random(in: 0...20, using: &random))
    }
  }

  @Test(arguments: 0..<200)
  func `the order of claims does not matter, and beliefs sum to one`(seed: Int) throws {
    var random = SeededGenerator(seed: seed + 1000)
    let claims = randomClaims(seed)
    let control = try village(claims, prior: priorNorth)
    #expect(try village(claims.shuffled(using: &random), prior: priorNorth) == control)
    #expect(abs(control.partyProbabilities.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    #expect((0...1).contains(control.probability))
  }

  @Test(arguments: 0..<100)
  func `swapping the parties swaps the map`(seed: Int) throws {
    func swapped(_ party: String) -> String { party == "north" ? "south" : "north" }
    let claims = randomClaims(seed)
    let mirrored = claims.map { claim in
      var copy = claim
      copy.actor = claim.actor.map(swapped)
      if case .held(let party) = claim.controlAfter {
        copy.controlAfter = .held(party: swapped(party))
      }
      if case .party(let party) = claim.claimant { copy.claimant = .party(swapped(party)) }
      return copy
    }
    let prior = [
      PriorStatement(id: "prior-province", areaID: "province", party: "south", since: nil)
    ]
    let (control, mirror) = (
      try village(claims, prior: priorNorth), try village(mirrored, prior: prior)
    )
    #expect(abs(belief("north", control) - belief("south", mirror)) < 1e-9)
    if case .held(let party) = control.status {
      #expect(mirror.status == .held(party: swapped(party)))
    }
  }

  @Test(arguments: 0..<100)
  func `shifting all days shifts the answer`(seed: Int) throws {
    let claims = randomClaims(seed)
    let shifted = claims.map { claim in
      var copy = claim
      copy.valid =
        claim.valid.lowerBound.advanced(by: 100)..<claim.valid.upperBound.advanced(by: 100)
      copy.reported = claim.reported.advanced(by: 100)
      return copy
    }
    #expect(
      try village(claims, prior: priorNorth)
        == village(shifted, prior: priorNorth, on: today.advanced(by: 100)))
  }

  @Test(arguments: 0..<100)
  func `a party's claim to hold a place never lowers it in that party's view`(seed: Int) throws {
    let claims = randomClaims(seed)
    let own = claim("c-own", .holds, by: "north", .held(party: "north"), says: .party("north"))
    let view = View.claimed(party: "north")
    let (before, after) = (
      try village(claims, view: view, prior: priorNorth),
      try village(claims + [own], view: view, prior: priorNorth)
    )
    #expect(belief("north", after) >= belief("north", before) - 1e-9)
  }
}
