public import FrontlineClaims
public import FrontlineGeometry
public import FrontlineReports

/// What a QGIS project is made from: a GeoPackage of ours, and what to say of it.
public struct QGISMap: Sendable {
  /// A table of the GeoPackage.
  public struct Table: Hashable, Sendable {
    public enum Shape: String, Sendable {
      case point = "Point"
      case line = "Line"
      case polygon = "Polygon"
    }

    public var name: String
    public var shape: Shape
    /// Of its column `view`; empty if it has none.
    public var views: [String]
    /// What its features are told apart by when they are drawn, sorted: who holds an area (or, joined by blanks, fight
    /// over it) or a place, the kind of a line or symbol, who makes a claim.
    public var classes: [String]

    public init(name: String, shape: Shape, views: [String], classes: [String]) {
      self.name = name
      self.shape = shape
      self.views = views
      self.classes = classes
    }
  }

  public var title: String
  /// Who is to be named under the map.
  public var attribution: String
  public var parties: [Party]
  /// First and last day of the maps.
  public var period: ClosedRange<Day>
  /// What is shown first.
  public var extent: BoundingBox
  /// Those that have features.
  public var tables: [Table]
  /// How many different places the maps show: where they lie close, they are drawn small.
  public var placeCount: Int
  /// The GeoPackage's name in the project's folder.
  public var file: String

  public init(
    title: String, attribution: String, parties: [Party], period: ClosedRange<Day>,
    extent: BoundingBox, tables: [Table], placeCount: Int = 0, file: String
  ) {
    self.title = title
    self.attribution = attribution
    self.parties = parties
    self.period = period
    self.extent = extent
    self.tables = tables
    self.placeCount = placeCount
    self.file = file
  }

  func table(_ name: String) -> Table? { tables.first { $0.name == name } }

  /// `#rrggbb`; grey for a party that the theatre does not name.
  func colour(_ party: String) -> String {
    KMLColour.hex(parties.first { $0.id == party }?.colour ?? "")
  }

  func name(_ party: String) -> String { parties.first { $0.id == party }?.name ?? party }

  /// A name for labels: of a party with a long one, its first alias of two to six capitals, if it has any.
  func shortName(_ party: String) -> String {
    guard let party = parties.first(where: { $0.id == party }) else { return party }
    return party.name.count > 14 ? Self.initials(party) ?? party.name : party.name
  }

  /// The name, with the one that labels have.
  func fullName(_ party: String) -> String {
    let (long, short) = (name(party), shortName(party))
    return long == short ? long : "\(long) (\(short))"
  }

  private static func initials(_ party: Party) -> String? {
    party.aliases.first { alias in
      (2...6).contains(alias.utf8.count)
        && alias.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
  }
}

/// Names of the tables that are no layer of the maps.
public enum QGISTable {
  /// Places for orientation, with the column `importance`.
  public static let gazetteer = "gazetteer"
  public static let reports = "reports"
  /// The days of the maps: a page each in the print layout.
  public static let days = "days"
}
