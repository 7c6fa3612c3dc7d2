import Foundation
import FrontlineClaims
import FrontlineFormats
import FrontlineGeoPackage
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import FrontlineTestSupport
import GRDB

/// Three days of layers, with a place that changes hands on the second.
enum SmallWar {
  static let first = Day(number: 20_000)
  static var days: [Day] { (0..<3).map { first.advanced(by: $0) } }

  static let schemas = [LayerSchema.controlAreas, LayerSchema.frontLines, LayerSchema.claims]

  static func layers(_ day: Day) -> [Layer] {
    let isLater = day > first
    return [
      layer(
        LayerSchema.controlAreas,
        [
          feature(
            LayerSchema.controlAreas, "area-\(day)", .polygons([square(10, 50, isLater ? 2 : 1)]),
            day, ["view": "assessed", "status": "held", "party": isLater ? "red" : "blue"])
        ]),
      layer(
        LayerSchema.frontLines,
        [
          feature(
            LayerSchema.frontLines, "line-\(day)",
            .lines([
              LineString([
                Position(longitude: 10, latitude: 50), Position(longitude: 11.5, latitude: 50.25),
              ])
            ]), day, ["view": "assessed", "kind": "line", "left_party": "blue"])
        ]),
      layer(
        LayerSchema.claims,
        day == first
          ? [
            claim("c-1", "Ford", 10.25, day), claim("c-2", "Mill", 10.5, day),
            claim("c-3", "Hut, the \"old\"\none", 10.75, day),
          ] : []),
    ]
  }

  private static func claim(_ id: String, _ name: String, _ longitude: Double, _ day: Day)
    -> Feature
  {
    feature(
      LayerSchema.claims, id, .point(Position(longitude: longitude, latitude: 50.125)), day,
      ["view": "claims", "claim_id": id, "name": name, "event": "holds", "claimant": "independent"])
  }

  private static func layer(_ schema: LayerSchema, _ features: [Feature]) -> Layer {
    Layer(name: schema.name, columns: schema.columns, features: features)
  }

  private static func feature(
    _ schema: LayerSchema, _ id: String, _ geometry: Geometry, _ day: Day, _ texts: [String: String]
  ) -> Feature {
    Feature(
      id: id, geometry: geometry,
      values: schema.columns.map { column in
        switch column.name {
        case "date": .time(day.description)
        case "valid_from": .time("\(day)T00:00:00Z")
        case "valid_to": .time("\(day)T23:59:59Z")
        case "probability": .number(0.123456)
        case "reports": .integer(2)
        default: texts[column.name].map { .text($0) } ?? .null
        }
      })
  }

  static func square(_ west: Double, _ south: Double, _ size: Double) -> Polygon {
    Polygon(
      BoundingBox(west: west, south: south, east: west + size, north: south + size))
  }

  static let parties = [
    Party(id: "blue", name: "Blue", colour: "#1565c0"),
    Party(id: "red", name: "O'Red & <Sons>", colour: "#c62828"),
  ]

  /// Writes the whole to a file of its own.
  static func write(_ scratch: Scratch, _ name: String = "war.gpkg") throws -> String {
    let path = scratch.path(name)
    let timeline = try GeoPackageTimeline(path: path, schemas: schemas, stamp: days[2])
    var found = QGISTables()
    for day in days {
      try timeline.add(layers(day), on: day)
      found.merge(QGISTables(layers(day)))
    }
    let map = QGISMap(
      title: "A small war", attribution: "", parties: parties, period: days[0]...days[2],
      extent: BoundingBox(west: 10, south: 50, east: 12, north: 52),
      tables: timeline.tables(found), file: name)
    try timeline.finish(
      QGISProject(map), tables: map.tables, archive: [0x50, 0x4B, 0xFF], named: "A small war",
      found: ["c-1": "xx-ford holds 2024-10-04"])
    return path
  }

  static func read<Result>(_ path: String, _ query: (Database) throws -> Result) throws -> Result {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read(query)
  }

  /// Changes a file as a program with spatial functions does.
  static func edit(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      for name in ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY", "ST_IsEmpty"] {
        database.add(function: DatabaseFunction(name, argumentCount: 1) { _ in 0 })
      }
    }
    try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
  }
}
