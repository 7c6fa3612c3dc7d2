internal import FrontlineClaims
internal import FrontlineReports

/// Evidence of fighting in sites on a day: kept apart from control, and soon forgotten.
struct Fighting {
  struct InSite {
    /// 0…1.
    var belief = 0.0
    var parties: Set<String> = []
    var claims: Set<Int32> = []
  }

  private let model: ControlModel
  private let day: Day
  private let known: Day?
  private let view: View

  init(_ model: ControlModel, asOf day: Day, knownBy known: Day?, view: View) {
    self.model = model
    self.day = day
    self.known = known
    self.view = view
  }

  /// The chance that none of several independent voices is right is the product of theirs being wrong.
  func fighting(in site: Int) -> InSite {
    var fighting = InSite()
    var ofVoice: [Voice: Double] = [:]
    for (index, level) in model.statements.about[site] where level <= .district {
      let claim = model.statements.claims[Int(index)]
      guard claim.valid.lowerBound <= day, claim.reported <= (known ?? claim.reported),
        isHeard(claim)
      else { continue }
      let weight = self.weight(claim, level)
      guard weight > 0.05 else { continue }
      fighting.claims.insert(index)
      fighting.parties.formUnion([claim.actor, claim.against].compactMap { $0 })
      let voice = Voice(
        source: model.statements.sourceOfClaim[Int(index)], place: claim.placeID,
        event: claim.event, day: claim.valid.lowerBound)
      ofVoice[voice] = max(weight, ofVoice[voice] ?? 0)
    }
    // Sorted, so that the product does not depend on the order of the claims.
    fighting.belief = 1 - ofVoice.values.sorted().reduce(1) { $0 * (1 - $1) }
    return fighting
  }

  private struct Voice: Hashable {
    var source: Int32
    var place: String
    var event: Claim.Event
    var day: Day
  }

  private func weight(_ claim: Claim, _ level: ControlSite.Level) -> Double {
    let weights = model.setting.weights
    let age = max(0, day.number - claim.valid.upperBound.number + 1)
    let freshness = exponential(halves: Double(age) / weights.fightingHalfLifeDays)
    return weights.fighting(claim) * freshness * weights.fightingNearness(of: level)
  }

  private func isHeard(_ claim: Claim) -> Bool {
    switch view {
    case .assessed: return true
    case .independent:
      if case .party = claim.claimant { return false }
      return true
    case .claimed(let party): return claim.claimant == .party(party)
    }
  }
}
