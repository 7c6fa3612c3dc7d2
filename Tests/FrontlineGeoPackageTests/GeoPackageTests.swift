import Foundation
import FrontlineFormats
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import GRDB
import Testing

@testable import FrontlineGeoPackage

struct GeoPackageTests {
  @Test func `the first bytes say GeoPackage 1_3 without a write-ahead log`() throws {
    let scratch = try Scratch()
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: SmallWar.write(scratch))))
    #expect(Array(bytes[68..<72]) == Array("GPKG".utf8))
    #expect(Array(bytes[60..<64]) == [0, 0, 0x28, 0x3C])
    #expect(Array(bytes[18..<20]) == [1, 1])
  }

  @Test func `the same layers give the same bytes`() throws {
    let scratch = try Scratch()
    let first = try Data(contentsOf: URL(fileURLWithPath: SmallWar.write(scratch, "a.gpkg")))
    let other = try Scratch()
    let second = try Data(contentsOf: URL(fileURLWithPath: SmallWar.write(other, "a.gpkg")))
    #expect(first == second)
  }

  @Test func `what stays the same is one row with the span of its days`() throws {
    let scratch = try Scratch()
    let rows = try SmallWar.read(SmallWar.write(scratch)) { database in
      try ["control_areas", "front_lines"].map { table in
        try Row.fetchAll(
          database, sql: "SELECT id, valid_from, valid_to FROM \(table) ORDER BY fid"
        ).map { row in [row["id"] as String, row["valid_from"], row["valid_to"]] }
      }
    }
    let days = SmallWar.days
    #expect(
      rows == [
        [
          ["area-\(days[0])", "\(days[0])T00:00:00.000Z", "\(days[0])T23:59:59.000Z"],
          ["area-\(days[1])", "\(days[1])T00:00:00.000Z", "\(days[2])T23:59:59.000Z"],
        ], [["line-\(days[0])", "\(days[0])T00:00:00.000Z", "\(days[2])T23:59:59.000Z"]],
      ])
  }

  @Test func `each table states its kind, its true extent and its count`() throws {
    let scratch = try Scratch()
    let rows = try SmallWar.read(SmallWar.write(scratch)) { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT c.table_name, geometry_type_name, min_x, min_y, max_x, max_y, feature_count, last_change
          FROM gpkg_contents c JOIN gpkg_geometry_columns USING (table_name)
          JOIN gpkg_ogr_contents USING (table_name) ORDER BY 1
          """
      ).map { row in row.map { "\($0.1.storage.value ?? "")" }.joined(separator: " ") }
    }
    let stamp = "\(SmallWar.days[2])T00:00:00.000Z"
    #expect(
      rows == [
        "claims POINT 10.25 50.125 10.75 50.125 3 \(stamp)",
        "control_areas MULTIPOLYGON 10.0 50.0 12.0 52.0 2 \(stamp)",
        "front_lines MULTILINESTRING 10.0 50.0 11.5 50.25 1 \(stamp)",
      ])
  }

  @Test func `every row is in the spatial index, and eight triggers keep index and count`() throws {
    let scratch = try Scratch()
    let path = try SmallWar.write(scratch)
    try SmallWar.read(path) { database in
      for (table, count) in [("claims", 3), ("control_areas", 2), ("front_lines", 1)] {
        let lost = try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM "\(table)" LEFT JOIN "rtree_\(table)_geom" r ON r.id = fid
            WHERE minx IS NULL
            """)
        #expect(lost == 0)
        let indexed = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM \"rtree_\(table)_geom\"")
        #expect(indexed == count)
        let triggers = try String.fetchAll(
          database,
          sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY 1",
          arguments: [table])
        #expect(
          triggers
            == ["delete", "insert", "update1", "update2", "update3", "update4"].map {
              "rtree_\(table)_geom_\($0)"
            } + ["delete", "insert"].map { "trigger_\($0)_feature_count_\(table)" })
      }
    }
  }

  @Test func `numbers are rounded as the other formats write them`() throws {
    let scratch = try Scratch()
    let value = try SmallWar.read(SmallWar.write(scratch)) {
      try Double.fetchOne($0, sql: "SELECT probability FROM front_lines")
    }
    #expect(value == 0.123)
  }

  @Test func `styles are where QGIS looks for them, and the project is in the file`() throws {
    let scratch = try Scratch()
    try SmallWar.read(SmallWar.write(scratch)) { database in
      let styles = try Row.fetchAll(
        database,
        sql: """
          SELECT f_table_schema, f_table_name, f_geometry_column, useAsDefault FROM layer_styles
          ORDER BY 2
          """
      ).map { row in row.map { "\($0.1.storage.value ?? "NULL")" } }
      #expect(
        styles == ["claims", "control_areas", "front_lines"].map { ["", $0, "geom", "1"] })
      let project = try Row.fetchOne(database, sql: "SELECT name, content FROM qgis_projects")
      #expect(project?["name"] as String? == "A small war")
      #expect(project?["content"] as String? == "504bff")
    }
  }

  @Test func `a layer that stays empty has no table`() throws {
    let scratch = try Scratch()
    let path = scratch.path("none.gpkg")
    let timeline = try GeoPackageTimeline(
      path: path, schemas: SmallWar.schemas, stamp: .init(number: 0))
    try timeline.finish(nil, tables: [], archive: [], named: "", found: [:])
    let tables = try SmallWar.read(path) {
      try String.fetchAll($0, sql: "SELECT table_name FROM gpkg_contents")
    }
    #expect(tables == ["layer_styles"])
  }

  @Test func `a shape is header, envelope and WKB`() throws {
    let point = try #require(GeometryBlob(.point(Position(longitude: 10.25, latitude: 50))))
    #expect(point.bytes.prefix(8) == [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0])
    #expect(point.bytes.count == 8 + 21)
    #expect(GeometryBlob.point(point.bytes) == Position(longitude: 10.25, latitude: 50))
    let area = try #require(GeometryBlob(.polygons([SmallWar.square(10, 50, 1)])))
    #expect(area.bytes.prefix(8) == [0x47, 0x50, 0, 3, 0xE6, 0x10, 0, 0])
    let envelope = (0..<4).map { index in
      Double(
        bitPattern: area.bytes[(8 + index * 8)..<(16 + index * 8)].reversed()
          .reduce(0) { $0 << 8 | UInt64($1) })
    }
    #expect(envelope == [10, 11, 50, 51])
    // One polygon is a multipolygon all the same.
    #expect(area.bytes[41] == 6)
    #expect(GeometryBlob.point(area.bytes) == nil)
    #expect(GeometryBlob.point([1, 2, 3]) == nil)
  }
}
