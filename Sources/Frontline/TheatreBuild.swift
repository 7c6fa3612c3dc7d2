internal import Foundation
public import FrontlineClaims
public import FrontlineControl
internal import FrontlineGazetteer
internal import FrontlineGeometry
public import FrontlineReports

extension Pipeline {
  public init(_ loaded: LoadedTheatre) {
    self.init(
      theatre: loaded.theatre, gazetteer: loaded.gazetteer, mapGazetteer: loaded.mapGazetteer,
      ground: MapGround(
        boundary: loaded.boundary, barriers: loaded.barriers, corridors: loaded.corridors,
        outlines: loaded.outlines,
        publishers: Dictionary(
          loaded.reports.map { ($0.id, $0.publisher ?? $0.id) },
          uniquingKeysWith: { first, _ in first }
        )))
  }
}

/// The claims that a theatre's maps are made from.
public struct TheatreClaims: Sendable {
  /// The theatre, with the places that claims bring with them.
  public var theatre: LoadedTheatre
  public var corrected: CorrectedClaims
  public var findings: [Finding]
}

extension LoadedTheatre {
  /// The claims of the reports, in their order, and those of `claims.csv`, as `corrections.csv` has them.
  public func claims(isParallel: Bool = true) async -> TheatreClaims {
    let (read, findings) = await Pipeline(self).extract(reports, isParallel: isParallel)
    let claims = read + codedClaims
    guard !corrections.rows.isEmpty else {
      return TheatreClaims(
        theatre: self, corrected: CorrectedClaims(claims: claims), findings: findings)
    }
    let (corrected, odd) = corrections.apply(
      to: claims, reports: reports, parties: theatre.parties, index: GazetteerIndex(gazetteer))
    return TheatreClaims(
      theatre: withPlaces(of: corrected.claims), corrected: corrected, findings: findings + odd)
  }
}

extension Theatre {
  /// The days maps can be made for: the theatre's period, else the days claims speak of; nil if there
  /// are neither.
  public func coverage(of claims: [Claim]) -> ClosedRange<Day>? {
    if let period { return period }
    guard let first = claims.map(\.valid.lowerBound).min(), let last = claims.map(\.reported).max()
    else { return nil }
    return first...max(first, last)
  }
}

/// A theatre's files, made from start to end.
public struct TheatreBuild: Sendable {
  /// What to make, apart from the days.
  public struct Request: Sendable {
    public var views: [View]
    public var formats: Set<OutputFormat>
    public var knowledge: Knowledge
    public var isParallel: Bool
    public var method: ControlMethod
    public var page: WebMapOptions
    /// How far corners that are left out may lie from what is drawn, in metres; 0 to leave out none.
    public var simplification: Double

    public init(
      views: [View], formats: Set<OutputFormat>, knowledge: Knowledge, isParallel: Bool,
      method: ControlMethod = .kriging, page: WebMapOptions = WebMapOptions(),
      simplification: Double = 0
    ) {
      self.simplification = simplification
      self.method = method
      self.page = page
      self.views = views
      self.formats = formats
      self.knowledge = knowledge
      self.isParallel = isParallel
    }
  }

  public let manifest: Manifest
  public let findings: [Finding]
  public let claims: Int
  public let reports: Int

  /// Makes all files and then puts them in place; if anything fails before, the folder stays as it was.
  ///
  /// - Parameters:
  ///   - folder: The theatre's folder as it was given, for the manifest.
  ///   - output: Files of an earlier build in it that this one does not make are removed.
  ///   - days: Chooses the days to make out of those the theatre covers.
  /// - Throws: ``FileError`` if nothing can be mapped or written, ``InvalidOutputError``, and what `days` throws.
  public init(
    _ loaded: LoadedTheatre, folder: String, request: Request, into output: OutputFolder,
    days: (ClosedRange<Day>) throws -> [Day]
  ) async throws {
    let read = await loaded.claims(isParallel: request.isParallel)
    let (loaded, claims) = (read.theatre, read.corrected.claims)
    guard let covered = loaded.theatre.coverage(of: claims) else {
      throw FileError(
        path: folder,
        problem:
          "the theatre has no period and its reports make no claim, so there is no day to map",
        remedy: "add reports, or a 'period' to theatre.yaml")
    }
    try loaded.checkSize(of: claims, folder: folder)
    let options = BuildOptions(
      days: try days(covered), views: request.views, knowledge: request.knowledge,
      isParallel: request.isParallel, method: request.method)
    let maker = Pipeline(loaded).mapMaker(of: claims, options: options)
    let staging = try output.stage()
    defer { staging.remove() }
    let layers = try LayerFiles(
      loaded, options: options, formats: request.formats, maker: maker, staging: staging,
      page: request.page, simplification: request.simplification)
    let written = try await layers.write()
    let files = written.files
    findings =
      loaded.findings + read.findings + maker.findings + loaded.oddities(claims, days: options.days)
      + written.findings
    manifest = try Manifest(
      of: loaded, using: layers.libraryFiles, folder: folder, options: options,
      simplification: request.simplification, claims: maker.claims.count,
      edited: read.corrected.counts, files: files, findings: findings)
    try staging.finish(files, manifest)
    self.claims = claims.count
    reports = loaded.reports.count
  }
}

extension LoadedTheatre {
  /// What can be drawn on one plane and one grid, in kilometres: half a continent.
  private static let widest = 4_000.0

  /// - Throws: ``FileError`` if the map would be too wide.
  func checkSize(of claims: [Claim], folder: String) throws {
    guard let box = Pipeline(self).box(of: claims) else { return }
    let isAcross = box.south <= 0 && box.north >= 0
    let latitude = isAcross ? 0 : min(abs(box.south), abs(box.north))
    let width = (box.east - box.west) * kilometresPerDegree * cos(latitude * .pi / 180)
    let height = (box.north - box.south) * kilometresPerDegree
    guard max(width, height) > Self.widest else { return }
    let size = "\(Int(width.rounded())) by \(Int(height.rounded())) km"
    throw FileError(
      path: folder + "/theatre.yaml",
      problem: theatre.box == nil
        ? "the claims lie in an area of \(size), too wide for one map"
        : "the box is \(size), too wide for one map",
      remedy: "give a 'box' of at most \(Int(Self.widest)) km a side round the fighting")
  }

  /// What in the theatre file has no effect, and what programs that open the files are known to stumble over.
  func oddities(_ claims: [Claim], days: [Day]) -> [Finding] {
    var findings: [Finding] = []
    let positions = claims.compactMap(\.position)
    if let box = theatre.box, !positions.isEmpty, !positions.contains(where: box.contains) {
      findings.append(
        Finding(
          code: "empty-box", message: "no claim is about a place inside the box",
          remedy: "check west, south, east and north in theatre.yaml"))
    }
    for prior in theatre.prior {
      guard let since = prior.since, let last = days.max(), since > last else { continue }
      findings.append(
        Finding(
          code: "late-prior",
          message:
            "prior control of '\(prior.place)' begins on \(since), after the last day mapped, so it never counts",
          remedy: "check 'since' in theatre.yaml"))
    }
    // QGIS's issues 36408 and 37485: days of the old calendar.
    if let first = days.min(), let gregorian = Day(iso: "1752-09-14"), first < gregorian {
      findings.append(
        Finding(
          code: "early-days", severity: .note,
          message: "QGIS and others may show days before 14 September 1752 wrongly",
          remedy: "compare them with the files of single days"))
    }
    if let box = theatre.box, box.west <= -180 || box.east >= 180 {
      findings.append(
        Finding(
          code: "antimeridian", severity: .note,
          message: "the map ends at the 180th meridian, and nothing beyond it is on it",
          remedy: "make a theatre for each side"))
    }
    return findings
  }

  private var kilometresPerDegree: Double { 111.195 }

  /// Explains the state of a place or a point on a day.
  ///
  /// - Parameter place: A name, an id of the gazetteer, or `LON,LAT`.
  /// - Returns: The explanation, and a note where another place had to stand for the one asked.
  /// - Throws: ``UnknownPlaceError``.
  public func explain(
    _ place: String, on day: Day, views: [View], knowledge: Knowledge = .ofTheDay,
    method: ControlMethod = .kriging, claims: CorrectedClaims
  ) async throws -> (Explanation, note: String?) {
    // As the command line hands on a minus.
    let place = place.replacing("\u{2212}", with: "-")
    try checkSize(of: claims.claims, folder: theatre.id)
    let result = try await Pipeline(self).maps(
      of: claims.claims,
      options: BuildOptions(days: [day], views: views, knowledge: knowledge, method: method))
    let maps = result.maps.first ?? []
    let (subject, note) = try self.subject(for: place, among: maps.first?.control.places ?? [])
    var areas: Set<String> = []
    if let id = subject.placeID {
      areas.insert(id)
      if let found = mapGazetteer.place(id: id) {
        areas.formUnion(mapGazetteer.ancestors(of: found).map(\.id))
      }
    }
    return (
      Explanation(
        of: subject, on: day, maps: maps, claims: result.claims + claims.rejected,
        theatre: theatre, areas: areas, knownBy: knowledge.limit(on: day)), note
    )
  }

  /// A point that lies on a place is that place.
  private func subject(
    for text: String, among sites: [PlaceControl]
  ) throws -> (Explanation.Subject, note: String?) {
    guard let position = Self.position(text) else {
      let (site, note) = try self.site(for: text, among: sites)
      return (subject(site), note)
    }
    guard let nearest = Self.nearest(to: position, among: sites) else {
      throw UnknownPlaceError(text: text, suggestions: [])
    }
    let away = greatCircleDistance(from: position, to: nearest.position) / 1000
    if away < 0.2 { return (subject(nearest), nil) }
    return (
      Explanation.Subject(name: text, position: position, placeID: nil),
      "nearest place: \(nearest.name) (\(nearest.placeID)), \(Int(away.rounded())) km away"
    )
  }

  private func subject(_ site: PlaceControl) -> Explanation.Subject {
    let isInferred = mapGazetteer.place(id: site.placeID)?.confidence == .d
    return Explanation.Subject(
      name: site.name + (isInferred ? " (position inferred)" : ""), position: site.position,
      placeID: site.placeID)
  }

  private func site(
    for text: String, among sites: [PlaceControl]
  ) throws -> (PlaceControl, note: String?) {
    let candidates =
      mapGazetteer.place(id: text).map { [$0] }
      ?? GazetteerIndex(mapGazetteer).lookup(text).map(\.place)
    let byID = Dictionary(sites.map { ($0.placeID, $0) }) { first, _ in first }
    if let direct = candidates.lazy.compactMap({ byID[$0.id] }).first {
      let isFirst = candidates.first?.id == direct.placeID
      return (
        direct,
        isFirst
          ? nil
          : "'\(text)' is also the name of \(candidates[0].name) (\(candidates[0].id)), an area; this is the place in it"
      )
    }
    guard let area = candidates.first,
      let nearest = Self.nearest(
        to: area.position,
        among: sites.filter { site in
          mapGazetteer.place(id: site.placeID).map {
            mapGazetteer.ancestors(of: $0).contains { $0.id == area.id }
          } ?? false
        })
    else {
      throw UnknownPlaceError(text: text, suggestions: candidates.map { "\($0.name) (\($0.id))" })
    }
    return (nearest, "\(area.name) is an area; shown is \(nearest.name) (\(nearest.placeID)) in it")
  }

  private static func nearest(to position: Position, among sites: [PlaceControl]) -> PlaceControl? {
    sites.min {
      greatCircleDistance(from: position, to: $0.position)
        < greatCircleDistance(from: position, to: $1.position)
    }
  }

  private static func position(_ text: String) -> Position? {
    let parts = text.split(separator: ",").map {
      Double($0.filter { $0 != " " }.replacing("\u{2212}", with: "-"))
    }
    guard parts.count == 2, let longitude = parts[0], let latitude = parts[1] else { return nil }
    let position = Position(longitude: longitude, latitude: latitude)
    return position.isOnEarth ? position : nil
  }
}

/// A place that no map of the theatre knows.
public struct UnknownPlaceError: Error, Hashable, Sendable, CustomStringConvertible {
  public var text: String
  public var suggestions: [String]

  public var description: String {
    let known =
      suggestions.isEmpty
      ? "try 'frontline places' with another spelling"
      : "the gazetteer knows \(suggestions.prefix(3).joined(separator: ", ")), outside the theatre's box"
    return "error: '\(text)' is not a place of the theatre [unknown-place]\n    \(known)"
  }
}
