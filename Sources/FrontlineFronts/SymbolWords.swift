internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineGeometry
internal import FrontlineReports

/// What a view has heard by a day, and from whom.
struct SymbolWords {
  /// Sorted by id.
  let claims: [Claim]
  /// By the id of the place that they are about; sorted by id.
  let about: [String: [Claim]]
  /// Of all places of the map, by id.
  let positions: [String: Position]
  let names: [String: String]
  private let day: Day
  private let sourceOfClaim: [String: String]

  init(_ all: [Claim], of map: ControlMap, publishers: [String: String]) {
    day = map.asOf
    claims = all.filter { $0.valid.lowerBound <= map.asOf && map.view.hears($0) }
      .sorted { $0.id < $1.id }
    about = Dictionary(grouping: claims, by: \.placeID)
    positions = Dictionary(map.places.map { ($0.placeID, $0.position) }) { first, _ in first }
    names = Dictionary(map.places.map { ($0.placeID, $0.name) }) { first, _ in first }
    // A sentence that several reports carry is the word of the first of them.
    var carriers: [String: (Day, String)] = [:]
    for claim in claims where !claim.provenance.sentence.isEmpty {
      let own = (claim.reported, claim.provenance.report)
      let known = carriers[claim.provenance.sentence] ?? own
      carriers[claim.provenance.sentence] = known < own ? known : own
    }
    sourceOfClaim = Dictionary(
      claims.map { claim in
        if case .party(let id) = claim.claimant { return (claim.id, id) }
        let report = carriers[claim.provenance.sentence]?.1 ?? claim.provenance.report
        return (claim.id, publishers[report] ?? report)
      }
    ) { first, _ in first }
  }

  /// Whether a claim is about one of the last days.
  func isRecent(_ claim: Claim) -> Bool {
    let last = max(claim.valid.lowerBound, claim.valid.upperBound.advanced(by: -1))
    return day.number - last.number < SymbolSize.days
  }

  /// Who says so, each once, sorted: a party, where it does; else who published it.
  func sources(of claims: [Claim]) -> [String] {
    Set(claims.compactMap { sourceOfClaim[$0.id] }).sorted()
  }

  func solidity(of claims: [Claim]) -> FrontSymbol.Solidity {
    sources(of: claims).count > 1 ? .reported : .claimed
  }

  /// The last day that claims speak of, up to that of the map.
  func newest(of claims: [Claim]) -> Day {
    let last = claims.map { max($0.valid.lowerBound, $0.valid.upperBound.advanced(by: -1)) }.max()
    return min(day, last ?? day)
  }
}

extension View {
  /// Whether a claim of fighting counts in it.
  fileprivate func hears(_ claim: Claim) -> Bool {
    switch (self, claim.claimant) {
    case (.assessed, _): true
    case (.independent, .party): false
    case (.independent, _): true
    case (.claimed(let party), let claimant): claimant == .party(party)
    }
  }
}

extension Claim {
  /// Whether it says that there was fighting.
  var isOfFighting: Bool {
    switch event {
    case .fighting, .attack, .attackRepelled, .entered, .casualties, .equipmentDestroyed:
      hedge != .denied
    case .captured, .recaptured, .holds, .withdrew, .surrounded, .massing, .deniedCapture: false
    }
  }
}
