internal import Foundation
public import FrontlineClaims
public import FrontlineControl
public import FrontlineFronts
public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineReports

/// What maps are asked for.
public struct BuildOptions: Hashable, Sendable {
  /// The days, in order.
  public var days: [Day]
  /// The views, in the order they are written.
  public var views: [View]
  /// What may count on a map.
  public var knowledge: Knowledge
  /// Whether to use all cores; the result is the same.
  public var isParallel: Bool
  /// How the field is drawn; what parties claim is drawn in one way only.
  public var method: ControlMethod

  public init(
    days: [Day], views: [View], knowledge: Knowledge = .ofTheDay, isParallel: Bool = true,
    method: ControlMethod = .kriging
  ) {
    self.method = method
    self.days = days
    self.views = views
    self.knowledge = knowledge
    self.isParallel = isParallel
  }
}

/// Which reports a map may use, by the day they were published.
public enum Knowledge: Hashable, Sendable {
  /// What had been reported by the day of the map.
  case ofTheDay
  /// What had been reported by one day, whatever the map's.
  case by(Day)
  /// Every report there is.
  case hindsight

  /// `day`, the day in ISO 8601, or `hindsight`.
  public init?(_ text: String) {
    switch text {
    case "day": self = .ofTheDay
    case "hindsight": self = .hindsight
    default:
      guard let day = Day(iso: text) else { return nil }
      self = .by(day)
    }
  }

  /// The last day of reports that lists of claims show; nil for no limit. A claim is listed on the days it is about, also
  /// where no map of these days could know of it yet.
  public var listLimit: Day? {
    if case .by(let limit) = self { limit } else { nil }
  }

  /// The last day of reports for a map of a day; nil for no limit.
  public func limit(on day: Day) -> Day? {
    switch self {
    case .ofTheDay: day
    case .by(let limit): limit
    case .hindsight: nil
    }
  }
}

extension Knowledge: CustomStringConvertible {
  public var description: String {
    switch self {
    case .ofTheDay: "day"
    case .by(let day): day.description
    case .hindsight: "hindsight"
    }
  }
}

/// Control and fronts of one day in one view.
public struct DayMap: Sendable {
  public var control: ControlMap { inference.control }
  public var fronts: Fronts
  public var inference: ControlModel.Inference
}

/// What the land is like, and who published which report.
public struct MapGround: Sendable {
  /// Where the map ends; empty for all of the box.
  public var boundary: [Polygon]
  public var barriers: [Barrier]
  public var corridors: [Corridor]
  /// By a place's id, where it lies.
  public var outlines: [String: [Polygon]]
  /// By report id.
  public var publishers: [String: String]

  public init(
    boundary: [Polygon] = [], barriers: [Barrier] = [], corridors: [Corridor] = [],
    outlines: [String: [Polygon]] = [:], publishers: [String: String] = [:]
  ) {
    self.boundary = boundary
    self.barriers = barriers
    self.corridors = corridors
    self.outlines = outlines
    self.publishers = publishers
  }
}

/// Everything that was inferred, before it is put into layers.
public struct BuildResult: Sendable {
  public var claims: [Claim]
  /// By day, then by view, in the order of the options.
  public var maps: [[DayMap]]
  public var findings: [Finding]
}

/// Makes the maps of one day after the other, in any order.
public struct MapMaker: Sendable {
  /// Those with a position, in order of time.
  public let claims: [Claim]
  public let findings: [Finding]
  fileprivate let options: BuildOptions
  /// Nil if there is nothing to map.
  fileprivate let draw: (@Sendable (Day, View) throws -> DayMap)?

  /// By view, in the order of the options; none if there is nothing to map.
  public func maps(on day: Day) throws -> [DayMap] {
    guard let draw else { return [] }
    return try options.views.map { try draw(day, $0) }
  }
}

/// The chain of stages from reports to fronts. Pure: no files, clock, network or locale.
public struct Pipeline: Sendable {
  private let theatre: Theatre
  private let gazetteer: Gazetteer
  private let mapGazetteer: Gazetteer
  private let ground: MapGround

  /// - Parameters:
  ///   - gazetteer: The places that reports are read with.
  ///   - mapGazetteer: The same with the places that coded claims bring; nil if there are none.
  public init(
    theatre: Theatre, gazetteer: Gazetteer, mapGazetteer: Gazetteer? = nil,
    ground: MapGround = MapGround()
  ) {
    self.ground = ground
    self.theatre = theatre
    self.gazetteer = gazetteer
    self.mapGazetteer = mapGazetteer ?? gazetteer
  }

  /// Reads the claims of the reports, in the order of the reports.
  public func extract(
    _ reports: [Report], isParallel: Bool = true
  ) async -> (claims: [Claim], findings: [Finding]) {
    let extractor = Extractor(parties: theatre.parties, gazetteer: gazetteer, box: theatre.box)
    let read = await extractor.extract(reports, parallel: isParallel)
    return (read.flatMap(\.claims), read.flatMap(\.findings))
  }

  /// All views a theatre can be seen in: assessed, what each party claims, independent.
  public func allViews() -> [View] {
    [.assessed] + theatre.parties.map { .claimed(party: $0.id) } + [.independent]
  }

  /// Infers control and draws the fronts of each day and view.
  ///
  /// - Parameter claims: Already extracted; their order does not matter.
  public func maps(of claims: [Claim], options: BuildOptions) async throws -> BuildResult {
    let maker = mapMaker(of: claims, options: options)
    let maps = try await Self.inOrder(options.days, isParallel: options.isParallel) { day in
      try maker.maps(on: day)
    }
    return BuildResult(claims: maker.claims, maps: maps, findings: maker.findings)
  }

  /// What the maps of single days are made with.
  ///
  /// - Parameter claims: Already extracted; their order does not matter.
  public func mapMaker(of claims: [Claim], options: BuildOptions) -> MapMaker {
    let ordered = claims.filter { $0.position != nil }.sorted {
      ($0.valid.lowerBound, $0.id) < ($1.valid.lowerBound, $1.id)
    }
    guard let box = box(of: claims) else {
      return MapMaker(
        claims: ordered, findings: [noPlaces()] + Self.unlisted(claims), options: options, draw: nil
      )
    }
    var setting = setting(
      box: theatre.box ?? boundsOf(ordered) ?? box, plane: EqualAreaPlane(of: box), claims: ordered)
    setting.method = options.method
    let model = ControlModel(setting, claims: ordered)
    let theatre = self.theatre
    let drawing = FrontMap(frame: MapFrame(box: box, land: ground.boundary)) {
      theatre.areOpposed($0, $1)
    }
    return MapMaker(
      claims: ordered, findings: unusedPriors() + Self.unlisted(claims), options: options
    ) { day, view in
      let inference = model.infer(
        asOf: day, view: view, knownBy: options.knowledge.limit(on: day))
      return DayMap(fronts: try drawing.fronts(of: inference), inference: inference)
    }
  }

  /// What is mapped: the theatre's box, else its outline, else where claims are; nil if there is nothing to map.
  public func box(of claims: [Claim]) -> BoundingBox? {
    theatre.box ?? BoundingBox(ground.boundary.flatMap(\.exterior.positions)) ?? boundsOf(claims)
  }

  /// What maps are read off, without the drawing; nil if there is nothing to map.
  ///
  /// - Parameters:
  ///   - claims: What counts.
  ///   - known: Claims whose places are asked for, whether or not they count.
  public func controlModel(
    of claims: [Claim], atPlacesOf known: [Claim], method: ControlMethod = .kriging
  ) -> ControlModel? {
    let known = known.filter { $0.position != nil }
    guard
      let box = theatre.box ?? boundsOf(known)
        ?? BoundingBox(ground.boundary.flatMap(\.exterior.positions))
    else { return nil }
    var setting = setting(box: box, plane: EqualAreaPlane(of: box), claims: known)
    setting.method = method
    return ControlModel(setting, claims: claims.filter { $0.position != nil })
  }

  /// Runs the work of each item, on all cores if asked to, and gives the results in the items' order.
  package static func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], isParallel: Bool, _ work: @escaping @Sendable (Item) throws -> Result
  ) async throws -> [Result] {
    var results: [Result] = []
    try await inOrder(items, isParallel: isParallel, work, take: { results.append($0) })
    return results
  }

  /// Runs the work of each item, on all cores if asked to, and hands on the results in the items' order.
  ///
  /// Only so many items are under way that the results that wait for an earlier one stay few.
  package static func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], isParallel: Bool, _ work: @escaping @Sendable (Item) throws -> Result,
    take: (Result) throws -> Void
  ) async throws {
    guard isParallel, items.count > 1 else {
      for item in items { try take(try work(item)) }
      return
    }
    let most = ProcessInfo.processInfo.activeProcessorCount + 2
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var (started, taken) = (0, 0)
      var waiting: [Int: Result] = [:]
      func start() {
        while started < items.count, started < taken + most {
          let (index, item) = (started, items[started])
          group.addTask { (index, try work(item)) }
          started += 1
        }
      }
      start()
      while let (index, result) = try await group.next() {
        waiting[index] = result
        while let next = waiting.removeValue(forKey: taken) {
          try take(next)
          taken += 1
        }
        start()
      }
    }
  }

  // MARK: Parts

  /// - Parameter box: Holds the places that speak; those past the edge of the map speak too, where the
  ///   theatre does not say otherwise.
  private func setting(
    box: BoundingBox, plane: EqualAreaPlane, claims: [Claim]
  ) -> ControlModel.Setting {
    let sites = ControlSite.sites(
      of: mapGazetteer, box: box, claimed: Set(claims.map(\.placeID)), outlines: ground.outlines)
    var setting = ControlModel.Setting(
      sites: sites, parties: theatre.parties.map(\.id), opponents: opponents(),
      prior: priorStatements(),
      ground: Ground(
        plane: plane, barriers: ground.barriers, corridors: ground.corridors))
    setting.weights = theatre.weights
    setting.parameters = theatre.model
    setting.sources = theatre.sources
    setting.publishers = ground.publishers
    setting.reachKilometres = theatre.reachKilometres
    return setting
  }

  private func boundsOf(_ claims: [Claim]) -> BoundingBox? {
    guard let tight = BoundingBox(claims.compactMap(\.position)) else { return nil }
    let margin = 20 / 111.0
    return BoundingBox(
      west: max(-180, tight.west - margin), south: max(-90, tight.south - margin),
      east: min(180, tight.east + margin), north: min(90, tight.north + margin))
  }

  private func opponents() -> [String: Set<String>] {
    let ids = theatre.parties.map(\.id)
    return Dictionary(
      uniqueKeysWithValues: ids.map { id in
        (id, Set(ids.filter { $0 != id && theatre.areOpposed(id, $0) }))
      })
  }

  private func priorStatements() -> [PriorStatement] {
    theatre.prior.map {
      PriorStatement(id: "prior-\($0.place)", areaID: $0.place, party: $0.party, since: $0.since)
    }
  }

  // MARK: Findings

  private func unusedPriors() -> [Finding] {
    theatre.prior.filter { gazetteer.place(id: $0.place) == nil }.map {
      Finding(
        code: "unknown-prior-place",
        message: "prior control names the place '\($0.place)', which no gazetteer has",
        remedy: "use an id from the place tables: 'frontline places NAME' shows them")
    }
  }

  /// One finding for each name that claims are about and no gazetteer lists.
  private static func unlisted(_ claims: [Claim]) -> [Finding] {
    let byPlace = Dictionary(grouping: claims.filter { $0.position == nil }, by: \.placeID)
    return byPlace.sorted { $0.key < $1.key }.compactMap { _, claims in
      guard let first = claims.first else { return nil }
      let count = claims.count == 1 ? "a claim is" : "\(claims.count) claims are"
      return Finding(
        code: "unlisted-place",
        message:
          "\(count) about '\(first.placeName)', which no gazetteer lists: not drawn (first in report '\(first.provenance.report)')",
        remedy: "add the place with its position to a gazetteer of the theatre")
    }
  }

  private func noPlaces() -> Finding {
    Finding(
      code: "nothing-to-map", message: "no claim names a place, and the theatre has no box",
      remedy: "add reports, or a 'box' to theatre.yaml")
  }
}
