internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineFormats
internal import FrontlineGazetteer
public import FrontlineLayers
internal import FrontlineReports

/// Kinds of files a build can write.
public enum OutputFormat: String, Sendable, CaseIterable {
  case geojson, kml
}

/// A file to be written: its path below the output folder, and its bytes.
public struct OutputFile: Hashable, Sendable {
  public var path: String
  public var bytes: [UInt8]
}

/// A KML of ours that the schema refuses: nothing is written.
public struct InvalidOutputError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var faults: [String]

  public var description: String {
    "\(path): error: the KML made is not valid, so nothing was written [invalid-kml]\n    "
      + faults.prefix(5).joined(separator: "\n    ")
      + "\n    this is a defect of frontline: please report it with the theatre that shows it"
  }
}

/// Makes the files of a theatre's maps out of what was inferred.
public struct LayerFiles: Sendable {
  private let loaded: LoadedTheatre
  private let options: BuildOptions
  private let formats: Set<OutputFormat>

  public init(_ loaded: LoadedTheatre, options: BuildOptions, formats: Set<OutputFormat>) {
    self.loaded = loaded
    self.options = options
    self.formats = formats
  }

  /// The layers of each day, in the order of the days.
  public func layers(of result: BuildResult) async throws -> [[Layer]] {
    let builder = LayerBuilder(
      parties: loaded.theatre.parties, gazetteer: loaded.mapGazetteer, claims: result.claims)
    let namer = PlaceNamer(result.claims, gazetteer: loaded.mapGazetteer)
    let items = Array(zip(options.days, result.maps))
    return try await Pipeline.inOrder(items, isParallel: options.isParallel) { day, maps in
      let fronts = maps.map { namer.named($0.fronts) }
      return [
        builder.controlAreas(fronts, on: day), builder.uncertainty(fronts, on: day),
        builder.frontLines(fronts, on: day),
        builder.places(maps.map { namer.reported($0.control) }, on: day),
        builder.disagreements(
          maps.map { namer.reported($0.control) }, claims: result.claims, on: day,
          opposed: loaded.theatre.areOpposed),
        builder.claims(
          result.claims.filter {
            $0.reported <= (options.knowledge.limit(on: day) ?? $0.reported)
          }, on: day),
      ]
    }
  }

  /// Every file but the manifest, in the order they are listed; each KML proven valid.
  ///
  /// - Throws: ``InvalidOutputError`` for the first KML that the schema refuses.
  public func files(of layers: [[Layer]]) async throws -> [OutputFile] {
    let validator = formats.contains(.kml) ? try KMLValidator() : nil
    let days = Array(zip(options.days, layers))
    var files = try await Pipeline.inOrder(days, isParallel: options.isParallel) { day, layers in
      try dayFiles(day, layers, validator)
    }.flatMap { $0 }
    if let validator {
      let merged = LayerSchema.all.indices.map { index in
        Timeline.merge(days.map { ($0.0, $0.1[index]) })
      }
      let path = loaded.theatre.id + ".kml"
      files.append(try kml(path, title: loaded.theatre.title, merged, isTimeline: true, validator))
    }
    return files
  }

  private func dayFiles(
    _ day: Day, _ layers: [Layer], _ validator: KMLValidator?
  ) throws -> [OutputFile] {
    var files: [OutputFile] = []
    if formats.contains(.geojson) {
      // QGIS warns of a file without features, so a layer with nothing on a day has no file.
      files += layers.filter { !$0.features.isEmpty }.map {
        OutputFile(path: "\(day)/\($0.name).geojson", bytes: GeoJSONWriter.bytes($0))
      }
    }
    if let validator {
      files.append(
        try kml(
          "\(day)/\(day).kml", title: "\(loaded.theatre.title), \(day)", layers, isTimeline: false,
          validator))
    }
    return files
  }

  private func kml(
    _ path: String, title: String, _ layers: [Layer], isTimeline: Bool, _ validator: KMLValidator
  ) throws -> OutputFile {
    let document = KMLDocument(
      title: title, author: "Frontline", layers: layers, parties: loaded.theatre.parties,
      time: isTimeline ? .spans : .none)
    let bytes = KMLWriter.bytes(document)
    switch validator.validate(bytes, schemaOnly: false) {
    case .valid: return OutputFile(path: path, bytes: bytes)
    case .invalid(let faults):
      throw InvalidOutputError(path: path, faults: faults.map(\.description))
    case .cannotJudge(let reason): throw InvalidOutputError(path: path, faults: [reason])
    }
  }
}
