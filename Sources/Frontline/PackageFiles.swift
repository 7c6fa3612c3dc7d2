internal import FrontlineArchive
internal import FrontlineClaims
internal import FrontlineFormats
internal import FrontlineGazetteer
internal import FrontlineGeoPackage
internal import FrontlineGeometry
internal import FrontlineLayers
internal import FrontlineReports

/// Makes `<theatre>.gpkg`, and `<theatre>.qgz` that opens it: all layers and days, as in the KML of all days.
///
/// The layers go in day by day; what the whole needs to be known for (boxes, views, who fights over what) is asked of
/// the file itself at the end.
final class PackageFiles {
  private let loaded: LoadedTheatre
  private let days: ClosedRange<Day>
  private let claims: [Claim]
  private let staging: StagedFolder
  private let timeline: GeoPackageTimeline

  /// - Parameter days: First and last day of the maps.
  init(
    _ loaded: LoadedTheatre, days: ClosedRange<Day>, claims: [Claim], staging: StagedFolder
  ) throws {
    self.loaded = loaded
    self.days = days
    self.claims = claims
    self.staging = staging
    try staging.write(loaded.theatre.id + ".gpkg", [])
    File.remove(staging.path + "/" + loaded.theatre.id + ".gpkg")
    timeline = try GeoPackageTimeline(
      path: staging.path + "/" + loaded.theatre.id + ".gpkg", schemas: LayerSchema.all,
      stamp: days.upperBound)
  }

  func add(_ layers: [Layer], on day: Day) throws { try timeline.add(layers, on: day) }

  /// - Parameters:
  ///   - layers: What is in the layers of all days.
  ///   - withProject: Whether the project is written beside the GeoPackage too; it is in it in any case.
  /// - Returns: The files' paths.
  func finish(_ layers: QGISTables, withProject: Bool) throws -> [String] {
    let file = loaded.theatre.id + ".gpkg"
    guard let extent = layers.extent else {
      try timeline.finish(nil, tables: [], archive: [], named: "", found: [:])
      return [file]
    }
    let ground = PackageLayers(loaded, days: days, claims: claims)
    try timeline.add(
      ground.reports, table: QGISTable.reports, columns: PackageLayers.reportColumns,
      meaning: "The reports, each at the places its claims are about.")
    try timeline.add(
      ground.gazetteer(in: extent, without: layers.places),
      meaning: "Places for orientation: nothing is said of them.")
    try timeline.add(
      ground.days(extent), meaning: "The days of the maps: a page each in the print layout.")
    let map = QGISMap(
      title: loaded.theatre.title, attribution: ground.attribution, parties: loaded.theatre.parties,
      period: days, extent: extent, tables: timeline.tables(layers),
      placeCount: layers.places.count, file: file)
    let project = QGISProject(map)
    var zip = ZipWriter()
    try zip.add(loaded.theatre.id + ".qgs", Array(project.written().utf8))
    let archive = try zip.finish()
    try timeline.finish(
      project, tables: map.tables, archive: archive, named: loaded.theatre.title,
      found: Dictionary(
        claims.map { ($0.id, ($0.edit.map { $0.found?.description ?? "" }) ?? $0.key.description) },
        uniquingKeysWith: { first, _ in first }))
    guard withProject else { return [file] }
    let name = loaded.theatre.id + ".qgz"
    try staging.write(name, archive)
    return [file, name]
  }
}

/// The layers of a GeoPackage that are no layers of a day.
struct PackageLayers {
  private let loaded: LoadedTheatre
  private let period: ClosedRange<Day>
  private let claims: [Claim]

  init(_ loaded: LoadedTheatre, days: ClosedRange<Day>, claims: [Claim]) {
    self.loaded = loaded
    period = days
    self.claims = claims
  }

  private static let span = [
    PropertyColumn("valid_from", .dateTime, unit: "UTC", meaning: "First day, 00:00:00"),
    PropertyColumn("valid_to", .dateTime, unit: "UTC", meaning: "Last day, 23:59:59"),
  ]

  private static func span(_ days: ClosedRange<Day>) -> [PropertyValue] {
    [.time("\(days.lowerBound)T00:00:00Z"), .time("\(days.upperBound)T23:59:59Z")]
  }

  // MARK: Reports

  static let reportColumns =
    span + [
      PropertyColumn("title", .text, meaning: "The report's title"),
      PropertyColumn("publisher", .text, meaning: "Who published it"),
      PropertyColumn("published", .day, meaning: "The day it was published"),
      PropertyColumn("url", .text, meaning: "Where it is to be found"),
      PropertyColumn("side", .text, meaning: "Id of the party its publisher belongs to"),
      PropertyColumn("claim_count", .integer, meaning: "How many claims were read from it"),
    ]

  /// Those that claims with a position come from, by id; where a claim names a source that is no report of the
  /// theatre's, only what the claims say of it.
  var reports: [GeoPackageTimeline.ScatteredRow] {
    let known = Dictionary(loaded.reports.map { ($0.id, $0) }) { first, _ in first }
    return Dictionary(grouping: claims, by: \.provenance.report).sorted { $0.key < $1.key }
      .compactMap { id, claims in
        let points = Set(claims.compactMap(\.position)).sorted {
          ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
        }
        guard !points.isEmpty, let day = known[id]?.published ?? claims.map(\.reported).min()
        else { return nil }
        let report = known[id]
        return GeoPackageTimeline.ScatteredRow(
          id: id, points: points,
          values: Self.span(day...day) + [
            Self.text(report?.title), Self.text(report?.publisher), .time(day.description),
            Self.text(report?.url), Self.text(report?.side), .integer(claims.count),
          ])
      }
  }

  private static func text(_ text: String?) -> PropertyValue { text.map { .text($0) } ?? .null }

  // MARK: Ground

  private static let gazetteerColumns =
    span + [
      PropertyColumn("name", .text, meaning: "The place's name"),
      PropertyColumn("feature_code", .text, meaning: "GeoNames' feature code, such as `PPL`"),
      PropertyColumn("population", .integer, meaning: "How many people live there, if known"),
      PropertyColumn("importance", .integer, meaning: "4 capitals and first-level seats to 1"),
    ]

  /// No more than help to find one's way.
  private static let most = 5000

  func gazetteer(in extent: BoundingBox, without shown: Set<String>) -> Layer {
    let box = loaded.theatre.box ?? extent
    let places = loaded.mapGazetteer.places.filter {
      ["P", "T"].contains($0.featureClass) && box.contains($0.position) && !shown.contains($0.id)
        && $0.confidence != .d
    }.map { (place: $0, importance: Self.importance($0)) }
      .sorted { ($1.importance, $0.place.id) < ($0.importance, $1.place.id) }
    var ids: Set<String> = []
    let features = places.prefix(Self.most).filter { ids.insert($0.place.id).inserted }.map {
      Feature(
        id: $0.place.id, geometry: .point($0.place.position),
        values: Self.span(period) + [
          .text($0.place.name), .text($0.place.featureCode),
          $0.place.population.map { .integer($0) } ?? .null, .integer($0.importance),
        ])
    }
    return Layer(name: QGISTable.gazetteer, columns: Self.gazetteerColumns, features: features)
  }

  private static func importance(_ place: Place) -> Int {
    let people = place.population ?? 0
    switch place.featureCode {
    case "PPLC", "PPLA": return 4
    case "PPLA2": return people >= 200_000 ? 4 : 3
    case "PPLA3", "PPLA4", "PASS", "GRGE", "VAL": return people >= 50_000 ? 3 : 2
    default: return people >= 200_000 ? 4 : people >= 50_000 ? 3 : people >= 5000 ? 2 : 1
    }
  }

  // MARK: Days

  func days(_ extent: BoundingBox) -> Layer {
    let columns =
      Self.span + [
        PropertyColumn("name", .text, meaning: "The day for people")
      ]
    var features: [Feature] = []
    var day = period.lowerBound
    while day <= period.upperBound {
      features.append(
        Feature(
          id: day.description, geometry: .polygons([Polygon(extent)]),
          values: Self.span(day...day) + [.text(DayWords.text(day))]))
      day = day.advanced(by: 1)
    }
    return Layer(name: QGISTable.days, columns: columns, features: features)
  }

  // MARK: Words

  /// Who is to be named under the map.
  var attribution: String {
    let publishers = Set(loaded.reports.compactMap(\.publisher)).sorted()
    let named = publishers.prefix(8).joined(separator: "; ")
    let more = publishers.count > 8 ? "; and \(publishers.count - 8) more" : ""
    let count = loaded.reports.count
    let from =
      count == 0
      ? "coded claims"
      : "\(count) report\(count == 1 ? "" : "s")"
        + (named.isEmpty ? "" : " (\(named)\(more))")
    let places = loaded.placeCredits.map { " Places: \($0)." } ?? ""
    return "Made with Frontline from \(from).\(places) What is not coloured is not known. "
      + "Front lines are inferred from what was said; the yellowish bands show where they may run."
  }
}
