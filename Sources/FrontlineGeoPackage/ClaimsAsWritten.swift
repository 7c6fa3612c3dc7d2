import Foundation
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import GRDB

/// What the claims were when a GeoPackage was written: kept in it as metadata, where no program shows it as a table, so
/// that what people change in the table can be told.
enum ClaimsAsWritten {
  /// What the metadata is called.
  static let name = "urn:frontline:claims-as-written"
  static let table = LayerSchema.claims.name
  /// By what a correction finds the claim again.
  static let found = "found"

  /// The rows of the claims table, by `fid`: every column as text, and `lon` and `lat` for the shape.
  static func rows(_ database: Database) throws -> [Int: [String: String]] {
    guard try database.tableExists(table) else { return [:] }
    var rows: [Int: [String: String]] = [:]
    let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \"\(table)\" ORDER BY fid")
    while let row = try cursor.next() {
      guard let fid = Int.fromDatabaseValue(row["fid"]) else { continue }
      rows[fid] = cells(row)
    }
    return rows
  }

  private static func cells(_ row: Row) -> [String: String] {
    var cells: [String: String] = [:]
    for (column, value) in row where column != "fid" {
      switch value.storage {
      case .string(let text): cells[column] = plain(text, in: column)
      case .int64(let number): cells[column] = String(number)
      case .double(let number): cells[column] = DecimalText.string(number, decimals: 6) ?? ""
      case .blob(let data):
        guard column == "geom", let point = GeometryBlob.point(Array(data)) else { continue }
        cells["lon"] = DecimalText.string(point.longitude, decimals: 6) ?? ""
        cells["lat"] = DecimalText.string(point.latitude, decimals: 6) ?? ""
      case .null: cells[column] = ""
      }
    }
    return cells
  }

  /// Programs write the same instant with and without thousandths, and with a blank for the `T`.
  private static func plain(_ text: String, in column: String) -> String {
    column.hasPrefix("valid_") ? String(text.prefix(10)) : text
  }

  /// A table for ``name``.
  static func written(_ rows: [Int: [String: String]], found: [String: String]) -> String {
    let columns =
      ["fid", Self.found, "lon", "lat"]
      + Set(rows.values.flatMap(\.keys)).subtracting(["lon", "lat", "geom"]).sorted()
    return CommaTable(
      columns: columns,
      rows: rows.sorted { $0.key < $1.key }.enumerated().map { index, row in
        CommaTable.Row(
          line: index + 2,
          cells: columns.map { column in
            switch column {
            case "fid": String(row.key)
            case Self.found: found[row.value["claim_id"] ?? ""] ?? ""
            default: row.value[column] ?? ""
            }
          })
      }
    ).written()
  }

  /// What ``written(_:found:)`` wrote.
  static func read(_ text: String) -> [Int: [String: String]] {
    let table = CommaTable(Array(text.utf8))
    var rows: [Int: [String: String]] = [:]
    for row in table.rows {
      let cells = Dictionary(
        zip(table.columns, row.cells.map(CommaTable.plain)), uniquingKeysWith: { first, _ in first }
      )
      if let fid = cells["fid"].flatMap({ Int($0) }) { rows[fid] = cells }
    }
    return rows
  }
}
