import FrontlineClaims
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineMentions

@Suite struct `A place name` {
  @Test(arguments: [
    ("The Harven University met.", "part of the name of a body: 'Harven University'"),
    ("The Talgrad government met.", "part of the name of a body: 'Talgrad government'"),
    (
      "He is the Lion of Ustra.",
      "part of the name of a person or body: 'Lion of Ustra'"
    ),
    ("I met Anna Dovra today.", "part of a longer name: 'Anna Dovra'"),
    ("Talgrad denied it.", "stands for a government or an office: 'Talgrad denied'"),
  ])
  func `used otherwise says why`(text: String, reason: String) {
    #expect(mentions(text).map(\.use) == [.associative(reason: reason)])
  }

  @Test func `that is linked gives its reasons, best candidate first`() {
    let candidates = mentions("They hold the town of Harven.")[0].resolution?.candidates
    #expect(
      candidates == [
        Candidate(
          placeID: "xx-harven-town", score: 8,
          reasons: ["PPLA2 (+2.5)", "called a town (+4.0)", "inside the theatre (+1.5)"])
      ])
  }

  @Test func `of two places far apart is a finding that names both`() {
    let report = Report(
      id: "r", published: Day(number: 0), publishedBasis: "test",
      text: "A calm day.\nIn Novy Mir all is quiet.", file: "reports/r.md", firstLine: 5)
    let text = Tokenizer().tokenize(report.text)
    let findings = InventedTheatre.two.mentions(in: text).findings
    #expect(
      findings.map { $0.finding(in: TextLines(report)).description } == [
        """
        reports/r.md:6:4: warning: 'Novy Mir' was taken for Novy Mir (xx-novy-mir) but may be Novy Mir \
        (xx-novy-mir-lindar) [ambiguous-toponym]
            In Novy Mir all is quiet.
               ^~~~~~~~
            name the district or province in the report, or code the claim in claims.csv
        """
      ])
  }

  @Test func `near a place that decides is no finding`() {
    let text = Tokenizer().tokenize("They went from Dovra to Novy Mir.")
    #expect(InventedTheatre.two.mentions(in: text).findings == [])
  }

  @Test func `is looked for inside the theatre first`() {
    let west = BoundingBox(west: 9, south: 49, east: 11, north: 52)
    let east = BoundingBox(west: 11, south: 49, east: 13, north: 52)
    let found = [west, east].map { box in
      let theatre = InventedTheatre(parties: InventedTheatre.two.parties, box: box)
      return theatre.mentions(in: Tokenizer().tokenize("In Novy Mir all is quiet.")).mentions[0]
        .resolution?.placeID
    }
    #expect(found == ["xx-novy-mir", "xx-novy-mir-lindar"])
  }

  @Test func `inside a party's name is not a place`() {
    let theatre = InventedTheatre(parties: [
      Party(id: "p", name: "Dovra Boys", colour: "#000000")
    ])
    let text = Tokenizer().tokenize("The Dovra Boys hold Selna.")
    #expect(theatre.mentions(in: text).mentions.map(\.text) == ["Selna"])
  }

  private func mentions(_ text: String) -> [Mention] {
    InventedTheatre.two.mentions(in: Tokenizer().tokenize(text)).mentions
  }
}

@Suite struct `A text of any kind` {
  @Test(arguments: 0..<200)
  func `is cut into tokens in order, within its length, and never crashes`(seed: Int) {
    let scalars = Self.scalars(seed: seed)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let text = Tokenizer().tokenize(String(view))
    var end = 0
    for token in text.tokens {
      #expect(token.range.lowerBound >= end && !token.range.isEmpty)
      #expect(token.text.unicodeScalars.elementsEqual(scalars[token.range]))
      end = token.range.upperBound
    }
    #expect(end <= scalars.count)
    #expect(text.sentences.flatMap(\.tokens) == Array(text.tokens.indices))
    let mentions = InventedTheatre.two.mentions(in: text).mentions
    #expect(mentions.allSatisfy { $0.range.upperBound <= scalars.count })
    #expect(mentions.map(\.range.lowerBound) == mentions.map(\.range.lowerBound).sorted())
  }

  @Test func `takes time in proportion to its length`() {
    let passage = "Northern forces captured Dovra and Novy Mir in Harven district, he said. "
    let clock = ContinuousClock()
    func time(_ copies: Int, best runs: Int) -> Duration {
      let long = String(repeating: passage, count: copies)
      return (0..<runs).map { _ in
        clock.measure {
          let text = Tokenizer().tokenize(long)
          _ = InventedTheatre.two.mentions(in: text)
        }
      }.min() ?? .zero
    }
    // 1 MB against 125 kB: 8 times the text, and 64 times the time if the cost were quadratic.
    #expect(time(14_000, best: 1) < time(1_750, best: 2) * 24)
  }

  /// Names, marks and letters of many kinds, in any order.
  private static func scalars(seed: Int) -> [Unicode.Scalar] {
    var random = SeededGenerator(seed: seed)
    let pieces: [String] = [
      "Dovra", "Novy Mir", "Harven", "district", "of", "the", "رهان", "Rah\u{101}n", " ", "\n",
      "\n\n",
      ".", "?", "\"", "“", "”", "’", "'s", "-", ",", "(", "3", "1.5", "\u{0}", "\u{7}", "\u{202E}",
      "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{301}", "\u{20DD}", "\u{1F1E6}", "🙂", "漢字",
      "\u{10FFFF}", "İ", "ß", "ﬁ", "\u{2028}", "\t", "\u{AD}", "A.", "U.S.", "km",
    ]
    var scalars: [Unicode.Scalar] = []
    for _ in 0..<random.number(0...120) {
      if random.number(0...4) == 0, let any = Unicode.Scalar(UInt32(random.number(0...0x10FFFF))) {
        scalars.append(any)
      } else {
        scalars += Array(random.pick(pieces).unicodeScalars)
      }
    }
    return scalars
  }
}
