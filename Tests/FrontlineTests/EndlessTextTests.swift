import Frontline
import FrontlineClaims
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Reading text that no person wrote` {
  private static let extractor = Extractor(
    parties: InventedTheatre.two.parties, gazetteer: InventedTheatre.two.gazetteer,
    box: InventedTheatre.two.box)

  @Test(arguments: EndlessText.all)
  func `still reads the last paragraph`(text: EndlessText) throws {
    let (report, _) = try text.report(8000)
    let extraction = Self.extractor.extract(report)
    let last = try #require(
      extraction.claims.last { $0.placeID == "xx-dovra" && $0.event == .captured })
    #expect(last.actor == "north")
    #expect(last.valid == Day(number: 22_411)..<Day(number: 22_412))
    #expect(Set(extraction.claims.map(\.id)).count == extraction.claims.count)
    for claim in extraction.claims { #expect(claim.provenance.sentenceRange.count < 21_000) }
  }

  @Test func `says where it cut a sentence that does not end`() throws {
    let report = Report(
      id: "r", published: Day(number: 22_413), publishedBasis: "test",
      text: String(repeating: "word ", count: 700) + ".", file: "long.txt")
    let expected = """
      long.txt:1:2999: warning: a sentence runs on for more than 600 words or 20000 characters and was cut here; claims across the cut are lost [long-sentence]
          …d word word word word word word word word word word word word word word word word…
                                                   ^
          end sentences with a full stop, and put the items of a list or table on lines of their own
      """
    #expect(Self.extractor.extract(report).findings.map(\.description) == [expected])
  }

  @Test func `says how many sentences it cut`() {
    let report = Report(
      id: "r", published: Day(number: 22_413), publishedBasis: "test",
      text: String(repeating: "word ", count: 2000) + ".")
    let findings = Self.extractor.extract(report).findings
    #expect(findings.map(\.code) == ["long-sentence"])
    #expect(
      findings.map(\.message) == [
        "sentences run on for more than 600 words or 20000 characters and were cut in 3 places, of which "
          + "this is the first; claims across a cut are lost"
      ])
  }

  @Test func `leaves a long list alone whose items stand on lines of their own`() {
    let report = Report(
      id: "r", published: Day(number: 22_413), publishedBasis: "test",
      text: String(repeating: "one item of a list\n", count: 400))
    #expect(Self.extractor.extract(report).findings.isEmpty)
  }

  @Test(arguments: [
    ("Northern forces captured Dov\u{200B}ra.", []),
    ("Northern \u{202B}forces\u{202C} captured \u{200F}Dovra\u{200F}.", []),
    ("Nor\u{AD}thern forces captured Dovra.", []),
    ("Northern forces\0captured Dovra.", ["control-character"]),
    ("Northern forces captured Dovra\u{2028}on Monday.", []),
    ("\u{FEFF}Northern forces captured Dovra.", []),
  ])
  func `reads names with invisible marks in them`(text: String, codes: [String]) throws {
    let (report, findings) = try ReportReader.read(
      bytes: Array(text.utf8), file: "marks.txt", publishedDefault: Day(number: 22_413))
    let extraction = Self.extractor.extract(report)
    #expect(extraction.claims.map(\.placeID) == ["xx-dovra"])
    #expect((findings + extraction.findings).map(\.code) == codes)
  }

  @Test func `reads on behind bytes that are no text`() throws {
    let bytes =
      Array("Café \u{FFFD}".utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80]
      + Array(". Northern forces captured Dovra.".utf8)
    let (report, findings) = try ReportReader.read(
      bytes: bytes, file: "bytes.txt", publishedDefault: Day(number: 22_413))
    #expect(Self.extractor.extract(report).claims.map(\.placeID) == ["xx-dovra"])
    #expect(findings.map(\.code) == ["invalid-utf8"])
  }
}
