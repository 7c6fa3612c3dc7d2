public import FrontlineClaims
public import FrontlineGeometry
public import FrontlineLayers
public import FrontlineReports

/// What all pictures of a theatre share.
public struct PictureTheatre: Sendable {
  public var title: String
  /// Whose answer the pictures show, as a headline has it.
  public var view: String
  /// The same in a sentence.
  public var meaning: String
  public var parties: [Party]
  /// What was mapped.
  public var box: BoundingBox
  /// The edge of what was mapped; empty where it is the box.
  public var outline: [Polygon] = []
  /// Outlines of units, for orientation.
  public var units: [Polygon] = []
  /// The most important first.
  public var references: [MapReference] = []
  /// What it was made from, and whom to thank.
  public var credits = ""

  public init(
    title: String, view: String, meaning: String, parties: [Party], box: BoundingBox
  ) {
    self.title = title
    self.view = view
    self.meaning = meaning
    self.parties = parties
    self.box = box
  }

  func name(of party: String) -> String { parties.first { $0.id == party }?.name ?? party }

  /// Those of all who fight over ground; grey for none.
  func inks(of parties: [String]) -> [Ink] {
    parties.isEmpty ? [ink(of: nil)] : parties.map(ink(of:))
  }

  /// Grey for a party that is not known.
  func ink(of party: String?) -> Ink {
    Ink(parties.first { $0.id == party }?.colour ?? "")
  }
}

/// What a picture shows of one day.
public struct PictureDay: Sendable {
  public var day: Day
  /// The layers of one view.
  public var layers: [Layer]

  public init(day: Day, layers: [Layer]) {
    self.day = day
    self.layers = layers
  }
}
