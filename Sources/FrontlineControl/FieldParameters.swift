/// The numbers of the field that control is read from.
///
/// Defaults were measured on wars with known truth: claims on a slow war of two parties, and invented
/// ones (see ARCHITECTURE.md).
public struct FieldParameters: Hashable, Sendable {
  /// How far a front moves, in kilometres a day: a claim that is a day old counts as that much farther
  /// away. A slow war of positions has 0.03, an offensive 1 to 20.
  public var movementKilometresPerDay = 0.03
  /// Chance per day that control of a place has changed unreported, 0…1.
  public var changePerDay = 0.001
  /// How many of the nearest places speak for a point.
  public var neighbours = 24
  /// Farther from evidence of an opponent than twice this, distance no longer counts, in kilometres.
  public var capKilometres = 30.0
  /// Distance of the grid's lines in kilometres, 0.1…10; nil: a third of the distance between places near the
  /// front, 0.25…2.
  public var gridKilometres: Double?
  /// A place this near to evidence of an opponent is near the front, in kilometres: sources err more there.
  public var nearKilometres = 10.0
  /// Standard deviation of the line's place, as a share of the mean distance to evidence on either side.
  public var sigma = 0.37

  public init() {}
}
