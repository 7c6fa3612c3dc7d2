import FrontlineClaims
import FrontlineFronts
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

@testable import Frontline

@Suite struct `Comparing two days` {
  private let first = Day(number: 19_000)
  private let second = Day(number: 19_010)
  private let parties = [
    Party(id: "north", name: "Northern Army", colour: "#0000ff"),
    Party(id: "south", name: "Southern Front", colour: "#ff0000"),
  ]

  /// Land between longitudes, from 50.0 to 50.5 degrees north.
  private func land(_ west: Double, _ east: Double) -> Polygon {
    Polygon(BoundingBox(west: west, south: 50, east: east, north: 50.5))
  }

  private func line(
    at longitude: Double, halfWidth: Double? = 1, claims: [String] = []
  ) -> DiffMap.Line {
    DiffMap.Line(
      lines: [
        LineString([
          Position(longitude: longitude, latitude: 50),
          Position(longitude: longitude, latitude: 50.5),
        ])
      ], halfWidth: halfWidth, claims: claims)
  }

  private func place(
    _ id: String, at longitude: Double, _ state: MapDiff.State, claims: [String] = []
  ) -> (String, (place: MapDiff.PlaceChange, state: MapDiff.State)) {
    let place = MapDiff.PlaceChange(
      placeID: id, name: id.uppercased(),
      position: Position(longitude: longitude, latitude: 50.25), from: state, to: state,
      claims: claims)
    return (id, (place, state))
  }

  private func held(_ party: String, _ probability: Double) -> MapDiff.State {
    MapDiff.State(status: "held", party: party, probability: probability)
  }

  private func claim(_ id: String, about place: String, on day: Int) -> Claim {
    let day = first.advanced(by: day)
    return Claim(
      id: id, placeID: place, placeName: place.uppercased(), position: nil, event: .captured,
      actor: "north", against: "south", controlAfter: .held(party: "north"),
      valid: day..<day.advanced(by: 1), precision: .day, dateBasis: "today", reported: day,
      claimant: .party("north"), speaker: nil, hedge: .claimed,
      provenance: .init(
        report: "r-1", sentence: "They took \(place).", sentenceRange: 0..<1, placeRange: 0..<1,
        rule: "took"))
  }

  private func map(
    _ day: Day, areas: [MapDiff.Holder: [Polygon]], lines: [DiffMap.Line],
    places: [(String, (place: MapDiff.PlaceChange, state: MapDiff.State))]
  ) -> DiffMap {
    DiffMap(
      day: day, areas: areas, lines: lines, places: Dictionary(uniqueKeysWithValues: places))
  }

  /// North takes the land from 10.0 to 10.1 with the town of Mill; reports of the rim in the east fade.
  private func advance() throws -> MapDiff {
    try MapDiff(
      map(
        first, areas: [.party("north"): [land(9.5, 10)], .party("south"): [land(10, 10.6)]],
        lines: [line(at: 10, claims: ["old"])],
        places: [
          place("mill", at: 10.05, held("south", 0.8)), place("weir", at: 10.3, held("south", 0.9)),
        ]),
      map(
        second, areas: [.party("north"): [land(9.5, 10.1)], .party("south"): [land(10.1, 10.5)]],
        lines: [line(at: 10.1, claims: ["c-near", "old", "c-mill"])],
        places: [
          place("mill", at: 10.05, held("north", 0.7), claims: ["c-valley", "c-mill", "old"]),
          place("weir", at: 10.3, held("south", 0.6)),
        ]), view: "assessed", theatre: "Talvania", parties: parties,
      claims: [
        claim("c-mill", about: "mill", on: 4), claim("c-valley", about: "valley", on: 5),
        claim("c-near", about: "ford", on: 9), claim("c-far", about: "cape", on: 9),
      ])
  }

  @Test func `ground goes from the one to the other, and what fades is not lost`() throws {
    let diff = try advance()
    let gained = land(10, 10.1).areaSquareKilometres
    let faded = land(10.5, 10.6).areaSquareKilometres
    #expect(diff.balances.map(\.holder) == [.party("north"), .party("south")])
    let (north, south) = (diff.balances[0], diff.balances[1])
    #expect(abs(north.won.median - gained) < 0.01 && north.lost.median == 0)
    #expect(abs(south.lost.median - gained) < 0.01 && south.won.median == 0)
    #expect(abs(north.net.median - gained) < 0.01 && abs(south.net.median + gained) < 0.01)
    #expect(abs(south.faded - faded) < 0.01 && north.faded == 0 && south.appeared == 0)
    #expect(diff.changes.map(\.from) == [.party("south"), .party("south")])
    #expect(diff.changes.map(\.to) == [.party("north"), .unknown])
    #expect(diff.slivers.count == 0)
  }

  @Test func `the range counts the errors of both days' lines along the ground`() throws {
    let change = try #require(try advance().changes.first)
    let length = line(at: 10).lines[0].lengthKilometres
    let once = ErrorStretch.variance(of: [
      ErrorStretch(lengthKilometres: length, halfWidthKilometres: 1)
    ])
    let expected = AreaRange(change.area.median, variance: 2 * once)
    #expect(abs(change.area.low - expected.low) < 0.05)
    #expect(abs(change.area.high - expected.high) < 0.05)
  }

  @Test func `claims of the period are behind it, those about the place first`() throws {
    let diff = try advance()
    #expect(diff.places.map(\.placeID) == ["mill"])
    #expect(diff.places[0].from == held("south", 0.8) && diff.places[0].to == held("north", 0.7))
    #expect(diff.places[0].claims == ["c-mill", "c-valley"])
    #expect(diff.changes[0].places == ["mill"])
    #expect(diff.changes[0].claims == ["c-mill", "c-valley", "c-near"])
    #expect(diff.claims.map(\.id) == ["c-mill", "c-valley", "c-near"])
  }

  @Test func `the same map twice has no difference`() throws {
    let map = map(
      first, areas: [.party("north"): [land(9.5, 10)], .contested: [land(10, 10.1)]],
      lines: [line(at: 10, halfWidth: nil)], places: [place("mill", at: 10.05, held("south", 0.8))])
    var later = map
    later.day = second
    let diff = try MapDiff(
      map, later, view: "assessed", theatre: "Talvania", parties: parties,
      claims: [claim("c", about: "mill", on: 4)])
    #expect(diff.balances == [] && diff.changes == [] && diff.places == [] && diff.claims.isEmpty)
    #expect(
      diff.text() == "Talvania, assessed: from 2022-01-08 to 2022-01-18\n\nno ground changed\n")
  }

  @Test func `the edge of contested ground is drawn by rule and has no range`() throws {
    let diff = try MapDiff(
      map(first, areas: [.party("north"): [land(9.5, 10)]], lines: [], places: []),
      map(
        second, areas: [.party("north"): [land(9.5, 9.9)], .contested: [land(9.9, 10)]],
        lines: [line(at: 9.9, halfWidth: nil)], places: []), view: "assessed", theatre: "T",
      parties: parties, claims: [])
    #expect(diff.changes.map(\.to) == [.contested])
    #expect(diff.changes[0].area.low == diff.changes[0].area.high)
  }

  @Test func `tells it as text`() throws {
    let lines = try advance().text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "Talvania, assessed: from 2022-01-08 to 2022-01-18")
    #expect(lines.contains("   MILL: held by Southern Front 0.8 → held by Northern Army 0.7"))
    #expect(
      lines.contains(
        "   - 2022-01-12 MILL: captured by north, so held by north, says north, claimed"))
    #expect(lines.contains("     “They took mill.”") && lines.contains("     r-1, c-mill"))
    #expect(lines.contains { $0.hasPrefix("1. Southern Front → Northern Army, 39") })
  }

  @Test func `a table has every kind of row, and a layer the ground`() throws {
    let diff = try advance()
    let kinds = diff.table.rows.map { $0.cells[0] }
    #expect(
      kinds == [
        "won", "lost", "net", "appeared", "faded", "won", "lost", "net", "appeared", "faded",
        "area", "area", "place", "claim", "claim", "claim",
      ])
    #expect(diff.table.rows.allSatisfy { $0.cells.count == MapDiff.columns.count })
    let layer = diff.layer
    #expect(layer.features.map(\.id) == ["change-1", "change-2"])
    #expect(layer.features.allSatisfy { $0.values.count == layer.columns.count })
    #expect(layer.value("period", of: layer.features[0]) == .text("2022-01-08/2022-01-18"))
    #expect(layer.value("party_to", of: layer.features[1]) == .text("unknown"))
    #expect(layer.value("claims", of: layer.features[0]) == .text("c-mill c-valley c-near"))
  }
}
