/// A place that a spelling may mean, and why.
public struct PlaceMatch: Hashable, Sendable {
  /// How the spelling leads to the name, the surest first.
  public enum Way: Hashable, Sendable {
    /// The name as listed.
    case exact
    /// The same but for case, accents, apostrophes and hyphens.
    case folded
    /// The same without this type word, in the spelling or in the name.
    case typeWordDropped(String)
    /// The same by the rules of ``NameKey/loose(_:)``.
    case loose
    /// This many letters differ.
    case editDistance(Int)
  }

  public var place: Place
  /// The listed name that was met.
  public var name: PlaceName
  public var way: Way
  /// 0…1, by the way alone: how close the spelling is, not how likely the place.
  public var score: Double
  /// For a person, a part of a sentence.
  public var reason: String

  public init(place: Place, name: PlaceName, way: Way, score: Double, reason: String) {
    self.place = place
    self.name = name
    self.way = way
    self.score = score
    self.reason = reason
  }
}

extension PlaceMatch.Way {
  /// Set so that the ways never change places; the steps have no other meaning.
  var score: Double {
    switch self {
    case .exact: 1
    case .folded: 0.95
    case .typeWordDropped: 0.9
    case .loose: 0.75
    case .editDistance(1): 0.65
    case .editDistance: 0.5
    }
  }

  func reason(listed name: String) -> String {
    switch self {
    case .exact: "listed as '\(name)'"
    case .folded: "'\(name)' but for case, accents or punctuation"
    case .typeWordDropped(let word): "'\(name)', with '\(word)' read as the kind of place"
    case .loose: "'\(name)' in another transliteration"
    case .editDistance(1): "one letter away from '\(name)'"
    case .editDistance(let count): "\(count) letters away from '\(name)'"
    }
  }
}

extension PlaceMatch {
  /// The factor on the score of a place whose class is not what the type word says ("X valley", X a town).
  static let otherKindFactor = 0.5

  static func otherKind(_ reason: String, _ place: Place, word: String) -> String {
    let isVowel = word.first.map { "aeiou".contains($0) } ?? false
    return "\(reason); but it is \(place.kindInWords), not \(isVowel ? "an" : "a") \(word)"
  }
}
