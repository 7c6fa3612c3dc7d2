import Frontline
import FrontlineClaims
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

/// Claims as rows, for a terminal.
enum ClaimsTable {
  private static let shown = [
    "date", "place", "event", "actor", "status", "party", "asserted_by", "hedge", "rule",
  ]

  /// Aligned columns.
  static func written(_ claims: [Claim]) -> String {
    let indices = shown.compactMap { ClaimRow.columns.firstIndex(of: $0) }
    let rows = claims.map { claim in
      let cells = ClaimRow.cells(claim)
      return indices.map { cells[$0] }
    }
    return Columns.aligned([shown] + rows)
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
