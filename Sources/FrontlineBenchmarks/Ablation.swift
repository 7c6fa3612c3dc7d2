import FrontlineControl
import FrontlineGeometry

/// The control model without one of its parts, to see what the part brings.
struct Ablation: Sendable {
  var name: String
  /// Of a model with all parts, and the ground it would have without barriers or corridors.
  var change: @Sendable (inout ControlModel.Setting, Grounds) -> Void

  struct Grounds {
    var withoutBarriers: Ground?
    var withoutCorridors: Ground?
  }

  static let all = [
    Ablation(name: "all parts") { _, _ in },
    Ablation(name: "no learned sources") { setting, _ in setting.isLearning = false },
    Ablation(name: "all claimants alike") { setting, _ in
      setting.weights.ownFavour = 1
      setting.weights.againstOwnInterest = 1
    },
    Ablation(name: "nothing forgotten on change") { setting, _ in
      setting.weights.changeForgets = 0
    },
    Ablation(name: "no time coordinate") { setting, _ in
      setting.parameters.movementKilometresPerDay = 0
    },
    Ablation(name: "fixed slow movement") { setting, _ in
      setting.parameters.movementKilometresPerDay = 0.03
    },
    Ablation(name: "8 neighbours, not 24") { setting, _ in setting.parameters.neighbours = 8 },
    Ablation(name: "no barriers") { setting, grounds in
      setting.ground = grounds.withoutBarriers ?? setting.ground
    },
    Ablation(name: "no corridors") { setting, grounds in
      setting.ground = grounds.withoutCorridors ?? setting.ground
    },
    Ablation(name: "tessellation by latest claim") { setting, _ in
      setting.method = .tessellation
    },
  ]

  /// Those that change anything, given which grounds there are.
  static func all(_ grounds: Grounds) -> [Ablation] {
    all.filter {
      ($0.name != "no barriers" || grounds.withoutBarriers != nil)
        && ($0.name != "no corridors" || grounds.withoutCorridors != nil)
    }
  }
}
