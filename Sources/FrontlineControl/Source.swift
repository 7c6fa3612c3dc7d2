internal import FrontlineClaims

/// Who says something: one voice, however often and by however many papers it is carried.
public struct Source: Hashable, Sendable, Comparable {
  /// A party's id, a publisher, or what a coded row names.
  public var name: String
  /// In what role: the id of a party, `independent`, `resident`, `analyst`, `third_party`.
  public var claimant: String

  public init(name: String, claimant: String) {
    self.name = name
    self.claimant = claimant
  }

  public static func < (left: Source, right: Source) -> Bool {
    (left.name, left.claimant) < (right.name, right.claimant)
  }
}

/// How often a source says what, in one zone: by who truly holds a place, which party it names.
///
/// Rows sum to 1. After A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer
/// error-rates using the EM algorithm" (1979).
struct Confusion: Hashable, Sendable {
  let parties: Int
  /// `parties` numbers a row; a row for each party that may truly hold the place.
  var shares: [Double]

  subscript(truth: Int, said: Int) -> Double {
    get { shares[truth * parties + said] }
    set { shares[truth * parties + said] = newValue }
  }

  /// How much more often it names a party where that party holds the place than where it does not, 0…1.
  func trust(in said: Int) -> Double {
    let others = (0..<parties).filter { $0 != said }.map { self[$0, said] }
    let falsely = others.reduce(0, +) / Double(max(1, others.count))
    let truly = self[said, said]
    return truly > falsely ? (truly - falsely) / (truly + falsely) : 0
  }

  /// The log-likelihood of a statement, for each party that may truly hold the place.
  func logLikelihood(said: Int, isNegated: Bool, truth: Int) -> Double {
    let share = min(0.99, max(0.01, self[truth, said]))
    return naturalLogarithm(isNegated ? 1 - share : share)
  }
}

extension Confusion {
  /// Log-likelihood ratio of a statement of weight 1 near the front: four to one.
  static let unit = 1.386_294_361_119_890_6
  /// How much plainer the same source speaks far behind the front: nineteen to one in place of four.
  static let deepFactor = 2.123_96

  /// Whoever it names is `weight` units of log-likelihood likelier to hold the place.
  init(parties: Int, weight: Double, factor: Double = 1) {
    let odds = exponentialOf(Confusion.unit * weight * factor)
    let sum = odds + Double(parties - 1)
    self.init(
      parties: parties,
      shares: (0..<parties * parties).map {
        ($0 / parties == $0 % parties ? odds : 1) / sum
      })
  }

  /// A party's own: what it says in its favour is worth `favour` units, what it says against, `against`.
  init(parties: Int, owner: Int, favour: Double, against: Double, factor: Double = 1) {
    let gain = exponentialOf(Confusion.unit * favour * factor)
    let loss = exponentialOf(Confusion.unit * against * factor)
    let product = gain * loss
    // Solved for P(says own | other's) = f and P(says own | own) = f · gain, (1 - f) = (1 - f · gain) · loss.
    let claimsOthers = product > 1 ? (loss - 1) / (product - 1) : 0.5
    let claimsOwn = min(0.99, claimsOthers * gain)
    var shares = Array(repeating: 0.0, count: parties * parties)
    for truth in 0..<parties {
      for said in 0..<parties {
        let own = truth == owner ? claimsOwn : claimsOthers
        let share: Double
        if said == owner {
          share = own
        } else if truth == owner {
          share = (1 - own) / Double(max(1, parties - 1))
        } else {
          let strays = parties > 2 ? 0.2 : 0
          share = (1 - own) * (said == truth ? 1 - strays : strays / Double(max(1, parties - 2)))
        }
        shares[truth * parties + said] = share
      }
    }
    self.init(parties: parties, shares: shares)
  }

  /// A theatre's own numbers: the same for every party.
  init(parties: Int, saysTrue: Double, saysFalse: Double) {
    // With two parties the row of the truth sums to 1 by itself only if the two agree; the ratio counts.
    self.init(
      parties: parties,
      shares: (0..<parties * parties).map {
        $0 / parties == $0 % parties ? saysTrue : saysFalse
      })
  }
}

/// What a source is worth: near the front, and far behind it.
struct Reliability: Hashable, Sendable {
  var near: Confusion
  var deep: Confusion

  subscript(isNear: Bool) -> Confusion {
    isNear ? near : deep
  }
}
