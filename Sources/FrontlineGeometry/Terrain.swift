/// A line that evidence does not cross and that a front follows: a river, a ridge, a coast.
public struct Barrier: Hashable, Sendable {
  public var name: String
  public var line: LineString
  /// How many kilometres farther apart the two banks are for evidence; 0 for no barrier at all.
  public var strengthKilometres: Double

  public init(name: String, line: LineString, strengthKilometres: Double = 30) {
    self.name = name
    self.line = line
    self.strengthKilometres = strengthKilometres
  }
}

/// A line along which evidence travels farther: a road, a valley.
public struct Corridor: Hashable, Sendable {
  public var name: String
  public var line: LineString
  /// How many times as far; more than 0.
  public var speed: Double

  public init(name: String, line: LineString, speed: Double = 3) {
    self.name = name
    self.line = line
    self.speed = speed
  }
}
