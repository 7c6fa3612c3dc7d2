public import FrontlineGeometry

/// An entry of the gazetteer: a place with its class, its position and where the facts come from.
public struct Place: Hashable, Sendable, Identifiable {
  /// How well the position is known.
  public enum Confidence: String, Sendable, CaseIterable {
    /// Two sources within 2 km of each other.
    case a = "A"
    /// One source.
    case b = "B"
    /// Derived, for example from a polygon or a route.
    case c = "C"
    /// Inferred from descriptions; every output that uses the place says so.
    case d = "D"
  }

  /// Stable, an NCName: `xx-varosh-bazarun`; or two with a colon: `gn:1120471`.
  public var id: String
  public var name: String
  /// GeoNames' one-letter class: A unit, P settlement, T relief, H water, L area, R road, S spot.
  public var featureClass: String
  /// GeoNames' code, such as `ADM1`, `PPL`, `PASS`.
  public var featureCode: String
  /// ISO 3166-1 alpha-2, or empty.
  public var country: String
  /// Names of the first- and second-level units; empty if none.
  public var admin1: String
  public var admin2: String
  /// The id of the place that contains this one; nil at the top.
  public var parent: String?
  public var position: Position
  /// Radius of the place in km; nil where the source states none.
  public var radiusKilometres: Double?
  /// The box round an area; nil for points and where no source states one.
  public var extent: BoundingBox?
  /// How many people live there; nil where the source states none.
  public var population: Int?
  public var source: String
  public var confidence: Confidence
  public var note: String

  public init(
    id: String, name: String, featureClass: String, featureCode: String, country: String = "",
    admin1: String = "", admin2: String = "", parent: String? = nil, position: Position,
    radiusKilometres: Double? = nil, extent: BoundingBox? = nil, population: Int? = nil,
    source: String = "", confidence: Confidence = .b, note: String = ""
  ) {
    self.id = id
    self.name = name
    self.featureClass = featureClass
    self.featureCode = featureCode
    self.country = country
    self.admin1 = admin1
    self.admin2 = admin2
    self.parent = parent
    self.position = position
    self.radiusKilometres = radiusKilometres
    self.extent = extent
    self.population = population
    self.source = source
    self.confidence = confidence
    self.note = note
  }

  /// Whether the place is an area that contains others (an administrative unit, a country).
  public var isAdministrativeUnit: Bool { featureClass == "A" }
}

/// One spelling of a place's name.
public struct PlaceName: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case official, variant, historical, abbreviation
  }

  public var placeID: String
  public var text: String
  /// ISO 639 language code, or `und`.
  public var language: String
  /// ISO 15924 script code: `Latn`, `Arab`, `Cyrl`.
  public var script: String
  public var kind: Kind

  public init(
    placeID: String, text: String, language: String = "und", script: String = "Latn",
    kind: Kind = .variant
  ) {
    self.placeID = placeID
    self.text = text
    self.language = language
    self.script = script
    self.kind = kind
  }
}
