internal import FrontlineClaims
internal import FrontlineReports

/// How well the claims of one report were read, at one level.
public struct ClaimScore: Sendable {
  public var level: ClaimLevel
  public var counts: PrecisionRecall
  /// Found a second time for a gold claim that another item already met: neither for nor against.
  public var redundant = 0
  /// Found where the gold has an optional claim: neither for nor against.
  public var optionalFound = 0
  public var optionalGold: Int
  /// By class of event: at level 3, where the event has to be right.
  public var events: [String: PrecisionRecall] = [:]
  public var errors: [ExtractionError] = []

  /// Reduces both sides to distinct items of the level and pairs as many as can be.
  init(_ all: [ClaimItem], gold: GoldReport, level: ClaimLevel, radiusKilometres: Double) {
    self.level = level
    let places = GoldPlaces(gold)
    let groups = Self.groups(of: gold, level)
    let needed = groups.filter { !$0.allSatisfy(\.isOptional) }
    let optional = groups.filter { $0.allSatisfy(\.isOptional) }
    let items = ClaimItem.distinct(all, level)
    func fitting(_ item: ClaimItem, _ groups: [[GoldReport.Claim]]) -> [Int] {
      groups.indices.filter { index in
        groups[index].contains {
          item.matches($0, level, places: places, radiusKilometres: radiusKilometres)
        }
      }
    }
    let fits = items.map { fitting($0, needed) }
    let partner = Pairing.largest(fits)
    counts = PrecisionRecall(right: partner.count, missed: needed.count - partner.count)
    optionalGold = optional.count
    for index in needed.indices { count(needed[index], isFound: partner[index] != nil) }
    let paired = Set(partner.values)
    for (index, item) in items.enumerated() where !paired.contains(index) {
      if !fitting(item, optional).isEmpty {
        optionalFound += 1
      } else if !fits[index].isEmpty {
        redundant += 1
      } else {
        counts.wrong += 1
        events[item.event.eventClass, default: PrecisionRecall()].wrong += 1
        errors.append(.wrongClaim(WrongClaim(item, level)))
      }
    }
  }

  private mutating func count(_ group: [GoldReport.Claim], isFound: Bool) {
    guard let claim = group.first else { return }
    let counted = PrecisionRecall(right: isFound ? 1 : 0, missed: isFound ? 0 : 1)
    events[claim.event.eventClass, default: PrecisionRecall()] += counted
    if !isFound { errors.append(.missedClaim(claim, level)) }
  }

  /// Gold claims that are the same at a level, in the order of the first of each.
  private static func groups(of gold: GoldReport, _ level: ClaimLevel) -> [[GoldReport.Claim]] {
    var groups: [[GoldReport.Claim]] = []
    var indexOfKey: [[String]: Int] = [:]
    for claim in gold.claims {
      if let index = indexOfKey[claim.key(level)] {
        groups[index].append(claim)
      } else {
        indexOfKey[claim.key(level)] = groups.count
        groups.append([claim])
      }
    }
    return groups
  }
}

/// Something that was missed, or found and is wrong.
public enum ExtractionError: Sendable {
  case missedClaim(GoldReport.Claim, ClaimLevel)
  case wrongClaim(WrongClaim)
  case missedToponym(String, count: Int)
  case wrongToponym(String, count: Int)
}

/// A claim that no gold claim bears out, with where it was read.
public struct WrongClaim: Hashable, Sendable {
  /// The claim's id.
  public var id: String
  public var level: ClaimLevel
  public var place: String
  public var control: String
  public var date: String
  public var event: String
  public var claimant: String
  public var rule: String
  public var sentence: String

  init(_ item: ClaimItem, _ level: ClaimLevel) {
    id = item.claim.id
    self.level = level
    place = item.claim.placeName
    control = item.control
    date = item.day.description
    event = item.event
    claimant = item.claimant
    rule = item.claim.provenance.rule
    sentence = item.claim.provenance.sentence
  }
}
