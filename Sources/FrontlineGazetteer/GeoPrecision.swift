/// How well a text fixes where something was.
public struct GeoPrecision: Hashable, Sendable {
  /// It was within this many kilometres of the position.
  public var radiusKilometres: Double
  /// ACLED's `geo_precision`: 1 the place itself, 2 near it or a part of a small region, 3 a larger region
  /// (ACLED Codebook, "Geo-precision").
  public var acled: Int
  /// UCDP GED's `where_prec`: 1 exact, 2 within about 25 km of a known point, 3 second-order unit, 4 first-order
  /// unit, 5 a line or a fuzzy area, 6 country, 7 beyond (UCDP GED Codebook).
  public var ucdp: Int

  public init(radiusKilometres: Double, acled: Int, ucdp: Int) {
    self.radiusKilometres = radiusKilometres
    self.acled = acled
    self.ucdp = ucdp
  }

  /// Of a statement about a place of the gazetteer.
  public init(of place: Place) {
    let radius =
      place.radiusKilometres
      ?? FeatureRadius.kilometres(
        featureClass: place.featureClass, featureCode: place.featureCode,
        population: place.population)
    let (acled, ucdp) =
      switch (place.featureClass, place.featureCode) {
      case ("A", let code) where code.hasPrefix("PCL"): (3, 6)
      case ("A", "ADM1"): (3, 4)
      case ("A", _): (2, 3)
      case ("P", _), ("S", _): (1, 1)
      default: radius > 25 ? (3, 5) : radius > 5 ? (2, 5) : (1, 1)
      }
    self.init(radiusKilometres: radius, acled: acled, ucdp: ucdp)
  }
}
