import FrontlineMentions
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineClaims

@Suite struct `Reading claims out of any text` {
  @Test(arguments: 0..<200)
  func `gives claims that lie in their sentence, and the same ones each time`(seed: Int) {
    let report = Self.report(seed: seed)
    let claims = InventedTheatre.three.claims(in: report)
    #expect(claims == InventedTheatre.three.claims(in: report))
    #expect(Set(claims.map(\.id)).count == claims.count)
    let length = report.text.unicodeScalars.count
    for claim in claims {
      #expect(claim.provenance.sentenceRange.upperBound <= length)
      #expect(claim.provenance.sentenceRange.contains(claim.provenance.placeRange.lowerBound))
      #expect(!claim.valid.isEmpty)
      #expect(claim.actor == nil || claim.actor != claim.against)
      #expect(claim.figures.allSatisfy { $0.low >= 0 && $0.low <= $0.high ?? .max })
    }
  }

  @Test(arguments: [
    "Northern forces captured Dovra on Monday, Aldo Renn said. “Southern forces left Selna,” he said. ",
    "Northern forces captured Dovra and Selna, and southern forces attacked Marvik, ",
  ])
  func `takes time in proportion to its length, with sentences and without`(passage: String) {
    let clock = ContinuousClock()
    func time(_ copies: Int, best runs: Int) -> Duration {
      let text = String(repeating: passage, count: copies)
      let report = Report(
        id: "r", published: Day(number: 22_413), publishedBasis: "test", text: text)
      return (0..<runs).map { _ in
        clock.measure { _ = InventedTheatre.two.claims(in: report) }
      }.min() ?? .zero
    }
    // 8 times the text, and 64 times the time if the cost were quadratic.
    #expect(time(1200, best: 1) < time(150, best: 2) * 24)
  }

  /// Words of reports in any order.
  private static func report(seed: Int) -> Report {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Northern forces", "the Southern Front", "Hill League", "Aldo Renn", "Dovra", "Selna",
      "Harven",
      "district", "Oldmark province", "captured", "was captured by", "repelled", "an attack on",
      "killed", "six", "fighters", "at least 40", "on Monday", "over the past 40 hours", "said",
      "denied", "reportedly", "according to", "and", ",", ".", ".\n\n", "“", "”", "not", "if",
      "from",
      "the outskirts of", "of", "in", "withdrew from", "destroyed", "tanks", "four days before",
      "30 February", "99999999999999999999", "the past 9223372036854775807 weeks", "(", ")", "?",
      "fell to", "held", "them", "off", "held them off", "1 May 0001",
    ]
    let words = (0..<random.number(0...80)).map { _ in random.pick(pieces) }
    return Report(
      id: "r", published: Day(number: 22_413), publishedBasis: "test",
      text: words.joined(separator: " "))
  }
}
