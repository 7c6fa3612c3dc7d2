public import FrontlineClaims
public import FrontlineControl
import FrontlineGazetteer
import FrontlineGeometry
public import FrontlineReports

extension LayerBuilder {
  /// The places that two opposing parties both say they hold, by place, then by parties.
  ///
  /// A place counts only where each party's own view of the day has it hold the place and words of its own say so:
  /// about the place or an area it lies in. Prior control and what others say for it do not count.
  ///
  /// - Parameters:
  ///   - maps: Those of the day, in any order; without the views of two parties there is no disagreement.
  ///   - claims: Those that the maps were made from.
  ///   - opposed: Whether two parties, by id, fight each other; asked in both orders.
  public func disagreements(
    _ maps: [ControlMap], claims: [Claim], on day: Day, opposed: (String, String) -> Bool
  ) -> Layer {
    let byID = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    var own: [String: [String: (place: PlaceControl, claim: Claim)]] = [:]
    for case (.claimed(let party), let map) in maps.map({ ($0.view, $0) }) {
      for place in map.places where place.status == .held(party: party) {
        guard let claim = latestOwn(of: party, about: place, byID) else { continue }
        own[place.placeID, default: [:]][party] = (place, claim)
      }
    }
    let others = Others(maps, places: Set(own.keys))
    var ids = UniqueNames()
    var features: [Feature] = []
    for (id, sides) in own.sorted(by: { $0.key < $1.key }) {
      let parties = sides.keys.sorted()
      for (index, a) in parties.enumerated() {
        for b in parties.dropFirst(index + 1) where opposed(a, b) || opposed(b, a) {
          guard let (place, one) = sides[a], let (_, other) = sides[b] else { continue }
          features.append(
            feature(place, (a, one), (b, other), others.answers(for: id), on: day, ids: &ids))
        }
      }
    }
    return Layer(LayerSchema.disagreements, features)
  }

  /// The party's latest claim that it, or not an opponent, holds the place or an area round it.
  private func latestOwn(
    of party: String, about place: PlaceControl, _ claims: [String: Claim]
  ) -> Claim? {
    let areas = gazetteer.place(id: place.placeID).map { gazetteer.ancestors(of: $0).map(\.id) }
    let around = Set([place.placeID] + (areas ?? []))
    let said = place.claims.compactMap { claims[$0] }.filter {
      $0.claimant == .party(party) && around.contains($0.placeID) && $0.speaks(for: party)
    }
    return said.max {
      ($0.valid.lowerBound, $0.reported, $0.id) < ($1.valid.lowerBound, $1.reported, $1.id)
    }
  }

  private func feature(
    _ place: PlaceControl, _ a: (party: String, claim: Claim), _ b: (party: String, claim: Claim),
    _ answers: Others.Answers, on day: Day, ids: inout UniqueNames
  ) -> Feature {
    let claims = [a.claim, b.claim]
    let shares = answers.assessed?.partyProbabilities ?? []
    func share(_ party: String) -> PropertyValue {
      shares.first { $0.party == party }.map { .number($0.probability) } ?? .null
    }
    let values: [PropertyValue] =
      [
        .time(day.description), .time(DayText.start(day)), .time(DayText.close(day)),
        .text("disagreements"), .text("disputed"), .text(a.party), .text(b.party),
        answers.assessed.map { .number($0.probability) } ?? .null,
        .joined(Set(claims.map(\.id)).sorted(), by: " "),
        .integer(Set(claims.map(\.provenance.report)).count),
        .text(words.disagreement(place.name, a, b, answers.assessed, answers.independent)),
        .text(place.name), .text(place.placeID),
      ] + columns(of: a.claim) + columns(of: b.claim) + [
        .optional(answers.assessed.map { StatusText($0.status).inWords }), share(a.party),
        share(b.party), .optional(answers.independent.map { StatusText($0.status).inWords }),
      ]
    return Feature(
      id: ids.name("disagreement-\(day)-\(place.placeID)-\(a.party)-\(b.party)"),
      geometry: .point(place.position), values: values)
  }

  private func columns(of claim: Claim) -> [PropertyValue] {
    [
      .text(claim.id), .text(claim.valid.lowerBound.description), .text(claim.placeName),
      .optional(claim.provenance.sentence), .optional(claim.provenance.report),
    ]
  }
}

/// What the views that take no side say of some places.
private struct Others {
  typealias Answers = (assessed: PlaceControl?, independent: PlaceControl?)

  private let assessed: [String: PlaceControl]
  private let independent: [String: PlaceControl]

  init(_ maps: [ControlMap], places: Set<String>) {
    func answers(_ view: View) -> [String: PlaceControl] {
      let all = maps.filter { $0.view == view }.flatMap(\.places)
      return Dictionary(
        all.filter { places.contains($0.placeID) }.map { ($0.placeID, $0) }
      ) { first, _ in first }
    }
    assessed = answers(.assessed)
    independent = answers(.independent)
  }

  func answers(for place: String) -> Answers { (assessed[place], independent[place]) }
}

extension Claim {
  /// Whether it says that the party holds the place, or another does not.
  fileprivate func speaks(for party: String) -> Bool {
    switch controlAfter {
    case .held(let holder): holder == party
    case .notHeld(let other): other != party
    case .contested, .unknown: false
    }
  }
}

extension StatusText {
  /// Such as `held reds`, `contested blue reds`, `unknown`.
  var inWords: String {
    ([status] + (party.map { [$0] } ?? contestants)).joined(separator: " ")
  }
}

extension SummaryWords {
  /// Who says what since when, and what the views say that take no side.
  func disagreement(
    _ place: String, _ a: (party: String, claim: Claim), _ b: (party: String, claim: Claim),
    _ assessed: PlaceControl?, _ independent: PlaceControl?
  ) -> String {
    let said = [a, b].map { side in
      "by \(name(side.party)), it says"
        + (side.claim.placeName == place ? "" : " of \(side.claim.placeName)")
        + " on \(side.claim.valid.lowerBound)"
    }
    let views = [("assessed", assessed), ("independent sources", independent)].compactMap {
      view, control in
      control.map {
        "\(view): \(state($0.status))"
          + ($0.status == .unknown ? "" : brackets([probability($0.probability)]))
      }
    }
    return "Both claim \(place): held \(said[0]), and \(said[1])"
      + (views.isEmpty ? "" : "; " + views.joined(separator: "; ")) + "."
  }
}
