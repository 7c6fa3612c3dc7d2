public import Frontline
public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineMentions

/// How well one report was read: its place names, their places, its claims.
public struct ReportScore: Sendable {
  /// The gold's id.
  public var report: String
  /// Names compared by their core, and as written.
  public var toponyms: ToponymScore
  public var toponymsAsWritten: ToponymScore
  public var locations: LocationScore
  /// One a level, in order.
  public var claims: [ClaimScore]

  /// - Parameters:
  ///   - gold: What a coder found in the text.
  ///   - extraction: What was read out of it.
  ///   - parties: The theatre's, whose names lead to the ids that the gold uses.
  ///   - radiusKilometres: A claim within it of a gold place is about that place, if its name speaks for no other.
  public init(
    gold: GoldReport, _ extraction: ReportExtraction, gazetteer: Gazetteer, parties: [Party],
    radiusKilometres: Double = 25
  ) {
    let mentions = extraction.mentions.filter(\.isLiteral)
    let names = mentions.map(\.text)
    report = gold.id
    toponyms = ToponymScore(names, gold: gold, by: NameComparison.core)
    toponymsAsWritten = ToponymScore(names, gold: gold, by: NameComparison.surface)
    locations = LocationScore(
      mentions.map { mention in
        (mention.text, mention.resolution.flatMap { gazetteer.place(id: $0.placeID)?.position })
      }, gold: gold)
    let places = GoldPlaces(gold)
    let ids = PartyNames(parties, gold: gold)
    let items = extraction.claims.map { ClaimItem($0, places: places, parties: ids) }
    claims = ClaimLevel.allCases.map {
      ClaimScore(items, gold: gold, level: $0, radiusKilometres: radiusKilometres)
    }
  }

  /// What was missed and what was wrong: each claim at the first level at which it fails, then names.
  public var errors: [ExtractionError] {
    var missed: Set<Int> = []
    var wrong: Set<String> = []
    let first = claims.flatMap(\.errors).filter { error in
      switch error {
      case .missedClaim(let claim, _): missed.insert(claim.number).inserted
      case .wrongClaim(let claim): wrong.insert(claim.id).inserted
      default: true
      }
    }
    return first + toponyms.errors
  }
}

/// The figures of several reports together: counts added up, and the mean of their F1.
public struct TotalScore: Sendable {
  public struct Figure: Sendable {
    public var counts = PrecisionRecall()
    public var meanF1: Double
  }

  public var reports: Int
  public var toponyms: Figure
  public var toponymsAsWritten: Figure
  public var locations = LocationScore()
  /// One a level, in order.
  public var claims: [Figure]
  /// By class of event, sorted: at level 3.
  public var events: [(event: String, counts: PrecisionRecall)]

  public init(_ scores: [ReportScore]) {
    reports = scores.count
    toponyms = Self.sum(scores.map(\.toponyms.counts))
    toponymsAsWritten = Self.sum(scores.map(\.toponymsAsWritten.counts))
    claims = ClaimLevel.allCases.indices.map { level in
      Self.sum(scores.map { $0.claims[level].counts })
    }
    var byEvent: [String: PrecisionRecall] = [:]
    for score in scores {
      locations += score.locations
      for (event, counts) in score.claims.last?.events ?? [:] {
        byEvent[event, default: PrecisionRecall()] += counts
      }
    }
    events = byEvent.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The mean is of F1 to four decimals, as each report's line shows it.
  private static func sum(_ counts: [PrecisionRecall]) -> Figure {
    var total = PrecisionRecall()
    for count in counts { total += count }
    let f1 = counts.map { fourDecimals($0.f1) }
    return Figure(
      counts: total, meanF1: f1.isEmpty ? 0 : f1.reduce(0, +) / Double(f1.count))
  }
}
