import FrontlineGeometry
import FrontlineLayers
import FrontlineTestSupport
import FrontlineTopology
import Testing

@testable import FrontlineFormats

@Suite struct LayerSimplifierTests {
  /// A wavy line upwards from (x, 0) to (x, 1): corners about 100 m apart, waves of about `reach` degrees.
  private func wave(_ x: Double, reach: Double, _ random: inout SeededGenerator) -> [Position] {
    (0...1000).map { step in
      let isEnd = step == 0 || step == 1000
      return Position(
        longitude: x + (isEnd ? 0 : Double.random(in: -reach...reach, using: &random)),
        latitude: Double(step) / 1000)
    }
  }

  private func polygon(_ left: [Position], _ right: [Position]) -> [Polygon] {
    let ring = left.reversed() + right
    return [Polygon(exterior: Ring(ring + ring.prefix(1)))]
  }

  private func layer(_ name: String, _ shapes: [Geometry]) -> Layer {
    Layer(
      name: name, columns: [PropertyColumn("view", .text, meaning: "")],
      features: shapes.enumerated().map {
        Feature(id: "f\($0)", geometry: $1, values: [.text("assessed")])
      })
  }

  /// Three strips side by side, and the two borders between as lines.
  private func strips(reach: Double, seed: Int) -> [Layer] {
    var random = SeededGenerator(seed: seed)
    let borders = (0...3).map { wave(Double($0) / 100, reach: reach, &random) }
    return [
      layer(
        "control_areas", (0..<3).map { .polygons(polygon(borders[$0], borders[$0 + 1])) }),
      layer("front_lines", [.lines([LineString(borders[1])]), .lines([LineString(borders[2])])]),
    ]
  }

  private func polygons(_ layer: Layer) -> [[Polygon]] {
    layer.features.compactMap { if case .polygons(let parts) = $0.geometry { parts } else { nil } }
  }

  private func corners(_ layer: Layer) -> Int {
    polygons(layer).joined().reduce(0) { $0 + $1.exterior.positions.count }
  }

  @Test(arguments: 1...5)
  func `shared borders stay shared and areas valid, at any tolerance`(seed: Int) throws {
    // Waves of 400 m between borders 1.1 km apart.
    let layers = strips(reach: 0.004, seed: seed)
    for metres in [10.0, 200, 1_000, 20_000] {
      let made = LayerSimplifier.simplified(layers, metres: metres)
      let areas = polygons(made[0])
      for area in areas { #expect(try Topology.fault(in: area) == nil) }
      for (first, second) in [(0, 1), (1, 2), (0, 2)] {
        #expect(try Topology.intersection(areas[first], areas[second]) == [])
      }
      // No gap either: together they are one piece, as before.
      #expect(try Topology.union(areas.flatMap { $0 }).count == 1)
      for (index, feature) in made[1].features.enumerated() {
        guard case .lines(let lines) = feature.geometry else { continue }
        let line = Set(lines[0].positions)
        #expect(line.isSubset(of: areas[index][0].exterior.positions))
        #expect(line.isSubset(of: areas[index + 1][0].exterior.positions))
      }
    }
  }

  @Test func `the farther, the fewer corners; nothing for nothing`() {
    let layers = strips(reach: 0.001, seed: 9)
    #expect(LayerSimplifier.simplified(layers, metres: 0) == layers)
    let counts = [0.0, 30, 300].map { corners(LayerSimplifier.simplified(layers, metres: $0)[0]) }
    #expect(counts[0] > counts[1] && counts[1] > counts[2])
    #expect(counts[0] > 6_000 && counts[2] < 60)
  }

  @Test func `an island in a lake of its own stays a ring`() throws {
    let ring = (0...360).map { degree in
      let angle = Double(degree % 360) * .pi / 180
      return Position(longitude: 0.001 * _cos(angle), latitude: 0.001 * _sin(angle))
    }
    let made = LayerSimplifier.simplified(
      [layer("control_areas", [.polygons([Polygon(exterior: Ring(ring))])])], metres: 50_000)
    #expect(try Topology.fault(in: polygons(made[0])[0]) == nil)
    #expect(corners(made[0]) >= 4)
  }

  private func _cos(_ x: Double) -> Double { _sin(x + .pi / 2) }

  private func _sin(_ x: Double) -> Double {
    let turn = x - (x / (2 * .pi)).rounded() * 2 * .pi
    return (0..<12).reduce((turn, turn)) { sum, index in
      let next = -sum.1 * turn * turn / Double((2 * index + 2) * (2 * index + 3))
      return (sum.0 + next, next)
    }.0
  }
}
