import Foundation
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import GRDB

/// A GeoPackage that grows row by row, with the same bytes whenever the same rows come in.
///
/// No clock is asked: every time in it that is not a feature's own is the stamp. Spatial indices are filled with the
/// rows; their triggers come at the end.
final class GeoPackageWriter {
  /// A table of features.
  struct Table {
    var name: String
    var title: String
    var meaning: String
    var columns: [PropertyColumn]
  }

  private struct State {
    var table: Table
    var insert: String
    var kind: GeometryBlob.Kind
    var rows = 0
    var box: BoundingBox?
  }

  /// For what must be written in one go.
  private let queue: DatabaseQueue
  private let stamp: String
  private let path: String
  private var states: [String: State] = [:]

  /// - Parameters:
  ///   - path: Where no file is.
  ///   - stamp: What the file says it was changed on.
  init(path: String, stamp: Day) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // Nobody else sees the file before it is whole.
      try database.execute(sql: "PRAGMA synchronous = OFF")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    self.path = path
    self.stamp = "\(stamp)T00:00:00.000Z"
    try queue.write { database in
      try database.execute(sql: "PRAGMA application_id = \(GeoPackageSchema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(GeoPackageSchema.version)")
      try database.execute(sql: GeoPackageSchema.tables)
      for system in GeoPackageSchema.referenceSystems {
        try database.execute(
          sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
          arguments: [system.name, system.id, system.by, system.id, system.definition])
      }
    }
  }

  /// Rows and changes that come in together.
  func together(_ work: (Rows) throws -> Void) throws {
    try queue.write { try work(Rows(database: $0, writer: self)) }
  }

  /// What a database access can do with the tables.
  struct Rows {
    fileprivate let database: Database
    fileprivate let writer: GeoPackageWriter

    /// - Returns: The row's `fid`; nil where the shape is of another kind than the table's first one.
    @discardableResult
    func insert(
      _ blob: GeometryBlob, id: String, values: [PropertyValue], into table: Table
    ) throws -> Int? {
      try writer.insert(blob, id: id, values: values, into: table, database)
    }

    func setTime(_ time: String, column: String, of fid: Int, in table: String) throws {
      try database.cachedStatement(
        sql: "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE fid = ?"
      ).execute(arguments: [GeoPackageWriter.instant(time), fid])
    }
  }

  private func insert(
    _ blob: GeometryBlob, id: String, values: [PropertyValue], into table: Table,
    _ database: Database
  ) throws -> Int? {
    var state = try state(table, kind: blob.kind, database)
    guard state.kind == blob.kind else { return nil }
    state.rows += 1
    state.box = state.box.map { $0.union(blob.box) } ?? blob.box
    states[table.name] = state
    let cells = zip(table.columns, values).map { Self.cell($1, in: $0) }
    let row: [(any DatabaseValueConvertible)?] = [state.rows, Data(blob.bytes), id] + cells
    try database.cachedStatement(sql: state.insert).execute(arguments: StatementArguments(row))
    try database.cachedStatement(
      sql: "INSERT INTO \"rtree_\(table.name)_geom\" VALUES (?, ?, ?, ?, ?)"
    ).execute(
      arguments: [state.rows, blob.box.west, blob.box.east, blob.box.south, blob.box.north])
    return state.rows
  }

  /// Makes the table with its first row: a layer without any feature has none.
  private func state(
    _ table: Table, kind: GeometryBlob.Kind, _ database: Database
  ) throws -> State {
    if let state = states[table.name] { return state }
    let columns = table.columns.map { "\"\($0.name)\" \(Self.type($0))" }
    try database.execute(
      sql: """
        CREATE TABLE "\(table.name)" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        geom \(kind.rawValue), "id" TEXT\(columns.map { ", " + $0 }.joined()))
        """)
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE "rtree_\(table.name)_geom" USING rtree(id, minx, maxx, miny, maxy)
        """)
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, 'features', ?, ?, ?, ?)
        """,
      arguments: [table.name, table.title, table.meaning, stamp, GeoPackageSchema.wgs84])
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
      arguments: [table.name, kind.rawValue, GeoPackageSchema.wgs84])
    try database.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [table.name, GeoPackageSchema.rtreeDefinition])
    let marks = Array(repeating: "?", count: table.columns.count + 3).joined(separator: ", ")
    let state = State(
      table: table, insert: "INSERT INTO \"\(table.name)\" VALUES (\(marks))", kind: kind)
    states[table.name] = state
    return state
  }

  // MARK: What is in it

  /// The tables that have features, by name.
  var contents: [(name: String, kind: GeometryBlob.Kind)] {
    states.map { ($0.key, $0.value.kind) }.sorted { $0.0 < $1.0 }
  }

  // MARK: The end

  /// Keeps what the claims are now, so that edits can be told.
  func keepClaims(found: [String: String]) throws {
    guard states[ClaimsAsWritten.table] != nil else { return }
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'text/csv', ?)",
        arguments: [
          ClaimsAsWritten.name,
          ClaimsAsWritten.written(try ClaimsAsWritten.rows(database), found: found),
        ])
      try database.execute(
        sql: "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)",
        arguments: [ClaimsAsWritten.table, stamp])
    }
  }

  /// - Parameter style: QML, loaded by itself with the table.
  func add(style: String, for table: String) throws {
    try queue.write { database in
      // The empty schema is what QGIS looks for: with NULL the style would not be loaded.
      try database.execute(
        sql: """
          INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
          styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
          VALUES ('', '', ?, 'geom', ?, ?, '', 1, 'made by frontline', '', NULL, ?)
          """, arguments: [table, table, style, stamp])
    }
  }

  /// - Parameter archive: A `.qgz`.
  func add(project archive: [UInt8], named name: String) throws {
    let metadata =
      "{\"last_modified_time\": \"\(stamp.prefix(19))\", \"last_modified_user\": \"frontline\"}"
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO qgis_projects VALUES (?, ?, ?)",
        arguments: [name, metadata, Self.hexadecimal(archive)])
    }
  }

  /// States extents and counts, makes the triggers, and packs the file.
  func finish() throws {
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
          VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)
          """, arguments: [stamp])
      for table in ["gpkg_metadata", "gpkg_metadata_reference"] {
        try database.execute(
          sql: "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
          arguments: [table, GeoPackageSchema.metadataDefinition])
      }
      for (name, state) in states.sorted(by: { $0.key < $1.key }) {
        guard let box = state.box else { continue }
        try database.execute(
          sql: "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?",
          arguments: [box.west, box.south, box.east, box.north, name])
        try database.execute(
          sql: "INSERT INTO gpkg_ogr_contents VALUES (?, ?)", arguments: [name, state.rows])
        try database.execute(sql: GeoPackageSchema.countTriggers(name))
        try database.execute(sql: GeoPackageSchema.indexTriggers(name))
      }
    }
    try queue.vacuum()
    try queue.close()
    try forgetLibrary()
  }

  /// Writes one version's number where SQLite notes which of its versions wrote last, and reads nothing
  /// (SQLite's file format, 1.3.11): so that machines with different ones write the same bytes.
  private func forgetLibrary() throws {
    guard let file = FileHandle(forUpdatingAtPath: path) else {
      throw GeoPackageError(
        path: path, problem: "the file cannot be written",
        remedy: "check that the folder can be written to")
    }
    defer { try? file.close() }
    try file.seek(toOffset: 96)
    try file.write(contentsOf: withUnsafeBytes(of: UInt32(3_040_001).bigEndian) { Data($0) })
  }

  // MARK: Cells

  private static func type(_ column: PropertyColumn) -> String {
    switch column.kind {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .number: "DOUBLE"
    case .day: "DATE"
    case .dateTime: "DATETIME"
    }
  }

  private static func cell(
    _ value: PropertyValue, in column: PropertyColumn
  ) -> (any DatabaseValueConvertible)? {
    switch value {
    case .text(let text): text
    case .integer(let integer): integer
    case .number(let number): DecimalText.rounded(number, decimals: column.decimals)
    case .time(let time): column.kind == .dateTime ? instant(time) : time
    case .null: nil
    }
  }

  /// `2021-09-02T00:00:00Z` with the thousandths that the standard demands.
  private static func instant(_ time: String) -> String {
    time.hasSuffix("Z") && !time.contains(".") ? String(time.dropLast()) + ".000Z" : time
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension BoundingBox {
  func union(_ other: BoundingBox) -> BoundingBox {
    including(Position(longitude: other.west, latitude: other.south))
      .including(Position(longitude: other.east, latitude: other.north))
  }
}
