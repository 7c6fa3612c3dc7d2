import Foundation
import FrontlineValidation
import Testing

struct KMLValidatorTests {
  private static let validator = try? KMLValidator()
  private static let schemaOnly = try? KMLValidator(level: .schemaOnly)

  /// The faults of a document, one line each; empty if it is valid.
  private func faults(_ kml: String, schemaOnly: Bool = false) throws -> [String] {
    let validator = try #require(schemaOnly ? Self.schemaOnly : Self.validator)
    let report = validator.validate(Array(kml.utf8))
    #expect(report.reason == nil)
    return report.faults.map(\.description)
  }

  private func placemark(_ inside: String) -> String {
    "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark>\(inside)</Placemark></kml>"
  }

  @Test func `a plain placemark is valid`() throws {
    #expect(
      try faults(placemark("<name>A</name><Point><coordinates>69.2,35.1</coordinates></Point>"))
        == [])
  }

  @Test func `a DOCTYPE is refused before anything is expanded`() throws {
    let kml =
      "<!DOCTYPE kml [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + placemark("<name>&a;</name>")
    #expect(
      try faults(kml) == [
        "1: error: the document declares a DOCTYPE, which can make a reader fetch files or run out of memory; remove it [doctype]"
      ])
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func `a bomb of entities is refused where the DOCTYPE begins`(encoding: String.Encoding) throws {
    var entities = "<!ENTITY a0 \"0123456789\">"
    for level in 1..<12 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      entities += "<!ENTITY a\(level) \"\(inner)\">"
    }
    let kml =
      "<!-- a comment first --><!DOCTYPE kml [\(entities)]><kml xmlns=\"http://www.opengis.net/kml/2.2\" hint=\"&a11;\"/>"
    let bytes = try Array(#require(("\u{FEFF}" + kml).data(using: encoding)))
    #expect(
      try #require(Self.validator).validate(bytes).faults.map(\.check.name) == ["doctype"])
  }

  @Test func `another root is refused though the schema knows the element`() throws {
    let bare = "<Placemark xmlns=\"http://www.opengis.net/kml/2.2\"><name>A</name></Placemark>"
    #expect(
      try faults(bare, schemaOnly: true) == [
        "1: error: <Placemark>: the root element is <Placemark> in the namespace 'http://www.opengis.net/kml/2.2'; it must be <kml> in 'http://www.opengis.net/kml/2.2' [ATC 1 level-1/RootElement]"
      ])
    #expect(try faults(bare).count == 2, "and it has no geometry")
    #expect(try faults("<kml><Placemark/></kml>").first?.contains("in no namespace") == true)
  }

  @Test func `a document of another KML fails the root, the schema and for lack of content`() throws
  {
    let old =
      "<kml xmlns=\"http://earth.google.com/kml/2.1\"><Placemark><Point><coordinates/></Point></Placemark></kml>"
    let report = try #require(Self.validator).validate(Array(old.utf8))
    #expect(report.faults.map(\.check.number) == [1, 2, 45])
  }

  @Test func `a schema fault has line, element and libxml2's words`() throws {
    #expect(
      try faults(placemark("\n<Point/>\n<name>late</name>"), schemaOnly: true) == [
        "3: error: <name>: This element is not expected [ATC 2 level-1/XmlSchemaConstraints]"
      ])
  }

  @Test func `what is missing is told where the element begins`() throws {
    #expect(
      try faults(
        placemark("<ExtendedData>\n<Data name=\"a\">\n</Data></ExtendedData>"), schemaOnly: true)
        == [
          "2: error: <Data>: Missing child element(s). Expected is one of ( displayName, value ) [ATC 2 level-1/XmlSchemaConstraints]"
        ])
  }

  @Test(arguments: [
    "<kml xmlns=\"http://www.opengis.net/kml/2.2\">", "", "<gx:kml/>", "<kml>&a;</kml>",
  ])
  func `what is not well-formed is told once`(kml: String) throws {
    let found = try faults(kml)
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("[well-formed]") == true)
  }

  @Test func `an id given twice is told, however far apart`() throws {
    let many = String(
      repeating: "<Placemark><Point><coordinates>1,2</coordinates></Point></Placemark>\n",
      count: 500)
    let kml =
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Style id=\"a\"><LineStyle><width>1</width></LineStyle></Style>\n"
      + many + "<Folder id=\"a\"><name>A</name></Folder></Document></kml>"
    #expect(
      try faults(kml) == [
        "502: error: <Folder>: the id 'a' is that of <Style> in line 1 already [ATC 2 level-1/XmlSchemaConstraints]"
      ])
  }

  @Test func `ids of other namespaces and texts in data may repeat`() throws {
    #expect(
      try faults(
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><ExtendedData><x:a xmlns:x=\"urn:x\" id=\"a\"/><x:a xmlns:x=\"urn:x\" id=\"a\"/></ExtendedData></Document></kml>"
      ) == [])
  }

  @Test func `in a long document each fault keeps its line, and only so many are told`() throws {
    let bad = String(
      repeating: "<Placemark><Point><coordinates>1 2</coordinates></Point></Placemark>\n",
      count: 250)
    let kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n\(bad)</Document></kml>"
    let report = try #require(Self.validator).validate(Array(kml.utf8))
    #expect(report.faults.filter { $0.check.number == 3 }.map(\.line) == Array(2...101))
    #expect(report.omitted.map(\.count) == [150, 150])
    #expect(report.omitted.map(\.check.number) == [3, 14])
  }

  @Test func `a style may follow what refers to it, and a reference by a name is none`() throws {
    let placemark =
      "<Placemark><styleUrl>#a</styleUrl><Point><coordinates>1,2</coordinates></Point></Placemark>"
    let style = "<Style id=\"a\"><LineStyle><width>1</width></LineStyle></Style>"
    let folder = "<Folder><Document>\(style)</Document></Folder>"
    let kml =
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\(placemark)\(folder)</Document></kml>"
    #expect(try faults(kml) == [])
    #expect(try faults(kml.replacing("id=\"a\"", with: "id=\"b\"")).count == 1)
  }

  @Test func `spans that touch and rings that close are valid`() throws {
    #expect(
      try faults(
        placemark(
          "<TimeSpan><begin>2021-09-02T00:00:00Z</begin><end>2021-09-02T23:59:59Z</end></TimeSpan>"
            + "<LinearRing><coordinates>1,2 3,4 6,6 1,2</coordinates></LinearRing>")) == [])
  }

  // MARK: Google's extension

  private static let track =
    "<gx:Track><altitudeMode>absolute</altitudeMode><when>2021-09-02T00:00:00Z</when><gx:coord>1 2 3</gx:coord></gx:Track>"

  private func gx(_ inside: String) -> [UInt8] {
    Array(
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\(inside)</kml>"
        .utf8)
  }

  @Test func `Google's elements are refused unless they are allowed`() throws {
    let document = gx("<Placemark>\(Self.track)</Placemark>")
    let strict = try #require(Self.validator).validate(document)
    #expect(strict.faults.map(\.check.number) == [2, 67])
    #expect(try KMLValidator(allowsGX: true).validate(document).faults == [])
  }

  @Test(arguments: [
    "<gx:Tour><name>A</name></gx:Tour>",
    "<Placemark><Point><gx:altitudeMode>clampToSeaFloor</gx:altitudeMode><coordinates>1,2,3</coordinates></Point></Placemark>",
    "<GroundOverlay><Icon><href>a.png</href></Icon><gx:LatLonQuad><coordinates>1,2 3,2 3,4 1,4</coordinates></gx:LatLonQuad></GroundOverlay>",
    "<Document><LookAt><gx:TimeSpan><begin>2021</begin></gx:TimeSpan><longitude>1</longitude><latitude>2</latitude><range>3</range></LookAt></Document>",
  ])
  func `what stands where Google has it passes all checks`(inside: String) throws {
    let report = try KMLValidator(allowsGX: true).validate(gx(inside))
    #expect(report.faults.filter { $0.severity == .error } == [])
  }

  @Test func `Google's elements elsewhere are refused`() throws {
    let late =
      "<Placemark><Point><coordinates>1,2</coordinates></Point><gx:balloonVisibility>1</gx:balloonVisibility></Placemark>"
    #expect(
      try KMLValidator(allowsGX: true).validate(gx(late)).faults.map(\.description) == [
        "1: error: <balloonVisibility>: This element is not expected [ATC 2 level-1/XmlSchemaConstraints]"
      ])
  }

  // MARK: Schemas

  @Test func `a schema that does not compile is an error`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "frontline-\(UUID()).xsd")
    try Data(
      "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"><element type=\"no:where\"/></schema>"
        .utf8
    ).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: (any Error).self) { try KMLValidator(schemaFile: file.path) }
    #expect(throws: (any Error).self) { try KMLValidator(schemaFile: file.path + ".missing") }
  }

  /// Tests/KMLSchema: small documents of ours that use every element and attribute of the schema, well and badly,
  /// with the verdict of the official schema as `compare.py` recorded it.
  @Test(arguments: [false, true])
  func `the schema gives the recorded verdict on every document of the corpus`(allowsGX: Bool)
    throws
  {
    let validator = try KMLValidator(level: .schemaOnly, allowsGX: allowsGX)
    let cases = try KMLCorpus.cases(allowsGX ? "corpus-gx.txt" : "corpus.txt")
    #expect(cases.count >= 2000)
    let wrong = cases.filter { item in
      let report = validator.validate(Array(item.kml.utf8))
      return report.verdict != (item.isValid ? .valid : .invalid)
    }
    #expect(wrong.map(\.name) == [])
  }
}

/// Reads the corpus of the schema test.
enum KMLCorpus {
  struct Case {
    var name: String
    var isValid: Bool
    var kml: String
  }

  static func cases(_ name: String) throws -> [Case] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../KMLSchema/" + name).standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 2)
      guard parts.count == 3 else { return nil }
      return Case(name: String(parts[0]), isValid: parts[1] == "valid", kml: String(parts[2]))
    }
  }
}
