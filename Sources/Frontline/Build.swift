internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineFormats
internal import FrontlineFronts
internal import FrontlineGazetteer
internal import FrontlineLayers
internal import FrontlineReports
internal import FrontlineValidation

/// Kinds of files a build can write.
public enum OutputFormat: String, Sendable, CaseIterable {
  case geojson, kml, html
  /// All layers and days for Google Earth, and a link to it for those who put it on a server.
  case kmz
  /// All layers and days in one file.
  case gpkg
  /// A project that opens that file in QGIS, and the file.
  case qgz
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

/// The layers of a day, and the files made of them.
struct DayFiles: Sendable {
  var day: Day
  var layers: [Layer]
  /// Paths, in the order they are listed.
  var files: [String]
  var summary: DaySummary
  /// What is known of the sources, where the assessed view was made.
  var sources: [ControlModel.SourceRow]?
}

/// Makes the files of a theatre's maps out of what was inferred, and puts each where it waits for the others.
///
/// A day's files are written once they are made, and then only its layers are held, until the day before it has
/// gone into the timeline.
struct LayerFiles: Sendable {
  private let loaded: LoadedTheatre
  private let options: BuildOptions
  private let formats: Set<OutputFormat>
  private let maker: MapMaker
  private let staging: StagedFolder
  private let validator: KMLValidator?
  private let builder: LayerBuilder
  private let namer: PlaceNamer
  private let symbols: FrontSymbols
  /// Ids of the places that claims name.
  private let named: Set<String>
  /// Where the page's map library is; nil if there is no page.
  private let library: MapLibraryFolder?
  private let page: WebMapOptions
  /// Metres that corners may lie off what is drawn; 0 for all corners.
  private let simplification: Double
  /// What is odd about the page.
  private var pageFindings: [Finding] = []

  /// Files that the page is made of, for the manifest.
  var libraryFiles: [String] { library?.files ?? [] }

  init(
    _ loaded: LoadedTheatre, options: BuildOptions, formats: Set<OutputFormat>, maker: MapMaker,
    staging: StagedFolder, page: WebMapOptions, simplification: Double = 0
  ) throws {
    self.simplification = simplification
    self.loaded = loaded
    self.page = page
    self.options = options
    self.formats = formats
    self.maker = maker
    self.staging = staging
    validator = formats.contains(.kml) ? try KMLValidator() : nil
    builder = LayerBuilder(
      parties: loaded.theatre.parties, gazetteer: loaded.mapGazetteer, claims: maker.claims)
    namer = PlaceNamer(maker.claims, gazetteer: loaded.mapGazetteer)
    named = Set(maker.claims.map(\.placeID))
    symbols = FrontSymbols(
      terrain: SymbolTerrain(corridors: loaded.corridors, gazetteer: loaded.mapGazetteer),
      publishers: Dictionary(
        loaded.reports.map { ($0.id, $0.publisher ?? $0.id) },
        uniquingKeysWith: { first, _ in first }))
    do {
      library = formats.contains(.html) ? try MapLibraryFolder(page.libraryFolder) : nil
    } catch let missing as FileError where !page.isRequired {
      library = nil
      pageFindings = [missing.finding(code: "no-map-library")]
    }
  }

  /// Writes every file but the manifest, each KML proven valid.
  ///
  /// - Returns: Their paths, in the order they are listed, and what is odd about them.
  /// - Throws: ``InvalidOutputError`` for the first KML that the schema refuses, and ``FileError``.
  func write() async throws -> (files: [String], findings: [Finding]) {
    let timeline = validator == nil ? nil : try emptyTimeline()
    let earth = try emptyEarth()
    let package = try emptyPackage()
    var webMap = try library.map { try emptyPage($0.read()) }
    var findings = pageFindings
    var files: [String] = []
    var summaries: [DaySummary] = []
    var sources: [ControlModel.SourceRow]?
    try await Pipeline.inOrder(
      options.days, isParallel: options.isParallel, { try write($0) },
      take: { made in
        files += made.files
        summaries.append(made.summary)
        sources = made.sources ?? sources
        try timeline?.add(made.layers, on: made.day)
        try earth?.add(made.layers, on: made.day)
        try package?.add(made.layers, on: made.day)
        webMap?.add(made.layers, on: made.day)
      })
    if let timeline, let validator {
      let path = loaded.theatre.id + ".kml"
      var size = 0
      try staging.write(path) { take in
        try timeline.finish {
          size += $0.count
          try take($0)
        }
      }
      findings += Self.findings(path, bytes: size, placemarks: timeline.count)
      try judge(path, validator.validate(file: staging.path + "/" + path))
      files.append(path)
    }
    for file in try earth?.finish() ?? [] {
      let path = staging.path + "/" + file.path
      try judge(file.path, FileValidator(KMLValidator(allowsGX: file.hasGX)).validate(file: path))
      files.append(file.path)
    }
    files += try package?.finish(withProject: formats.contains(.qgz)) ?? []
    if let made = webMap?.finish() {
      findings += made.findings
      if let bytes = made.bytes {
        try staging.write(WebMapFile.name, bytes)
        files.append(WebMapFile.name)
      }
    }
    for table in BuildTables.files(of: summaries, sources: sources) {
      try staging.write(table.path, table.bytes)
      files.append(table.path)
    }
    return (files, findings)
  }

  /// Viewers on the web and on phones stop at these (Google's published limits for KML on maps).
  private static let limits = (bytes: 10_000_000, placemarks: 1_000)

  static func findings(_ path: String, bytes: Int, placemarks: Int) -> [Finding] {
    guard bytes > limits.bytes || placemarks > limits.placemarks else { return [] }
    return [
      Finding(
        code: "large-kml",
        message:
          "the file has \(placemarks) Placemarks in \((bytes + 999_999) / 1_000_000) MB; some viewers take no more than \(limits.placemarks), or 10 MB",
        remedy: "simplify the shapes (--simplify 100), or build fewer days or views", file: path)
    ]
  }

  private func emptyPage(_ library: MapLibrary) -> WebMapFile {
    WebMapFile(loaded, options: options, page: page, claims: maker.claims, library: library)
  }

  private func layers(of maps: [DayMap], on day: Day) -> [Layer] {
    let fronts = maps.map { namer.named($0.fronts) }
    let limit = options.knowledge.limit(on: day)
    let known = maker.claims.filter { $0.reported <= (limit ?? $0.reported) }
    let layers = [
      builder.controlAreas(fronts, on: day), builder.uncertainty(fronts, on: day),
      builder.frontLines(fronts, on: day),
      builder.frontSymbols(
        maps.map {
          ($0.control.view, symbols.symbols(of: $0.inference, fronts: $0.fronts, claims: known))
        }, on: day),
      builder.places(maps.map { namer.reported($0.control) }, on: day),
      builder.disagreements(
        maps.map { namer.reported($0.control) }, claims: maker.claims, on: day,
        opposed: loaded.theatre.areOpposed),
      builder.claims(known, on: day),
    ]
    return LayerSimplifier.simplified(layers, metres: simplification)
  }

  private func write(_ day: Day) throws -> DayFiles {
    let maps = try maker.maps(on: day)
    let layers = layers(of: maps, on: day)
    var files: [String] = []
    if formats.contains(.geojson) {
      // QGIS warns of a file without features, so a layer with nothing on a day has no file.
      for layer in layers where !layer.features.isEmpty {
        files.append("\(day)/\(layer.name).geojson")
        try staging.write(files[files.count - 1], GeoJSONWriter.bytes(layer))
      }
    }
    if let validator {
      let path = "\(day)/\(day).kml"
      let bytes = KMLWriter.bytes(
        KMLDocument(
          title: "\(loaded.theatre.title), \(day)", author: Self.author, layers: layers,
          parties: loaded.theatre.parties, time: .none))
      try judge(path, validator.validate(bytes))
      try staging.write(path, bytes)
      files.append(path)
    }
    // Only the files of all days need the layers from here on.
    return DayFiles(
      day: day, layers: isHeld ? layers : [],
      files: files,
      summary: DaySummary(
        maps, on: day, parties: loaded.theatre.parties.map(\.id), isCounted: named.contains),
      sources: maps.first { $0.control.view == .assessed }?.inference.sources)
  }

  private static let author = "Frontline"

  private func emptyTimeline() throws -> KMLTimeline {
    KMLTimeline(
      title: loaded.theatre.title, author: Self.author, parties: loaded.theatre.parties,
      schemas: LayerSchema.all, folder: try staging.folderOfParts())
  }

  /// Whether a file of all days is made.
  private var isHeld: Bool {
    !formats.isDisjoint(with: [.kml, .kmz]) || hasPackage || library != nil
  }

  private func emptyEarth() throws -> EarthFiles? {
    guard formats.contains(.kmz) else { return nil }
    return try EarthFiles(loaded, claims: maker.claims, author: Self.author, staging: staging)
  }

  private var hasPackage: Bool { !formats.isDisjoint(with: [.gpkg, .qgz]) }

  private func emptyPackage() throws -> PackageFiles? {
    guard hasPackage, let first = options.days.min(), let last = options.days.max() else {
      return nil
    }
    return try PackageFiles(loaded, days: first...last, claims: maker.claims, staging: staging)
  }

  private func judge(_ path: String, _ report: ValidationReport) throws {
    switch report.verdict {
    case .valid: break
    case .invalid:
      throw InvalidOutputError(path: path, faults: report.faults.map(\.description))
    case .cannotJudge: throw InvalidOutputError(path: path, faults: [report.reason ?? ""])
    }
  }
}
