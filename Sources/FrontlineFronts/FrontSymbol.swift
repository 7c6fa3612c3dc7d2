public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineReports

/// A sign for a fight that is known too little of for a border to be drawn.
public struct FrontSymbol: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A short line across the axis between the two sides.
    case bar
    /// Who attacks, and from which side.
    case arrow
    /// A way in that is said to be closed from outside.
    case access
  }

  public enum Solidity: String, Sendable {
    /// One source alone says so: to be drawn dashed.
    case claimed
    /// Two independent sources say so: to be drawn solid.
    case reported
  }

  public var kind: Kind
  /// The place it stands at.
  public var placeID: String
  public var name: String
  /// Of an access: the name of what is surrounded.
  public var surrounded: String?
  /// The two sides, sorted by id; of an access, nil for a side that nobody names.
  public var partyA: String?
  public var partyB: String?
  /// Nil for a bar, and where nobody names one.
  public var attacker: String?
  public var solidity: Solidity
  /// A bar is one side; an arrow runs from its tail to its tip, which is its second corner, and then round the head.
  /// Never closed.
  public var line: LineString
  /// Belief that the place is fought over, 0…1; nil where it is not.
  public var probability: Double?
  /// The last day that the claims speak of.
  public var newest: Day
  /// Who says so, sorted.
  public var sources: [String]
  /// Ids, sorted.
  public var claims: [String]

  public init(
    kind: Kind, placeID: String, name: String, surrounded: String? = nil, partyA: String?,
    partyB: String?, attacker: String? = nil, solidity: Solidity, line: LineString,
    probability: Double?, newest: Day, sources: [String], claims: [String]
  ) {
    self.kind = kind
    self.placeID = placeID
    self.name = name
    self.surrounded = surrounded
    self.partyA = partyA
    self.partyB = partyB
    self.attacker = attacker
    self.solidity = solidity
    self.line = line
    self.probability = probability
    self.newest = newest
    self.sources = sources
    self.claims = claims
  }
}

/// What symbols are placed by, besides claims.
public struct SymbolTerrain: Sendable {
  public var corridors: [Corridor]
  public var gazetteer: Gazetteer
  /// GeoNames' codes of places that a fight is for the way through: a pass (PASS), a gap (GAP), a gorge or the mouth of
  /// a valley (GRGE), a canyon (CNYN), narrows (NRWS), a bridge (BDG), a ford (FORD), a tunnel (TNL, TNLRD), a gate
  /// (GATE), a causeway (CSWY), a crossing of a border (PSTB).
  public var narrows: Set<String> = [
    "PASS", "GAP", "GRGE", "CNYN", "NRWS", "BDG", "FORD", "TNL", "TNLRD", "GATE", "CSWY", "PSTB",
  ]

  public init(corridors: [Corridor], gazetteer: Gazetteer) {
    self.corridors = corridors
    self.gazetteer = gazetteer
  }

  func isNarrow(_ placeID: String) -> Bool {
    gazetteer.place(id: placeID).map { narrows.contains($0.featureCode) } ?? false
  }
}

/// Sizes of the symbols, kilometres. The bar's length and how evidence fades with distance are those of a study by
/// experiment; the others are ours.
enum SymbolSize {
  static let bar = 5.0
  static let arrow = 4.0
  /// How far a head's corners lie behind its tip, and to its sides.
  static let headLength = 0.8
  static let headHalfWidth = 0.5
  /// How far beside an attack's arrow that of a surrounded place's access stands.
  static let beside = 1.25
  /// At what distance evidence counts for 1/e.
  static let evidenceFading = 12.0
  /// How near a corridor has to pass to be the axis, and how much of it says which way it runs there.
  static let corridorReach = 2.0
  static let corridorLength = 2.0
  /// How far from what is surrounded its accesses may lie.
  static let accessReach = 40.0
  /// How many days a fight at an access, and the word that a place is surrounded, are shown.
  static let days = 7
}
