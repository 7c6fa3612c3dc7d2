import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

/// What maps must show of wars of which everything is known, with what had been reported by each day. Bounds leave room
/// over what was measured of several seeds; a model without the part at issue does not keep to them.
@Suite struct `Maps of wars whose truth is known` {
  @Test func `of a slow war err far less than tessellation, know by how much, and invent no parts`()
  {
    let war = SimulatedWar.slow(seed: 3, places: 400)
    let days = [60, 120, 180]
    let score = war.score(war.setting(), on: days, step: 5)
    let plain = war.score(war.setting { $0.method = .tessellation }, on: days, step: 5)
    #expect(score.displacement < 0.6 * plain.displacement)
    #expect((0.7...0.95).contains(score.coverage))
    #expect(score.bandWidth < 0.75 * plain.bandWidth)
    #expect(score.calibration < 0.03)
    #expect(score.spuriousParts < plain.spuriousParts && score.spuriousParts < 0.5)
  }

  @Test func `of an advance of twenty kilometres a day follow it`() {
    let war = SimulatedWar.fast(seed: 1, places: 300)
    let days = [5, 8, 12]
    let score = war.score(war.setting(), on: days, step: 8)
    let plain = war.score(war.setting { $0.method = .tessellation }, on: days, step: 8)
    // A front that is thought to creep cannot follow.
    let still = war.score(
      war.setting { $0.parameters.movementKilometresPerDay = 0.03 }, on: days, step: 8)
    #expect(score.displacement < 0.5 * plain.displacement)
    #expect(score.displacement < 0.8 * still.displacement)
    // Half a day's advance.
    #expect(score.displacement < 10)
    #expect(abs(score.bias) < 6)
  }

  /// Reports of changes come at most five days early or late: what is judged is how the map shows them.
  @Test func `show a pocket by itself as long as it stands, and a small one that stays`() {
    let war = SimulatedWar.encirclement(seed: 2, places: 1000)
      .reported(
        SimulatedReporting(
          amount: .perPlaceAndDay(0.015),
          sources: [
            .partisan("amber-staff", of: "amber", share: 0.4, early: 5, denial: 5),
            .partisan("basalt-staff", of: "basalt", share: 0.4, early: 5, denial: 5),
            .independent("wire-agency", share: 0.2),
          ], reportsPerCapture: 1), seed: 2)
    func area(_ number: Int, at middle: SimulatedPoint, within half: Double) -> [Double] {
      let map = war.map(
        war.setting(), on: number, step: 2,
        window: .init(middle, halfWidth: half, halfHeight: half))
      let amber = map.inference.parties.firstIndex(of: "amber") ?? -1
      // What reaches the window's edge is no pocket.
      return map.parts(map.drawn.map { $0 == amber ? 0 : -1 }).map { part in
        let isWhole = part.allSatisfy {
          abs(map.points[$0].east - middle.east) < half - map.step
        }
        return (isWhole ? 1 : -1) * Double(part.count) * 4
      }
    }
    let middle = SimulatedPoint(0, 0)
    // Still a salient; then a disc of 9.6 km and one of 6, 290 and 113 km²; then gone.
    #expect(area(10, at: middle, within: 24).contains { $0 < -300 })
    let cutOff = area(40, at: middle, within: 24)
    #expect(cutOff.count == 1 && cutOff.allSatisfy { (145...435).contains($0) })
    let later = area(55, at: middle, within: 24).reduce(0, +)
    #expect((40...300).contains(later))
    #expect(area(100, at: middle, within: 24).reduce(0, +) < 25)
    // A disc of 5 km, 79 km², in which two or three places lie.
    for day in [40, 100] {
      let standing = area(day, at: SimulatedPoint(60, -55), within: 14)
      #expect(standing.count == 1 && standing.allSatisfy { (35...130).contains($0) })
    }
  }

  /// The first to report a capture is contradicted by all places around, which have not fallen yet.
  @Test func `believe a source that is never wrong, though the front moves away under it`() {
    let war = SimulatedWar.encirclement(seed: 1, places: 600)
    let sources = war.map(war.setting(), on: 100, step: 50).inference.sources
    let agency = sources.filter { $0.source.name == "wire-agency" }
    let partisan = sources.first { $0.source.name == "basalt-staff" && $0.party == "basalt" }
    #expect(agency.count == 2 && agency.allSatisfy { $0.saysFalseNear < 0.25 })
    #expect((partisan?.saysFalseNear ?? 0) > 0.3)
  }

  @Test(arguments: [3, 5])
  func `of several parties give each its share and end all lines near one point`(_ count: Int) {
    let war = SimulatedWar.sectors(seed: 3, places: 400, parties: count)
    let day = 90
    let map = war.map(war.setting(), on: day, step: 4)
    for party in war.parties {
      let area = map.area(of: party.id)
      #expect(abs(area.drawn / area.held - 1) < 0.1)
    }
    let middle = SimulatedPoint(0.1 * Double(day - 60), 0)
    let near = map.points.indices.filter { map.points[$0].distance(to: middle) < 16 }
    #expect(Set(near.map { map.drawn[$0] }) == Set(0..<count))
    // One part a party: nobody is cut in two, and no island lies in another's land.
    #expect(map.parts(map.drawn).count == count)
    #expect(map.score.displacement < 3)
  }

  @Test func `are not taken in by a side that reports nine times in ten`() {
    let war = SimulatedWar.oneSided(seed: 3, places: 400)
    let days = [60, 120, 180]
    let score = war.score(war.setting(), on: days, step: 5)
    let claimed = war.score(war.setting(), view: .claimed(party: "amber"), on: days, step: 5)
    #expect(abs(score.bias) < 1.3)
    #expect(claimed.bias > 2.5)
    #expect(score.displacement < 0.5 * claimed.displacement)
  }

  @Test func `keep to a river that is a barrier`() throws {
    let war = SimulatedWar.river(seed: 1, places: 200)
    let bed = SimulatedPath(war.barriers[0].positions.map(war.truth.point))
    /// The share of the front within 0.3 km of the river, and the displacement.
    func keeping(_ ground: Ground) throws -> (share: Double, displacement: Double) {
      let map = war.map(war.setting { $0.ground = ground }, on: 100, step: 2)
      let fronts = try FrontMap(frame: MapFrame(box: war.box)) { $0 != $1 }
        .fronts(of: map.inference)
      var (kept, length) = (0.0, 0.0)
      for line in fronts.lines.filter({ $0.kind == .line }).flatMap(\.lines) {
        let points = line.positions.map(war.truth.point)
        for (one, other) in zip(points, points.dropFirst()) {
          let middle = SimulatedPoint(
            (one.east + other.east) / 2, (one.north + other.north) / 2)
          length += one.distance(to: other)
          if bed.distance(to: middle) < 0.3 { kept += one.distance(to: other) }
        }
      }
      return (kept / length, map.score.displacement)
    }
    let (with, without) = (
      try keeping(war.ground()), try keeping(war.ground(hasBarriers: false))
    )
    #expect(with.share > 0.95 && without.share < 0.3)
    // No evidence crosses: nobody's area does.
    #expect(with.displacement < 0.05 && without.displacement > 0.7)
  }

  /// Without corridors: each place speaks for the land around it alone.
  @Test func `of thirty places in valleys are blank beyond the reach of evidence`() throws {
    let war = SimulatedWar.thirtyPlaces(seed: 1)
    let reach = 8.0
    let setting = war.setting {
      $0.ground = war.ground(hasCorridors: false)
      $0.reachKilometres = reach
    }
    let map = war.map(setting, on: 10, step: 2)
    #expect(map.score.unknown > 0.6)
    let places = map.inference.control.places
    let known = places.filter { $0.status != .unknown }
    for index in map.points.indices where map.drawn[index] >= 0 {
      let nearest = known.map { war.truth.point(at: $0.position).distance(to: map.points[index]) }
      #expect((nearest.min() ?? .infinity) < reach + 0.1)
    }
    for place in known {
      #expect(place.partyProbabilities.allSatisfy { (0.0005...0.9995).contains($0.probability) })
    }
    let fronts = try FrontMap(frame: MapFrame(box: war.box)) { $0 != $1 }.fronts(of: map.inference)
    let line = fronts.lines.flatMap(\.lines).flatMap(\.positions).map(war.truth.point)
    #expect(!line.isEmpty)
    for party in war.parties {
      let own = known.filter {
        $0.partyProbabilities.first { $0.party == party.id }?.probability ?? 0 > 0.3
      }
      for point in line {
        let nearest = own.map { war.truth.point(at: $0.position).distance(to: point) }.min()
        #expect((nearest ?? .infinity) < reach + 0.1)
      }
    }
  }

  @Test func `of thirty places show one as contested on the day that fighting is reported there`() {
    let war = SimulatedWar.thirtyPlaces(seed: 1)
    let model = ControlModel(war.setting(), claims: war.claims)
    var found = 0
    for number in 0...12 {
      let today = war.day(number)
      let fought = war.claims.filter {
        $0.controlAfter == .contested && $0.valid.lowerBound == today && $0.reported == today
      }
      let places = model.infer(asOf: today, view: .assessed, knownBy: today).control.places
      for claim in fought {
        let status = places.first { $0.placeID == claim.placeID }?.status
        #expect(status == .contested(parties: ["amber", "basalt"]))
        found += 1
      }
      // Nor anywhere without a report of it.
      let reported = Set(
        war.claims.filter { $0.controlAfter == .contested && $0.reported <= today }.map(\.placeID))
      for place in places {
        if case .contested = place.status { #expect(reported.contains(place.placeID)) }
      }
    }
    #expect(found > 1)
  }
}
