import FrontlineClaims
import FrontlineFormats
import FrontlineMentions
import FrontlineReports
import FrontlineTestSupport

/// A made-up report with everything a page has to show.
enum MarkedSample {
  static let theatre = FrontlineTestSupport.InventedTheatre.two

  static let text = """
    Northern forces captured Dovra on Monday, Aldo Renn said. Mara Vint denied that Dovra had fallen; \
    at least 20 northern troops were killed in Marvik, she said.

    Heavy fighting was reported from Rahān (رهان) and from Novy Mir, residents said. The Lion of Selna \
    was not seen.
    A bridge <b>near</b> Tern & Pul-e-Sar stood.
    """

  static func marked(
    _ text: String = text, title: String? = "Dovra: who holds it?",
    publisher: String? = "The Courier",
    url: String? = "https://example.org/dovra?a=1&b=2", edit: Bool = true
  ) -> MarkedReport {
    let report = Report(
      id: "dovra", title: title, publisher: publisher, published: Day(number: 22_413),
      publishedBasis: "front matter", url: url, side: "north", text: text,
      file: "reports/dovra.md", firstLine: 8)
    let tokenized = Tokenizer().tokenize(text)
    let (mentions, ambiguous) = theatre.mentions(in: tokenized)
    let lines = TextLines(report)
    var claims = theatre.claims(in: report)
    if edit { decide(&claims) }
    return MarkedReport(
      report, sentences: tokenized.sentences, mentions: mentions,
      parties: PartyMarker(parties: theatre.parties).marks(in: tokenized), claims: claims,
      findings: ambiguous.map { $0.finding(in: lines) })
  }

  private static func decide(_ claims: inout [Claim]) {
    let reasons: [(Claim.Edit.Kind, String)] = [
      (.accepted, "seen on film"), (.rejected, "she speaks of last year"), (.changed, ""),
    ]
    for (index, (kind, reason)) in reasons.enumerated() where claims.indices.contains(index) {
      claims[index].edit = .init(kind: kind, reason: reason, found: claims[index].key)
    }
    var added = Claim.invented(
      .holds, at: "xx-pelin", actor: "south", against: nil, on: Day(number: 22_413), id: "c-added")
    added.provenance.sentence = ""
    added.provenance.sentenceRange = 0..<0
    added.provenance.placeRange = 0..<0
    added.edit = .init(kind: .added, reason: "from the caption", found: nil)
    claims.append(added)
  }

  static func page(_ marked: MarkedReport...) -> String {
    ReportPage(parties: theatre.parties, gazetteer: theatre.gazetteer).html(marked)
  }

  static func terminal(_ marked: MarkedReport, colour: Bool = false) -> String {
    TerminalWriter(parties: theatre.parties, gazetteer: theatre.gazetteer, usesColour: colour)
      .text([marked])
  }
}
