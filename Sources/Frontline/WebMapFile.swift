internal import FrontlineClaims
internal import FrontlineControl
internal import FrontlineFormats
internal import FrontlineGazetteer
internal import FrontlineGeometry
internal import FrontlineLayers
internal import FrontlineReports

/// How the map in a browser is made.
public struct WebMapOptions: Hashable, Sendable {
  /// Where Leaflet is: its script, style and licence; nil for where Debian puts it.
  public var libraryFolder: String?
  /// The address of tiles under the map, with `{z}`, `{x}` and `{y}`; nil for none.
  public var tiles: String?
  /// Whom to thank for the tiles.
  public var tilesCredit: String
  /// Whether to fail where Leaflet is missing, instead of leaving the page out.
  public var isRequired: Bool

  public init(
    libraryFolder: String? = nil, tiles: String? = nil, tilesCredit: String = "",
    isRequired: Bool = false
  ) {
    self.libraryFolder = libraryFolder
    self.tiles = tiles
    self.tilesCredit = tilesCredit
    self.isRequired = isRequired
  }
}

/// Makes `index.html` while the days come in.
struct WebMapFile {
  static let name = "index.html"

  private let map: WebMap
  private let library: MapLibrary
  private var timeline: WebMapTimeline

  /// - Parameters:
  ///   - claims: All that may be on a map.
  ///   - library: Leaflet.
  init(
    _ loaded: LoadedTheatre, options: BuildOptions, page: WebMapOptions, claims: [Claim],
    library: MapLibrary
  ) {
    map = WebMap(loaded, options: options, page: page, claims: claims)
    self.library = library
    timeline = WebMapTimeline(map, schemas: LayerSchema.all)
  }

  mutating func add(_ layers: [Layer], on day: Day) { timeline.add(layers, on: day) }

  /// - Returns: The page, nil if it would be too large whatever is left out; and what is left out.
  mutating func finish() -> (bytes: [UInt8]?, findings: [Finding]) {
    let data = timeline.data()
    return (
      data.map { WebMapPage.bytes(map, data: $0, library: library) },
      Self.findings(timeline.loss)
    )
  }

  private static let remedy =
    "take fewer days with --from and --to, or fewer views with --view; the other files have all"

  static func findings(_ loss: WebMapLoss) -> [Finding] {
    let most = "\(WebMapTimeline.mostBytes / 1_000_000) MB"
    if loss.isTooLarge {
      return [
        Finding(
          code: "page-too-large", severity: .warning,
          message: "the map in a browser would be larger than \(most), so it was not made",
          remedy: remedy, file: name)
      ]
    }
    var losses = loss.leftOut.isEmpty ? [] : ["leaves out " + loss.leftOut.joined(separator: ", ")]
    if loss.metres > 0 { losses.append("draws shapes to some \(loss.metres) m") }
    guard !losses.isEmpty else { return [] }
    return [
      Finding(
        code: "page-simplified", severity: .note,
        message:
          "to stay below \(most), the map in a browser \(losses.joined(separator: ", and "))",
        remedy: remedy, file: name)
    ]
  }
}

extension WebMap {
  init(_ loaded: LoadedTheatre, options: BuildOptions, page: WebMapOptions, claims: [Claim]) {
    let theatre = loaded.theatre
    let edge = loaded.boundary
    let box =
      theatre.box ?? BoundingBox(edge.flatMap(\.exterior.positions))
      ?? BoundingBox(claims.compactMap(\.position)).map(Self.widened)
      ?? BoundingBox(west: -180, south: -85, east: 180, north: 85)
    self.init(
      title: theatre.title, days: options.days,
      views: options.views.map { Self.view($0, theatre.parties) }, parties: theatre.parties,
      box: box)
    outline = edge
    units = loaded.outlines.sorted { $0.key < $1.key }.flatMap(\.value)
    references = MapReferences.chosen(from: loaded.mapGazetteer.places, in: box)
    priors = theatre.prior.map { prior in
      Prior(
        id: "prior-" + prior.place,
        name: loaded.mapGazetteer.place(id: prior.place)?.name ?? prior.place, party: prior.party,
        since: prior.since, source: prior.source)
    }
    reports = loaded.reports
    self.claims = claims
    knownBy = options.knowledge.description
    credits = Self.credits(loaded, claims: claims.count, reports: loaded.reports.count)
    tiles = page.tiles.map { Tiles(url: $0, credit: page.tilesCredit) }
  }

  /// Some 20 km more on each side.
  private static func widened(_ box: BoundingBox) -> BoundingBox {
    let margin = 0.2
    return BoundingBox(
      west: max(-180, box.west - margin), south: max(-85, box.south - margin),
      east: min(180, box.east + margin), north: min(85, box.north + margin))
  }

  /// - Parameter name: As in the column `view`.
  static func view(named name: String, _ parties: [Party]) -> View {
    let all =
      [FrontlineControl.View.assessed, .independent] + parties.map { .claimed(party: $0.id) }
    return all.first { $0.description == name }.map { view($0, parties) }
      ?? View(id: name, title: name, meaning: "")
  }

  private static func view(_ view: FrontlineControl.View, _ parties: [Party]) -> View {
    let id = view.description
    switch view {
    case .assessed:
      return View(
        id: id, title: "Assessed",
        meaning: "What is inferred from all reports: each claim weighed by who makes it.")
    case .claimed(let party):
      let name = parties.first { $0.id == party }?.name ?? party
      return View(
        id: id, title: "By or for \(name)",
        meaning:
          "What \(name) says, and what others tell in its favour, taken at its word; where nobody spoke, who held it before."
      )
    case .independent:
      return View(
        id: id, title: "Independent",
        meaning: "What is inferred from those who belong to no party.")
    }
  }

  /// What a map was made from, and whom to thank.
  static func credits(_ loaded: LoadedTheatre, claims: Int, reports: Int) -> String {
    let places = loaded.placeCredits.map { "; places: " + $0 } ?? ""
    return "Inferred from \(claims) claims in \(reports) reports, not surveyed; "
      + "made by Frontline \(FrontlineVersion.number)\(places)"
  }
}

/// Names that a reader may know the land by.
enum MapReferences {
  /// More than these are not needed: where there is no room, a page leaves names out.
  private static let most = 250

  /// Capitals, units, passes, towns: the most important first, then those with the most people, then by name.
  static func chosen(from places: [Place], in box: BoundingBox) -> [MapReference] {
    let ranked = places.compactMap {
      place -> (rank: Int, place: Place, kind: MapReference.Kind)? in
      guard box.contains(place.position), let (rank, kind) = importance(of: place) else {
        return nil
      }
      return (rank, place, kind)
    }
    return ranked.sorted {
      ($0.rank, -($0.place.population ?? 0), $0.place.name, $0.place.id)
        < ($1.rank, -($1.place.population ?? 0), $1.place.name, $1.place.id)
    }.prefix(most).map {
      MapReference(
        name: $0.kind == .unit && !$0.place.admin1.isEmpty ? $0.place.admin1 : $0.place.name,
        position: $0.place.position, kind: $0.kind)
    }
  }

  /// By GeoNames' feature codes; nil for what would only fill the map.
  private static func importance(of place: Place) -> (Int, MapReference.Kind)? {
    switch place.featureCode {
    case "PPLC": (0, .capital)
    case "PPLA": (1, .capital)
    case "ADM1": (2, .unit)
    case "PPLA2": (3, .town)
    case "PASS", "GRGE": (4, .pass)
    case "PPLA3", "PPLA4": (5, .town)
    default: place.featureClass == "P" && (place.population ?? 0) >= 1_000 ? (6, .town) : nil
    }
  }
}
