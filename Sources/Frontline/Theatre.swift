public import FrontlineClaims
public import FrontlineControl
public import FrontlineGeometry
public import FrontlineReports

/// A conflict as its folder describes it: when, where, who, and who held what at first.
public struct Theatre: Hashable, Sendable {
  /// Who held a place before the first report.
  public struct PriorControl: Hashable, Sendable {
    /// A gazetteer id; the statement flows down to every place inside.
    public var place: String
    public var party: String
    /// The first day it holds for; nil for all days.
    public var since: Day?
    /// Where the statement comes from, for a person.
    public var source: String

    public init(place: String, party: String, since: Day?, source: String) {
      self.place = place
      self.party = party
      self.since = since
      self.source = source
    }
  }

  /// An NCName; names the theatre's files.
  public var id: String
  public var title: String
  /// IANA name; the days of the reports are days there.
  public var timeZone: String
  /// The days maps are made for by default, first and last included; nil for the reports' own days.
  public var period: ClosedRange<Day>?
  public var box: BoundingBox?
  /// Folders of place tables, relative to the theatre's folder.
  public var gazetteers: [String]
  /// How far evidence at a place reaches; areas beyond stay blank.
  public var reachKilometres: Double
  public var parties: [Party]
  public var prior: [PriorControl]
  /// What claims are worth.
  public var weights: ClaimWeights

  public init(
    id: String, title: String, timeZone: String = "UTC", period: ClosedRange<Day>? = nil,
    box: BoundingBox? = nil, gazetteers: [String] = [], reachKilometres: Double = 8,
    parties: [Party], prior: [PriorControl] = [], weights: ClaimWeights = ClaimWeights()
  ) {
    self.id = id
    self.title = title
    self.timeZone = timeZone
    self.period = period
    self.box = box
    self.gazetteers = gazetteers
    self.reachKilometres = reachKilometres
    self.parties = parties
    self.prior = prior
    self.weights = weights
  }

  public func party(_ id: String) -> Party? { parties.first { $0.id == id } }

  /// Whether two parties fight each other: either names the other as opposed.
  public func areOpposed(_ first: String, _ second: String) -> Bool {
    party(first)?.opposedTo.contains(second) == true
      || party(second)?.opposedTo.contains(first) == true
  }
}
