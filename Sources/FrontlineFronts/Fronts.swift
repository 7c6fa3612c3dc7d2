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
  /// The mean belief of the places inside, 0…1.
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

/// A border between areas of opposing control.
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
  /// Names of the contested places along it, sorted; empty for `line`.
  public var contestedPlaces: [String]
  public var lines: [LineString]
  public var lengthKilometres: Double
  /// The mean belief of the places on either side, 0…1.
  public var probability: Double
  /// Ids of the places on either side and of the claims that decided them, sorted.
  public var places: [String]
  public var claims: [String]

  public init(
    kind: Kind, partyA: String, partyB: String, contestedPlaces: [String], lines: [LineString],
    lengthKilometres: Double, probability: Double, places: [String], claims: [String]
  ) {
    self.kind = kind
    self.partyA = partyA
    self.partyB = partyB
    self.contestedPlaces = contestedPlaces
    self.lines = lines
    self.lengthKilometres = lengthKilometres
    self.probability = probability
    self.places = places
    self.claims = claims
  }
}

/// Areas and front lines of one control map.
public struct Fronts: Hashable, Sendable {
  public var asOf: Day
  public var view: View
  public var areas: [ControlArea]
  public var lines: [FrontLine]

  public init(asOf: Day, view: View, areas: [ControlArea], lines: [FrontLine]) {
    self.asOf = asOf
    self.view = view
    self.areas = areas
    self.lines = lines
  }
}
