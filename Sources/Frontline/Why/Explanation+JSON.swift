internal import FrontlineClaims
internal import FrontlineControl
public import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineReports

extension Explanation {
  /// Everything the explanation knows, nothing left out.
  ///
  /// - Parameter gazetteer: Says how well the places' positions are known.
  public func json(gazetteer: Gazetteer) -> JSONValue {
    .object([
      ("name", .text(subject.name)), ("place_id", .optional(subject.placeID)),
      ("longitude", .decimal(subject.position.longitude)),
      ("latitude", .decimal(subject.position.latitude)), ("date", .text(day.description)),
      ("views", .list(answers.map { Self.value($0, gazetteer) })),
      (
        "not_counted",
        .list(
          unheard.map { item in
            .object([
              ("claim", ClaimsJSON.claim(item.claim, gazetteer: gazetteer)),
              ("reason", .text(item.reason)),
            ])
          })
      ),
    ])
  }

  private static func value(_ answer: ViewAnswer, _ gazetteer: Gazetteer) -> JSONValue {
    .object(
      [("view", .text(answer.view.description))] + members(of: answer.status) + [
        ("probability", .decimal(answer.probability)),
        ("party_probabilities", shares(answer.probabilities)),
        ("drawn", answer.drawn.map { .object(members(of: $0)) } ?? .null),
        ("front_line", answer.line.map(value) ?? .null),
        ("reach_km", .decimal(answer.reachKilometres)),
        ("own_claims_alone", answer.own.map(shares) ?? .null),
        ("latest_word_stands", .flag(answer.isLatestWord)),
        ("nearest_places", .list(answer.sides.flatMap(values))),
        ("claims", .list(answer.claims.map { value($0, gazetteer) })),
        ("outvoted", .list(answer.outvoted.map { value($0, gazetteer) })),
        (
          "prior",
          .list(
            answer.prior.map {
              .object([
                ("place_id", .text($0.place)), ("party", .text($0.party)),
                ("since", .optional($0.since?.description)), ("source", .text($0.source)),
              ])
            })
        ),
      ])
  }

  private static func members(of status: PlaceControl.Status) -> [(String, JSONValue)] {
    switch status {
    case .held(let party):
      [("status", .text("held")), ("parties", .list([.text(party)]))]
    case .contested(let parties):
      [("status", .text("contested")), ("parties", .list(parties.map { .text($0) }))]
    case .unknown: [("status", .text("unknown")), ("parties", .list([]))]
    }
  }

  private static func shares(_ shares: [PlaceControl.PartyProbability]) -> JSONValue {
    .object(shares.map { ($0.party, .decimal($0.probability)) })
  }

  private static func value(_ line: Line) -> JSONValue {
    .object([
      ("km", .decimal(line.kilometres)), ("parties", .list(line.parties.map { .text($0) })),
      ("half_width_km", .decimal(line.halfWidthKilometres)),
      ("newest", .optional(line.newest?.description)),
    ])
  }

  private static func values(_ side: Side) -> [JSONValue] {
    side.places.map { place in
      .object([
        ("party", .text(side.party)), ("place_id", .text(place.placeID)),
        ("name", .text(place.name)), ("km", .decimal(place.kilometres)),
        ("last_day", .text(place.lastDay.description)),
        ("probability", .decimal(place.probability)),
        ("claims", .list(place.claims.map { .text($0) })),
      ])
    }
  }

  private static func value(_ evidence: Evidence, _ gazetteer: Gazetteer) -> JSONValue {
    .object([
      ("claim", ClaimsJSON.claim(evidence.claim, gazetteer: gazetteer)),
      ("near", .optional(evidence.near)),
      ("weighed", evidence.weighed.map(value) ?? .null),
      ("outvoted_because", .list(evidence.reasons.map { .text($0) })),
    ])
  }

  private static func value(_ weighed: WeighedClaim) -> JSONValue {
    .object([
      ("source", .text(weighed.source.name)), ("claimant", .text(weighed.source.claimant)),
      ("party", .text(weighed.party)), ("negated", .flag(weighed.isNegated)),
      ("level", .text("\(weighed.level)")), ("weight", .decimal(weighed.weight)),
      ("strength", .decimal(weighed.strength)), ("nearness", .decimal(weighed.nearness)),
      ("novelty", .decimal(weighed.novelty)), ("same_as", .optional(weighed.sameAs)),
      ("zone", .text(weighed.isNearLine ? "near" : "deep")),
      ("says_true", .decimal(weighed.saysTrue)), ("says_false", .decimal(weighed.saysFalse)),
      ("pull", .decimal(weighed.pull)),
    ])
  }
}
