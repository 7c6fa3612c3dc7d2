internal import FrontlineClaims
internal import FrontlineReports

/// Everything claims say of the control of sites, as numbers: made once a theatre, filtered once a map.
struct Statements: Sendable {
  /// One claim's word about one site.
  struct Statement: Sendable {
    var claim: Int32
    var day: Int32
    var reported: Int32
    var source: Int32
    /// The party it names.
    var said: Int32
    /// Whether it says that this party does not hold the site.
    var isNegated: Bool
    /// Whether it says that control changed.
    var isChange: Bool
    var level: ControlSite.Level
    /// Hedge and event: how plainly it says so, whoever says it.
    var strength: Double
    /// Whether it says outright who holds the place, and not only that one fought or stood there.
    var isAboutControl: Bool
    /// The party that says so, or -1.
    var speaker: Int32
    /// Whether it is hearsay in favour of `said`.
    var isHearsay: Bool
  }

  let parties: [String]
  let sources: [Source]
  /// Sorted by id.
  let claims: [Claim]
  /// By site; sorted by day, then source, party, claim.
  let ofSite: [[Statement]]
  /// By site, all claims about it and what contains it, with the level: for fighting.
  let about: [[(claim: Int32, level: ControlSite.Level)]]
  /// By claim: its source, whether or not it speaks of control.
  let sourceOfClaim: [Int32]

  /// - Parameters:
  ///   - publishers: By report id, who published it; a report that is missing is its own source.
  init(
    _ claims: [Claim], sites: [ControlSite], parties: [String], publishers: [String: String],
    origins: [String: String], weights: ClaimWeights
  ) {
    let claims = claims.sorted { $0.id < $1.id }
    // A sentence that several reports carry is the word of the first of them, so that a later report
    // changes nothing of what was known before it.
    var carrier: [String: (day: Day, report: String)] = [:]
    for claim in claims where !claim.provenance.sentence.isEmpty {
      let own = (day: claim.reported, report: claim.provenance.report)
      carrier[claim.provenance.sentence] =
        carrier[claim.provenance.sentence].map { $0 < own ? $0 : own } ?? own
    }
    func source(_ claim: Claim) -> Source {
      let report = carrier[claim.provenance.sentence]?.report ?? claim.provenance.report
      let isPublished = publishers[claim.provenance.report] != nil
      var name = publishers[report] ?? report
      if isPublished, case .party(let id) = claim.claimant { name = id }
      return Source(name: origins[name] ?? name, claimant: claim.claimant.description)
    }
    let named = claims.map(source)
    let sources = Set(named).sorted()
    let indexOfSource = Dictionary(
      uniqueKeysWithValues: sources.enumerated().map { ($1, Int32($0)) })
    let indexOfParty = Dictionary(
      uniqueKeysWithValues: parties.enumerated().map { ($1, Int32($0)) })
    sourceOfClaim = named.map { indexOfSource[$0] ?? 0 }
    var ofPlace: [String: [Int32]] = [:]
    for (index, claim) in claims.enumerated() {
      ofPlace[claim.placeID, default: []].append(Int32(index))
    }
    var ofSite: [[Statement]] = []
    var about: [[(claim: Int32, level: ControlSite.Level)]] = []
    for site in sites {
      var statements: [Statement] = []
      var mentioned: [(claim: Int32, level: ControlSite.Level)] = []
      for area in site.areas {
        for index in ofPlace[area.id] ?? [] {
          let claim = claims[Int(index)]
          guard area.level == .place || claim.edge == nil else { continue }
          mentioned.append((index, area.level))
          guard
            var statement = Statements.statement(claim, indexOfParty, weights: weights)
          else { continue }
          statement.claim = index
          statement.level = area.level
          statement.source = sourceOfClaim[Int(index)]
          statements.append(statement)
        }
      }
      statements.sort {
        ($0.day, $0.source, $0.said, $0.isNegated ? 1 : 0, $0.claim)
          < ($1.day, $1.source, $1.said, $1.isNegated ? 1 : 0, $1.claim)
      }
      ofSite.append(statements)
      about.append(mentioned)
    }
    self.parties = parties
    self.sources = sources
    self.claims = claims
    self.ofSite = ofSite
    self.about = about
  }

  /// Nil for a claim that says nothing of control by a party of the theatre.
  private static func statement(
    _ claim: Claim, _ indexOfParty: [String: Int32], weights: ClaimWeights
  ) -> Statement? {
    let said: Int32
    var isNegated = false
    switch claim.controlAfter {
    case .held(let party):
      guard let index = indexOfParty[party] else { return nil }
      said = index
    case .notHeld(let party):
      guard let index = indexOfParty[party] else { return nil }
      (said, isNegated) = (index, true)
    case .contested, .unknown: return nil
    }
    let strength = weights.strength(of: claim)
    guard strength > 0 else { return nil }
    var speaker: Int32 = -1
    if case .party(let id) = claim.claimant { speaker = indexOfParty[id] ?? -2 }
    return Statement(
      claim: 0, day: Int32(clamping: claim.valid.lowerBound.number),
      reported: Int32(clamping: claim.reported.number), source: 0, said: said, isNegated: isNegated,
      isChange: claim.event.changesHands, level: .place, strength: strength,
      isAboutControl: ClaimWeights.strength(of: claim.event) >= 1, speaker: speaker,
      isHearsay: claim.claimant == .thirdParty && claim.hedge == .unverified)
  }
}

/// The statements about one site that count on one map.
struct Heard: Sendable {
  struct Statement: Sendable {
    var day: Int32
    var source: Int32
    var said: Int32
    var isNegated: Bool
    var isChange: Bool
    var speaker: Int32
    var isHearsay: Bool
    var isAboutControl: Bool
    var level: ControlSite.Level
    /// 0…1: how plainly, how near to the site, and how much it adds to what its source said before.
    var weight: Double
    var claim: Int32
  }

  /// In order of time; one a day, source and party.
  var statements: [Statement] = []
  /// The claims behind them.
  var claims: [Int32] = []

  /// - Parameters:
  ///   - isHeard: Whether the view listens, and the claim was known.
  init(
    _ all: [Statements.Statement], until day: Int32, weights: ClaimWeights,
    isHeard: (Statements.Statement) -> Bool
  ) {
    let usable = all.filter { $0.day <= day && isHeard($0) }
    guard !usable.isEmpty else { return }
    let nearest = usable.map(\.level).min() ?? .place
    claims = usable.map(\.claim)
    for item in usable {
      var weight = item.strength * weights.nearness(of: item.level)
      if item.level > nearest, item.level > .place { weight *= weights.overridden }
      let statement = Statement(
        day: item.day, source: item.source, said: item.said, isNegated: item.isNegated,
        isChange: item.isChange, speaker: item.speaker, isHearsay: item.isHearsay,
        isAboutControl: item.isAboutControl,
        level: item.level, weight: weight, claim: item.claim)
      if let last = statements.indices.last, statements[last].isSameWord(as: statement) {
        statements[last].isChange = statements[last].isChange || statement.isChange
        statements[last].level = min(statements[last].level, statement.level)
        statements[last].weight = max(statements[last].weight, weight)
      } else {
        statements.append(statement)
      }
    }
    fadeRepeats()
  }

  /// What a source says again adds the more, the longer ago it said so, and never as much as a first
  /// word: after a month 63 % of it.
  private mutating func fadeRepeats() {
    for index in statements.indices.dropFirst() {
      let statement = statements[index]
      let earlier = statements[..<index].last {
        $0.source == statement.source && $0.said == statement.said
          && $0.isNegated == statement.isNegated
      }
      guard let earlier else { continue }
      let days = Double(statement.day - earlier.day)
      statements[index].weight *= 1 - exponentialOf(-days / Heard.repeatDays)
    }
  }

  private static let repeatDays = 30.0
}

extension Heard.Statement {
  fileprivate func isSameWord(as other: Heard.Statement) -> Bool {
    day == other.day && source == other.source && said == other.said
      && isNegated == other.isNegated
  }
}
