import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import FrontlineTopology
import Testing

@Suite struct `Fronts of lands drawn by lot` {
  @Test(arguments: 0..<60)
  func `are valid, disjoint, on the map, and their lines are edges of the areas on both sides`(
    seed: Int
  ) throws {
    let land = InventedLand(seed: seed)
    try check(try land.fronts(), in: land.frame)
  }

  @Test(arguments: 60..<80)
  func `are so for parties of which only some are at war`(seed: Int) throws {
    let land = InventedLand(seed: seed)
    let fights: @Sendable (String, String) -> Bool = { $0 == "red" && $1 != "red" }
    try check(try land.fronts(opposed: fights), in: land.frame, opposed: fights)
  }

  @Test(arguments: 80..<100)
  func `are so in the view of each party`(seed: Int) throws {
    var land = InventedLand(seed: seed)
    var random = SeededGenerator(seed: seed)
    land.reachKilometres = 10
    let claims = land.claims.map { claim in
      var claim = claim
      claim.claimant = .party(random.pick(land.parties))
      return claim
    }
    for party in land.parties {
      let fronts = try land.fronts(claims, view: .claimed(party: party))
      #expect(fronts.bands == [])
      try check(fronts, in: land.frame)
    }
  }

  @Test(arguments: 0..<20)
  func `do not depend on the order of claims and come out the same twice`(seed: Int) throws {
    let land = InventedLand(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let first = try land.fronts()
    #expect(try land.fronts() == first)
    #expect(try land.fronts(random.shuffled(land.claims)) == first)
  }

  @Test(arguments: 0..<20)
  func `are the same of a country a hundred days later`(seed: Int) throws {
    var land = InventedLand(seed: seed)
    let first = try land.fronts()
    for index in land.towns.indices { land.towns[index].daysAgo -= 100 }
    var later = try land.fronts(on: today.advanced(by: 100))
    later.asOf = today
    for index in later.lines.indices {
      later.lines[index].newest = later.lines[index].newest?.advanced(by: -100)
    }
    #expect(later == first)
  }
}
