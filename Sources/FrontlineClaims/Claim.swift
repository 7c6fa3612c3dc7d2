public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineReports

/// Someone's statement that something held at a place and a time.
public struct Claim: Hashable, Sendable, Identifiable {
  /// What is said to have happened.
  public enum Event: String, Sendable, CaseIterable {
    case fighting, attack
    case attackRepelled = "attack_repelled"
    case captured, recaptured, holds, entered, withdrew, surrounded, massing
    case deniedCapture = "denied_capture"
    case casualties
    case equipmentDestroyed = "equipment_destroyed"
  }

  /// Who holds the place afterwards, if the statement is true.
  public enum ControlAfter: Hashable, Sendable {
    case held(party: String)
    /// The party no longer holds it; who does, nobody says.
    case notHeld(party: String)
    case contested
    case unknown
  }

  /// Who says so: not who acted.
  public enum Claimant: Hashable, Sendable {
    case party(String)
    case independent, resident, analyst, thirdParty
  }

  public enum Hedge: String, Sendable, CaseIterable {
    case asserted, claimed, denied, unverified
  }

  public enum Precision: String, Sendable, CaseIterable {
    case day, week, month
  }

  /// A count said of one party: `high` is nil where the statement leaves it open ("at least 40").
  public struct Figure: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case killed, wounded, captured, vehicles
    }
    public var kind: Kind
    /// The party that lost; nil where the statement does not say.
    public var party: String?
    public var low: Int
    public var high: Int?

    public init(kind: Kind, party: String?, low: Int, high: Int?) {
      self.kind = kind
      self.party = party
      self.low = low
      self.high = high
    }
  }

  /// Where a claim comes from, down to the words.
  public struct Provenance: Hashable, Sendable {
    public var report: String
    public var sentence: String
    /// The sentence and the place's name in the report's text, in Unicode scalars.
    public var sentenceRange: Range<Int>
    public var placeRange: Range<Int>
    /// The rule that read it, as named in the pattern files.
    public var rule: String

    public init(
      report: String, sentence: String, sentenceRange: Range<Int>, placeRange: Range<Int>,
      rule: String
    ) {
      self.report = report
      self.sentence = sentence
      self.sentenceRange = sentenceRange
      self.placeRange = placeRange
      self.rule = rule
    }
  }

  /// Stable for the same report, sentence, place and event; an NCName.
  public var id: String
  /// A gazetteer id, or `unlisted:` and the folded name for a place that no gazetteer lists.
  public var placeID: String
  public var placeName: String
  /// Nil for a place that no gazetteer lists: such a claim is told, and not drawn.
  public var position: Position?
  /// How well the text fixes where it was; nil where nobody says.
  public var geoPrecision: GeoPrecision?
  /// The word that puts the event at the place's edge (`entrance`, `outskirts`); nil for the place
  /// itself. What happens at the edge says nothing of the inside.
  public var edge: String?
  public var event: Event
  /// The party that did it, and the party it was done to; nil where the text does not say.
  public var actor: String?
  public var against: String?
  public var controlAfter: ControlAfter
  /// Valid time: the days on which the statement is about something that was so.
  public var valid: Range<Day>
  public var precision: Precision
  /// The words that fixed the valid time.
  public var dateBasis: String
  /// Report time: when it was said.
  public var reported: Day
  public var claimant: Claimant
  public var speaker: String?
  public var hedge: Hedge
  public var figures: [Figure]
  public var provenance: Provenance
  /// What the data set it was coded in says beyond it; nil for a claim read from a text.
  public var coding: Coding?
  /// What a person decided about it; nil for one that nobody has decided about.
  public var edit: Edit?

  public init(
    id: String, placeID: String, placeName: String, position: Position?,
    geoPrecision: GeoPrecision? = nil, edge: String? = nil, event: Event,
    actor: String?, against: String?, controlAfter: ControlAfter, valid: Range<Day>,
    precision: Precision, dateBasis: String, reported: Day, claimant: Claimant,
    speaker: String?, hedge: Hedge, figures: [Figure] = [], provenance: Provenance,
    coding: Coding? = nil, edit: Edit? = nil
  ) {
    self.id = id
    self.placeID = placeID
    self.placeName = placeName
    self.position = position
    self.geoPrecision = geoPrecision
    self.edge = edge
    self.event = event
    self.actor = actor
    self.against = against
    self.controlAfter = controlAfter
    self.valid = valid
    self.precision = precision
    self.dateBasis = dateBasis
    self.reported = reported
    self.claimant = claimant
    self.speaker = speaker
    self.hedge = hedge
    self.figures = figures
    self.provenance = provenance
    self.coding = coding
    self.edit = edit
  }
}

extension Claim.Claimant: CustomStringConvertible {
  /// A party's id, or `independent`, `resident`, `analyst`, `third_party`.
  public var description: String {
    switch self {
    case .party(let id): id
    case .independent: "independent"
    case .resident: "resident"
    case .analyst: "analyst"
    case .thirdParty: "third_party"
    }
  }
}
