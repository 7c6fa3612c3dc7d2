public import FrontlineClaims
public import FrontlineControl
public import FrontlineFronts
public import FrontlineGazetteer
import FrontlineGeometry
public import FrontlineReports

/// Turns what the stages found into the layers of a day.
///
/// Every feature's `valid_from` and `valid_to` are that day; ``Timeline`` joins the days. Only
/// claims carry their own days.
public struct LayerBuilder: Sendable {
  let gazetteer: Gazetteer
  let words: SummaryWords
  private let reportsByClaim: [String: String]
  private let sourceByClaim: [String: String]
  private let claimantByClaim: [String: Claim.Claimant]

  /// - Parameter reportsByClaim: The report's id for each claim's id. A claim that is missing counts
  ///   for no report.
  ///   - sourceByClaim: Who made the claim, by its id.
  ///   - claimantByClaim: The same as a side of the war or none. A claim that is missing counts as said by the side
  ///     whose view is shown.
  public init(
    parties: [Party], gazetteer: Gazetteer, reportsByClaim: [String: String],
    sourceByClaim: [String: String] = [:], claimantByClaim: [String: Claim.Claimant] = [:]
  ) {
    self.claimantByClaim = claimantByClaim
    self.sourceByClaim = sourceByClaim
    self.gazetteer = gazetteer
    self.words = SummaryWords(parties: parties)
    self.reportsByClaim = reportsByClaim
  }

  public init(parties: [Party], gazetteer: Gazetteer, claims: [Claim]) {
    let reports = Dictionary(claims.map { ($0.id, $0.provenance.report) }) { first, _ in first }
    self.init(
      parties: parties, gazetteer: gazetteer, reportsByClaim: reports,
      sourceByClaim: Dictionary(claims.map { ($0.id, Self.source($0)) }) { first, _ in first },
      claimantByClaim: Dictionary(claims.map { ($0.id, $0.claimant) }) { first, _ in first })
  }

  /// The speaker or claimant, and the report that carries the words.
  private static func source(_ claim: Claim) -> String {
    "\(claim.claimant) (\(claim.provenance.report))"
  }

  /// The lines of several views, in the views' order, each view's lines in their own.
  public func frontLines(_ fronts: [Fronts], on day: Day) -> Layer {
    var ids = UniqueNames()
    let features = fronts.flatMap { front in
      front.lines.map { feature($0, view: front.view, on: day, ids: &ids) }
    }
    return Layer(LayerSchema.frontLines, features)
  }

  /// The areas of several views, in the views' order, each view's areas in their own.
  public func controlAreas(_ fronts: [Fronts], on day: Day) -> Layer {
    var ids = UniqueNames()
    let features = fronts.flatMap { front in
      front.areas.map { feature($0, view: front.view, on: day, ids: &ids) }
    }
    return Layer(LayerSchema.controlAreas, features)
  }

  /// All places of several views, unknown ones too, in the views' order.
  public func places(_ maps: [ControlMap], on day: Day) -> Layer {
    var ids = UniqueNames()
    let features = maps.flatMap { map in
      map.places.map { feature($0, view: map.view, on: day, ids: &ids) }
    }
    return Layer(LayerSchema.places, features)
  }

  /// The claims about the day, whenever they were reported, as ``listed(_:on:)``.
  public func claims(_ claims: [Claim], on day: Day) -> Layer {
    listed(claims.filter { $0.valid.contains(day) }, on: day)
  }

  /// Claims with days of their own, each once, sorted by their first day, place and id.
  ///
  /// - Parameter day: That of the file they are for.
  public func listed(_ claims: [Claim], on day: Day) -> Layer {
    var ids = UniqueNames()
    var seen: Set<String> = []
    let sorted = claims.filter { seen.insert($0.id).inserted }.sorted {
      ($0.valid.lowerBound, $0.placeID, $0.id) < ($1.valid.lowerBound, $1.placeID, $1.id)
    }
    return Layer(LayerSchema.claims, sorted.compactMap { feature($0, on: day, ids: &ids) })
  }

  /// The bands of several views, in the views' order, the widest first.
  public func uncertainty(_ fronts: [Fronts], on day: Day) -> Layer {
    var ids = UniqueNames()
    let features = fronts.flatMap { front in
      front.bands.reversed().map { feature($0, view: front.view, on: day, ids: &ids) }
    }
    return Layer(LayerSchema.uncertainty, features)
  }

  private func feature(
    _ band: Band, view: View, on day: Day, ids: inout UniqueNames
  ) -> Feature {
    let percent = Int((band.level * 100).rounded())
    let values: [PropertyValue] =
      span(day, day...day) + [.text(view.description), .text("uncertain"), .null]
      + evidence(
        band.level, Basis(claims: [], said: 0, reports: 0), words.band(percent, view: view))
      + [.number(band.level), .number(band.areaSquareKilometres), .text("band")]
    return Feature(
      id: ids.name("band-\(day)-\(view)-\(percent)"), geometry: .polygons(band.polygons),
      values: values)
  }

  /// Who made some claims, each once, sorted.
  private func sources(of claims: [String]) -> [String] {
    Set(claims.compactMap { sourceByClaim[$0] }).sorted()
  }

  private func feature(
    _ line: FrontLine, view: View, on day: Day, ids: inout UniqueNames
  ) -> Feature {
    let basis = basis(line.claims, view)
    let status = line.kind == .line ? "held" : "contested"
    let values: [PropertyValue] =
      span(day, day...day)
      + [.text(view.description), .text(status), .text(line.partyA), .text(line.partyB)]
      + evidence(
        line.probability, basis,
        words.line(line, view: view, basis: basis))
      + [
        .text(line.kind.rawValue), .joined(line.contestedPlaces, by: "; "),
        .number(line.lengthKilometres), .text(line.left), .number(line.halfWidthKilometres),
        .optional(line.newest?.description), .joined(line.places, by: " "),
        .joined(sources(of: line.claims), by: "; "),
      ]
    return Feature(
      id: ids.name("line-\(day)-\(view)-\(line.kind.rawValue)-\(line.partyA)-\(line.partyB)"),
      geometry: .lines(line.lines), values: values)
  }

  private func feature(
    _ area: ControlArea, view: View, on day: Day, ids: inout UniqueNames
  ) -> Feature {
    let basis = basis(area.claims, view)
    let state = StatusText(area.status)
    let values: [PropertyValue] =
      span(day, day...day)
      + [.text(view.description), .text(state.status), .optional(state.party)]
      + evidence(
        area.probability, basis,
        words.area(area, view: view, basis: basis))
      + [
        .number(area.areaSquareKilometres), .integer(area.places.count),
        .joined(state.contestants, by: " "),
        .text(state.status == "contested" ? "contested" : "control"),
      ]
    return Feature(
      id: ids.name("area-\(day)-\(view)-\(state.identifier)"),
      geometry: .polygons(area.polygons), values: values)
  }

  private func feature(
    _ control: PlaceControl, view: View, on day: Day, ids: inout UniqueNames
  ) -> Feature {
    let basis = basis(control.claims, view)
    let state = StatusText(control.status)
    let place = gazetteer.place(id: control.placeID)
    let summary = words.place(
      control, view: view, basis: basis, through: decider(of: control),
      isInferred: place?.confidence == .d)
    let values: [PropertyValue] =
      span(day, day...day)
      + [.text(view.description), .text(state.status), .optional(state.party)]
      + evidence(control.probability, basis, summary)
      + [
        .text(control.name), .text(control.placeID), .optional(place?.featureCode),
        .optional(place?.admin1), .optional(place?.admin2), .optional(control.decidedBy),
        .optional(place?.confidence.rawValue),
        .joined(
          control.partyProbabilities.map {
            "\($0.party) \(DecimalText.string($0.probability, decimals: 3) ?? "0")"
          }, by: "; "),
      ]
    return Feature(
      id: ids.name("place-\(day)-\(view)-\(control.placeID)"),
      geometry: .point(control.position), values: values)
  }

  /// What of another place's decided a place.
  private func decider(of control: PlaceControl) -> SummaryWords.Decider? {
    guard let id = control.decidedBy, id != control.placeID else { return nil }
    let name = gazetteer.place(id: id)?.name ?? id
    let units = gazetteer.place(id: control.placeID).map { gazetteer.ancestors(of: $0) } ?? []
    return units.contains { $0.id == id } ? .unit(name) : .neighbour(name)
  }

  /// Nil for a claim about a place whose position nobody knows.
  private func feature(_ claim: Claim, on day: Day, ids: inout UniqueNames) -> Feature? {
    guard let position = claim.position else { return nil }
    let state = StatusText(claim.controlAfter)
    let confidence = gazetteer.place(id: claim.placeID)?.confidence
    let last = max(claim.valid.lowerBound, claim.valid.upperBound.advanced(by: -1))
    let values: [PropertyValue] =
      span(day, claim.valid.lowerBound...last)
      + [.text("claims"), .text(state.status), .optional(state.party)]
      + evidence(
        nil, Basis(claims: [claim.id], said: 1, reports: 1),
        words.claim(claim, isInferred: confidence == .d))
      + [
        .text(claim.id), .text(claim.placeName), .text(claim.placeID), .optional(claim.edge),
        .text(claim.event.rawValue), .optional(claim.actor), .optional(claim.against),
        .text(claim.claimant.description), .optional(claim.speaker),
        .text(claim.hedge.rawValue), .text(claim.reported.description),
        .text(claim.precision.rawValue), .optional(claim.dateBasis),
        .joined(claim.figures.map(SummaryWords.figure), by: "; "),
        .text(claim.provenance.sentence), .text(claim.provenance.report),
        .text(claim.provenance.rule), .optional(confidence?.rawValue),
        .optional(claim.edit?.kind.rawValue), .optional(claim.edit?.reason),
      ]
    return Feature(id: ids.name(claim.id), geometry: .point(position), values: values)
  }

  /// The columns `date`, `valid_from`, `valid_to`.
  func span(_ day: Day, _ valid: ClosedRange<Day>) -> [PropertyValue] {
    [
      .time(day.description), .time(DayText.start(valid.lowerBound)),
      .time(DayText.close(valid.upperBound)),
    ]
  }

  /// The columns `probability`, `claims`, `reports`, `summary`.
  func evidence(
    _ probability: Double?, _ basis: Basis, _ summary: String
  ) -> [PropertyValue] {
    [
      probability.map { .number($0) } ?? .null, .joined(basis.claims, by: " "),
      .integer(basis.reports), .text(summary),
    ]
  }

  func basis(_ claims: [String], _ view: View) -> Basis {
    let said = claims.filter { !$0.hasPrefix(Basis.priorPrefix) }
    return Basis(
      claims: claims, said: said.count, reports: Set(said.compactMap { reportsByClaim[$0] }).count,
      voice: voice(said, view))
  }

  private func voice(_ said: [String], _ view: View) -> Basis.Voice {
    guard case .claimed(let party) = view else { return said.isEmpty ? .nobody : .own }
    if said.contains(where: { (claimantByClaim[$0] ?? .party(party)) == .party(party) }) {
      return .own
    }
    return said.isEmpty ? .nobody : .others
  }
}

/// What a feature rests on.
struct Basis {
  /// Ids that begin with this are prior control, not something a report said.
  static let priorPrefix = "prior-"

  var claims: [String]
  /// How many of the claims were said in reports, and in how many.
  var said: Int
  var reports: Int

  /// Whose words a view of what some say shows.
  enum Voice {
    /// Of those whose view it is.
    case own
    /// What others tell in their favour.
    case others
    case nobody
  }
  var voice = Voice.own

  var hasPrior: Bool { claims.count > said }
}

/// Inclusive days as instants, in UTC.
enum DayText {
  static func start(_ day: Day) -> String { "\(day)T00:00:00Z" }
  static func close(_ day: Day) -> String { "\(day)T23:59:59Z" }
}

/// A status as the columns `status`, `party` and `parties` hold it.
struct StatusText {
  var status: String
  var party: String?
  var contestants: [String] = []

  init(_ status: PlaceControl.Status) {
    switch status {
    case .held(let party): (self.status, self.party) = ("held", party)
    case .contested(let parties): (self.status, contestants) = ("contested", parties)
    case .unknown: self.status = "unknown"
    }
  }

  init(_ control: Claim.ControlAfter) {
    switch control {
    case .held(let party): (self.status, self.party) = ("held", party)
    case .contested: self.status = "contested"
    case .notHeld, .unknown: self.status = "unknown"
    }
  }

  var identifier: String {
    ([status] + (party.map { [$0] } ?? contestants)).joined(separator: "-")
  }
}

extension PropertyValue {
  /// The text; null if there is none or it is empty.
  static func optional(_ text: String?) -> PropertyValue {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  static func joined(_ texts: [String], by separator: String) -> PropertyValue {
    optional(texts.joined(separator: separator))
  }
}

extension Layer {
  init(_ schema: LayerSchema, _ features: [Feature]) {
    self.init(name: schema.name, columns: schema.columns, features: features)
  }
}
