import FrontlineClaims
import FrontlineControl
import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineLayers

@Suite struct `The layer of front symbols` {
  private let day = Day(number: 19_000)
  private let line = LineString([
    Position(longitude: 10, latitude: 50), Position(longitude: 10.1, latitude: 50),
  ])

  private var builder: LayerBuilder {
    LayerBuilder(
      parties: [
        Party(id: "blue", name: "Blue River Front", colour: "#0000ff"),
        Party(id: "red", name: "Reds", aliases: ["The Reds"], colour: "#ff0000"),
      ],
      gazetteer: Gazetteer(
        places: [
          Place(
            id: "gap", name: "Gap", featureClass: "T", featureCode: "GAP",
            position: Position(longitude: 10, latitude: 50), confidence: .d)
        ], names: []), reportsByClaim: ["c-1": "r-1", "c-2": "r-2"])
  }

  private func symbol(
    _ kind: FrontSymbol.Kind, attacker: String?, _ solidity: FrontSymbol.Solidity,
    place: String = "gap"
  ) -> FrontSymbol {
    FrontSymbol(
      kind: kind, placeID: place, name: "Gap", surrounded: kind == .access ? "Valley" : nil,
      partyA: "blue", partyB: "red", attacker: attacker, solidity: solidity, line: line,
      probability: kind == .access ? nil : 0.75, newest: day.advanced(by: -1),
      sources: ["Gazette", "red"], claims: ["c-1", "c-2"])
  }

  private func layer(_ symbols: [FrontSymbol], _ view: View = .assessed) -> Layer {
    builder.frontSymbols([(view, symbols)], on: day)
  }

  @Test func `has a value in every column`() throws {
    let layer = layer([symbol(.arrow, attacker: "red", .reported)])
    let feature = try #require(layer.features.first)
    #expect(feature.values.count == layer.columns.count)
    #expect(feature.geometry == .lines([line]))
    #expect(feature.id == "symbol-2022-01-08-assessed-arrow-gap-red")
    #expect(
      Dictionary(uniqueKeysWithValues: zip(layer.columns.map(\.name), feature.values)) == [
        "date": .time("2022-01-08"), "valid_from": .time("2022-01-08T00:00:00Z"),
        "valid_to": .time("2022-01-08T23:59:59Z"), "view": .text("assessed"),
        "status": .text("contested"), "party_a": .text("blue"), "party_b": .text("red"),
        "probability": .number(0.75), "claims": .text("c-1 c-2"), "reports": .integer(2),
        "summary": .text(
          "An attack on Gap by the Reds (probability 0.75; position inferred), told of 2022-01-07"
            + " by sources independent of each other, weighing 2 claims in 2 reports."),
        "kind": .text("arrow"), "attacker": .text("red"), "name": .text("Gap"),
        "place_id": .text("gap"), "surrounded": .null, "solidity": .text("reported"),
        "newest_evidence": .text("2022-01-07"), "sources": .text("Gazette; red"),
      ])
  }

  @Test func `says in a sentence what each symbol is`() {
    let layer = layer(
      [
        symbol(.bar, attacker: nil, .claimed, place: "elsewhere"),
        symbol(.access, attacker: "red", .claimed, place: "elsewhere"),
      ], .claimed(party: "red"))
    #expect(
      layer.features.map { layer.value("summary", of: $0) } == [
        .text(
          "According to the Reds, a fight for Gap between the Blue River Front and the Reds"
            + " (probability 0.75), told of 2022-01-07 by no two sources that are independent of each"
            + " other, weighing 2 claims in 2 reports."),
        .text(
          "According to the Reds, Valley is said to be surrounded by the Reds; Gap is a way in,"
            + " told of 2022-01-07 by no two sources that are independent of each other, weighing 2"
            + " claims in 2 reports."),
      ])
    #expect(
      layer.features.map { layer.value("status", of: $0) } == [
        .text("contested"), .text("surrounded"),
      ])
  }

  @Test func `gives every symbol an id of its own`() {
    let twice = [symbol(.bar, attacker: nil, .claimed), symbol(.bar, attacker: nil, .claimed)]
    #expect(
      layer(twice).features.map(\.id) == [
        "symbol-2022-01-08-assessed-bar-gap", "symbol-2022-01-08-assessed-bar-gap-2",
      ])
  }
}
