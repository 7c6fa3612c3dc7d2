/// A type word as a text uses it.
public struct TypeWordUse: Hashable, Sendable {
  /// All that the spelling may mean.
  public var words: [TypeWord]
  public var isPlural: Bool

  /// The use a folded word makes of a type word; nil if it is none.
  public init?(_ folded: String) {
    words = TypeWord.matching(folded: folded)
    guard let first = words.first else { return nil }
    isPlural = folded == first.plural && folded != first.word
  }

  /// Folded, in the singular.
  public var singular: String { words.first?.word ?? "" }

  /// Whether it stands before a name without "of": "Mount X".
  public var precedesName: Bool { words.contains { $0.precedes } }

  /// Whether it names a unit of administration, whose type word is not part of its name.
  public var isAdministrative: Bool {
    words.contains { $0.kinds.contains { $0.featureClass == "A" } }
  }

  /// Whether it names something that is no unit and not only a settlement: a fort, a lake, a mountain.
  public var namesFeature: Bool {
    words.contains { $0.kinds.contains { ["S", "T", "H", "L"].contains($0.featureClass) } }
      && !isAdministrative
  }

  public func includes(_ place: Place) -> Bool {
    words.contains { $0.includes(place) }
  }
}
