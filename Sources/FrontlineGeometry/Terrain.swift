/// A line that evidence does not cross easily, and that a front tends to follow: a river, a ridge, a coast.
public struct Barrier: Hashable, Sendable {
  public var name: String
  public var line: LineString
  /// How much farther apart the two sides are than they lie, in km.
  public var strengthKilometres: Double

  /// The strength where nobody gives one, in km: as much as evidence reaches in open land, so that little crosses. Ours.
  public static let defaultStrengthKilometres = 30.0

  public init(
    name: String, line: LineString, strengthKilometres: Double = defaultStrengthKilometres
  ) {
    self.name = name
    self.line = line
    self.strengthKilometres = strengthKilometres
  }
}

/// A line along which evidence travels farther than across the land beside it: a road, a valley.
public struct Corridor: Hashable, Sendable {
  public var name: String
  public var line: LineString
  /// How many times as far.
  public var speed: Double

  /// The speed where nobody gives one. Ours.
  public static let defaultSpeed = 3.0

  public init(name: String, line: LineString, speed: Double = defaultSpeed) {
    self.name = name
    self.line = line
    self.speed = speed
  }
}
