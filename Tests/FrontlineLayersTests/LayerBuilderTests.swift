import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineLayers

@Suite struct LayerBuilderTests {
  private let day = Day(number: 19_000)
  private let shared: [String: PropertyValue] = [
    "date": .time("2022-01-08"), "valid_from": .time("2022-01-08T00:00:00Z"),
    "valid_to": .time("2022-01-08T23:59:59Z"),
  ]

  private var builder: LayerBuilder {
    let gazetteer = Gazetteer(
      places: [
        Place(
          id: "v-mill", name: "Mill", featureClass: "P", featureCode: "PPL", admin1: "Valley",
          parent: "v",
          position: Position(longitude: 10, latitude: 50), confidence: .d),
        Place(
          id: "v", name: "Valley", featureClass: "A", featureCode: "ADM1",
          position: Position(longitude: 10, latitude: 50)),
      ], names: [])
    return LayerBuilder(
      parties: [
        Party(id: "blue", name: "Blue River Front", colour: "#0000ff"),
        Party(id: "red", name: "Reds", aliases: ["The Reds"], colour: "#ff0000"),
        Party(id: "green", name: "Greenland", colour: "#00ff00"),
      ], gazetteer: gazetteer,
      reportsByClaim: ["c-1": "r-1", "c-2": "r-1", "c-3": "r-2", "prior-1": "theatre"],
      sourceByClaim: ["c-1": "red", "c-2": "red", "c-3": "Agency"],
      claimantByClaim: ["c-1": .party("red"), "c-2": .party("red"), "c-3": .independent])
  }

  private func control(
    _ status: PlaceControl.Status, probability: Double = 0.8215, claims: [String] = [],
    decidedBy: String? = nil, placeID: String = "w",
    partyProbabilities: [PlaceControl.PartyProbability] = []
  ) -> PlaceControl {
    PlaceControl(
      placeID: placeID, name: "Weir", position: Position(longitude: 1, latitude: 2),
      status: status, probability: probability, partyProbabilities: partyProbabilities,
      claims: claims, decidedBy: decidedBy)
  }

  private func claim(
    _ id: String, days: Range<Int> = 0..<1, event: Claim.Event = .captured, edge: String? = nil,
    actor: String? = "red", against: String? = "blue",
    after: Claim.ControlAfter = .held(party: "red"), claimant: Claim.Claimant = .party("red"),
    hedge: Claim.Hedge = .claimed, figures: [Claim.Figure] = [], place: String = "v-mill"
  ) -> Claim {
    Claim(
      id: id, placeID: place, placeName: "Mill", position: Position(longitude: 10, latitude: 50),
      edge: edge, event: event, actor: actor, against: against, controlAfter: after,
      valid: day.advanced(by: days.lowerBound)..<day.advanced(by: days.upperBound),
      precision: .day, dateBasis: "on Saturday", reported: day.advanced(by: 1),
      claimant: claimant, speaker: nil, hedge: hedge, figures: figures,
      provenance: Claim.Provenance(
        report: "r-1", sentence: "Reds took Mill.", sentenceRange: 0..<15, placeRange: 10..<14,
        rule: "took"))
  }

  /// The values of a layer's only feature by column.
  private func values(_ layer: Layer) throws -> [String: PropertyValue] {
    let feature = try #require(layer.features.first)
    #expect(layer.features.count == 1)
    #expect(feature.values.count == layer.columns.count)
    return Dictionary(uniqueKeysWithValues: zip(layer.columns.map(\.name), feature.values))
  }

  private func checkSummary(
    _ control: PlaceControl, view: View = .assessed, is expected: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let layer = builder.places([ControlMap(asOf: day, view: view, places: [control])], on: day)
    #expect(try values(layer)["summary"] == .text(expected), sourceLocation: location)
  }

  private func checkSummary(
    _ claim: Claim, is expected: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let layer = builder.claims([claim], on: day)
    #expect(try values(layer)["summary"] == .text(expected), sourceLocation: location)
  }

  @Test func `a place has a value in every column`() throws {
    let map = ControlMap(
      asOf: day, view: .claimed(party: "red"),
      places: [
        control(
          .held(party: "blue"), claims: ["c-1", "c-3"], decidedBy: "v", placeID: "v-mill",
          partyProbabilities: [
            .init(party: "blue", probability: 0.75), .init(party: "red", probability: 0.25),
          ])
      ])
    let layer = builder.places([map], on: day)
    let own: [String: PropertyValue] = [
      "view": .text("claimed:red"), "status": .text("held"), "party": .text("blue"),
      "probability": .number(0.8215), "claims": .text("c-1 c-3"), "reports": .integer(2),
      "summary": .text(
        "According to the Reds, held by the Blue River Front (probability 0.82; position inferred),"
          + " as part of Valley, weighing 2 claims in 2 reports."),
      "name": .text("Weir"), "place_id": .text("v-mill"), "feature_code": .text("PPL"),
      "admin1": .text("Valley"), "admin2": .null, "decided_by": .text("v"),
      "confidence": .text("D"), "party_probabilities": .text("blue 0.75; red 0.25"),
    ]
    #expect(try values(layer) == shared.merging(own) { $1 })
    #expect(layer.name == "places")
    #expect(layer.features[0].id == "place-2022-01-08-claimed-red-v-mill")
    #expect(layer.features[0].geometry == .point(Position(longitude: 1, latitude: 2)))
  }

  @Test func `an area has a value in every column`() throws {
    let area = ControlArea(
      status: .contested(parties: ["blue", "red"]), polygons: [], areaSquareKilometres: 12.34,
      probability: 0.5, places: ["v", "v-mill"], claims: ["c-1"])
    let layer = builder.controlAreas(
      [Fronts(asOf: day, view: .assessed, areas: [area], lines: [])], on: day)
    let own: [String: PropertyValue] = [
      "view": .text("assessed"), "status": .text("contested"), "party": .null,
      "probability": .number(0.5), "claims": .text("c-1"), "reports": .integer(1),
      "summary": .text(
        "Contested between the Blue River Front and the Reds (probability 0.5), weighing 1 claim in 1 report."
      ),
      "area_km2": .number(12.34), "place_count": .integer(2), "parties": .text("blue red"),
      "kind": .text("contested"),
    ]
    #expect(try values(layer) == shared.merging(own) { $1 })
    #expect(layer.features[0].id == "area-2022-01-08-assessed-contested-blue-red")
  }

  @Test func `a line has a value in every column`() throws {
    let line = FrontLine(
      kind: .contestedEdge, partyA: "blue", partyB: "red", left: "blue",
      contestedPlaces: ["Mill", "Weir"], lines: [], lengthKilometres: 3.456, probability: 0.25,
      halfWidthKilometres: 1.25, newest: day, places: ["v", "v-mill"],
      claims: ["c-1", "c-3", "prior-1"])
    let layer = builder.frontLines(
      [Fronts(asOf: day, view: .independent, areas: [], lines: [line])], on: day)
    let own: [String: PropertyValue] = [
      "view": .text("independent"), "status": .text("contested"), "party_a": .text("blue"),
      "party_b": .text("red"), "probability": .number(0.25), "claims": .text("c-1 c-3 prior-1"),
      "reports": .integer(2),
      "summary": .text(
        "According to independent sources, edge of the ground contested between the Blue River Front"
          + " and the Reds at Mill and Weir (probability 0.25), weighing 2 claims in 2 reports and prior"
          + " control."),
      "kind": .text("contested_edge"), "contested_places": .text("Mill; Weir"),
      "length_km": .number(3.456), "left_party": .text("blue"), "half_width_km": .number(1.25),
      "newest_evidence": .text("2022-01-08"), "place_ids": .text("v v-mill"),
      "sources": .text("Agency; red"),
    ]
    #expect(try values(layer) == shared.merging(own) { $1 })
    #expect(
      layer.features[0].id == "line-2022-01-08-independent-contested_edge-blue-red")
  }

  @Test func `a band has a value in every column, and the widest comes first`() throws {
    func band(_ level: Double) -> Band {
      Band(level: level, polygons: [], areaSquareKilometres: 100 * level)
    }
    let fronts = Fronts(
      asOf: day, view: .assessed, areas: [], lines: [], bands: [band(0.5), band(0.8)])
    let layer = builder.uncertainty([fronts], on: day)
    #expect(
      layer.features.map(\.id)
        == ["band-2022-01-08-assessed-80", "band-2022-01-08-assessed-50"])
    let values = Dictionary(
      uniqueKeysWithValues: zip(layer.columns.map(\.name), layer.features[0].values))
    #expect(values["view"] == .text("assessed") && values["kind"] == .text("band"))
    #expect(values["level"] == .number(0.8) && values["area_km2"] == .number(80))
    #expect(values["status"] == .text("uncertain") && values["party"] == .null)
  }

  @Test func `a claim has a value in every column and its own days`() throws {
    let figures = [
      Claim.Figure(kind: .killed, party: "blue", low: 40, high: nil),
      Claim.Figure(kind: .vehicles, party: nil, low: 2, high: 2),
      Claim.Figure(kind: .wounded, party: "red", low: 3, high: 5),
    ]
    let layer = builder.claims([claim("c-1", days: -1..<3, figures: figures)], on: day)
    let expected: [String: PropertyValue] = [
      "date": .time("2022-01-08"), "valid_from": .time("2022-01-07T00:00:00Z"),
      "valid_to": .time("2022-01-10T23:59:59Z"), "view": .text("claims"),
      "status": .text("held"), "party": .text("red"), "probability": .null,
      "claims": .text("c-1"), "reports": .integer(1),
      "summary": .text(
        "The Reds on 2022-01-09: capture at Mill by the Reds against the Blue River Front"
          + " (claimed; position inferred)."),
      "claim_id": .text("c-1"), "name": .text("Mill"), "place_id": .text("v-mill"),
      "edge": .null, "event": .text("captured"), "actor": .text("red"), "against": .text("blue"),
      "claimant": .text("red"), "speaker": .null, "hedge": .text("claimed"),
      "reported": .text("2022-01-09"), "precision": .text("day"),
      "date_basis": .text("on Saturday"),
      "figures": .text("killed blue 40+; vehicles 2; wounded red 3-5"),
      "sentence": .text("Reds took Mill."), "report": .text("r-1"), "rule": .text("took"),
      "confidence": .text("D"), "edited": .null, "edit_reason": .null,
    ]
    #expect(try values(layer) == expected)
    #expect(layer.features[0].id == "c-1")
  }

  @Test func `a claim says what a person did to it, and why`() throws {
    var changed = claim("c-1")
    changed.edit = .init(kind: .changed, reason: "the next village")
    let layer = builder.claims([changed], on: day)
    #expect(try values(layer)["edited"] == .text("changed"))
    #expect(try values(layer)["edit_reason"] == .text("the next village"))
  }

  @Test func `claims that hold on the day come once, by day, place and id`() {
    let claims = [
      claim("c-4", days: 0..<1), claim("c-3", days: -2..<2), claim("c-2", days: 1..<2),
      claim("c-1", days: -1..<0), claim("c-4", days: 0..<1), claim("c-5", place: "a"),
    ]
    #expect(builder.claims(claims, on: day).features.map(\.id) == ["c-3", "c-5", "c-4"])
  }

  @Test func `several features of one kind get different ids`() {
    let area = ControlArea(
      status: .held(party: "red"), polygons: [], areaSquareKilometres: 1, probability: 1,
      places: [], claims: [])
    let fronts = Fronts(asOf: day, view: .assessed, areas: [area, area], lines: [])
    #expect(
      builder.controlAreas([fronts], on: day).features.map(\.id)
        == ["area-2022-01-08-assessed-held-red", "area-2022-01-08-assessed-held-red-2"])
  }

  @Test func `summaries say on what a status rests`() throws {
    try checkSummary(
      control(.held(party: "red"), claims: ["c-1", "c-2", "c-3"]),
      is: "Held by the Reds (probability 0.82), weighing 3 claims in 2 reports.")
    try checkSummary(
      control(.held(party: "green"), claims: ["c-9"]),
      is: "Held by Greenland (probability 0.82), weighing 1 claim.")
    try checkSummary(
      control(.held(party: "nobody"), claims: []),
      is: "Held by nobody (probability 0.82), from prior control; no report speaks of it.")
    try checkSummary(
      control(.held(party: "red"), claims: ["prior-1"]),
      is: "Held by the Reds (probability 0.82), from prior control; no report speaks of it.")
    try checkSummary(
      control(.contested(parties: ["blue", "green", "red"]), claims: ["c-1", "prior-1"]),
      is: "Contested between the Blue River Front, Greenland and the Reds (probability 0.82), "
        + "weighing 1 claim in 1 report and prior control.")
  }

  @Test func `summaries of what a party claims make it say nothing that it did not say`() throws {
    let green = View.claimed(party: "green")
    try checkSummary(
      control(.held(party: "green"), claims: ["c-1", "prior-1"]), view: .claimed(party: "red"),
      is:
        "According to the Reds, held by Greenland (probability 0.82), weighing 1 claim in 1 report"
        + " and prior control.")
    try checkSummary(
      control(.held(party: "green"), claims: ["c-3"]), view: green,
      is: "As others tell in favour of Greenland, held by Greenland (probability 0.82), weighing 1"
        + " claim in 1 report.")
    try checkSummary(
      control(.held(party: "green"), claims: ["prior-1"]), view: green,
      is:
        "Where nothing is claimed by or for Greenland, held by Greenland (probability 0.82), from prior control;"
        + " no report speaks of it.")
    try checkSummary(
      control(.held(party: "green"), claims: []), view: .independent,
      is: "Where no independent source speaks, held by Greenland (probability 0.82), from prior"
        + " control; no report speaks of it.")
  }

  @Test func `summaries tell a place that its unit decides from one that its neighbour decides`()
    throws
  {
    try checkSummary(
      control(.held(party: "red"), claims: ["c-1"], decidedBy: "v", placeID: "v-mill"),
      is: "Held by the Reds (probability 0.82; position inferred), as part of Valley, weighing 1"
        + " claim in 1 report.")
    try checkSummary(
      control(.held(party: "red"), claims: ["c-1"], decidedBy: "v-mill", placeID: "v"),
      is:
        "Held by the Reds (probability 0.82), by what is said of Mill near it, weighing 1 claim in"
        + " 1 report.")
  }

  @Test func `summaries of the unknown say that nothing is known`() throws {
    try checkSummary(control(.unknown, probability: 0), is: "Unknown: no report speaks of it.")
    try checkSummary(
      control(.unknown, probability: 0, placeID: "v-mill"), view: .claimed(party: "green"),
      is: "According to Greenland, unknown (position inferred): no report speaks of it.")
    try checkSummary(
      control(.unknown, probability: 0, claims: ["c-1", "c-3"]), view: .independent,
      is: "According to independent sources, unknown: 2 claims in 2 reports leave it open.")
  }

  @Test func `summaries of claims say who said what`() throws {
    try checkSummary(
      claim(
        "c", event: .fighting, edge: "outskirts", actor: nil, against: nil, after: .contested,
        claimant: .resident, hedge: .asserted, place: "elsewhere"),
      is: "A resident on 2022-01-09: fighting at the outskirts of Mill.")
    try checkSummary(
      claim(
        "c", event: .deniedCapture, actor: "blue", against: nil, after: .unknown,
        claimant: .independent, hedge: .denied, place: "elsewhere"),
      is: "An independent source on 2022-01-09: capture denied at Mill by the Blue River Front"
        + " (denied).")
  }
}
