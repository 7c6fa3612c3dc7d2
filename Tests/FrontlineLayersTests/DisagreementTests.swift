import FrontlineClaims
import FrontlineControl
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineLayers

@Suite struct DisagreementTests {
  private let day = Day(number: 19_000)
  private let position = Position(longitude: 10, latitude: 50)

  private var builder: LayerBuilder {
    LayerBuilder(
      parties: [
        Party(id: "blue", name: "Blue River Front", colour: "#0000ff"),
        Party(id: "red", name: "Reds", aliases: ["The Reds"], colour: "#ff0000"),
        Party(id: "green", name: "Greenland", colour: "#00ff00"),
      ],
      gazetteer: Gazetteer(
        places: [
          place("v", "Valley", "A", "ADM2", in: nil), place("v-mill", "Mill", "P", "PPL", in: "v"),
          place("v-weir", "Weir", "P", "PPL", in: "v"),
        ], names: []), claims: claims)
  }

  private func place(
    _ id: String, _ name: String, _ featureClass: String, _ code: String, in parent: String?
  ) -> Place {
    Place(
      id: id, name: name, featureClass: featureClass, featureCode: code, parent: parent,
      position: position)
  }

  private let claims: [Claim] = [
    claim("b-old", "blue", of: "v-mill", on: -5, after: .held(party: "blue")),
    claim("b-new", "blue", of: "v-mill", on: -1, after: .held(party: "blue"), report: "r-2"),
    claim("b-elsewhere", "blue", of: "v-weir", on: 0, after: .held(party: "blue")),
    claim("r-valley", "red", of: "v", on: -2, after: .notHeld(party: "blue")),
    claim("hearsay", nil, of: "v-mill", on: -1, after: .held(party: "red")),
    claim("g", "green", of: "v-mill", on: -3, after: .held(party: "green")),
    claim("b-loss", "blue", of: "v-mill", on: 0, after: .held(party: "red")),
  ]

  private static func claim(
    _ id: String, _ party: String?, of place: String, on day: Int, after: Claim.ControlAfter,
    report: String = "r-1"
  ) -> Claim {
    let day = Day(number: 19_000 + day)
    return Claim(
      id: id, placeID: place, placeName: place == "v" ? "Valley" : "Mill",
      position: Position(longitude: 10, latitude: 50), event: .captured, actor: party, against: nil,
      controlAfter: after, valid: day..<day.advanced(by: 1), precision: .day, dateBasis: "today",
      reported: day, claimant: party.map { .party($0) } ?? .thirdParty, speaker: nil,
      hedge: .claimed,
      provenance: .init(
        report: report, sentence: "Said \(id).", sentenceRange: 0..<1, placeRange: 0..<1,
        rule: "took"))
  }

  private func control(
    _ status: PlaceControl.Status, _ claims: [String], probability: Double = 0.9,
    parties: [PlaceControl.PartyProbability] = []
  ) -> PlaceControl {
    PlaceControl(
      placeID: "v-mill", name: "Mill", position: position, status: status,
      probability: probability, partyProbabilities: parties, claims: claims)
  }

  private func map(_ view: View, _ place: PlaceControl) -> ControlMap {
    ControlMap(asOf: day, view: view, places: [place])
  }

  private var blue: ControlMap {
    map(
      .claimed(party: "blue"),
      control(.held(party: "blue"), ["b-elsewhere", "b-loss", "b-new", "b-old", "prior-v"]))
  }

  private func red(_ claims: [String]) -> ControlMap {
    map(.claimed(party: "red"), control(.held(party: "red"), claims))
  }

  private func check(
    _ maps: [ControlMap], gives expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    let layer = builder.disagreements(maps, claims: claims, on: day) {
      Set([$0, $1]) != ["blue", "green"]
    }
    #expect(layer.features.map(\.id) == expected, sourceLocation: location)
  }

  @Test func `a place that both sides say they hold has a value in every column`() throws {
    let assessed = map(
      .assessed,
      control(
        .held(party: "red"), [], probability: 0.7,
        parties: [.init(party: "blue", probability: 0.3), .init(party: "red", probability: 0.7)]))
    let independent = map(.independent, control(.unknown, [], probability: 0))
    let layer = builder.disagreements(
      [assessed, blue, red(["hearsay", "r-valley"]), independent], claims: claims, on: day
    ) { _, _ in true }
    let feature = try #require(layer.features.first)
    #expect(layer.features.count == 1)
    #expect(feature.values.count == layer.columns.count)
    #expect(feature.geometry == .point(position))
    #expect(
      Dictionary(uniqueKeysWithValues: zip(layer.columns.map(\.name), feature.values)) == [
        "date": .time("2022-01-08"), "valid_from": .time("2022-01-08T00:00:00Z"),
        "valid_to": .time("2022-01-08T23:59:59Z"), "view": .text("disagreements"),
        "status": .text("disputed"), "party_a": .text("blue"), "party_b": .text("red"),
        "probability": .number(0.7), "claims": .text("b-new r-valley"), "reports": .integer(2),
        "summary": .text(
          "Both claim Mill: held by the Blue River Front, it says on 2022-01-07, and by the Reds, it"
            + " says of Valley on 2022-01-06; assessed: held by the Reds (probability 0.7);"
            + " independent sources: unknown."),
        "name": .text("Mill"), "place_id": .text("v-mill"), "claim_a": .text("b-new"),
        "day_a": .text("2022-01-07"), "about_a": .text("Mill"),
        "sentence_a": .text("Said b-new."), "report_a": .text("r-2"),
        "claim_b": .text("r-valley"), "day_b": .text("2022-01-06"), "about_b": .text("Valley"),
        "sentence_b": .text("Said r-valley."), "report_b": .text("r-1"),
        "assessed": .text("held red"), "probability_a": .number(0.3),
        "probability_b": .number(0.7), "independent": .text("unknown"),
      ])
  }

  @Test func `hearsay, prior control and words about another place make no disagreement`() {
    check([blue, red(["r-valley"])], gives: ["disagreement-2022-01-08-v-mill-blue-red"])
    check([blue, red(["hearsay"])], gives: [])
    check([blue, red(["prior-v"])], gives: [])
    check(
      [
        map(.claimed(party: "blue"), control(.held(party: "blue"), ["b-elsewhere"])),
        red(["r-valley"]),
      ], gives: [])
  }

  @Test func `a side that gives the place to the other is no disagreement`() {
    let gives = map(.claimed(party: "blue"), control(.held(party: "red"), ["b-loss"]))
    check([gives, red(["r-valley"])], gives: [])
    check([blue], gives: [])
  }

  @Test func `only parties that fight each other disagree`() {
    let green = map(.claimed(party: "green"), control(.held(party: "green"), ["g"]))
    check([blue, green], gives: [])
    check(
      [green, red(["r-valley"]), blue],
      gives: [
        "disagreement-2022-01-08-v-mill-blue-red", "disagreement-2022-01-08-v-mill-green-red",
      ])
  }
}
