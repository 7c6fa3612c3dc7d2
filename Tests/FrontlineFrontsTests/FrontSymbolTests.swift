import FrontlineClaims
import FrontlineControl
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineFronts

/// A pass in the mountains, blue to the east of it and red to the west, too far apart for a border.
private struct Pass {
  var land: InventedLand
  var terrain: SymbolTerrain
  var claims: [Claim] = []

  static let pass = "p1000"
  static let ford = "p1001"

  /// - Parameter turn: The direction from red to blue: east and north.
  init(towardsBlue turn: (east: Double, north: Double) = (1, 0), passCode: String = "PASS") {
    land = InventedLand(every: 120, halfWidth: 60) { _ in nil }
    land.towns = [
      .init(point: Point(east: 2, north: 3)), .init(point: Point(east: 30, north: -20)),
    ]
    for (away, side) in [(18.0, -4.0), (22, 4), (26, 0)] {
      for (party, sign) in [("blue", 1.0), ("red", -1)] {
        let east = sign * away * turn.east - side * turn.north
        let north = sign * away * turn.north + side * turn.east
        land.towns.append(
          .init(point: Point(east: 2 + east, north: 3 + north), holder: party))
      }
    }
    let codes = [Pass.pass: passCode, Pass.ford: "FORD"]
    let places = land.sites.map { site in
      Place(
        id: site.placeID, name: site.name, featureClass: codes[site.placeID] == nil ? "P" : "T",
        featureCode: codes[site.placeID] ?? "PPL", position: site.position)
    }
    let valley = Place(
      id: "valley", name: "Valley", featureClass: "T", featureCode: "VAL",
      position: plane.position(at: Point(east: 20, north: 3)), radiusKilometres: 10)
    terrain = SymbolTerrain(
      corridors: [], gazetteer: Gazetteer(places: places + [valley], names: []))
  }

  var middle: Position { plane.position(at: Point(east: 2, north: 3)) }

  mutating func say(
    _ event: Claim.Event, at place: String = pass, by actor: String?, against: String?,
    claimant: Claim.Claimant = .independent, report: String = "agency", daysAgo: Int = 0,
    sentence: String = "", hedge: Claim.Hedge = .asserted
  ) {
    var claim = Claim.invented(
      event, at: place, actor: actor, against: against, on: today.advanced(by: -daysAgo),
      by: claimant, hedge: hedge, report: report, id: "c\(claims.count)-\(event.rawValue)")
    claim.position = terrain.gazetteer.place(id: place)?.position
    claim.provenance.sentence = sentence.isEmpty ? "Sentence \(claims.count)." : sentence
    claims.append(claim)
  }

  func symbols(_ view: View = .assessed) throws -> [FrontSymbol] {
    let all = land.claims + claims
    let inference = land.inference(all, view: view)
    return FrontSymbols(terrain: terrain).symbols(
      of: inference, fronts: try land.fronts(all, view: view), claims: all)
  }
}

/// The line's corners in kilometres from a position.
private func corners(_ symbol: FrontSymbol, from position: Position) -> [Point] {
  let plane = EqualAreaPlane(origin: position)
  return symbol.line.positions.map(plane.point(at:))
}

private func angle(of line: [Point]) -> Point {
  line[0].towards(line[1])
}

extension Point {
  fileprivate func towards(_ other: Point) -> Point {
    let (east, north) = (other.east - self.east, other.north - self.north)
    let length = (east * east + north * north).squareRoot()
    return Point(east: east / length, north: north / length)
  }

  fileprivate func dot(_ other: Point) -> Double { east * other.east + north * other.north }
}

/// The sine of one degree: how far off a right angle a direction may be.
private let degree = 0.01746

@Suite struct `A bar` {
  @Test(arguments: [(1.0, 0.0), (0, 1), (0.6, 0.8), (-0.8, 0.6)])
  func `is five kilometres long, centred on the pass and across the axis`(
    turn: (Double, Double)
  ) throws {
    var pass = Pass(towardsBlue: turn)
    pass.say(.fighting, by: nil, against: "blue")
    let bars = try pass.symbols().filter { $0.kind == .bar }
    #expect(bars.map(\.placeID) == [Pass.pass])
    let bar = try #require(bars.first)
    #expect(abs(bar.line.lengthKilometres - 5) < 0.01)
    let ends = corners(bar, from: pass.middle)
    #expect(ends.count == 2)
    #expect(abs(ends[0].east + ends[1].east) < 0.01 && abs(ends[0].north + ends[1].north) < 0.01)
    let axis = Point(east: turn.0, north: turn.1)
    #expect(abs(angle(of: ends).dot(axis)) < degree)
    #expect(bar.partyA == "blue" && bar.partyB == "red" && bar.attacker == nil)
  }

  @Test func `is across the road where one passes, and not across one that is too far`() throws {
    var pass = Pass()
    pass.say(.attack, by: "red", against: "blue")
    for (away, axis) in [(1.5, Point(east: 0.8, north: 0.6)), (2.5, Point(east: 1, north: 0))] {
      // Beside the pass, at a right angle to the road.
      let (east, north) = (2 - away * 0.6, 3 + away * 0.8)
      pass.terrain.corridors = [
        Corridor(
          name: "road",
          line: line([(east - 8, north - 6), (east, north), (east + 8, north + 6)]))
      ]
      let symbols = try pass.symbols()
      let bar = try #require(symbols.first { $0.kind == .bar })
      #expect(abs(angle(of: corners(bar, from: pass.middle)).dot(axis)) < degree)
      let arrow = try #require(symbols.first { $0.kind == .arrow })
      #expect(angle(of: corners(arrow, from: pass.middle)).dot(axis) > 0.999)
    }
  }

  @Test func `stands only where the place itself is fought over`() throws {
    #expect(try Pass().symbols().isEmpty)
    var pass = Pass()
    pass.say(.holds, by: "blue", against: nil)
    #expect(try pass.symbols().isEmpty)
  }

  @Test func `stands at a village too, unless a front line runs there`() throws {
    var village = Pass(passCode: "PPL")
    village.terrain.narrows = ["FORD"]
    village.say(.fighting, by: nil, against: "blue")
    #expect(try village.symbols().map(\.kind) == [.bar])
    // Two rows of towns a few kilometres apart, with a border between them.
    village.land.towns += (-3...3).flatMap { row in
      [(-3.0, "red"), (7, "blue")].map {
        .init(point: Point(east: $0.0, north: 3 + 6 * Double(row)), holder: $0.1)
      }
    }
    let inference = village.land.inference(village.land.claims + village.claims)
    let fronts = try village.land.fronts(village.land.claims + village.claims)
    #expect(fronts.lines.contains { $0.kind == .line })
    #expect(inference.control.places.contains { $0.placeID == Pass.pass && $0.status.isContested })
    #expect(try village.symbols().isEmpty)
    village.terrain.narrows = []
    village.terrain.narrows.insert("PPL")
    let places = village.land.sites.map {
      Place(
        id: $0.placeID, name: $0.name, featureClass: "P", featureCode: "PPL", position: $0.position)
    }
    village.terrain.gazetteer = Gazetteer(places: places, names: [])
    #expect(try village.symbols().map(\.kind) == [.bar])
  }

  @Test func `is dashed by one source and solid by two`() throws {
    func solidity(_ say: (inout Pass) -> Void) throws -> (FrontSymbol.Solidity, [String])? {
      var pass = Pass()
      say(&pass)
      return try pass.symbols().first { $0.kind == .bar }.map { ($0.solidity, $0.sources) }
    }
    let one = try #require(
      try solidity {
        $0.say(.fighting, by: "red", against: "blue", claimant: .party("blue"), report: "a")
        $0.say(.attack, by: "red", against: "blue", claimant: .party("blue"), report: "b")
      })
    #expect(one == (.claimed, ["blue"]))
    let two = try #require(
      try solidity {
        $0.say(.fighting, by: "red", against: "blue", claimant: .party("blue"), report: "a")
        $0.say(.fighting, by: nil, against: "blue", report: "agency")
      })
    #expect(two == (.reported, ["agency", "blue"]))
    let copied = try #require(
      try solidity {
        $0.say(.fighting, by: nil, against: "blue", report: "agency", sentence: "They fight.")
        $0.say(.fighting, by: nil, against: "blue", report: "copy", sentence: "They fight.")
      })
    #expect(copied == (.claimed, ["agency"]))
  }
}

@Suite struct `An arrow` {
  @Test(arguments: ["blue", "red"])
  func `comes from the attacker's side and ends at the bar`(attacker: String) throws {
    let other = attacker == "red" ? "blue" : "red"
    for event in [Claim.Event.attack, .entered, .fighting, .attackRepelled] {
      var pass = Pass()
      let isRepelled = event == .attackRepelled
      pass.say(event, by: isRepelled ? other : attacker, against: isRepelled ? attacker : other)
      pass.say(.fighting, by: nil, against: "blue")
      let arrows = try pass.symbols().filter { $0.kind == .arrow }
      #expect(arrows.map(\.attacker) == [attacker])
      let drawn = try #require(arrows.first)
      let arrow = corners(drawn, from: pass.middle)
      let sign = attacker == "blue" ? 1.0 : -1
      #expect(abs(arrow[0].east - sign * 4) < 0.05 && abs(arrow[0].north) < 0.1)
      #expect(abs(arrow[1].east) < 0.001 && abs(arrow[1].north) < 0.001)
      // The head lies on both sides of the shaft, behind the tip.
      #expect(arrow.count == 5 && arrow[3] == arrow[1])
      #expect(arrow[2].north * arrow[4].north < 0)
      #expect([arrow[2], arrow[4]].allSatisfy { abs($0.east - sign * 0.8) < 0.05 })
      #expect(drawn.claims == ["c0-\(event.rawValue)"])
    }
  }

  @Test func `is not drawn where nobody names an attacker, or long after`() throws {
    var pass = Pass()
    pass.say(.fighting, by: nil, against: "blue")
    pass.say(.attack, by: "red", against: "blue", daysAgo: 7)
    #expect(try pass.symbols().map(\.kind) == [.bar])
    pass.say(.attack, by: "red", against: "blue", daysAgo: 6)
    #expect(try pass.symbols().map(\.kind) == [.bar, .arrow])
  }

  @Test func `is drawn for either side where both attack`() throws {
    var pass = Pass()
    pass.say(.attack, by: "red", against: "blue")
    pass.say(.attack, by: "blue", against: "red")
    #expect(try pass.symbols().filter { $0.kind == .arrow }.map(\.attacker) == ["blue", "red"])
  }

  @Test func `of one side's telling is not in what the other claims`() throws {
    var pass = Pass()
    pass.say(.attack, by: "red", against: "blue", claimant: .party("blue"))
    // In its own view a party's own words alone say where the sides are.
    pass.say(.holds, at: "p1002", by: "blue", against: nil, claimant: .party("blue"))
    #expect(try pass.symbols(.claimed(party: "red")).isEmpty)
    #expect(try pass.symbols(.independent).isEmpty)
    #expect(try pass.symbols(.claimed(party: "blue")).map(\.kind) == [.bar, .arrow])
  }
}

@Suite struct `What is said to be surrounded` {
  private func accesses(_ sentence: String, _ more: (inout Pass) -> Void = { _ in }) throws
    -> [FrontSymbol]
  {
    var pass = Pass()
    pass.say(.surrounded, at: "valley", by: "red", against: "blue", sentence: sentence)
    pass.say(.attack, by: "red", against: "blue")
    more(&pass)
    let symbols = try pass.symbols()
    for symbol in symbols {
      #expect(symbol.line.positions.first != symbol.line.positions.last)
      #expect(symbol.line.lengthKilometres < 10)
    }
    return symbols.filter { $0.kind == .access }
  }

  @Test func `from every side has arrows at the ways in that are fought over, and no ring`() throws
  {
    let accesses = try accesses("The valley is surrounded on all four sides.")
    #expect(accesses.map(\.placeID) == [Pass.pass])
    let access = try #require(accesses.first)
    #expect(access.attacker == "red" && access.surrounded == "valley")
    #expect(access.claims == ["c0-surrounded", "c1-attack"] && access.solidity == .claimed)
    // Beside the arrow of the attack, from the same side.
    let pass = corners(access, from: Pass().middle)
    #expect(abs(pass[0].east + 4) < 0.05)
    #expect(abs(abs(pass[1].north) - 1.25) < 0.05 && abs(pass[1].east) < 0.05)
  }

  @Test func `is solid where another source says it is surrounded, from wherever`() throws {
    let accesses = try accesses("It is surrounded from all sides.") {
      $0.say(.surrounded, at: "valley", by: "red", against: "blue", claimant: .party("blue"))
    }
    #expect(accesses.map(\.solidity) == [.reported])
    #expect(accesses.first?.sources == ["agency", "blue"])
  }

  @Test func `without a word of the sides has no arrow`() throws {
    #expect(try accesses("The valley is surrounded.").isEmpty)
  }

  @Test func `from a named side has an arrow at the way in on that side`() throws {
    let west = try accesses("The valley is surrounded from the west and the north.")
    #expect(west.map(\.placeID) == [Pass.pass])
    #expect(try accesses("The valley is surrounded from the east.").isEmpty)
    #expect(try accesses("The valley, west of the town, is surrounded.").isEmpty)
  }

  @Test func `has an arrow at each place that the same sentence names`() throws {
    let sentence = "They have surrounded the valley and are massing at the ford."
    let accesses = try accesses(sentence) {
      $0.say(.massing, at: Pass.ford, by: "red", against: nil, sentence: sentence)
      $0.say(.massing, at: Pass.ford, by: "red", against: nil, sentence: "Another sentence.")
    }
    #expect(accesses.map(\.placeID) == [Pass.ford])
    #expect(accesses.first?.claims == ["c0-surrounded", "c2-massing"])
  }

  @Test func `a week ago has no arrow any more`() throws {
    let sentence = "It is encircled from all sides."
    var pass = Pass()
    pass.say(.surrounded, at: "valley", by: "red", against: "blue", daysAgo: 7, sentence: sentence)
    pass.say(.attack, by: "red", against: "blue")
    #expect(try pass.symbols().map(\.kind) == [.bar, .arrow])
  }

  @Test func `does not depend on the order of the claims`() throws {
    var pass = Pass()
    pass.say(.surrounded, at: "valley", by: "red", against: "blue", sentence: "From all sides.")
    pass.say(.attack, by: "red", against: "blue")
    pass.say(.fighting, at: Pass.ford, by: nil, against: "blue", report: "other")
    let symbols = try pass.symbols()
    #expect(symbols.map(\.kind) == [.bar, .bar, .arrow, .access, .access])
    pass.claims.reverse()
    #expect(try pass.symbols() == symbols)
  }
}

@Suite struct `Words for sides` {
  @Test(
    arguments: [
      ("They hold it under siege on all four sides.", [], true),
      ("It was surrounded from every direction", [], true),
      ("surrounded from the north", [0], false),
      ("cut off from both north-east and the South.", [45, 180], false),
      ("surrounded in the north of the valley", [], false),
      ("troops from the capital went north", [], false),
      ("surrounded", [], false),
    ] as [(String, [Double], Bool)])
  func `are read only where they say from where`(
    sentence: String, bearings: [Double], isEverySide: Bool
  ) {
    #expect(
      DirectionWords.shipped.read(sentence)
        == DirectionWords.Found(bearings: bearings, isEverySide: isEverySide))
  }
}
