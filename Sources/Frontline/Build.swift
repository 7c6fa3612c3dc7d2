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
  var tables: QGISTables
  /// Paths, in the order they are listed; that of the KML is the last.
  var files: [String]
  /// Of the KML; nil without one.
  var size: KMLSize?
  var summary: DaySummary
  /// What is known of the sources, where the assessed view was made.
  var sources: [ControlModel.SourceRow]?
}

/// The KMLs of single days that are too large for some viewers: one finding for all.
private struct DaySizes {
  private var worst: (path: String, size: KMLSize)?
  private var others = 0

  mutating func add(_ size: KMLSize?, of path: String) {
    guard let size, size.isLarge else { return }
    guard let old = worst else {
      worst = (path, size)
      return
    }
    others += 1
    if (size.placemarks, size.bytes) > (old.size.placemarks, old.size.bytes) {
      worst = (path, size)
    }
  }

  var finding: Finding? {
    guard let worst, var finding = worst.size.finding(worst.path) else { return nil }
    if others > 0 { finding.message += "; \(others) more of single days are large too" }
    return finding
  }
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
  /// The claims that the lists show.
  private let listed: [Claim]
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
    let limit = options.knowledge.listLimit
    listed = maker.claims.filter { $0.reported <= (limit ?? $0.reported) }
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
    var tables = QGISTables()
    var sizes = DaySizes()
    try await Pipeline.inOrder(
      options.days, isParallel: options.isParallel, { try write($0) },
      take: { made in
        files += made.files
        summaries.append(made.summary)
        sources = made.sources ?? sources
        tables.merge(made.tables)
        sizes.add(made.size, of: made.files.last ?? "")
        try timeline?.add(made.layers, on: made.day)
        try earth?.add(made.layers, on: made.day)
        try package?.add(made.layers, on: made.day)
        webMap?.add(made.layers, on: made.day)
      })
    files = try withStyles(files, tables)
    files += try latest()
    var judged: [EarthFiles.Made] = []
    if let timeline {
      let path = loaded.theatre.id + ".kml"
      var bytes = 0
      try staging.write(path) { take in
        try timeline.finish {
          bytes += $0.count
          try take($0)
        }
      }
      judged.append(
        EarthFiles.Made(
          path: path, hasGX: false, size: KMLSize(bytes: bytes, placemarks: timeline.count)))
    }
    judged += try earth?.finish() ?? []
    try await judge(judged)
    files += judged.map(\.path)
    findings += sizes.finding.map { [$0] } ?? []
    findings += judged.compactMap { $0.size.finding($0.path) }
    files += try package?.finish(tables, withProject: formats.contains(.qgz)) ?? []
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

  /// Puts beside each layer of a day how QGIS draws it, which it loads by itself.
  private func withStyles(_ files: [String], _ tables: QGISTables) throws -> [String] {
    guard formats.contains(.geojson), let extent = tables.extent, let first = options.days.min(),
      let last = options.days.max()
    else { return files }
    let project = QGISProject(
      QGISMap(
        title: loaded.theatre.title, attribution: "", parties: loaded.theatre.parties,
        period: first...last, extent: extent, tables: tables.tables,
        placeCount: tables.places.count, file: ""))
    let styles = Dictionary(
      uniqueKeysWithValues: tables.tables.map {
        ("/\($0.name).geojson", Array(project.style(of: $0).utf8))
      })
    return try files.flatMap { file -> [String] in
      guard let slash = file.firstIndex(of: "/"), let style = styles[String(file[slash...])] else {
        return [file]
      }
      let path = String(file.dropLast(".geojson".count)) + ".qml"
      try staging.write(path, style)
      return [file, path]
    }
  }

  /// The KML of the last day, under a name that stays, for those who link to it.
  private func latest() throws -> [String] {
    guard formats.contains(.kml), let day = options.days.max() else { return [] }
    let path = loaded.theatre.id + "-latest.kml"
    try staging.copy("\(day)/\(day).kml", to: path)
    return [path]
  }

  /// Proves on all cores that the files are valid.
  private func judge(_ files: [EarthFiles.Made]) async throws {
    let staging = self.staging
    let reports = try await Pipeline.inOrder(files, isParallel: options.isParallel) { file in
      try FileValidator(KMLValidator(allowsGX: file.hasGX))
        .validate(file: staging.path + "/" + file.path)
    }
    for (file, report) in zip(files, reports) { try judge(file.path, report) }
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
      builder.claims(listed, on: day),
    ]
    return LayerSimplifier.simplified(layers, metres: simplification)
  }

  private func write(_ day: Day) throws -> DayFiles {
    let maps = try maker.maps(on: day)
    let layers = layers(of: maps, on: day)
    var files: [String] = []
    var size: KMLSize?
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
          title: "\(loaded.theatre.title), \(day)", author: Self.author,
          credits: loaded.placeCredits, layers: layers, parties: loaded.theatre.parties, time: .none
        ))
      try judge(path, validator.validate(bytes))
      try staging.write(path, bytes)
      files.append(path)
      size = KMLSize(
        bytes: bytes.count, placemarks: layers.reduce(0) { $0 + $1.features.count })
    }
    // Only the files of all days need the layers from here on.
    return DayFiles(
      day: day, layers: isHeld ? layers : [], tables: QGISTables(layers), files: files,
      size: size,
      summary: DaySummary(
        maps, on: day, parties: loaded.theatre.parties.map(\.id), isCounted: named.contains),
      sources: maps.first { $0.control.view == .assessed }?.inference.sources)
  }

  private static let author = "Frontline"

  private func emptyTimeline() throws -> KMLTimeline {
    KMLTimeline(
      title: loaded.theatre.title, author: Self.author, credits: loaded.placeCredits,
      parties: loaded.theatre.parties, schemas: LayerSchema.all, folder: try staging.folderOfParts()
    )
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
    let package = try PackageFiles(
      loaded, days: first...last, claims: maker.claims, staging: staging)
    // Maps rest on claims about days before the first too: whoever looks one up by its id finds it.
    let days = first..<last.advanced(by: 1)
    let day = first.advanced(by: -1)
    let others = builder.listed(listed.filter { !$0.valid.overlaps(days) }, on: day)
    try package.add(
      LayerSchema.all.map {
        $0.name == others.name ? others : Layer(name: $0.name, columns: $0.columns, features: [])
      }, on: day)
    return package
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
