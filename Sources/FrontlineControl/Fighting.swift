internal import FrontlineClaims
internal import FrontlineReports

/// Evidence of fighting in sites on a day: kept apart from control, and soon forgotten.
struct Fighting {
  struct InSite {
    /// 0…1.
    var belief = 0.0
    var parties: Set<String> = []
    var claims: Set<Int32> = []
    /// By party: belief that it has gathered its forces there, 0…1, and the claims. Where another holds the place, both
    /// are there.
    var massed: [String: (belief: Double, claims: Set<Int32>)] = [:]
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

  func fighting(in site: Int) -> InSite {
    var fight = Tally()
    var massed: [String: Tally] = [:]
    for (index, level) in model.statements.about[site] where level <= .district {
      let claim = model.statements.claims[Int(index)]
      guard claim.valid.lowerBound <= day, claim.reported <= (known ?? claim.reported),
        isHeard(claim)
      else { continue }
      let weight = self.weight(claim, level)
      guard weight > 0.05 else { continue }
      let voice = Voice(
        source: model.statements.sourceOfClaim[Int(index)], place: claim.placeID,
        event: claim.event, day: claim.valid.lowerBound)
      if claim.event != .massing {
        fight.hear(index, voice, weight)
      } else if level == .place, let actor = claim.actor {
        massed[actor, default: Tally()].hear(index, voice, weight)
      }
    }
    let parties = fight.claims.flatMap { index in
      let claim = model.statements.claims[Int(index)]
      return [claim.actor, claim.against].compactMap { $0 }
    }
    return InSite(
      belief: fight.belief, parties: Set(parties), claims: fight.claims,
      massed: massed.mapValues { ($0.belief, $0.claims) })
  }

  /// What several voices tell of one thing.
  private struct Tally {
    private(set) var claims: Set<Int32> = []
    private var ofVoice: [Voice: Double] = [:]

    mutating func hear(_ claim: Int32, _ voice: Voice, _ weight: Double) {
      claims.insert(claim)
      ofVoice[voice] = max(weight, ofVoice[voice] ?? 0)
    }

    /// The chance that none of several independent voices is right is the product of theirs being wrong.
    var belief: Double {
      // Sorted, so that the product does not depend on the order of the claims.
      1 - ofVoice.values.sorted().reduce(1) { $0 * (1 - $1) }
    }
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
