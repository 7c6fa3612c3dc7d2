import FrontlineMentions
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineClaims

/// Every rule and every list of cue words has a passage that reads otherwise without it.
@Suite struct `Removing` {
  @Test(arguments: EventRules(RuleFiles.shipped.events).all.map(\.id))
  func `a rule changes what is read`(rule: String) throws {
    var rules = RuleFiles.shipped
    rules.events = RuleText.removing(rule: rule, from: rules.events)
    try #require(EventRules(rules.events).all.count + 1 == Passages.ruleCount)
    #expect(try Passages.differ(with: rules, where: Passages.madeBy(rule)))
  }

  @Test(arguments: RuleText.lists(of: RuleFiles.shipped.words).filter { !redundant.contains($0) })
  func `a list of words.rules changes what is read`(list: String) throws {
    try expectDifference(without: list, in: \.words)
  }

  @Test(
    arguments: RuleText.lists(of: RuleFiles.shipped.attribution).filter { !redundant.contains($0) })
  func `a list of attribution.rules changes what is read`(list: String) throws {
    try expectDifference(without: list, in: \.attribution)
  }

  @Test(arguments: RuleText.lists(of: RuleFiles.shipped.time))
  func `a list of time.rules changes what is read`(list: String) throws {
    try expectDifference(without: list, in: \.time)
  }

  /// `history` only names words that `history-cues` has too; nothing asks for `anonymous`. When a list of these
  /// comes to matter, give it a passage and take it out here.
  private static let redundant: Set<String> = ["history", "anonymous"]

  @Test func `a list that nothing needs changes nothing`() throws {
    #expect(try !differs(without: "history", in: \.words))
    #expect(try !differs(without: "anonymous", in: \.attribution))
  }

  private func expectDifference(
    without list: String, in file: WritableKeyPath<RuleFiles, [UInt8]>
  ) throws {
    #expect(try differs(without: list, in: file))
  }

  private func differs(
    without list: String, in file: WritableKeyPath<RuleFiles, [UInt8]>
  ) throws -> Bool {
    var rules = RuleFiles.shipped
    let cues = CueWords(rules[keyPath: file])
    rules[keyPath: file] = RuleText.removing(list: list, from: rules[keyPath: file])
    try #require(cues.phrases(of: list) != [])
    try #require(CueWords(rules[keyPath: file]).phrases(of: list) == [])
    let firsts = Set(cues.phrases(of: list).map { String($0.prefix { $0 != " " }) })
    return try Passages.differ(with: rules) { !$0.words.isDisjoint(with: firsts) }
  }
}

/// The corpus, read once.
private enum Passages {
  struct Read: Sendable {
    var passage: CorpusCase
    var text: TokenizedText
    var mentions: [Mention]
    var claims: [String]
    var rules: Set<String>
    /// The folded words of the text and of the parties' names, which the lists are about.
    var words: Set<String>
  }

  static let ruleCount = EventRules(RuleFiles.shipped.events).all.count

  private static let all = Result {
    try Corpus.load("Corpus").map { passage in
      let theatre: InventedTheatre = passage.hasThreeParties ? .three : .two
      let text = theatre.tokenize(passage.marked.text)
      let mentions = theatre.mentions(in: text).mentions
      let claims = theatre.claims(in: passage.report, text, mentions)
      let names = theatre.parties.flatMap { [$0.name] + $0.aliases + $0.people }
      return Read(
        passage: passage, text: text, mentions: mentions,
        claims: claims.map(\.corpusLine).sorted(), rules: Set(claims.map(\.provenance.rule)),
        words: Set(text.tokens.map(\.folded) + names.flatMap { CueWords.words($0) }))
    }
  }

  static func madeBy(_ rule: String) -> (Read) -> Bool { { $0.rules.contains(rule) } }

  /// Whether a passage that meets a condition is read otherwise.
  static func differ(
    with rules: RuleFiles, where condition: (Read) -> Bool
  ) throws -> Bool {
    let parties = (two: InventedTheatre.two.parties, three: InventedTheatre.three.parties)
    let two = InventedTheatre(parties: parties.two, rules: rules, files: .shipped)
    let three = InventedTheatre(parties: parties.three, rules: rules, files: .shipped)
    return try all.get().contains { read in
      guard condition(read) else { return false }
      let theatre = read.passage.hasThreeParties ? three : two
      let claims = theatre.claims(in: read.passage.report, read.text, read.mentions)
      return claims.map(\.corpusLine).sorted() != read.claims
    }
  }
}

/// Rule files without a part of theirs.
enum RuleText {
  static func lists(of bytes: [UInt8]) -> [String] {
    lines(of: bytes).compactMap(section)
  }

  static func removing(list: String, from bytes: [UInt8]) -> [UInt8] {
    var isLeftOut = false
    return joined(
      lines(of: bytes).filter { line in
        if let name = section(line) { isLeftOut = name == list }
        return !isLeftOut
      })
  }

  static func removing(rule: String, from bytes: [UInt8]) -> [UInt8] {
    var isLeftOut = false
    return joined(
      lines(of: bytes).filter { line in
        if line.hasPrefix("rule ") { isLeftOut = line == "rule \(rule)" }
        return !isLeftOut
      })
  }

  private static func section(_ line: Substring) -> String? {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    return String(line[line.index(after: line.startIndex)..<end])
  }

  private static func lines(of bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func joined(_ lines: [Substring]) -> [UInt8] {
    Array(lines.joined(separator: "\n").utf8)
  }
}
