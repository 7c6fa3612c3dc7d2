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

    public init(name: String, shape: Shape, views: [String]) {
      self.name = name
      self.shape = shape
      self.views = views
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
  /// Who fights over areas, each group's ids joined by a space, sorted.
  public var contested: [String]
  /// The GeoPackage's name in the project's folder.
  public var file: String

  public init(
    title: String, attribution: String, parties: [Party], period: ClosedRange<Day>,
    extent: BoundingBox, tables: [Table], contested: [String], file: String
  ) {
    self.title = title
    self.attribution = attribution
    self.parties = parties
    self.period = period
    self.extent = extent
    self.tables = tables
    self.contested = contested
    self.file = file
  }

  func table(_ name: String) -> Table? { tables.first { $0.name == name } }

  /// `#rrggbb`; grey for a party that the theatre does not name.
  func colour(_ party: String) -> String {
    KMLColour.hex(parties.first { $0.id == party }?.colour ?? "")
  }

  func name(_ party: String) -> String { parties.first { $0.id == party }?.name ?? party }
}

/// Names of the tables that are no layer of the maps.
public enum QGISTable {
  /// Places for orientation, with the column `importance`.
  public static let gazetteer = "gazetteer"
  public static let reports = "reports"
  /// The days of the maps: a page each in the print layout.
  public static let days = "days"
}
