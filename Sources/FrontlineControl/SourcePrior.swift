/// What a theatre says of a source before its claims are compared with others'.
public struct SourcePrior: Hashable, Sendable {
  /// The source's name: a publisher, a party's id, or what a coded row gives.
  public var source: String
  /// How often it says that a party holds a place near the front, where it does and where it does
  /// not, 0…1; nil: by the kind of claimant (see ``ClaimWeights``).
  public var saysTrue: Double?
  public var saysFalse: Double?
  /// How many claims the two numbers are worth; nil: 10.
  public var weight: Double?
  /// Whether the numbers hold whatever the claims say.
  public var isFixed: Bool
  /// The source whose words this one repeats; nil if they are its own.
  public var origin: String?

  public init(
    source: String, saysTrue: Double? = nil, saysFalse: Double? = nil, weight: Double? = nil,
    isFixed: Bool = false, origin: String? = nil
  ) {
    self.source = source
    self.saysTrue = saysTrue
    self.saysFalse = saysFalse
    self.weight = weight
    self.isFixed = isFixed
    self.origin = origin
  }
}
