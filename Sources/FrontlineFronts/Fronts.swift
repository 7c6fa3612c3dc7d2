public import FrontlineControl
public import FrontlineGeometry
public import FrontlineReports

/// An area held by one party, or fought over by several.
public struct ControlArea: Hashable, Sendable {
  /// `held` or `contested`; unknown is never an area.
  public var status: PlaceControl.Status
  /// Disjoint from every other area of the same map; touching areas share vertices exactly.
  public var polygons: [Polygon]
  public var areaSquareKilometres: Double
  /// The mean probability of the places inside, 0…1.
  public var probability: Double
  /// Ids of the places inside and of the claims that decided them, sorted.
  public var places: [String]
  public var claims: [String]

  public init(
    status: PlaceControl.Status, polygons: [Polygon], areaSquareKilometres: Double,
    probability: Double, places: [String], claims: [String]
  ) {
    self.status = status
    self.polygons = polygons
    self.areaSquareKilometres = areaSquareKilometres
    self.probability = probability
    self.places = places
    self.claims = claims
  }
}

/// A piece of border between areas of opposing control, and what holds it in place.
public struct FrontLine: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// Between areas held by two opposing parties.
    case line
    /// Between an area held by one party and a contested area in which an opponent fights.
    case contestedEdge = "contested_edge"
  }

  public var kind: Kind
  /// The two parties, sorted by id.
  public var partyA: String
  public var partyB: String
  /// The party on the left of the line in its direction: one of the two.
  public var left: String
  /// Names of the contested places along it, sorted; empty for `line`.
  public var contestedPlaces: [String]
  public var lines: [LineString]
  public var lengthKilometres: Double
  /// The chance that the places that hold it on either side are held as drawn, 0…1.
  public var probability: Double
  /// Four times in five the true line lies within this of it, kilometres.
  public var halfWidthKilometres: Double
  /// The day of the newest evidence on either side; nil if there is none but prior control.
  public var newest: Day?
  /// Ids of the three nearest places on either side and of the claims that decided them, sorted.
  public var places: [String]
  public var claims: [String]

  public init(
    kind: Kind, partyA: String, partyB: String, left: String, contestedPlaces: [String],
    lines: [LineString],
    lengthKilometres: Double, probability: Double, halfWidthKilometres: Double, newest: Day?,
    places: [String], claims: [String]
  ) {
    self.kind = kind
    self.partyA = partyA
    self.partyB = partyB
    self.left = left
    self.contestedPlaces = contestedPlaces
    self.lines = lines
    self.lengthKilometres = lengthKilometres
    self.probability = probability
    self.halfWidthKilometres = halfWidthKilometres
    self.newest = newest
    self.places = places
    self.claims = claims
  }

  /// No piece is longer, kilometres.
  public static let longestKilometres = 10.0
}

/// Where a front line runs with some chance.
public struct Band: Hashable, Sendable {
  /// The chance that the true line lies inside, 0…1.
  public var level: Double
  /// Bands of one map lie in each other.
  public var polygons: [Polygon]
  public var areaSquareKilometres: Double

  public init(level: Double, polygons: [Polygon], areaSquareKilometres: Double) {
    self.level = level
    self.polygons = polygons
    self.areaSquareKilometres = areaSquareKilometres
  }
}

/// Areas and front lines of one control map.
public struct Fronts: Hashable, Sendable {
  public var asOf: Day
  public var view: View
  public var areas: [ControlArea]
  public var lines: [FrontLine]
  /// The narrowest first; none in the view of a party.
  public var bands: [Band]

  public init(
    asOf: Day, view: View, areas: [ControlArea], lines: [FrontLine], bands: [Band] = []
  ) {
    self.asOf = asOf
    self.view = view
    self.areas = areas
    self.lines = lines
    self.bands = bands
  }
}

extension PlaceControl.Status {
  var isContested: Bool {
    if case .contested = self { true } else { false }
  }

  /// Its parties, sorted; none if unknown.
  var parties: [String] {
    switch self {
    case .held(let party): [party]
    case .contested(let parties): parties.sorted()
    case .unknown: []
    }
  }
}
