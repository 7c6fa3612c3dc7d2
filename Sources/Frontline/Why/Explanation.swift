public import FrontlineClaims
public import FrontlineControl
public import FrontlineGeometry
public import FrontlineReports

/// Why a place or a point is drawn as it is: the chain from the map to the sentences.
public struct Explanation: Sendable {
  /// What is asked about.
  public struct Subject: Hashable, Sendable {
    public var name: String
    public var position: Position
    /// A site of the maps; nil for a point.
    public var placeID: String?

    public init(name: String, position: Position, placeID: String?) {
      self.name = name
      self.position = position
      self.placeID = placeID
    }
  }

  public var subject: Subject
  public var day: Day
  public var answers: [ViewAnswer]
  /// Claims about the place or what contains it that no view counted, with the reason.
  public var unheard: [(claim: Claim, reason: String)]
}

extension Explanation {
  /// What one view shows, and what holds it there.
  public struct ViewAnswer: Sendable {
    public var view: View
    public var status: PlaceControl.Status
    /// Belief in the status, 0…1.
    public var probability: Double
    /// By party, sorted; empty where nothing reaches.
    public var probabilities: [PlaceControl.PartyProbability]
    /// What the drawn map shows there, where that is something else.
    public var drawn: PlaceControl.Status?
    public var line: Line?
    /// How far fresh evidence speaks for the land round it.
    public var reachKilometres: Double
    /// What the place's own claims say, its neighbours not heard; nil for a point, and where they say nothing.
    public var own: [PlaceControl.PartyProbability]?
    /// Whether the latest word of each place stands and nothing is weighed.
    public var isLatestWord: Bool
    /// The places nearby that speak for each party, by party: those that hold the line.
    public var sides: [Side]
    /// What speaks for what is shown: about the place first, then about the places nearby; the weightiest first.
    public var claims: [Evidence]
    public var outvoted: [Evidence]
    /// Statements of prior control that stand behind it.
    public var prior: [Theatre.PriorControl]
  }

  /// The nearest front line.
  public struct Line: Hashable, Sendable {
    public var kilometres: Double
    public var parties: [String]
    /// Four times in five the true line lies within this of the one drawn.
    public var halfWidthKilometres: Double
    public var newest: Day?
  }

  public struct Side: Hashable, Sendable {
    public var party: String
    /// The nearest in space and time first.
    public var places: [NearEvidence]
  }

  /// A claim, and what it counts for.
  public struct Evidence: Sendable {
    public var claim: Claim
    /// The place it speaks for; nil for the one that is asked about.
    public var near: String?
    /// Nil where it says nothing of who holds the place, such as of fighting.
    public var weighed: WeighedClaim?
    /// Why it did not prevail; empty if it did.
    public var reasons: [String] = []
  }
}
