/// What is believed of a source before its statements are weighed against everybody else's.
///
/// A source is a party that says so itself, whoever prints it; else the publisher of a report; for coded claims what the
/// column `source` names. Two numbers say how far to trust it, since a source that hails every success of one side is
/// worth little when it says so, and much when it owns to a loss.
public struct SourcePrior: Hashable, Sendable {
  /// A party's id, a publisher, or a source of coded claims, as it is written there.
  public var source: String
  /// Chance, 0…1, that it says that a party holds a place near the line which that party holds.
  /// Nil: by the kind of claimant (``ClaimWeights``), as for sources that nobody speaks of.
  public var saysTrue: Double?
  /// Chance, 0…1, that it says so of a place near the line which that party does not hold.
  public var saysFalse: Double?
  /// How many claims of known truth the two numbers are worth: what is learned outweighs them once there are more.
  public var weightOfPrior: Double
  /// Whether the two numbers stay as they are, whatever the claims show.
  public var isFixed: Bool
  /// The source that its statements come from, such as the agency that a paper reprints: together they have one vote.
  public var origin: String?

  public init(
    source: String, saysTrue: Double? = nil, saysFalse: Double? = nil, weightOfPrior: Double = 10,
    isFixed: Bool = false, origin: String? = nil
  ) {
    self.source = source
    self.saysTrue = saysTrue
    self.saysFalse = saysFalse
    self.weightOfPrior = weightOfPrior
    self.isFixed = isFixed
    self.origin = origin
  }
}

extension Sequence<SourcePrior> {
  /// Whose voice each reprinting source is in the end, by source; sources without an origin are not in it.
  ///
  /// A source that would come from itself, over however many others, is its own voice.
  public var origins: [String: String] {
    let next = Dictionary(
      compactMap { prior in prior.origin.map { (prior.source, $0) } }, uniquingKeysWith: { $1 })
    var origins: [String: String] = [:]
    for source in next.keys {
      var seen: Set<String> = [source]
      var voice = source
      while let origin = next[voice] {
        guard seen.insert(origin).inserted else {
          voice = source
          break
        }
        voice = origin
      }
      if voice != source { origins[source] = voice }
    }
    return origins
  }
}
