public import FrontlineClaims
internal import FrontlineControl
internal import FrontlineFronts
public import FrontlineReports

extension Explanation {
  /// How many places of each side are told.
  private static let placesASide = 3

  /// - Parameters:
  ///   - maps: Of the day, one a view.
  ///   - claims: Those of the maps, and those rejected by hand.
  ///   - areas: Ids of the place and what contains it; empty for a point.
  ///   - knownBy: The last day of reports the maps may use; nil for no limit.
  public init(
    of subject: Subject, on day: Day, maps: [DayMap], claims: [Claim], theatre: Theatre,
    areas: Set<String>, knownBy: Day?
  ) {
    let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    self.subject = subject
    self.day = day
    var used: Set<String> = []
    answers = maps.map { map in
      let reader = AnswerReader(
        subject: subject, day: day, map: map, claims: byID, theatre: theatre)
      used.formUnion(reader.used)
      return reader.answer(placesASide: Self.placesASide)
    }
    let silent = claims.filter { areas.contains($0.placeID) && !used.contains($0.id) }
    unheard = silent.sorted { ($1.valid.lowerBound, $0.id) < ($0.valid.lowerBound, $1.id) }.map {
      ($0, Self.reason($0, day, knownBy, theatre))
    }
  }

  private static func reason(
    _ claim: Claim, _ day: Day, _ knownBy: Day?, _ theatre: Theatre
  ) -> String {
    if claim.edit?.kind == .rejected { return "it was rejected by hand" }
    if claim.valid.lowerBound > day { return "it is about a later day" }
    if let knownBy, claim.reported > knownBy {
      return "it was reported on \(claim.reported), after the last day the map may know of"
    }
    if let edge = claim.edge { return "it is about the \(edge) of the place, not the inside" }
    switch claim.controlAfter {
    case .unknown: return "it does not say who holds the place"
    case .contested:
      return "fighting in a wide area, or too long ago, makes no single place contested"
    case .held(let party), .notHeld(let party):
      if theatre.party(party) == nil { return "\(party) is no party of the theatre" }
      return "none of the views shown listens to who says so"
    }
  }
}

/// Reads one view's answer off its map.
private struct AnswerReader {
  let subject: Explanation.Subject
  let day: Day
  let map: DayMap
  let claims: [String: Claim]
  let theatre: Theatre
  private let place: PlaceControl?

  init(
    subject: Explanation.Subject, day: Day, map: DayMap, claims: [String: Claim], theatre: Theatre
  ) {
    self.subject = subject
    self.day = day
    self.map = map
    self.claims = claims
    self.theatre = theatre
    place = subject.placeID.flatMap { id in map.control.places.first { $0.placeID == id } }
  }

  /// Ids of the claims about the place that the view weighed.
  var used: Set<String> {
    Set(place?.claims ?? []).union(ownClaims.map(\.id))
  }

  private var ownClaims: [WeighedClaim] {
    subject.placeID.map { map.inference.weighedClaims(at: $0) } ?? []
  }

  func answer(placesASide: Int) -> Explanation.ViewAnswer {
    let inference = map.inference
    let point = inference.control(at: subject.position)
    let drawn = map.fronts.area(at: subject.position)?.status ?? .unknown
    let status = place?.status ?? drawn
    let probabilities = place?.partyProbabilities ?? point.probabilities
    let sides = inference.parties.map { party in
      Explanation.Side(
        party: party,
        places: Array(
          inference.evidence(for: party, near: subject.position, limit: placesASide + 1)
            .filter { $0.placeID != subject.placeID }.prefix(placesASide)))
    }.filter { !$0.places.isEmpty }
    let (prevailing, outvoted) = evidence(status, sides)
    return Explanation.ViewAnswer(
      view: map.control.view, status: status,
      probability: place?.probability ?? belief(in: status, probabilities),
      probabilities: probabilities, drawn: drawn == status ? nil : drawn, line: line(),
      reachKilometres: inference.reachKilometres,
      own: subject.placeID.flatMap { inference.ownBelief(at: $0) },
      isLatestWord: inference.isLatestWord, sides: sides, claims: prevailing, outvoted: outvoted,
      prior: theatre.prior.filter { place?.claims.contains("prior-\($0.place)") ?? false })
  }

  private func belief(
    in status: PlaceControl.Status, _ probabilities: [PlaceControl.PartyProbability]
  ) -> Double {
    guard case .held(let party) = status else { return 0 }
    return probabilities.first { $0.party == party }?.probability ?? 0
  }

  private func line() -> Explanation.Line? {
    map.fronts.nearestLine(to: subject.position).map { line, kilometres in
      Explanation.Line(
        kilometres: kilometres, parties: [line.partyA, line.partyB],
        halfWidthKilometres: line.halfWidthKilometres, newest: line.newest)
    }
  }

  // MARK: Claims

  private func evidence(
    _ status: PlaceControl.Status, _ sides: [Explanation.Side]
  ) -> (prevailing: [Explanation.Evidence], outvoted: [Explanation.Evidence]) {
    let own = ownClaims
    var told = Set(own.map(\.id))
    var (prevailing, outvoted) = split(own, near: nil, status)
    // Of fighting: it makes contested, and says nothing of who holds the place.
    for id in place?.claims ?? [] where !told.contains(id) {
      guard let claim = claims[id], claim.controlAfter == .contested else { continue }
      told.insert(id)
      prevailing.append(Explanation.Evidence(claim: claim, near: nil, weighed: nil))
    }
    prevailing = sorted(prevailing)
    // The nearest first, whosever they are.
    let near = sides.flatMap { side in side.places.map { (side.party, $0) } }
      .sorted { ($0.1.kilometres, $0.1.placeID) < ($1.1.kilometres, $1.1.placeID) }
    for (party, place) in near {
      let all = map.inference.weighedClaims(at: place.placeID).filter { !told.contains($0.id) }
      told.formUnion(all.map(\.id))
      let (for_, against) = split(all, near: place.name, .held(party: party))
      prevailing += sorted(for_)
      if subject.placeID == nil { outvoted += against }
    }
    return (prevailing, sorted(outvoted))
  }

  private func split(
    _ all: [WeighedClaim], near: String?, _ status: PlaceControl.Status
  ) -> (prevailing: [Explanation.Evidence], outvoted: [Explanation.Evidence]) {
    var prevailing: [Explanation.Evidence] = []
    var outvoted: [Explanation.Evidence] = []
    for weighed in all {
      guard let claim = claims[weighed.id] else { continue }
      var evidence = Explanation.Evidence(claim: claim, near: near, weighed: weighed)
      guard case .held(let holder) = status, (weighed.party == holder) == weighed.isNegated else {
        prevailing.append(evidence)
        continue
      }
      evidence.reasons = reasons(weighed, claim, among: all, holder: holder, isOwn: near == nil)
      outvoted.append(evidence)
    }
    return (prevailing, outvoted)
  }

  /// The weightiest first: by what they add to belief and how long ago.
  private func sorted(_ evidence: [Explanation.Evidence]) -> [Explanation.Evidence] {
    evidence.map { ($0, strength($0)) }
      .sorted { $0.1 == $1.1 ? $0.0.claim.id < $1.0.claim.id : $0.1 > $1.1 }.map(\.0)
  }

  private func strength(_ evidence: Explanation.Evidence) -> Double {
    let age = Double(max(0, day.number - evidence.claim.valid.lowerBound.number))
    let pull =
      map.inference.isLatestWord
      ? evidence.weighed?.nearness ?? 1 : abs(evidence.weighed?.pull ?? 1)
    return pull / (1 + age / 60)
  }

  private func reasons(
    _ weighed: WeighedClaim, _ claim: Claim, among all: [WeighedClaim], holder: String,
    isOwn: Bool
  ) -> [String] {
    let against = all.filter { ($0.party == holder) != $0.isNegated }
    let later = against.compactMap { claims[$0.id] }.filter {
      $0.valid.lowerBound > claim.valid.lowerBound
    }
    var reasons: [String] = []
    if let last = later.map(\.valid.lowerBound).max() {
      let days = last.number - claim.valid.lowerBound.number
      reasons.append("older by \(days) day\(days == 1 ? "" : "s") than what says otherwise")
    }
    if weighed.isOverridden {
      reasons.append("about \(claim.placeName), and a statement about less than that speaks")
    }
    guard !map.inference.isLatestWord else {
      if reasons.isEmpty { reasons.append("the latest word, and the nearer, stands") }
      return reasons
    }
    if let same = weighed.sameAs {
      reasons.append("the same source says the same that day in \(same)")
    } else if weighed.novelty < 0.5 {
      reasons.append("its source had said so before")
    }
    if weighed.saysTrue < 2 * weighed.saysFalse {
      reasons.append("\(weighed.source.name) says so nearly as often where it is not so")
    }
    if claim.hedge == .unverified { reasons.append("unverified") }
    reasons += outweighed(
      weighed, by: against, holder: holder, isOwn: isOwn, hasReason: !reasons.isEmpty)
    return reasons
  }

  private func outweighed(
    _ weighed: WeighedClaim, by against: [WeighedClaim], holder: String, isOwn: Bool,
    hasReason: Bool
  ) -> [String] {
    let own = subject.placeID.flatMap { map.inference.ownBelief(at: $0) }
    if isOwn, let own, let top = own.max(by: { $0.probability < $1.probability }),
      top.party != holder
    {
      return ["the places round it contradict it"]
    }
    guard !hasReason else { return [] }
    if against.isEmpty { return ["what was known before outweighs it"] }
    return [
      "outweighed by \(against.count) claim\(against.count == 1 ? "" : "s") that say\(against.count == 1 ? "s" : "") otherwise"
    ]
  }
}
