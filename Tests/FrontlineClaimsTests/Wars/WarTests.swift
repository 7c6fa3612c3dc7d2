import FrontlineClaims
import FrontlineMentions
import FrontlineTestSupport
import Testing

/// Passages about six real wars, with the claims that a careful coder would write.
///
/// A passage with two lists is one that is still read wrongly: what is read now stands behind its first
/// `---`, what would be right behind its second.
@Suite struct `Passages about real wars` {
  @Test(arguments: try War.all())
  func `are read as a coder would write them, but where we know better`(war: War) {
    for passage in war.passages {
      let claims = war.theatre.claims(in: passage.report)
      #expect(
        claims.map(\.corpusLine).sorted() == passage.expected[0],
        "\(passage), rules: \(claims.map(\.provenance.rule)); if the second list is read now, drop the first"
      )
    }
  }

  @Test(arguments: try War.all())
  func `stand at the places that the passage marks, where the claims are right`(war: War) {
    for passage in war.passages where passage.expected.count == 1 {
      let text = war.theatre.tokenize(passage.marked.text)
      let found = war.theatre.mentions(in: text).mentions.filter(\.isLiteral).map { mention in
        MarkedText.Span(
          text: mention.text, range: mention.range,
          meaning: mention.resolution.map { .place($0.placeID) } ?? .unresolved)
      }
      let marked = passage.marked.spans.filter { $0.meaning != .other }
      #expect(found.map(\.description) == marked.map(\.description), "\(passage)")
    }
  }

  @Test func `are ten and more for each of six wars, with what is read wrongly told apart`() throws
  {
    let wars = try War.all()
    #expect(wars.count == 6)
    for war in wars {
      #expect(war.passages.count >= 10, "\(war)")
      for passage in war.passages where passage.expected.count > 1 {
        #expect(passage.expected[0] != passage.expected[1], "\(passage): give one list")
      }
    }
  }
}
