import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

/// Writes layers and summaries as tables tagged with the Humanitarian Exchange Language (HXL 1.1): a header, a row of
/// hashtags, then a row a feature.
public enum LayerTable {
  /// The layer's columns without `date` where the layer has none; points have their latitude and longitude too.
  ///
  /// Other shapes are left out: a table has no place for them, and the ids lead to the GeoJSON.
  public static func table(_ layer: Layer) -> CommaTable {
    let hasPoints = layer.features.contains { if case .point = $0.geometry { true } else { false } }
    let columns = ["id"] + layer.columns.map(\.name) + (hasPoints ? ["latitude", "longitude"] : [])
    let rows = layer.features.map { feature in
      var cells = [feature.id]
      for (index, column) in layer.columns.enumerated() {
        cells.append(text(feature.values[index], decimals: column.decimals))
      }
      if hasPoints {
        if case .point(let position)? = GridGeometry(feature.geometry) {
          cells += [GridGeometry.text(position.latitude), GridGeometry.text(position.longitude)]
        } else {
          cells += ["", ""]
        }
      }
      return cells
    }
    return tagged(columns, rows)
  }

  /// A table of our own with its row of hashtags.
  public static func tagged(_ table: CommaTable) -> CommaTable {
    tagged(table.columns, table.rows.map(\.cells))
  }

  private static func tagged(_ columns: [String], _ rows: [[String]]) -> CommaTable {
    let all = [columns.map(tag)] + rows
    return CommaTable(
      columns: columns,
      rows: all.enumerated().map { CommaTable.Row(line: $0.offset + 2, cells: $0.element) })
  }

  /// The column's hashtag with attributes. What HXL has no tag for is a figure (`#indicator`) if it is counted or
  /// measured, else `#meta`.
  public static func tag(_ column: String) -> String {
    if let known = tags[column] { return known }
    let attribute = column.lowercased().filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
    }
    if column.hasSuffix("_km") || column.hasSuffix("_km2") || column.hasPrefix("places_") {
      return "#indicator+\(attribute)+num"
    }
    return "#meta+\(attribute)"
  }

  private static let tags = [
    "id": "#meta+id", "date": "#date", "valid_from": "#date+start", "valid_to": "#date+end",
    "reported": "#date+reported", "day_a": "#date+first", "day_b": "#date+second",
    "newest_evidence": "#date+newest", "precision": "#date+precision", "view": "#meta+view",
    "status": "#event+status", "party": "#group+name+holder", "party_a": "#group+name+first",
    "party_b": "#group+name+second", "parties": "#group+list", "actor": "#group+name+actor",
    "against": "#group+name+against", "probability": "#indicator+probability+num",
    "probability_a": "#indicator+probability+first+num",
    "probability_b": "#indicator+probability+second+num",
    "reports": "#indicator+reports+num", "place_count": "#indicator+places+num",
    "summary": "#description+summary", "sentence": "#description",
    "sentence_a": "#description+first", "sentence_b": "#description+second",
    "name": "#loc+name", "place_id": "#loc+code", "feature_code": "#loc+type",
    "admin1": "#adm1+name", "admin2": "#adm2+name", "latitude": "#geo+lat",
    "longitude": "#geo+lon", "event": "#event+type", "claim_id": "#event+code",
    "figures": "#affected+text", "report": "#meta+report", "sources": "#meta+source",
    "claimant": "#meta+claimant", "speaker": "#meta+speaker", "hedge": "#meta+hedge",
  ]

  private static func text(_ value: PropertyValue, decimals: Int) -> String {
    switch value {
    case .text(let text), .time(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): DecimalText.string(number, decimals: decimals) ?? ""
    case .null: ""
    }
  }
}
