internal import FrontlineClaims
internal import FrontlineFormats
internal import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineLayers
internal import FrontlinePictures
public import FrontlineReports

/// Pictures of what was built, read back from its layers.
public struct PictureExport: Sendable {
  /// Kinds of files; `apng` is one file that plays all days.
  public enum Format: String, CaseIterable, Sendable { case png, svg, apng }

  private let days: [Day]
  private let view: String
  private let format: Format
  private let width: Int
  private let isWhole: Bool

  private static let layers = [
    LayerSchema.controlAreas, .uncertainty, .frontLines, .frontSymbols, .places,
  ]

  /// - Parameters:
  ///   - days: In order, at least one.
  ///   - width: In points.
  ///   - isWhole: Whether to show all that was mapped, not only where something happens.
  public init(days: [Day], view: String, format: Format, width: Int, isWhole: Bool) {
    self.days = days
    self.view = view
    self.format = format
    self.width = width
    self.isWhole = isWhole
  }

  /// The files, one at a time.
  ///
  /// - Throws: ``FileError`` for a day, a view or a file that is not there; ``PictureError`` if cairo fails.
  public func make(
    from folder: OutputFolder, manifest: Manifest, _ take: (_ name: String, [UInt8]) throws -> Void
  ) throws {
    try check(folder, manifest)
    let pictures = try MapPictures(
      try theatre(folder, manifest),
      days: try days.map { PictureDay(day: $0, layers: try layers(on: $0, folder, manifest)) },
      width: width, isWhole: isWhole)
    let name = { (part: String) in manifest.theatreID + "-" + part + suffix }
    switch format {
    case .png:
      for (index, day) in days.enumerated() {
        try take(name(day.description) + ".png", try pictures.png(index))
      }
    case .svg:
      for (index, day) in days.enumerated() {
        try take(name(day.description) + ".svg", try pictures.svg(index))
      }
    case .apng: try take(name("animated") + ".png", try pictures.animation())
    }
  }

  /// Files of other views than the usual one have it in their name.
  private var suffix: String {
    guard view != "assessed" else { return "" }
    return "-" + String(view.map { $0 == ":" ? "-" : $0 })
  }

  // MARK: Reading

  private func check(_ folder: OutputFolder, _ manifest: Manifest) throws {
    guard manifest.views.contains(view) else {
      throw FileError(
        path: folder.path, problem: "there is no view '\(view)'",
        remedy: "views: \(manifest.views.joined(separator: ", "))")
    }
    guard manifest.files.contains(where: { $0.hasSuffix(".geojson") }) else {
      throw FileError(
        path: folder.path, problem: "the build wrote no GeoJSON, from which pictures are drawn",
        remedy: "build again with --format geojson among the formats")
    }
    if let missing = days.first(where: { !manifest.days.contains($0) }) {
      throw FileError(
        path: folder.path, problem: "there is no map of \(missing)",
        remedy: "build that day, or name one of those there are")
    }
  }

  private func layers(
    on day: Day, _ folder: OutputFolder, _ manifest: Manifest
  ) throws -> [Layer] {
    try Self.layers.compactMap { schema in
      // A layer with nothing on a day has no file.
      let path = "\(day)/\(schema.name).geojson"
      guard manifest.files.contains(path) else { return nil }
      var layer = try GeoJSONReader.layer(
        try File.read(folder.path + "/" + path), schema: schema.columns, name: schema.name)
      let all = layer
      layer.features.removeAll { all.value("view", of: $0) != .text(view) }
      return layer
    }
  }

  /// Colours, names and edges come from the theatre the folder was built from.
  private func theatre(_ folder: OutputFolder, _ manifest: Manifest) throws -> PictureTheatre {
    var loaded = try TheatreFolder.load(manifest.theatre, withReports: false)
    try TheatreFolder.loadShapes(manifest.theatre, into: &loaded)
    let words = WebMap.view(named: view, loaded.theatre.parties)
    let edge = loaded.boundary
    let box =
      try loaded.theatre.box ?? BoundingBox(edge.flatMap(\.exterior.positions))
      ?? landBox(folder, manifest)
    var theatre = PictureTheatre(
      title: manifest.title, view: words.title, meaning: words.meaning,
      parties: loaded.theatre.parties, box: box)
    theatre.outline = edge
    theatre.units = loaded.outlines.sorted { $0.key < $1.key }.flatMap(\.value)
    theatre.references = MapReferences.chosen(from: loaded.mapGazetteer.places, in: box)
    theatre.credits = WebMap.credits(
      loaded, claims: manifest.claims, reports: manifest.reports)
    return theatre
  }

  /// Round all that is drawn, for a theatre that does not say what it maps.
  private func landBox(_ folder: OutputFolder, _ manifest: Manifest) throws -> BoundingBox {
    let drawn = try days.flatMap { try layers(on: $0, folder, manifest) }.flatMap(\.features)
    let box = BoundingBox(drawn.flatMap(\.geometry.positions))
    return box ?? BoundingBox(west: -180, south: -85, east: 180, north: 85)
  }
}

extension Geometry {
  fileprivate var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .lines(let lines): lines.flatMap(\.positions)
    case .polygons(let polygons): polygons.flatMap(\.exterior.positions)
    }
  }
}
