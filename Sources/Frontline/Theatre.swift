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
  /// A file of polygons, relative to the theatre's folder; nil for `boundaries.geojson`, if it is there.
  public var boundariesFile: String?
  /// Files of lines, relative to the theatre's folder; nil for none.
  public var barriersFile: String?
  public var corridorsFile: String?
  /// How far evidence at a place reaches; areas beyond stay blank. Nil for what the places themselves suggest.
  public var reachKilometres: Double?
  public var parties: [Party]
  public var prior: [PriorControl]
  /// What claims are worth.
  public var weights: ClaimWeights
  /// What is believed of sources before their statements are compared; those it does not name start alike.
  public var sources: [SourcePrior]
  public var model: FieldParameters

  public init(
    id: String, title: String, timeZone: String = "UTC", period: ClosedRange<Day>? = nil,
    box: BoundingBox? = nil, gazetteers: [String] = [], boundariesFile: String? = nil,
    barriersFile: String? = nil, corridorsFile: String? = nil, reachKilometres: Double? = nil,
    parties: [Party], prior: [PriorControl] = [], weights: ClaimWeights = ClaimWeights(),
    sources: [SourcePrior] = [], model: FieldParameters = FieldParameters()
  ) {
    self.id = id
    self.title = title
    self.timeZone = timeZone
    self.period = period
    self.box = box
    self.gazetteers = gazetteers
    self.boundariesFile = boundariesFile
    self.barriersFile = barriersFile
    self.corridorsFile = corridorsFile
    self.reachKilometres = reachKilometres
    self.parties = parties
    self.prior = prior
    self.weights = weights
    self.sources = sources
    self.model = model
  }

  /// The reach for those who need a number, in km.
  var reachOrDefault: Double { reachKilometres ?? 8 }

  public func party(_ id: String) -> Party? { parties.first { $0.id == id } }

  /// Whether two parties fight each other: either names the other as opposed.
  public func areOpposed(_ first: String, _ second: String) -> Bool {
    party(first)?.opposedTo.contains(second) == true
      || party(second)?.opposedTo.contains(first) == true
  }
}
