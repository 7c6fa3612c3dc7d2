public import FrontlineClaims
public import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineMentions
internal import FrontlineReports

/// A JSON value with its members in a fixed order.
public enum JSONText: Sendable {
  case null
  case text(String)
  case integer(Int)
  /// Written with six decimals at most.
  case degrees(Double)
  case list([JSONText])
  case object([(String, JSONText)])

  static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }

  /// - Parameter indent: Spaces a level, on lines of their own; nil for one line.
  public func written(indent: Int? = nil) -> String {
    var out = ""
    write(into: &out, indent: indent, level: 0)
    return out
  }

  private func write(into out: inout String, indent: Int?, level: Int) {
    switch self {
    case .null: out += "null"
    case .text(let text): Self.quote(text, into: &out)
    case .integer(let number): out += String(number)
    case .degrees(let value): out += Self.sixDecimals(value)
    case .list(let items):
      Self.bracket("[", "]", items.count, &out, indent, level) { index, out in
        items[index].write(into: &out, indent: indent, level: level + 1)
      }
    case .object(let members):
      Self.bracket("{", "}", members.count, &out, indent, level) { index, out in
        Self.quote(members[index].0, into: &out)
        out += indent == nil ? ":" : ": "
        members[index].1.write(into: &out, indent: indent, level: level + 1)
      }
    }
  }

  private static func bracket(
    _ open: String, _ close: String, _ count: Int, _ out: inout String, _ indent: Int?,
    _ level: Int, _ item: (Int, inout String) -> Void
  ) {
    out += open
    for index in 0..<count {
      if index > 0 { out += "," }
      if let indent { out += "\n" + String(repeating: " ", count: indent * (level + 1)) }
      item(index, &out)
    }
    if let indent, count > 0 { out += "\n" + String(repeating: " ", count: indent * level) }
    out += close
  }

  private static func quote(_ text: String, into out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if scalar.value < 32 || scalar.value == 127 {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    out += "\""
  }

  static func sixDecimals(_ value: Double) -> String {
    let micro = Int((value * 1_000_000).rounded())
    let digits = String(abs(micro) % 1_000_000)
    var fraction = String(repeating: "0", count: 6 - digits.count) + digits
    while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
    return (micro < 0 ? "-" : "") + "\(abs(micro) / 1_000_000).\(fraction)"
  }
}

/// The JSON of `frontline claims`: what a report was found to name and to claim.
public enum ClaimsJSON {
  /// `{"mentions": […], "claims": […]}` of reports read together.
  public static func document(_ reports: [ReportExtraction], gazetteer: Gazetteer) -> JSONText {
    .object([
      (
        "mentions",
        .list(
          reports.flatMap { report in report.mentions.compactMap { mention($0, report, gazetteer) }
          })
      ),
      ("claims", .list(reports.flatMap { $0.claims.map(claim) })),
    ])
  }

  /// A literal mention; nil for a name used otherwise. `start` and `end` are in Unicode scalars of the
  /// report's text.
  static func mention(
    _ mention: Mention, _ report: ReportExtraction, _ gazetteer: Gazetteer
  ) -> JSONText? {
    guard mention.isLiteral else { return nil }
    let place = mention.resolution.flatMap { gazetteer.place(id: $0.placeID) }
    return .object([
      ("text", .text(mention.text)), ("lat", place.map { .degrees($0.position.latitude) } ?? .null),
      ("lon", place.map { .degrees($0.position.longitude) } ?? .null),
      ("place", .optional(place?.name)), ("place_id", .optional(place?.id)),
      ("confidence", .optional(place?.confidence.rawValue)),
      ("start", .integer(mention.range.lowerBound)), ("end", .integer(mention.range.upperBound)),
      ("report", .text(report.report.id)),
    ])
  }

  public static func claim(_ claim: Claim) -> JSONText {
    let control = control(claim.controlAfter)
    return .object([
      ("id", .text(claim.id)), ("place", .text(claim.placeName)),
      ("place_id", .text(claim.placeID)),
      ("lat", .degrees(claim.position.latitude)), ("lon", .degrees(claim.position.longitude)),
      ("edge", .optional(claim.edge)), ("event", .text(claim.event.rawValue)),
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
    case .contested: ("contested", nil)
    case .unknown: ("unknown", nil)
    }
  }

  private static func figure(_ figure: Claim.Figure) -> JSONText {
    .object([
      ("kind", .text(figure.kind.rawValue)), ("party", .optional(figure.party)),
      ("low", .integer(figure.low)), ("high", figure.high.map { .integer($0) } ?? .null),
    ])
  }
}
