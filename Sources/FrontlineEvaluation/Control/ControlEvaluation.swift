internal import FrontlineGeometry
public import FrontlineReports
internal import FrontlineTopology

/// How near the maps of some days come to the true ones, for one party.
public struct ControlEvaluation: Sendable {
  /// One day's result.
  public struct DayResult: Sendable {
    /// Nil where the truth has no dates.
    public var day: Day?
    public var outcome: Outcome
    /// How probable the map held it that the party holds each place, inside the theatre.
    public var forecasts: [Calibration.Forecast]
    /// Those within ``nearKilometres`` of the true line.
    public var forecastsNearLine: [Calibration.Forecast]
  }

  public enum Outcome: Hashable, Sendable {
    case scored(ControlScore)
    /// The map has nothing of the party on this day; what to do about it.
    case noMap(remedy: String)
    /// The truth has no line of the party inside the theatre on this day.
    case noTrueLine
  }

  /// Places nearer than this to the true line are also judged on their own.
  public static let nearKilometres = 20.0

  public var party: String
  /// In the order of the days.
  public var days: [DayResult]

  /// Compares the maps of every day the truth has for a party.
  ///
  /// - Parameters:
  ///   - party: Nil takes every party the truth names.
  ///   - day: Nil takes every day of the truth.
  /// - Returns: One evaluation a party, sorted.
  /// - Throws: ``MapFileError`` if the truth has nothing of the party; `FileError`; `TopologyError`.
  public static func evaluate(
    _ maps: ControlMaps, against truth: TrueMap, party: String? = nil, day: Day? = nil,
    options: ComparisonOptions = ComparisonOptions()
  ) throws -> [ControlEvaluation] {
    let parties = party.map { [$0] } ?? truth.parties
    guard !parties.isEmpty else { throw MapFileError.whichParty(in: truth.path) }
    return try parties.map { party in
      guard let plane = truth.plane(of: party) else {
        throw MapFileError.noParty(party, of: truth.parties, in: truth.path)
      }
      let judge = try Judge(
        party: party, maps: maps, truth: truth, plane: plane, options: options)
      let days = day.map { [$0] } ?? truth.days(of: party)
      return ControlEvaluation(party: party, days: try days.map(judge.result(on:)))
    }
  }

  /// The scores of the days that have one, in order.
  public var scores: [ControlScore] {
    days.compactMap { if case .scored(let score) = $0.outcome { score } else { nil } }
  }

  /// The days without a score.
  var failures: [DayResult] { days.filter { $0.problem != nil } }

  /// An error for each day that could not be compared.
  ///
  /// - Parameter file: The map's, for the message.
  public func findings(for file: String) -> [Finding] {
    failures.map { result in
      Finding(
        code: "not-compared", severity: .error,
        message: "\(party), \(result.day?.description ?? "all days"): \(result.problem ?? "")",
        remedy: result.remedy, file: file)
    }
  }

  public var calibration: Calibration? { Calibration(days.flatMap(\.forecasts)) }
  public var calibrationNearLine: Calibration? { Calibration(days.flatMap(\.forecastsNearLine)) }
}

extension ControlEvaluation.DayResult {
  /// Why the day has no score; nil if it has.
  var problem: String? {
    switch outcome {
    case .scored: nil
    case .noMap: "no prediction for this date"
    case .noTrueLine: "no true line inside the theatre"
    }
  }

  fileprivate var remedy: String {
    switch outcome {
    case .scored: ""
    case .noMap(let remedy): remedy
    case .noTrueLine: "leave the day out with --date, or give a --theatre that holds the line"
    }
  }
}

/// Compares the days of one party.
private struct Judge {
  let party: String
  let maps: ControlMaps
  let truth: TrueMap
  let plane: EqualAreaPlane
  let options: ComparisonOptions
  private let theatre: PlanarArea?
  private let core: PlanarArea?

  init(
    party: String, maps: ControlMaps, truth: TrueMap, plane: EqualAreaPlane,
    options: ComparisonOptions
  ) throws {
    (self.party, self.maps, self.truth, self.plane) = (party, maps, truth, plane)
    self.options = options
    theatre = try truth.theatre.map { try PlanarArea($0, in: plane) }
    core = try theatre?.buffer(kilometres: -options.edgeKilometres)
  }

  func result(on day: Day?) throws -> ControlEvaluation.DayResult {
    let features = try maps.features(on: day)
    var result = ControlEvaluation.DayResult(
      day: day, outcome: .noMap(remedy: maps.remedy(for: party, on: day)), forecasts: [],
      forecastsNearLine: [])
    let control = features.of(.control)
    guard control.contains(where: { $0.isHeld(by: party) }) || !features.of(.front).isEmpty else {
      return result
    }
    let compared = try compared(features)
    let area = try area(truth.areas(of: party, on: day))
    guard
      let belt = try Belt(
        round: area, theatre: theatre, core: core, kilometres: options.beltKilometres)
    else {
      result.outcome = .noTrueLine
      return result
    }
    result.outcome = .scored(try ControlScore(compared, truth: area, in: belt, options: options))
    (result.forecasts, result.forecastsNearLine) = try forecasts(
      features.of(.place), area, belt.line)
    return result
  }

  private func compared(_ features: [MapFeature]) throws -> ComparedMap {
    let control = features.of(.control)
    let others = control.filter { !$0.isHeld(by: party) }
    let front = features.of(.front)
    let bands = Dictionary(grouping: features.of(.band)) { $0.level ?? "None" }
    return ComparedMap(
      control: try area(control.filter { $0.isHeld(by: party) }),
      others: others.isEmpty ? nil : try area(others), contested: try area(features.of(.contested)),
      unknown: try area(features.of(.unknown)),
      front: front.isEmpty ? nil : try PlanarLines(front.lines, in: plane),
      bands: try bands.sorted { $0.key < $1.key }.map { ($0.key, try area($0.value)) })
  }

  /// What any of the features covers.
  ///
  /// GEOS begins a ring at another corner each time it unites areas of several parts, and where rings
  /// begin moves the points at which lines are compared. Uniting twice keeps to the corners of the
  /// script that figures were first published with, so that both agree in every digit.
  private func area(_ features: [MapFeature]) throws -> PlanarArea {
    let area = try PlanarArea.union(features.map { try PlanarArea([$0].polygons, in: plane) })
    return try PlanarArea.union([area])
  }

  private func forecasts(
    _ places: [MapFeature], _ truth: PlanarArea, _ line: PlanarLines
  ) throws -> (all: [Calibration.Forecast], near: [Calibration.Forecast]) {
    var points: [EqualAreaPlane.Point] = []
    var beliefs: [Double] = []
    for place in places {
      guard case .point(let position) = place.geometry,
        let belief = place.probability(of: party)
      else { continue }
      points.append(plane.point(at: position))
      beliefs.append(belief)
    }
    let inside = try theatre?.covers(points) ?? points.map { _ in true }
    let held = try truth.covers(points)
    let distances = try line.distances(from: points)
    let judged = points.indices.filter { inside[$0] }
    func forecast(_ index: Int) -> Calibration.Forecast {
      Calibration.Forecast(probability: beliefs[index], isTrue: held[index])
    }
    return (
      judged.map(forecast),
      judged.filter { distances[$0] <= ControlEvaluation.nearKilometres }.map(forecast)
    )
  }
}
