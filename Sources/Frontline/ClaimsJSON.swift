public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineMentions
internal import FrontlineReports

/// The JSON of `frontline claims`: what a report was found to name and to claim.
public enum ClaimsJSON {
  /// `{"mentions": […], "claims": […]}` of reports read together.
  public static func document(_ reports: [ReportExtraction], gazetteer: Gazetteer) -> JSONValue {
    .object([
      (
        "mentions",
        .list(
          reports.flatMap { report in report.mentions.compactMap { mention($0, report, gazetteer) }
          })
      ),
      ("claims", .list(reports.flatMap { $0.claims.map { claim($0, gazetteer: gazetteer) } })),
    ])
  }

  /// A literal mention; nil for a name used otherwise. `start` and `end` are in Unicode scalars of the
  /// report's text.
  static func mention(
    _ mention: Mention, _ report: ReportExtraction, _ gazetteer: Gazetteer
  ) -> JSONValue? {
    guard mention.isLiteral else { return nil }
    let place = mention.resolution.flatMap { gazetteer.place(id: $0.placeID) }
    return .object([
      ("text", .text(mention.text)), ("lat", place.map { .decimal($0.position.latitude) } ?? .null),
      ("lon", place.map { .decimal($0.position.longitude) } ?? .null),
      ("place", .optional(place?.name)), ("place_id", .optional(place?.id)),
      ("confidence", .optional(place?.confidence.rawValue)),
      ("start", .integer(mention.range.lowerBound)), ("end", .integer(mention.range.upperBound)),
      ("derived", .optional(mention.resolution?.derived?.name)),
      ("spelling", .optional(mention.spelling?.reason)), ("report", .text(report.report.id)),
    ])
  }

  /// - Parameter gazetteer: Says how well the place's position is known: `D` is inferred.
  public static func claim(_ claim: Claim, gazetteer: Gazetteer) -> JSONValue {
    let control = control(claim.controlAfter)
    return .object([
      ("id", .text(claim.id)), ("place", .text(claim.placeName)),
      ("place_id", .text(claim.placeID)),
      ("lat", claim.position.map { .decimal($0.latitude) } ?? .null),
      ("lon", claim.position.map { .decimal($0.longitude) } ?? .null),
      ("confidence", .optional(gazetteer.place(id: claim.placeID)?.confidence.rawValue)),
      ("radius_km", .optional(claim.geoPrecision?.radiusKilometres)),
      ("acled_precision", .optional(claim.geoPrecision?.acled)),
      ("ucdp_precision", .optional(claim.geoPrecision?.ucdp)), ("edge", .optional(claim.edge)),
      ("event", .text(claim.event.rawValue)),
      ("actor", .optional(claim.actor)), ("against", .optional(claim.against)),
      ("status", .text(control.status)), ("party", .optional(control.party)),
      ("date", .text(claim.valid.lowerBound.description)),
      ("date_until", .text(claim.valid.upperBound.advanced(by: -1).description)),
      ("precision", .text(claim.precision.rawValue)), ("date_basis", .text(claim.dateBasis)),
      ("reported", .text(claim.reported.description)),
      ("asserted_by", .text(claim.claimant.description)), ("speaker", .optional(claim.speaker)),
      ("hedge", .text(claim.hedge.rawValue)), ("figures", .list(claim.figures.map(figure))),
      ("sentence", .text(claim.provenance.sentence)), ("report", .text(claim.provenance.report)),
      ("rule", .text(claim.provenance.rule)),
      ("start", .integer(claim.provenance.placeRange.lowerBound)),
      ("end", .integer(claim.provenance.placeRange.upperBound)),
      ("sentence_start", .integer(claim.provenance.sentenceRange.lowerBound)),
      ("sentence_end", .integer(claim.provenance.sentenceRange.upperBound)),
    ])
  }

  static func control(_ control: Claim.ControlAfter) -> (status: String, party: String?) {
    switch control {
    case .held(let party): ("held", party)
    case .notHeld(let party): ("lost", party)
    case .contested: ("contested", nil)
    case .unknown: ("unknown", nil)
    }
  }

  private static func figure(_ figure: Claim.Figure) -> JSONValue {
    .object([
      ("kind", .text(figure.kind.rawValue)), ("party", .optional(figure.party)),
      ("low", .integer(figure.low)), ("high", figure.high.map { .integer($0) } ?? .null),
    ])
  }
}
