import Frontline
import FrontlineClaims
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

/// Claims as rows.
enum ClaimsTable {
  private static let columns = [
    "id", "report", "place", "place_id", "lat", "lon", "confidence", "edge", "event", "actor",
    "against",
    "status",
    "party", "date", "date_until", "precision", "reported", "asserted_by", "speaker", "hedge",
    "figures", "rule", "sentence",
  ]

  /// RFC 4180, with a header.
  static func csv(_ claims: [Claim], _ gazetteer: Gazetteer) -> String {
    ([columns] + claims.map { fields($0, gazetteer) }).map { row in
      row.map(quoted).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// Aligned columns for a terminal.
  static func table(_ claims: [Claim], _ gazetteer: Gazetteer) -> String {
    let shown = [
      "date", "place", "event", "actor", "status", "party", "asserted_by", "hedge", "rule",
    ]
    let indices = shown.compactMap { columns.firstIndex(of: $0) }
    let rows = [shown] + claims.map { claim in indices.map { fields(claim, gazetteer)[$0] } }
    return Columns.aligned(rows)
  }

  private static func fields(_ claim: Claim, _ gazetteer: Gazetteer) -> [String] {
    let status: String
    var party = ""
    switch claim.controlAfter {
    case .held(let holder): (status, party) = ("held", holder)
    case .contested: status = "contested"
    case .unknown: status = "unknown"
    }
    let figures = claim.figures.map { figure in
      "\(figure.kind.rawValue) \(figure.party ?? "") \(figure.low)\(figure.high.map { $0 == figure.low ? "" : "-\($0)" } ?? "+")"
    }.joined(separator: "; ")
    return [
      claim.id, claim.provenance.report, claim.placeName, claim.placeID,
      claim.position.map { Columns.degrees($0.latitude) } ?? "",
      claim.position.map { Columns.degrees($0.longitude) } ?? "",
      gazetteer.place(id: claim.placeID)?.confidence.rawValue ?? "", claim.edge ?? "",
      claim.event.rawValue, claim.actor ?? "", claim.against ?? "", status, party,
      claim.valid.lowerBound.description, claim.valid.upperBound.advanced(by: -1).description,
      claim.precision.rawValue, claim.reported.description, claim.claimant.description,
      claim.speaker ?? "", claim.hedge.rawValue, figures, claim.provenance.rule,
      claim.provenance.sentence,
    ]
  }

  /// Quoted where needed; a field that a spreadsheet would take for a formula gets an apostrophe.
  private static func quoted(_ field: String) -> String {
    let isFormula = field.first.map { "=+@".contains($0) } ?? false
    let safe = isFormula ? "'" + field : field
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

/// Candidates of a name, for a terminal.
enum PlacesTable {
  static func written(_ name: String, _ matches: [PlaceMatch], _ gazetteer: Gazetteer) -> String {
    let rows =
      [["place", "id", "class", "latitude", "longitude", "confidence", "in", "matched"]]
      + matches.map { match in
        let place = match.place
        let path = gazetteer.ancestors(of: place).map(\.name).joined(separator: ", ")
        let confidence =
          place.confidence == .d ? "D (position inferred)" : place.confidence.rawValue
        return [
          place.name, place.id, "\(place.featureClass).\(place.featureCode)",
          Columns.degrees(place.position.latitude), Columns.degrees(place.position.longitude),
          confidence, path, match.reason,
        ]
      }
    return "\(name)\n" + Columns.aligned(rows)
  }
}

enum Columns {
  static func aligned(_ rows: [[String]]) -> String {
    let count = rows.first?.count ?? 0
    let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == count - 1
          ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return "  " + cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// Five decimals, about a metre.
  static func degrees(_ value: Double) -> String { DecimalText.string(value, decimals: 5) ?? "" }
}
