internal import FrontlineClaims
internal import FrontlineFormats
internal import FrontlineLayers
public import FrontlineReports

/// A part of what was built, read back from its layers and written as one file.
public struct LayerExport: Sendable {
  /// Kinds of files that hold layers and nothing else.
  public enum Format: Hashable, Sendable { case geojson, kml }

  private let days: [Day]
  private let layers: [String]
  private let views: [String]
  private let format: Format
  private let isTimeline: Bool

  /// - Parameters:
  ///   - layers: Names of layers; all if empty.
  ///   - views: Names of views; all if empty.
  ///   - isTimeline: Whether features carry the span of their days; else there is one day.
  public init(
    days: [Day], layers: [String], views: [String], format: Format, isTimeline: Bool
  ) {
    self.days = days
    self.layers = layers
    self.views = views
    self.format = format
    self.isTimeline = isTimeline
  }

  /// - Throws: ``FileError`` for a layer, a view or a file that is not there.
  public func bytes(from folder: OutputFolder, manifest: Manifest) throws -> [UInt8] {
    let names = try chosenLayers(folder)
    if let unknown = views.first(where: { !manifest.views.contains($0) }) {
      throw FileError(
        path: folder.path, problem: "there is no view '\(unknown)'",
        remedy: "views: \(manifest.views.joined(separator: ", "))")
    }
    let made = try names.map { try layer($0, folder, manifest) }
    switch format {
    case .geojson: return GeoJSONWriter.bytes(made[0])
    case .kml:
      return KMLWriter.bytes(
        KMLDocument(
          title: manifest.title, author: "Frontline", layers: made, parties: try parties(manifest),
          time: isTimeline ? .spans : .none))
    }
  }

  private func chosenLayers(_ folder: OutputFolder) throws -> [String] {
    let known = LayerSchema.all.map(\.name)
    if let unknown = layers.first(where: { !known.contains($0) }) {
      throw FileError(
        path: folder.path, problem: "there is no layer '\(unknown)'",
        remedy: "layers: \(known.joined(separator: ", "))")
    }
    let chosen = layers.isEmpty ? known : known.filter { layers.contains($0) }
    guard format == .kml || chosen.count == 1 else {
      throw FileError(
        path: folder.path, problem: "a GeoJSON file holds one layer",
        remedy: "name one: --layer \(known.joined(separator: ", --layer "))")
    }
    return chosen
  }

  private func layer(_ name: String, _ folder: OutputFolder, _ manifest: Manifest) throws -> Layer {
    let columns = LayerSchema.all.first { $0.name == name }?.columns ?? []
    let byDay = try days.map { day -> (Day, Layer) in
      let path = "\(day)/\(name).geojson"
      guard manifest.files.contains(path) else {
        guard manifest.files.contains(where: { $0.hasSuffix(".geojson") }) else {
          throw FileError(
            path: folder.path, problem: "the build wrote no GeoJSON, from which exports are made",
            remedy: "build again with --format geojson among the formats")
        }
        // A layer with nothing on a day has no file.
        return (day, Layer(name: name, columns: columns, features: []))
      }
      let bytes = try File.read(folder.path + "/" + path)
      return (day, kept(try GeoJSONReader.layer(bytes, schema: columns, name: name)))
    }
    return isTimeline ? Timeline.merge(byDay) : byDay[0].1
  }

  private func kept(_ layer: Layer) -> Layer {
    guard !views.isEmpty, layer.name != "claims" else { return layer }
    return Layer(
      name: layer.name, columns: layer.columns,
      features: layer.features.filter { feature in
        guard case .text(let view) = layer.value("view", of: feature) else { return true }
        return views.contains(view)
      })
  }

  /// The parties' colours come from the theatre the folder was built from.
  private func parties(_ manifest: Manifest) throws -> [Party] {
    try TheatreFolder.load(manifest.theatre, withReports: false).theatre.parties
  }
}
