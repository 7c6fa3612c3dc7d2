public import FrontlineClaims
public import FrontlineFronts
public import FrontlineGeometry
public import FrontlineReports

/// What changed between two days of a map: ground won and lost, places, and the claims behind it.
public struct MapDiff: Sendable {
  /// Who has some ground: a party, by id, or nobody alone.
  public enum Holder: Hashable, Sendable, Comparable {
    case party(String)
    case contested
    /// Blank: no evidence reaches it.
    case unknown
  }

  /// What a holder has gained and given up, square kilometres.
  ///
  /// The ranges hold four times in five. They come from the errors of both days' lines between parties where they bound
  /// ground that changed, taken as independent of each other (``AreaRange``). Where the line stayed, both days err alike
  /// and their errors cancel. The edge of contested ground is drawn half way to the next place: it adds nothing.
  ///
  /// Ground that evidence reaches on one of the days only was not won and not lost: it is told apart.
  public struct Balance: Hashable, Sendable {
    public var holder: Holder
    public var won: AreaRange
    public var lost: AreaRange
    public var net: AreaRange
    /// Held now, and blank before.
    public var appeared: Double
    /// Held before, and blank now.
    public var faded: Double
  }

  /// A piece of ground that went from one holder to another.
  public struct Change: Hashable, Sendable {
    public var from: Holder
    public var to: Holder
    public var polygon: Polygon
    public var area: AreaRange
    /// Ids of the places in it that changed, sorted.
    public var places: [String]
    /// Whether one of the days is blank there: evidence came or faded, which nobody won.
    public var isOfReach: Bool { from == .unknown || to == .unknown }
    /// Ids of the claims behind it: those about the places in it first, then those that hold the lines round it.
    public var claims: [String]
  }

  /// The state of a place on one of the days.
  public struct State: Hashable, Sendable {
    public var status: String
    public var party: String?
    /// Belief in the status, 0…1.
    public var probability: Double
  }

  /// A place whose status or holder changed.
  public struct PlaceChange: Hashable, Sendable {
    public var placeID: String
    public var name: String
    public var position: Position
    public var from: State
    public var to: State
    /// Ids of the claims of the period that were weighed, by their days.
    public var claims: [String]
  }

  public var theatre: String
  public var view: String
  public var from: Day
  public var to: Day
  /// The parties by id, then contested ground, each if it changed.
  public var balances: [Balance]
  /// The largest first, those that are blank on one day last; pieces below ``leastChange`` are in the balances only.
  public var changes: [Change]
  /// How many pieces were too small, and what they add up to in km².
  public var slivers: (count: Int, area: Double)
  /// By name, then id.
  public var places: [PlaceChange]
  /// Every claim that a change or a place names, by its days.
  public var claims: [Claim]
  /// The parties' names, by id.
  public var names: [String: String]

  /// A changed piece of ground is worth naming from this size on, square kilometres.
  public static let leastChange = 0.5
}

extension MapDiff.Holder {
  /// A party's id, `contested`, or `unknown`.
  public var text: String {
    switch self {
    case .party(let id): id
    case .contested: "contested"
    case .unknown: "unknown"
    }
  }
}

extension MapDiff.State {
  public var holder: MapDiff.Holder {
    if let party { return .party(party) }
    return status == "contested" ? .contested : .unknown
  }
}

/// Two maps that cannot be compared: which, why, and what to do.
public struct MapDiffError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var problem: String
  public var remedy: String

  public var description: String { "\(path): error: \(problem) [diff]\n    \(remedy)" }
}

extension MapDiffError {
  static func notBuilt(_ day: Day, of days: [Day], in path: String) -> MapDiffError {
    let known =
      days.count > 6
      ? "\(days.count) days from \(days[0]) to \(days[days.count - 1])"
      : days.map(\.description).joined(separator: ", ")
    return MapDiffError(
      path: path, problem: "the build has no maps of \(day); it has \(known)",
      remedy: "give a day it has, or build that day too")
  }

  static func order(_ first: Day, _ second: Day, in path: String) -> MapDiffError {
    MapDiffError(
      path: path, problem: "\(second) is not after \(first)",
      remedy: "give the earlier day first, and two different ones")
  }

  static func noView(_ view: String, of views: [String], in path: String) -> MapDiffError {
    MapDiffError(
      path: path, problem: "the build has no view '\(view)'",
      remedy: "views: \(views.joined(separator: ", "))")
  }

  static func noLayers(in path: String) -> MapDiffError {
    MapDiffError(
      path: path, problem: "the build wrote no GeoJSON, from which maps are compared",
      remedy: "build again with --format geojson among the formats")
  }
}
