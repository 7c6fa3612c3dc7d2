import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import FrontlineTopology
import Testing

/// What must hold of every map of a war, of which the list is the heart.
@Suite struct `Maps of simulated wars` {
  static let wars: [SimulatedWar] = [
    .slow(seed: 1, places: 80), .fast(seed: 2, places: 80), .encirclement(seed: 3, places: 80),
    .threeParties(seed: 4, places: 80), .fiveParties(seed: 5, places: 80),
    .river(seed: 6, places: 60), .thirtyPlaces(seed: 7), .oneSided(seed: 8, places: 80),
  ]

  @Test(arguments: wars)
  func `are valid and disjoint, with lines between the areas`(_ war: SimulatedWar) throws {
    for view in [View.assessed, .independent, .claimed(party: war.parties[0].id)] {
      try check(try war.fronts(view: view), in: war.frame)
    }
  }

  @Test(arguments: wars)
  func `do not depend on the order of the claims`(_ war: SimulatedWar) throws {
    var random = SeededGenerator(seed: 1)
    let shuffled = random.shuffled(war.claims)
    let (one, other) = (war.inference(), war.inference(shuffled))
    #expect(one.control == other.control)
    #expect(one.sources == other.sources)
    #expect(try war.fronts(shuffled) == war.fronts())
  }

  @Test(arguments: wars)
  func `are swapped when the parties' names are`(_ war: SimulatedWar) throws {
    let names = war.parties.map(\.id)
    func swap(_ name: String) -> String {
      name == names[0] ? names[1] : name == names[1] ? names[0] : name
    }
    let straight = try war.fronts()
    let swapped = try war.fronts(war.claims.map { $0.renamed(swap) })
    for name in names {
      let (land, other) = (straight.land(of: name), swapped.land(of: swap(name)))
      let apart =
        squareKilometres(try Topology.difference(land, other))
        + squareKilometres(try Topology.difference(other, land))
      // Sums over parties in another order differ in the last bits.
      #expect(apart < 1e-4 * squareKilometres(land) + 0.01)
    }
    let lengths = [straight, swapped].map { $0.lines.reduce(0) { $0 + $1.lengthKilometres } }
    #expect(abs(lengths[0] - lengths[1]) < 0.001 * lengths[0] + 0.01)
  }

  @Test(arguments: wars)
  func `shift with the days`(_ war: SimulatedWar) throws {
    var later = try war.fronts(
      war.claims.map { $0.shifted(by: 500) }, on: war.mapDay.advanced(by: 500))
    later.asOf = war.mapDay
    for index in later.lines.indices {
      later.lines[index].newest = later.lines[index].newest?.advanced(by: -500)
    }
    #expect(try later == war.fronts())
  }

  @Test(arguments: wars)
  func `as they were known hear of no later report, and with hindsight do`(_ war: SimulatedWar)
    throws
  {
    let day = war.mapDay
    let early = war.claims.filter { $0.reported <= day }
    #expect(early.count < war.claims.count)
    let known = war.inference(knownBy: day)
    #expect(known.control == war.inference(early, knownBy: day).control)
    #expect(try war.fronts(knownBy: day) == war.fronts(early, knownBy: day))
    #expect(try war.fronts(early) == war.fronts(early, knownBy: day))
  }

  @Test(arguments: wars)
  func `are blank where nothing was said nearby`(_ war: SimulatedWar) throws {
    let middle = war.places[war.places.count / 2]
    let here = war.plane.point(at: middle.position)
    func isNear(_ position: Position?) -> Bool {
      position.map { war.plane.point(at: $0).squaredDistance(to: here) < 70 * 70 } ?? false
    }
    let far = war.claims.filter { !isNear($0.position) }
    let states = { (claims: [Claim]) in
      war.inference(claims).control.places.first { $0.placeID == middle.id }?.status
    }
    #expect(states(war.claims) != .unknown)
    #expect(states(far) == .unknown)
  }

  @Test(arguments: wars, 0..<3)
  func `give a party no less in its own view for a claim of its own`(
    _ war: SimulatedWar, seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    let party = random.pick(war.parties).id
    let place = random.pick(war.places)
    var own = war.claims[0]
    own.id = "own"
    own.placeID = place.id
    own.position = place.position
    own.event = .holds
    own.actor = party
    own.against = nil
    own.controlAfter = .held(party: party)
    own.claimant = .party(party)
    own.hedge = .claimed
    own.valid = war.mapDay..<war.mapDay.advanced(by: 1)
    own.reported = war.mapDay
    own.provenance.sentence = "We hold \(place.id)."
    let view = View.claimed(party: party)
    let before = try war.fronts(view: view).land(of: party)
    let after = try war.fronts(war.claims + [own], view: view).land(of: party)
    let lost = squareKilometres(try Topology.difference(before, after))
    // Lines are smoothed by 30 m, and end in the middle of squares of the grid where three meet.
    #expect(lost < 0.003 * squareKilometres(before) + 1)
    #expect(squareKilometres(after) > 0.997 * squareKilometres(before) - 1)
    let control = war.inference(war.claims + [own], view: view).control
    #expect(
      control.places.first { $0.placeID == place.id }?.status == .held(party: party)
        || war.isContested(place.id, view))
  }

  @Test(arguments: wars, 0..<2)
  func `change little when a place is moved by 100 m`(_ war: SimulatedWar, seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let index = random.number(0...war.places.count - 1)
    var moved = war
    moved.places[index].position.latitude += 0.0009
    let (one, other) = (try war.fronts(), try moved.fronts())
    let length = one.lines.reduce(0) { $0 + $1.lengthKilometres }
    // Thirty metres along the line; and the edge of a reach of 30 km, of which each side sweeps its width.
    #expect(try difference(one, other) < 0.03 * length + 4 * 30 * 0.1 + 1)
  }
}

extension SimulatedWar {
  var plane: EqualAreaPlane { EqualAreaPlane(of: box) }
  var frame: MapFrame { MapFrame(box: box) }

  /// Two thirds into the war.
  var mapDay: Day {
    days.lowerBound.advanced(by: (days.upperBound.number - days.lowerBound.number) * 2 / 3)
  }

  func inference(
    _ claims: [Claim]? = nil, on day: Day? = nil, view: View = .assessed, knownBy: Day? = nil
  ) -> ControlModel.Inference {
    let names = parties.map(\.id)
    var setting = ControlModel.Setting(
      sites: places.map {
        ControlSite(
          placeID: $0.id, name: $0.name, position: $0.position,
          areas: [.init(id: $0.id, level: .place)])
      }.sorted { $0.placeID < $1.placeID },
      parties: names,
      opponents: Dictionary(
        uniqueKeysWithValues: names.map { name in (name, Set(names).subtracting([name])) }),
      ground: Ground(
        plane: plane, barriers: barriers.map { Barrier(name: "barrier", line: $0) }))
    setting.parameters.gridKilometres = 5
    return ControlModel(setting, claims: claims ?? self.claims)
      .infer(asOf: day ?? mapDay, view: view, knownBy: knownBy)
  }

  func fronts(
    _ claims: [Claim]? = nil, on day: Day? = nil, view: View = .assessed, knownBy: Day? = nil
  ) throws -> Fronts {
    try FrontMap(frame: frame) { $0 != $1 }.fronts(
      of: inference(claims, on: day, view: view, knownBy: knownBy))
  }

  func isContested(_ place: String, _ view: View) -> Bool {
    guard let found = inference(view: view).control.places.first(where: { $0.placeID == place })
    else { return false }
    if case .contested = found.status { return true }
    return false
  }
}

extension Claim {
  fileprivate func renamed(_ name: (String) -> String) -> Claim {
    var claim = self
    claim.actor = actor.map(name)
    claim.against = against.map(name)
    switch controlAfter {
    case .held(let party): claim.controlAfter = .held(party: name(party))
    case .notHeld(let party): claim.controlAfter = .notHeld(party: name(party))
    case .contested, .unknown: break
    }
    if case .party(let party) = claimant { claim.claimant = .party(name(party)) }
    return claim
  }

  fileprivate func shifted(by days: Int) -> Claim {
    var claim = self
    claim.valid = valid.lowerBound.advanced(by: days)..<valid.upperBound.advanced(by: days)
    claim.reported = reported.advanced(by: days)
    return claim
  }
}
