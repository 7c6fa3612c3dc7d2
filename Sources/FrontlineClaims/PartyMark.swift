public import FrontlineMentions

/// A name in a text that stands for a party: its own, or that of a person who speaks for it.
public struct PartyMark: Hashable, Sendable {
  /// In the text's Unicode scalars.
  public var range: Range<Int>
  /// The party's id.
  public var party: String
  /// The person or office, as the theatre file names it; nil for the party itself.
  public var person: String?

  public init(range: Range<Int>, party: String, person: String?) {
    self.range = range
    self.party = party
    self.person = person
  }
}

/// Finds the parties' names in a text as claims are read with them.
public struct PartyMarker: Sendable {
  private let recognizer: PartyRecognizer

  public init(parties: [Party]) {
    recognizer = PartyRecognizer(parties, CueWords(PackageResources.words_rules), countries: [])
  }

  /// In text order.
  public func marks(in text: TokenizedText) -> [PartyMark] {
    recognizer.mentions(in: text.tokens, text.tokens.indices).map { found in
      let first = text.tokens[found.tokens.lowerBound].range.lowerBound
      let last = text.tokens[found.tokens.upperBound - 1].range.upperBound
      return PartyMark(range: first..<last, party: found.party, person: found.person)
    }
  }
}
