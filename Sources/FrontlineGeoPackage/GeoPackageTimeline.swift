public import FrontlineFormats
public import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

/// Writes the layers of many days to a GeoPackage while they come in: the features of ``Timeline``, as they are in the
/// KML of all days.
public final class GeoPackageTimeline {
  private struct Place {
    var layer: Int
    var fid: Int
  }

  private let writer: GeoPackageWriter
  private let tables: [GeoPackageWriter.Table]
  private var runs: [TimelineRuns<Place>]

  /// - Parameters:
  ///   - path: Where no file is.
  ///   - schemas: Of the layers that come in; those that stay empty have no table.
  ///   - stamp: The day the file says it was changed on.
  /// - Throws: ``GeoPackageError``.
  public init(path: String, schemas: [LayerSchema], stamp: Day) throws {
    writer = try GeoPackageError.from(path) { try GeoPackageWriter(path: path, stamp: stamp) }
    self.path = path
    runs = schemas.map { TimelineRuns(columns: $0.columns) }
    tables = zip(schemas, runs).map { schema, runs in
      GeoPackageWriter.Table(
        name: schema.name, title: schema.name, meaning: schema.meaning, columns: runs.columns)
    }
  }

  private let path: String

  /// - Parameters:
  ///   - layers: One for each schema.
  ///   - day: Later than all before.
  /// - Throws: ``GeoPackageError``.
  public func add(_ layers: [Layer], on day: Day) throws {
    try GeoPackageError.from(path) {
      try writer.together { rows in
        for (index, layer) in layers.enumerated() {
          try runs[index].add(
            layer.features, on: day,
            begin: { feature in
              guard let blob = GeometryBlob(feature.geometry),
                let fid = try rows.insert(
                  blob, id: feature.id, values: feature.values, into: tables[index])
              else { return Place(layer: index, fid: 0) }
              return Place(layer: index, fid: fid)
            }, end: { try end($0, $1, rows) })
        }
      }
    }
  }

  private func end(_ place: Place, _ time: String, _ rows: GeoPackageWriter.Rows) throws {
    guard place.fid > 0 else { return }
    try rows.setTime(time, column: "valid_to", of: place.fid, in: tables[place.layer].name)
  }

  /// Adds a layer whose features have days of their own.
  ///
  /// - Throws: ``GeoPackageError``.
  public func add(_ layer: Layer, meaning: String) throws {
    let table = GeoPackageWriter.Table(
      name: layer.name, title: layer.name, meaning: meaning, columns: layer.columns)
    try GeoPackageError.from(path) {
      try writer.together { rows in
        for feature in layer.features {
          guard let blob = GeometryBlob(feature.geometry) else { continue }
          try rows.insert(blob, id: feature.id, values: feature.values, into: table)
        }
      }
    }
  }

  /// A row whose shape is several points.
  public struct ScatteredRow: Sendable {
    public var id: String
    public var points: [Position]
    public var values: [PropertyValue]

    public init(id: String, points: [Position], values: [PropertyValue]) {
      self.id = id
      self.points = points
      self.values = values
    }
  }

  /// Adds a table of rows that are at several points each.
  ///
  /// - Throws: ``GeoPackageError``.
  public func add(
    _ scattered: [ScatteredRow], table name: String, columns: [PropertyColumn], meaning: String
  ) throws {
    let table = GeoPackageWriter.Table(name: name, title: name, meaning: meaning, columns: columns)
    try GeoPackageError.from(path) {
      try writer.together { rows in
        for row in scattered {
          guard let blob = GeometryBlob(points: row.points) else { continue }
          try rows.insert(blob, id: row.id, values: row.values, into: table)
        }
      }
    }
  }
}

extension GeoPackageTimeline {
  /// The tables that have rows, as a project needs them.
  ///
  /// - Parameter layers: What is known of those that are layers.
  public func tables(_ layers: QGISTables) -> [QGISMap.Table] {
    writer.contents.map { name, kind in
      layers.table(name)
        ?? QGISMap.Table(name: name, shape: QGISMap.Table.Shape(kind), views: [], classes: [])
    }
  }

  /// Puts in styles and project, states extents and counts, and packs the file.
  ///
  /// - Parameters:
  ///   - project: Its styles go to the tables it has; nil for a file without features.
  ///   - archive: The project as a `.qgz`, kept in the file itself.
  ///   - found: By what a correction finds each claim again, by the claim's id.
  /// - Throws: ``GeoPackageError``.
  public func finish(
    _ project: QGISProject?, tables: [QGISMap.Table], archive: [UInt8], named name: String,
    found: [String: String]
  ) throws {
    try GeoPackageError.from(path) {
      try writer.together { rows in
        for index in runs.indices { try runs[index].finish { try end($0, $1, rows) } }
      }
      if let project {
        for table in tables { try writer.add(style: project.style(of: table), for: table.name) }
        try writer.add(project: archive, named: name)
      }
      try writer.keepClaims(found: found)
      try writer.finish()
    }
  }
}

extension QGISMap.Table.Shape {
  init(_ kind: GeometryBlob.Kind) {
    switch kind {
    case .point, .multiPoint: self = .point
    case .lines: self = .line
    case .polygons: self = .polygon
    }
  }
}
