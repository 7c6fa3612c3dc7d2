import FrontlineClaims
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineControl

/// Places strewn by lot over 60 km, each with one claim.
@Suite struct `Baselines` {
  private let plane = EqualAreaPlane(origin: Position(longitude: 10, latitude: 50))

  private func random(_ seed: Int, _ count: Int) -> [EqualAreaPlane.Point] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      .init(
        east: .random(in: -30...30, using: &random), north: .random(in: -30...30, using: &random))
    }
  }

  private func inference(
    _ places: [EqualAreaPlane.Point], held: [String], by method: ControlMethod, older: [Claim] = []
  ) -> ControlModel.Inference {
    let sites = places.enumerated().map { index, point in
      ControlSite(
        placeID: "p\(index)", name: "P\(index)", position: plane.position(at: point),
        areas: [.init(id: "p\(index)", level: .place)])
    }
    let parties = Set(held).sorted()
    var setting = ControlModel.Setting(
      sites: sites, parties: parties, opponents: allOpposed(parties), ground: Ground(plane: plane))
    setting.method = method
    setting.reachKilometres = 200
    let claims = held.enumerated().map { index, party in
      Claim.invented(.holds, at: "p\(index)", actor: party, against: nil, on: day(0))
    }
    return ControlModel(setting, claims: claims + older)
      .infer(asOf: day(5), view: .assessed, knownBy: nil)
  }

  private func nearest(
    _ places: [EqualAreaPlane.Point], _ point: EqualAreaPlane.Point
  ) -> [Int] {
    places.indices.sorted {
      places[$0].squaredDistance(to: point) < places[$1].squaredDistance(to: point)
    }
  }

  @Test(arguments: 0..<5)
  func `a tessellation gives each point to who holds the nearest place`(_ seed: Int) {
    let places = random(seed, 80)
    let held = places.indices.map { ["east", "north", "south"][($0 * $0 + seed) % 3] }
    let inference = inference(places, held: held, by: .tessellation)
    for point in random(seed + 100, 200) {
      let found = inference.control(at: plane.position(at: point)).party
      #expect(found == held[nearest(places, point)[0]])
    }
  }

  @Test(arguments: 0..<5)
  func `five neighbours vote`(_ seed: Int) {
    let places = random(seed, 80)
    let held = places.indices.map { ["north", "south"][($0 * $0 + seed) % 3 % 2] }
    let inference = inference(places, held: held, by: .nearest)
    for point in random(seed + 100, 200) {
      let norths = nearest(places, point).prefix(5).count { held[$0] == "north" }
      let found = inference.control(at: plane.position(at: point))
      #expect(found.party == (norths > 2 ? "north" : "south"))
    }
  }

  @Test(arguments: 0..<5)
  func `a place that five neighbours outvote loses its own ground, but not in a tessellation`(
    _ seed: Int
  ) {
    let places = [EqualAreaPlane.Point(east: 0, north: 0)] + random(seed, 40)
    let held = places.indices.map { $0 == 0 ? "south" : "north" }
    let here = Position(longitude: 10, latitude: 50)
    #expect(inference(places, held: held, by: .nearest).control(at: here).party == "north")
    #expect(inference(places, held: held, by: .tessellation).control(at: here).party == "south")
    #expect(inference(places, held: held, by: .naturalNeighbour).control(at: here).party == "south")
  }

  /// Sibson's weights have the property that the neighbours' positions, weighted, give the point back.
  @Test(arguments: 0..<5)
  func `natural neighbours' weights give the point back`(_ seed: Int) {
    let places = random(seed, 24)
    let held = places.indices.map { "party\($0 + 10)" }
    let field = inference(places, held: held, by: .naturalNeighbour).field
    let scratch = field.scratch()
    for point in random(seed + 100, 40) where abs(point.east) < 12 && abs(point.north) < 12 {
      _ = field.sample(at: point, with: scratch)
      let weights = field.votes(scratch)
      let east = zip(weights, places).reduce(0) { $0 + $1.0 * $1.1.east }
      let north = zip(weights, places).reduce(0) { $0 + $1.0 * $1.1.north }
      #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
      #expect(abs(east - point.east) < 0.4 && abs(north - point.north) < 0.4)
    }
  }

  @Test(arguments: [ControlMethod.tessellation, .nearest, .naturalNeighbour])
  func `the latest claim of a place stands, however many came before`(_ method: ControlMethod) {
    let places = random(1, 40)
    let held = places.indices.map { ["north", "south"][$0 % 2] }
    let older = (1...9).map { number in
      Claim.invented(
        .holds, at: "p0", actor: "south", against: nil, on: day(-number), report: "r\(number)")
    }
    let (plain, loud) = (
      inference(places, held: held, by: method),
      inference(places, held: held, by: method, older: older)
    )
    for point in random(2, 100) {
      let position = plane.position(at: point)
      #expect(plain.control(at: position) == loud.control(at: position))
    }
  }
}
