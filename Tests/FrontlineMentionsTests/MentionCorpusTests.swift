import FrontlineMentions
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Place names of the corpus` {
  @Test(arguments: try Corpus.load("Corpus"))
  func `are found, told apart and linked as marked`(passage: CorpusCase) {
    check(passage.marked, in: .two)
  }

  /// - Parameter theatre: Whose places and parties are known.
  private func check(_ marked: MarkedText, in theatre: InventedTheatre) {
    let text = Tokenizer().tokenize(marked.text)
    let found = theatre.mentions(in: text).mentions.map { mention in
      MarkedText.Span(text: mention.text, range: mention.range, meaning: meaning(mention))
    }
    #expect(found.map(\.description) == marked.spans.map(\.description))
  }

  private func meaning(_ mention: Mention) -> MarkedText.Meaning {
    guard mention.isLiteral else { return .other }
    return mention.resolution.map { .place($0.placeID) } ?? .unresolved
  }
}
