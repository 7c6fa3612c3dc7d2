internal import Foundation
internal import FrontlineClaims
internal import FrontlineFormats
public import FrontlineGeometry
internal import FrontlineLayers
public import FrontlineReports

/// A part of what was built, read back from its layers and written as one file.
public struct LayerExport: Sendable {
  /// Kinds of files that hold layers and nothing else.
  public enum Format: Hashable, Sendable {
    case geojson
    /// A feature a line (RFC 8142).
    case geojsonseq
    case kml, kmz
    /// With a row of hashtags (HXL 1.1).
    case csv

    var holdsOneLayer: Bool { self != .kml && self != .kmz }
    var words: String { self == .csv ? "a table" : "a GeoJSON file" }
  }

  private let days: [Day]
  private let layers: [String]
  private let views: [String]
  private let format: Format
  private let isTimeline: Bool
  private let box: BoundingBox?
  private let simplification: Double

  /// What a table can hold that is no layer.
  private static let summary = "summary"

  /// - Parameters:
  ///   - layers: Names of layers; all if empty. A table may be `summary` instead.
  ///   - views: Names of views; all if empty.
  ///   - isTimeline: Whether features carry the span of their days; else there is one day.
  ///   - box: Features that touch it are kept, whole; nil for all.
  ///   - simplification: How far corners that are left out may lie from what is drawn, in metres; 0 to leave out none.
  public init(
    days: [Day], layers: [String], views: [String], format: Format, isTimeline: Bool,
    box: BoundingBox? = nil, simplification: Double = 0
  ) {
    self.simplification = simplification
    self.days = days
    self.layers = layers
    self.views = views
    self.format = format
    self.isTimeline = isTimeline
    self.box = box
  }

  /// - Throws: ``FileError`` for a layer, a view or a file that is not there.
  public func bytes(from folder: OutputFolder, manifest: Manifest) async throws -> [UInt8] {
    if let unknown = views.first(where: { !manifest.views.contains($0) }) {
      throw FileError(
        path: folder.path, problem: "there is no view '\(unknown)'",
        remedy: "views: \(manifest.views.joined(separator: ", "))")
    }
    if format == .csv, layers == [Self.summary] { return try summary(folder) }
    let names = try chosenLayers(folder)
    if format == .kmz { return try await earth(names, folder, manifest) }
    let made = try layers(names, folder, manifest)
    switch format {
    case .geojson: return GeoJSONWriter.bytes(made[0])
    case .geojsonseq: return GeoJSONWriter.sequence(made[0])
    case .csv: return Array(LayerTable.table(made[0]).written().utf8)
    case .kml, .kmz:
      // The parties' colours and whom to thank come from the theatre the folder was built from.
      let loaded = try TheatreFolder.load(manifest.theatre, withReports: false)
      return KMLWriter.bytes(
        KMLDocument(
          title: manifest.title, author: "Frontline", credits: loaded.placeCredits, layers: made,
          parties: loaded.theatre.parties,
          time: isTimeline ? .spans : .none))
    }
  }

  /// The rows of `summary.csv` for the days and views asked for.
  private func summary(_ folder: OutputFolder) throws -> [UInt8] {
    guard box == nil else {
      throw FileError(
        path: folder.path, problem: "the summary is of the whole map, not of a box",
        remedy: "leave out --box, or export --layer places")
    }
    var table = CommaTable(try File.read(folder.path + "/" + SummaryTable.fileName))
    let wanted = Set(days.map(\.description))
    table.rows = table.rows.filter { row in
      guard let day = table.index(of: "date"), let view = table.index(of: "view") else {
        return true
      }
      return wanted.contains(row.cells[day])
        && (views.isEmpty || views.contains(row.cells[view]))
    }
    return Array(LayerTable.tagged(table).written().utf8)
  }

  /// Sentences and sources come from the theatre that the folder was built from, since layers have only ids of them.
  private func earth(
    _ names: [String], _ folder: OutputFolder, _ manifest: Manifest
  ) async throws -> [UInt8] {
    let loaded = try TheatreFolder.load(manifest.theatre)
    let claims = await loaded.claims().corrected.claims
    let parts = try TemporaryFolder()
    let timeline = KMLTimeline(
      title: manifest.title, author: "Frontline", credits: loaded.placeCredits,
      parties: loaded.theatre.parties,
      schemas: LayerSchema.all.filter { names.contains($0.name) }, folder: parts.path,
      balloons: KMLBalloons(
        claims: claims, reports: loaded.reports, parties: loaded.theatre.parties),
      overlay: KMLLegendPicture.path)
    for day in days {
      try timeline.add(try layers(names, on: day, folder, manifest), on: day)
    }
    return try KMZFile.bytes(timeline, parties: loaded.theatre.parties).archive
  }

  private func chosenLayers(_ folder: OutputFolder) throws -> [String] {
    let known = LayerSchema.all.map(\.name)
    if let unknown = layers.first(where: { !known.contains($0) }) {
      throw FileError(
        path: folder.path, problem: "there is no layer '\(unknown)'",
        remedy: "layers: \(known.joined(separator: ", "))")
    }
    let chosen = layers.isEmpty ? known : known.filter { layers.contains($0) }
    guard !format.holdsOneLayer || chosen.count == 1 else {
      throw FileError(
        path: folder.path, problem: "\(format.words) holds one layer",
        remedy: "name one: --layer \(known.joined(separator: ", --layer "))")
    }
    return chosen
  }

  private func layers(
    _ names: [String], _ folder: OutputFolder, _ manifest: Manifest
  ) throws -> [Layer] {
    let byDay = try days.map { ($0, try layers(names, on: $0, folder, manifest)) }
    guard isTimeline else { return byDay[0].1 }
    return names.indices.map { index in Timeline.merge(byDay.map { ($0.0, $0.1[index]) }) }
  }

  /// Simplified together with all that they share borders with.
  private func layers(
    _ names: [String], on day: Day, _ folder: OutputFolder, _ manifest: Manifest
  ) throws -> [Layer] {
    let needed = simplification > 0 ? LayerSchema.all.map(\.name) : names
    let read = try needed.map { try layer($0, on: day, folder, manifest) }
    return LayerSimplifier.simplified(read, metres: simplification)
      .filter { names.contains($0.name) }.map(kept)
  }

  private func layer(
    _ name: String, on day: Day, _ folder: OutputFolder, _ manifest: Manifest
  ) throws -> Layer {
    let columns = LayerSchema.all.first { $0.name == name }?.columns ?? []
    let path = "\(day)/\(name).geojson"
    guard manifest.files.contains(path) else {
      guard manifest.files.contains(where: { $0.hasSuffix(".geojson") }) else {
        throw FileError(
          path: folder.path, problem: "the build wrote no GeoJSON, from which exports are made",
          remedy: "build again with --format geojson among the formats")
      }
      // A layer with nothing on a day has no file.
      return Layer(name: name, columns: columns, features: [])
    }
    let bytes = try File.read(folder.path + "/" + path)
    return try GeoJSONReader.layer(bytes, schema: columns, name: name)
  }

  private func kept(_ layer: Layer) -> Layer {
    var layer = layer
    if let box { layer.features.removeAll { !box.touches($0.geometry) } }
    guard !views.isEmpty, layer.name != "claims" else { return layer }
    let all = layer
    layer.features.removeAll { feature in
      guard case .text(let view) = all.value("view", of: feature) else { return false }
      return !views.contains(view)
    }
    return layer
  }
}

/// A folder that goes when nobody needs it any more.
private final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/frontline-\(UUID().uuidString)"
    try File.makeFolder(path)
  }

  deinit { File.remove(path) }
}
