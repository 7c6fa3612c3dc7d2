import FrontlineClaims
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct SimulatedWarTests {
  static let all: [SimulatedWar] = [
    .slow(seed: 1, places: 250), .fast(seed: 2, places: 250), .oneSided(seed: 3, places: 250),
    .encirclement(seed: 4, places: 250), .threeParties(seed: 5, places: 250),
    .fiveParties(seed: 6, places: 250), .river(seed: 7, places: 100), .thirtyPlaces(seed: 8),
  ]

  @Test func `the same arguments give the same war, and another seed gives another`() {
    let war = SimulatedWar.slow(seed: 1, places: 200)
    #expect(war.claims == SimulatedWar.slow(seed: 1, places: 200).claims)
    #expect(war.places != SimulatedWar.slow(seed: 2, places: 200).places)
  }

  @Test(arguments: all)
  func `every claim is of a place of the war, within its days, and reported no earlier`(
    _ war: SimulatedWar
  ) {
    let places = Dictionary(uniqueKeysWithValues: war.places.map { ($0.id, $0) })
    let parties = Set(war.parties.map(\.id))
    #expect(Set(war.claims.map(\.id)).count == war.claims.count)
    #expect(war.claims == war.claims.sorted { ($0.reported, $0.id) < ($1.reported, $1.id) })
    for claim in war.claims {
      #expect(places[claim.placeID]?.position == claim.position)
      #expect(war.days.contains(claim.valid.lowerBound))
      #expect(claim.reported >= claim.valid.lowerBound)
      if case .held(let party) = claim.controlAfter { #expect(parties.contains(party)) }
      if case .party(let party) = claim.claimant { #expect(parties.contains(party)) }
    }
  }

  @Test(arguments: all)
  func `on either side of the true line stand the two that it parts`(_ war: SimulatedWar) {
    let day = war.days.lowerBound.advanced(by: 5)
    let lines = war.trueLine(on: day)
    #expect(!lines.isEmpty)
    for point in lines.flatMap(\.positions).map(war.truth.point) {
      // A party is at most as far from the line as a grid of half a kilometre lets it be.
      let holder = war.truth.holder(at: point, on: day)
      let depth = holder.map { war.truth.depth(of: $0, at: point, on: day) } ?? 0
      #expect(depth < 0.5)
    }
  }

  @Test func `points of the true line lie half a kilometre apart at most`() {
    for line in SimulatedWar.slow(seed: 1, places: 50).trueLine(on: day(90)) {
      for (start, end) in zip(line.positions, line.positions.dropFirst()) {
        #expect(greatCircleDistance(from: start, to: end) < 720)
      }
    }
  }

  @Test func `the areas of the parties fill the box`() {
    for war in [SimulatedWar.encirclement(seed: 1, places: 50), .fiveParties(seed: 1, places: 50)] {
      let areas = war.parties.map { party in
        war.truth.area(of: party.id, on: day(40)).reduce(0) { $0 + squareKilometres($1, war) }
      }
      #expect(areas.allSatisfy { $0 > 100 })
      #expect(abs(areas.reduce(0, +) / 40_000 - 1) < 0.002)
    }
  }

  @Test func `a wavy front creeps east by what it is told to`() {
    let war = SimulatedWar.slow(seed: 1, places: 50)
    func held(_ day: Day) -> Double {
      war.truth.area(of: "amber", on: day).reduce(0) { $0 + squareKilometres($1, war) }
    }
    // 0.05 km a day for 180 days on a front of 260 km.
    #expect(abs((held(day(180)) - held(day(0))) / 260 - 9) < 0.5)
  }

  @Test func `an offensive of twenty kilometres a day ends two hundred on`() {
    let war = SimulatedWar.fast(seed: 1, places: 50)
    func holder(_ east: Double, _ number: Int) -> String? {
      war.truth.holder(at: SimulatedPoint(east, 0), on: day(number))
    }
    #expect(holder(-95, 2) == "basalt" && holder(-65, 4) == "amber" && holder(-55, 4) == "basalt")
    #expect(holder(95, 12) == "amber" && holder(105, 16) == "basalt")
  }

  @Test func `a salient becomes a pocket of twelve kilometres and is gone on day eighty`() {
    let war = SimulatedWar.encirclement(seed: 1, places: 50)
    func pockets(_ number: Int) -> [Double] {
      war.truth.area(of: "amber", on: day(number)).map { squareKilometres($0, war) }
        .filter { $0 < 2000 }.sorted()
    }
    // Discs of 5 and of 11.76 km; the grid cuts their corners.
    for (number, areas) in [(20, [78.5]), (31, [78.5, 434.5]), (81, [78.5])] {
      let found = pockets(number)
      #expect(found.count == areas.count)
      #expect(zip(found, areas).allSatisfy { abs($0 - $1) < 2 })
    }
  }

  @Test func `sectors meet in one point`() {
    let war = SimulatedWar.fiveParties(seed: 1, places: 50)
    let around = (0..<360).map { degree in
      let angle = Double(degree) * .pi / 180
      return war.truth.holder(
        at: SimulatedPoint(cosine(angle), cosine(angle - .pi / 2)), on: day(60))
    }
    let changes = zip(around, around.dropFirst() + around.prefix(1)).filter { $0 != $1 }.count
    #expect(Set(around).count == 5 && changes == 5)
    #expect(war.trueLine(on: day(60)).count == 5)
  }

  @Test func `no place lies within a kilometre of the river or beyond fifteen`() {
    let war = SimulatedWar.river(seed: 1, places: 150)
    #expect(war.places.count == 150 && war.barriers.count == 1)
    for place in war.places {
      let depth = war.truth.depth(
        of: "amber", at: war.truth.point(at: place.position), on: war.days.lowerBound)
      #expect((0.99...15.01).contains(abs(depth)))
    }
    #expect(war.trueLine(on: day(0)) == war.trueLine(on: day(100)))
  }

  @Test func `thirty places in four valleys have sixty claims and nobody holds the mountains`() {
    let war = SimulatedWar.thirtyPlaces(seed: 1)
    #expect(war.places.count == 30 && war.claims.count == 60 && war.corridors.count == 4)
    #expect(Set(war.claims.map(\.placeID)).count == 30)
    #expect(war.claims.contains { $0.controlAfter == .contested })
    #expect(war.places.allSatisfy { war.holder(at: $0.position, on: day(0)) != nil })
    #expect(war.truth.holder(at: SimulatedPoint(-40, 40), on: day(0)) == nil)
  }

  @Test func `reports come at the rate asked and from the sources asked`() {
    let war = SimulatedWar.slow(seed: 9, places: 1000, reporting: asked)
    let later = war.claims.filter { $0.provenance.report != "baseline-atlas" }
    #expect(war.claims.count - later.count == 1000)
    #expect(later.count == 3600)
    for (source, share) in [("loud", 0.6), ("quiet", 0.3), ("agency", 0.1)] {
      let count = later.filter { $0.provenance.report == source }.count
      #expect(abs(Double(count) / 3600 - share) < 0.03)
    }
    #expect(Set(later.map { $0.valid.lowerBound.distance(to: $0.reported) }) == [0, 1, 2, 3])
  }

  @Test func `a partisan takes places near the line for its own, and seldom those far behind`() {
    let war = SimulatedWar.slow(seed: 9, places: 1000, reporting: asked)
    let wrong = [0.0..<4, 8..<16, 60..<200].map { wrongShare(of: "amber", in: war, within: $0) }
    #expect(wrong[0] > 0.35 && wrong[0] < 0.8)
    #expect(wrong[1] > 0.05 && wrong[1] < wrong[0] - 0.1)
    #expect(wrong[2] < 0.01)
  }

  @Test func `a perfect survey is never wrong`() {
    let war = SimulatedWar.slow(
      seed: 2, places: 300, reporting: .perfect(perPlaceAndDay: 0.02))
    #expect(war.claims.count == 300 + 1080)
    for claim in war.claims {
      guard let position = claim.position,
        let holder = war.holder(at: position, on: claim.valid.lowerBound)
      else { continue }
      #expect(claim.controlAfter == .held(party: holder))
    }
  }

  @Test func `a war is written as the files of a case`() {
    let war = SimulatedWar.thirtyPlaces(seed: 1)
    let files = war.written(truthOn: [day(2), day(10)], step: 2)
    let rows = files.claims.split(separator: "\n")
    #expect(
      rows.count == 61
        && rows.allSatisfy {
          $0.split(separator: ",", omittingEmptySubsequences: false).count == 11
        })
    #expect(files.places.split(separator: "\n").count == 31)
    #expect(files.truth.split(separator: "\n").count == 7)
    #expect(files.truth.contains("\"party\":\"basalt\",\"date\":\"2024-10-14\""))
  }

  // MARK: helpers

  private let asked = SimulatedReporting(
    amount: .perPlaceAndDay(0.02),
    sources: [
      .partisan("loud", of: "amber", share: 6), .partisan("quiet", of: "basalt", share: 3),
      .independent("agency", share: 1),
    ])

  private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }

  private func cosine(_ angle: Double) -> Double {
    LocalPlane(origin: Position(longitude: 0, latitude: angle * 180 / .pi)).point(
      at: Position(longitude: 1, latitude: 0)
    ).east / LocalPlane.metresPerDegreeNorth
  }

  /// Of the claims by a party on places of others, so many km behind the line, the share that
  /// gives it the place.
  private func wrongShare(
    of party: String, in war: SimulatedWar, within range: Range<Double>
  ) -> Double {
    let claims = war.claims.filter { claim in
      guard let position = claim.position else { return false }
      let depth = war.truth.depth(
        of: party, at: war.truth.point(at: position), on: claim.valid.lowerBound)
      return claim.claimant == .party(party) && range.contains(-depth)
    }
    let wrong = claims.filter { $0.controlAfter == .held(party: party) }
    return Double(wrong.count) / Double(claims.count)
  }

  private func squareKilometres(_ polygon: Polygon, _ war: SimulatedWar) -> Double {
    ([polygon.exterior] + polygon.holes).reduce(0) { sum, ring in
      let points = ring.positions.map { war.truth.point(at: $0) }
      return sum
        + zip(points, points.dropFirst()).reduce(0) {
          $0 + ($1.0.east * $1.1.north - $1.1.east * $1.0.north) / 2
        }
    }
  }
}
