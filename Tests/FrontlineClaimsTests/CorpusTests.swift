import FrontlineMentions
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineClaims

@Suite struct `Claims of the corpus` {
  @Test(arguments: try Corpus.load("Corpus"))
  func `are read as a coder would write them`(passage: CorpusCase) {
    let (lines, rules) = read(passage)
    #expect(lines == passage.expected[0], "rules: \(rules)")
  }

  @Test(arguments: try Corpus.load("Corpus"))
  func `stand at the places that the passage marks`(passage: CorpusCase) {
    let text = Tokenizer().tokenize(passage.marked.text)
    let found = theatre(passage).mentions(in: text).mentions.filter(\.isLiteral).map { mention in
      MarkedText.Span(
        text: mention.text, range: mention.range,
        meaning: mention.resolution.map { .place($0.placeID) } ?? .unresolved)
    }
    #expect(
      found.map(\.description)
        == passage.marked.spans.filter { $0.meaning != .other }.map(\.description))
  }

  @Test(arguments: try Corpus.load("KnownShortcomings"))
  func `are still read wrongly where we know it`(passage: CorpusCase) throws {
    try #require(passage.expected.count == 2, "give the present claims, then the right ones")
    let (lines, _) = read(passage)
    #expect(lines == passage.expected[0], "if it is right now, move the case to Corpus/")
    #expect(passage.expected[0] != passage.expected[1])
  }

  @Test func `use every rule, each in a file of its name`() throws {
    var used: [String: Set<String>] = [:]
    for passage in try Corpus.load("Corpus") {
      used[passage.file, default: []].formUnion(read(passage).rules)
    }
    let rules = EventRules(PackageResources.events_rules).all.map(\.id)
    #expect(rules.filter { used[$0]?.contains($0) != true } == [])
    #expect(Set(rules).count == rules.count)
  }

  private func theatre(_ passage: CorpusCase) -> InventedTheatre {
    passage.hasThreeParties ? .three : .two
  }

  private func read(_ passage: CorpusCase) -> (lines: [String], rules: Set<String>) {
    let claims = theatre(passage).claims(in: passage.report)
    return (claims.map(\.corpusLine).sorted(), Set(claims.map(\.provenance.rule)))
  }
}
