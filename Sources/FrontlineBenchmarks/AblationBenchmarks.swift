import FrontlineControl
import FrontlineLayers
import FrontlineTestSupport

/// Prints for each of several simulated wars what the control model's parts bring.
struct AblationBenchmarks {
  /// A war, the days of it that are mapped with what was known on them, and the lattice they are scored on, km.
  private let wars: [(war: SimulatedWar, days: [Int], step: Double)] = [
    (.slow(seed: 1), [60, 120, 180], 1),
    (.oneSided(seed: 1), [60, 120, 180], 1),
    (.fast(seed: 1), [5, 8, 12], 1.5),
    (.encirclement(seed: 1), [25, 50, 100], 1),
    (.threeParties(seed: 1), [60, 120], 1),
    (.fiveParties(seed: 1), [60, 120], 1),
    (.river(seed: 1), [60, 120], 0.5),
    (.thirtyPlaces(seed: 1), [6, 12], 0.5),
  ]

  func run() {
    for (war, days, step) in wars {
      print("\(war.name): \(war.places.count) places, \(war.claims.count) claims")
      print(Self.row("", SimulatedWarScore.columns.map(\.name)))
      let grounds = Ablation.Grounds(
        withoutBarriers: war.barriers.isEmpty ? nil : war.ground(hasBarriers: false),
        withoutCorridors: war.corridors.isEmpty ? nil : war.ground(hasCorridors: false))
      for ablation in Ablation.all(grounds) {
        let score = war.score(
          war.setting { ablation.change(&$0, grounds) }, on: days, step: step)
        print(Self.row(ablation.name, SimulatedWarScore.columns.map { $0.text(score) }))
      }
      print("")
    }
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    func padded(_ text: String, to width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return padded(name, to: 30) + cells.map { padded($0, to: 13) }.joined()
  }
}

extension SimulatedWarScore {
  fileprivate struct Column: Sendable {
    var name: String
    var decimals: Int
    var value: @Sendable (SimulatedWarScore) -> Double

    func text(_ score: SimulatedWarScore) -> String {
      DecimalText.string(value(score), decimals: decimals) ?? ""
    }
  }

  fileprivate static let columns = [
    Column(name: "displaced km", decimals: 2) { $0.displacement },
    Column(name: "bias km", decimals: 2) { $0.bias },
    Column(name: "80 % holds", decimals: 2) { $0.coverage },
    Column(name: "80 % km", decimals: 2) { $0.bandWidth },
    Column(name: "false parts", decimals: 1) { $0.spuriousParts },
    Column(name: "unknown", decimals: 2) { $0.unknown },
    Column(name: "calibration", decimals: 3) { $0.calibration },
    Column(name: "near line", decimals: 3) { $0.calibrationNearLine },
  ]
}
