import FrontlineClaims
import FrontlineControl
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport

/// Days counted from one in 2031.
func day(_ number: Int) -> Day { Day(number: 22_400 + number) }

/// By party, all others.
func allOpposed(_ parties: [String]) -> [String: Set<String>] {
  Dictionary(
    uniqueKeysWithValues: parties.map { party in (party, Set(parties).subtracting([party])) })
}

/// A model of the invented country, where North and South fight.
struct InventedModel {
  var parties = ["north", "south"]
  var prior: [PriorStatement] = []
  var weights = ClaimWeights()

  var setting: ControlModel.Setting {
    let sites = ControlSite.sites(
      of: InventedPlaces.gazetteer, box: InventedPlaces.box, claimed: [])
    var setting = ControlModel.Setting(
      sites: sites, parties: parties, opponents: allOpposed(parties), prior: prior,
      ground: Ground(plane: EqualAreaPlane(of: InventedPlaces.box)))
    setting.weights = weights
    let reports = ["report", "copy"] + (0..<10).map { "r\($0)" }
    setting.publishers = Dictionary(uniqueKeysWithValues: reports.map { ($0, $0) })
    return setting
  }

  func map(
    asOf day: Day, view: View, claims: [Claim], knownBy: Day? = nil
  ) -> ControlMap {
    ControlModel(setting, claims: claims).infer(asOf: day, view: view, knownBy: knownBy).control
  }

  /// Claims of every kind about places and areas, drawn by lot, over ten days.
  static func claims(seed: Int, parties: [String] = ["north", "south"]) -> [Claim] {
    var random = SeededGenerator(seed: seed)
    return (0..<random.number(0...25)).map { index in
      let actor = random.pick(parties)
      let others = parties.filter { $0 != actor }
      let first = day(random.number(0...9))
      let claimants: [Claim.Claimant] =
        [.independent, .resident, .analyst, .thirdParty] + parties.map { .party($0) }
      var claim = Claim.invented(
        random.pick(Claim.Event.allCases), at: random.pick(InventedPlaces.places).id, actor: actor,
        against: random.pick(others), on: first, days: random.number(1...3),
        reported: first.advanced(by: random.number(0...3)), by: random.pick(claimants),
        hedge: random.pick(Claim.Hedge.allCases), report: "r\(random.number(0...4))",
        id: "c\(index)")
      claim.provenance.sentence = "Sentence \(random.number(0...9))."
      return claim
    }
  }
}
