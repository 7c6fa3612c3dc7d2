internal import FrontlineClaims

/// What a claim is worth, in numbers that a theatre can change.
///
/// The defaults say: a party's word in its own favour counts half an independent report's, its word
/// against its own interest counts one and a half; hearsay counts two fifths; a statement about a
/// district, a province or a country says less about one of its places than a statement about the
/// place.
public struct ClaimWeights: Hashable, Sendable {
  /// By who says so.
  public var independent = 1.0
  public var resident = 1.0
  public var analyst = 0.8
  public var thirdParty = 0.7
  public var ownFavour = 0.5
  public var againstOwnInterest = 1.5
  /// A hedged, unattributed statement, for control and for fighting.
  public var unverified = 0.4
  public var unverifiedFighting = 0.8
  /// By how near the statement is to the place.
  public var district = 0.8
  public var province = 0.6
  public var country = 0.4
  /// How much fighting somewhere in a district says of one of its places: it is a matter of few of them, so hearsay
  /// alone makes none contested.
  public var districtFighting = 0.6
  /// What is left of a statement about an area once a nearer one speaks.
  public var overridden = 0.25
  /// Days after which half of what was said of fighting is forgotten.
  public var fightingHalfLifeDays = 3.0
  /// Belief in prior control.
  public var prior = 0.9
  /// How much of what was known before a statement that control changed makes forgotten, for each unit of
  /// trust in its source: all of it, where that is five times as often right as wrong. 3 is better by two parts in a
  /// hundred on test wars, but then a party's word that it took a place takes it, whoever else speaks of it.
  public var changeForgets = 1.5
  /// Belief in fighting from which a place counts as contested.
  public var contestedFrom = 0.4
  /// Belief in the likeliest party below which opposing statements about a place leave it contested.
  public var disputedBelow = 0.6

  public init() {}

  /// The names under which a theatre file sets them, with their fields.
  public static let keys:
    [(name: String, path: any WritableKeyPath<ClaimWeights, Double> & Sendable)] =
      [
        ("independent", \.independent), ("resident", \.resident), ("analyst", \.analyst),
        ("third_party", \.thirdParty), ("own_favour", \.ownFavour),
        ("against_own_interest", \.againstOwnInterest), ("unverified", \.unverified),
        ("unverified_fighting", \.unverifiedFighting), ("district", \.district),
        ("district_fighting", \.districtFighting), ("province", \.province),
        ("country", \.country), ("overridden", \.overridden),
        ("fighting_half_life_days", \.fightingHalfLifeDays), ("prior", \.prior),
        ("change_forgets", \.changeForgets),
        ("contested_from", \.contestedFrom), ("disputed_below", \.disputedBelow),
      ]

  /// How plainly a claim says who holds the place, 0…1, whoever says it.
  func strength(of claim: Claim) -> Double {
    (claim.hedge == .unverified ? unverified : 1) * Self.strength(of: claim.event)
  }

  /// How much a statement about an area says about a place in it.
  func nearness(of level: ControlSite.Level) -> Double {
    switch level {
    case .place: 1
    case .district: district
    case .province: province
    case .country: country
    }
  }

  /// How much fighting somewhere in an area says of a place in it.
  func fightingNearness(of level: ControlSite.Level) -> Double {
    level == .district ? districtFighting : nearness(of: level)
  }

  /// What a claimant's word is worth where no other claims show it.
  func prior(for source: Source, parties: [String], factor: Double) -> Confusion {
    let weight: Double
    switch source.claimant {
    case Claim.Claimant.independent.description: weight = independent
    case Claim.Claimant.resident.description: weight = resident
    case Claim.Claimant.analyst.description: weight = analyst
    case Claim.Claimant.thirdParty.description: weight = thirdParty
    default:
      guard let owner = parties.firstIndex(of: source.claimant) else {
        return Confusion(parties: parties.count, weight: thirdParty, factor: factor)
      }
      return Confusion(
        parties: parties.count, owner: owner, favour: ownFavour, against: againstOwnInterest,
        factor: factor)
    }
    return Confusion(parties: parties.count, weight: weight, factor: factor)
  }

  /// How much a claim counts as evidence of fighting in the place, or of an enemy at it, 0…1.
  func fighting(_ claim: Claim) -> Double {
    let hedge = claim.hedge == .unverified ? unverifiedFighting : 1
    switch claim.event {
    case .fighting, .attack, .entered: return 0.7 * hedge
    case .massing: return 0.6 * hedge
    case .casualties, .equipmentDestroyed: return 0.2 * hedge
    case .attackRepelled: return 0.15 * hedge
    default: return 0
    }
  }

  /// How plainly an event says who holds the place afterwards.
  static func strength(of event: Claim.Event) -> Double {
    switch event {
    case .captured, .recaptured, .holds, .deniedCapture, .withdrew: 1
    case .attackRepelled: 0.8
    case .surrounded: 0.6
    case .massing: 0.5
    default: 0
    }
  }
}
