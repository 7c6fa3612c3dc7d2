import Frontline
import FrontlineControl
import FrontlineFronts
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Maps of baselines` {
  private static let war = SimulatedWar.slow(seed: 12, places: 60)

  private func maps(_ method: ControlMethod) async throws -> [DayMap] {
    let places = Self.war.places.map { town in
      Place(
        id: town.id, name: town.name, featureClass: "P", featureCode: "PPL", country: "XX",
        position: town.position)
    }
    let pipeline = Pipeline(
      theatre: Theatre(
        id: "war", title: "War", box: Self.war.box, parties: Self.war.parties),
      gazetteer: Gazetteer(places: places, names: []))
    let options = BuildOptions(
      days: [Self.war.days.upperBound], views: [.assessed, .claimed(party: "amber")],
      method: method)
    return try await pipeline.maps(of: Self.war.claims, options: options).maps[0]
  }

  @Test func `have no bands, and leave what a party claims as it is`() async throws {
    let recommended = try await maps(.kriging)
    #expect(recommended[0].fronts.bands.map(\.level) == [0.5, 0.8, 0.95])
    for method in [ControlMethod.tessellation, .nearest, .naturalNeighbour] {
      let baseline = try await maps(method)
      #expect(baseline[0].fronts.bands.isEmpty)
      #expect(!baseline[0].fronts.lines.isEmpty)
      #expect(baseline[1].fronts == recommended[1].fronts)
    }
  }
}
