import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineFormats
import FrontlineFronts
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import FrontlineTestSupport
import FrontlineValidation

/// Maps of simulated wars whose claims grow with their places: 2,500 places have some 6,400 claims.
struct ControlBenchmarks {
  let benchmark: Benchmark

  func run() async throws {
    for size in [625, 2500, 10_000] { try measure(SimulatedWar.slow(seed: 1, places: size)) }
    let war = SimulatedWar.slow(seed: 1, places: 2500)
    for count in [10, 20, 40] { try await measure(war, dates: count) }
  }

  /// Each step of one date.
  private func measure(_ war: SimulatedWar) throws {
    let size = war.places.count
    let day = war.days.upperBound.advanced(by: -30)
    let gazetteer = Self.gazetteer(of: war)
    let setting = Self.setting(war, gazetteer)
    benchmark.measure("control model", size, "places", runs: 3) {
      _ = ControlModel(setting, claims: war.claims)
    }
    let model = ControlModel(setting, claims: war.claims)
    benchmark.measure("control", size, "places", runs: 3) {
      _ = model.infer(asOf: day, view: .assessed, knownBy: day)
    }
    let inference = model.infer(asOf: day, view: .assessed, knownBy: day)
    let drawing = FrontMap(frame: MapFrame(box: war.box)) { $0 != $1 }
    try benchmark.measure("fronts", size, "places", runs: 3) {
      _ = try drawing.fronts(of: inference)
    }
    let fronts = try drawing.fronts(of: inference)
    try measureFiles(war, gazetteer, [fronts], inference.control, on: day)
  }

  private func measureFiles(
    _ war: SimulatedWar, _ gazetteer: Gazetteer, _ fronts: [Fronts], _ control: ControlMap,
    on day: Day
  ) throws {
    let size = war.places.count
    let builder = LayerBuilder(parties: war.parties, gazetteer: gazetteer, claims: war.claims)
    benchmark.measure("layers", size, "places", runs: 3) {
      _ = Self.layers(builder, fronts, control, war.claims, on: day)
    }
    let layers = Self.layers(builder, fronts, control, war.claims, on: day)
    benchmark.measure("geojson", size, "places") {
      for layer in layers { _ = GeoJSONWriter.bytes(layer) }
    }
    let document = KMLDocument(
      title: "Invented", layers: layers, parties: war.parties, time: .none)
    benchmark.measure("kml", size, "places") { _ = KMLWriter.bytes(document) }
    let (validator, kml) = (try KMLValidator(), KMLWriter.bytes(document))
    benchmark.measure("validation", size, "places") {
      _ = validator.validate(kml)
    }
  }

  /// Maps of many dates, on all cores.
  private func measure(_ war: SimulatedWar, dates count: Int) async throws {
    guard benchmark.wants("dates") else { return }
    let theatre = Theatre(
      id: "invented", title: "Invented", box: war.box, parties: war.parties)
    let pipeline = Pipeline(theatre: theatre, gazetteer: Self.gazetteer(of: war))
    let last = war.days.upperBound
    let options = BuildOptions(
      days: (0..<count).map { last.advanced(by: $0 - count) }, views: [.assessed])
    try await benchmark.measure("dates", count, "dates") {
      _ = try await pipeline.maps(of: war.claims, options: options)
    }
  }

  private static func layers(
    _ builder: LayerBuilder, _ fronts: [Fronts], _ control: ControlMap, _ claims: [Claim],
    on day: Day
  ) -> [Layer] {
    [
      builder.controlAreas(fronts, on: day), builder.uncertainty(fronts, on: day),
      builder.frontLines(fronts, on: day), builder.places([control], on: day),
      builder.claims(claims, on: day),
    ]
  }

  private static func gazetteer(of war: SimulatedWar) -> Gazetteer {
    let places = war.places.map {
      Place(
        id: $0.id, name: $0.name, featureClass: "P", featureCode: "PPL", position: $0.position)
    }
    return Gazetteer(places: places, names: [])
  }

  private static func setting(
    _ war: SimulatedWar, _ gazetteer: Gazetteer
  ) -> ControlModel.Setting {
    let sites = ControlSite.sites(of: gazetteer, box: war.box, claimed: [])
    let parties = war.parties
    return ControlModel.Setting(
      sites: sites, parties: parties.map(\.id),
      opponents: Dictionary(uniqueKeysWithValues: parties.map { ($0.id, Set($0.opposedTo)) }),
      ground: Ground(plane: EqualAreaPlane(of: war.box)))
  }
}
