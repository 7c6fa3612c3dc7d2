import FrontlineGeometry
import Testing

@testable import FrontlineEvaluation

struct AnnotatedTextTests {
  private func check(
    _ corpus: Corpus, _ file: String, gives texts: [AnnotatedText],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try corpus.read(Array(file.utf8), file: "file") == texts, sourceLocation: sourceLocation)
  }

  private func error(_ corpus: Corpus, _ file: String) -> String {
    do {
      _ = try corpus.read(Array(file.utf8), file: "file")
      return ""
    } catch { return "\(error)" }
  }

  private func name(_ text: String, _ range: Range<Int>, _ longitude: Double, _ latitude: Double)
    -> AnnotatedText.Name
  {
    AnnotatedText.Name(
      text: text, range: range, position: Position(longitude: longitude, latitude: latitude))
  }

  @Test func `letters keep their places, and areas the middle of their box`() throws {
    let letters = """
      [{"docid": 7, "text": "To Kel, from Oldmark and Tern.", "named_entities": [
        {"char_start": 13, "char_end": 20, "entity_string": "Oldmark", "entity_type": "place",
         "geo": "{\\"type\\":\\"Polygon\\",\\"coordinates\\":[[[1,2],[3,2],[3,-4e0],[1,2]]]}@@{\\"type\\":\\"Point\\",\\"coordinates\\":[2,2]}"},
        {"char_start": 3, "char_end": 6, "entity_string": "Kel", "entity_type": "place",
         "geo": "{\\"type\\":\\"Point\\",\\"coordinates\\":[-90.5,35.25]}"},
        {"char_start": 25, "char_end": 29, "entity_string": "Tern", "entity_type": "person", "geo": ""},
        {"char_start": 25, "char_end": 29, "entity_string": "Tern", "entity_type": "place", "geo": ""}]}]
      """
    try check(
      .wotr, letters,
      gives: [
        AnnotatedText(
          id: "7", text: "To Kel, from Oldmark and Tern.",
          names: [
            name("Kel", 3..<6, -90.5, 35.25), name("Oldmark", 13..<20, 2, -1),
            AnnotatedText.Name(text: "Tern", range: 25..<29, position: nil),
          ])
      ])
  }

  @Test func `articles number letters from one`() throws {
    let articles = """
      <articles><article><source>s</source><text>In Kel.</text><locations><location>
      <name>Kel</name><start>4</start><end>7</end><lat>35.5</lat><lon>-9</lon><page>p</page>
      </location></locations></article><article><text>None.</text><locations/></article></articles>
      """
    try check(
      .geovirus, articles,
      gives: [
        AnnotatedText(id: "1", text: "In Kel.", names: [name("Kel", 3..<6, -9, 35.5)]),
        AnnotatedText(id: "2", text: "None.", names: []),
      ])
  }

  @Test func `a file of another form is refused with what is wrong`() {
    #expect(
      error(.wotr, #"[{"docid": 7, "text": "x"}]"#)
        == "file: error: [0] has no 'named_entities' [gold]\n    give wotr-topo-test.json")
    #expect(
      error(.geovirus, "<kml/>")
        == "file: error: the root element is 'kml', not 'articles' [gold]\n    give GeoVirus.xml")
    #expect(
      error(
        .geovirus,
        "<articles>\n<article><text/><locations>\n<location><name>x</name></location></locations></article></articles>"
      )
        == "file: error: the location of line 3 has no usable 'start' and 'end' [gold]\n    give GeoVirus.xml"
    )
  }
}
