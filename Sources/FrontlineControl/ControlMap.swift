public import FrontlineGeometry
public import FrontlineReports

/// Whose answer a map gives.
public enum View: Hashable, Sendable {
  /// What we infer from all claims.
  case assessed
  /// What one party says.
  case claimed(party: String)
  /// What those say who belong to no party.
  case independent
}

extension View: CustomStringConvertible {
  /// `assessed`, `claimed:<party>` or `independent`.
  public var description: String {
    switch self {
    case .assessed: "assessed"
    case .claimed(let party): "claimed:\(party)"
    case .independent: "independent"
    }
  }
}

/// The state of one place on one day in one view.
public struct PlaceControl: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    case held(party: String)
    /// Evidence of opposing parties in the place; their ids, sorted.
    case contested(parties: [String])
    /// No evidence reaches the place.
    case unknown
  }

  public var placeID: String
  public var name: String
  public var position: Position
  public var status: Status
  /// Belief in the status, 0…1; 0 when unknown.
  public var probability: Double
  /// Belief per party that it holds the place, sorted by party; sums to at most 1.
  public var partyProbabilities: [PartyProbability]
  /// What was weighed, for and against, sorted: claims, and the prior statement it started from.
  public var claims: [String]
  /// The place whose claims decided it: itself, or the unit whose statement flowed down; nil if unknown.
  public var decidedBy: String?

  public struct PartyProbability: Hashable, Sendable {
    public var party: String
    public var probability: Double

    public init(party: String, probability: Double) {
      self.party = party
      self.probability = probability
    }
  }

  public init(
    placeID: String, name: String, position: Position, status: Status, probability: Double,
    partyProbabilities: [PartyProbability] = [], claims: [String] = [], decidedBy: String? = nil
  ) {
    self.placeID = placeID
    self.name = name
    self.position = position
    self.status = status
    self.probability = probability
    self.partyProbabilities = partyProbabilities
    self.claims = claims
    self.decidedBy = decidedBy
  }
}

/// Who controls what on a day, in a view.
public struct ControlMap: Hashable, Sendable {
  /// The day the map answers for.
  public var asOf: Day
  public var view: View
  /// Sorted by place id.
  public var places: [PlaceControl]

  public init(asOf: Day, view: View, places: [PlaceControl]) {
    self.asOf = asOf
    self.view = view
    self.places = places
  }
}
