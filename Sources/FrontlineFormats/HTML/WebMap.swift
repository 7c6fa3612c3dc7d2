public import FrontlineClaims
public import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

/// What the map in a browser shows beside its layers.
public struct WebMap: Sendable {
  /// Whose answer a map is.
  public struct View: Hashable, Sendable {
    /// As in the column `view`.
    public var id: String
    /// On its button.
    public var title: String
    /// In a sentence.
    public var meaning: String

    public init(id: String, title: String, meaning: String) {
      self.id = id
      self.title = title
      self.meaning = meaning
    }
  }

  /// Who held a place before the first report.
  public struct Prior: Hashable, Sendable {
    /// As in the column `claims`: `prior-` and the place's id.
    public var id: String
    public var name: String
    public var party: String
    public var since: Day?
    public var source: String

    public init(id: String, name: String, party: String, since: Day?, source: String) {
      self.id = id
      self.name = name
      self.party = party
      self.since = since
      self.source = source
    }
  }

  /// Pictures under the map, the only thing the page may fetch.
  public struct Tiles: Hashable, Sendable {
    /// With `{z}`, `{x}` and `{y}`, maybe `{s}`.
    public var url: String
    /// Whom to thank for them.
    public var credit: String

    public init(url: String, credit: String) {
      self.url = url
      self.credit = credit
    }
  }

  public var title: String
  /// In order; a feature holds from one of them to another.
  public var days: [Day]
  /// In the order of their buttons; the first one is shown at first.
  public var views: [View]
  public var parties: [Party]
  /// What is mapped.
  public var box: BoundingBox
  /// The edge of what is mapped; empty where it is the box.
  public var outline: [Polygon] = []
  /// Outlines of units, for orientation.
  public var units: [Polygon] = []
  /// The most important first.
  public var references: [MapReference] = []
  public var priors: [Prior] = []
  public var reports: [Report] = []
  public var claims: [Claim] = []
  /// Which reports a map may use: `day` for those of its own day and before.
  public var knownBy = "day"
  /// What it was made from, and whom to thank.
  public var credits = ""
  public var tiles: Tiles?

  public init(title: String, days: [Day], views: [View], parties: [Party], box: BoundingBox) {
    self.title = title
    self.days = days
    self.views = views
    self.parties = parties
    self.box = box
  }
}

/// What of a theatre the page leaves out, because it would be too large for a browser.
public struct WebMapLoss: Hashable, Sendable {
  /// By how much shapes may be off, in metres; 0 if none is.
  public var metres: Int = 0
  /// What is not in the page, in words.
  public var leftOut: [String] = []
  /// Whether nothing that is left would be small enough.
  public var isTooLarge = false

  public init() {}
}
