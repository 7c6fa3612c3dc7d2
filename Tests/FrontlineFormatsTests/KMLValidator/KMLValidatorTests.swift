import Foundation
import FrontlineFormats
import Testing

struct KMLValidatorTests {
  private static let validator = try? KMLValidator()

  /// The faults of a document, one line each; empty if it is valid.
  private func faults(_ kml: String, schemaOnly: Bool = false) throws -> [String] {
    let validator = try #require(Self.validator)
    switch validator.validate(Array(kml.utf8), schemaOnly: schemaOnly) {
    case .valid: return []
    case .invalid(let faults): return faults.map(\.description)
    case .cannotJudge(let reason): return ["cannot judge: \(reason)"]
    }
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
    guard
      case .invalid(let faults) = try #require(Self.validator).validate(bytes, schemaOnly: false)
    else {
      Issue.record("the bomb was accepted")
      return
    }
    #expect(faults.map(\.check) == ["doctype"])
  }

  @Test func `another root is refused though the schema knows the element`() throws {
    #expect(
      try faults("<Placemark xmlns=\"http://www.opengis.net/kml/2.2\"/>") == [
        "1: error: <Placemark>: the root element is <Placemark> in the namespace 'http://www.opengis.net/kml/2.2'; it must be <kml> in 'http://www.opengis.net/kml/2.2' [root]"
      ])
    #expect(try faults("<kml><Placemark/></kml>").first?.contains("in no namespace") == true)
  }

  @Test func `a schema fault has line, element and libxml2's words`() throws {
    let found = try faults(placemark("\n<Point/><name>late</name>"))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("2: error: <name>: "))
    #expect(found[0].hasSuffix("[schema]"))
  }

  @Test(arguments: [
    ("<LineString><coordinates>69.2 35.1</coordinates></LineString>", "ATC 3"),
    ("<Point><coordinates>35.1,169.2</coordinates></Point>", "ATC 3"),
    ("<TimeSpan/>", "ATC 4"),
    ("<TimeSpan><begin>2021-09-02</begin><end>2021-09-02</end></TimeSpan>", "ATC 4"),
    (
      "<TimeSpan><begin>2021-09-02T03:00:00+04:30</begin><end>2021-09-01T22:00:00Z</end></TimeSpan>",
      "ATC 4"
    ),
    ("<TimeStamp/>", "ATC 5"),
    ("<styleUrl>#nowhere</styleUrl>", "ATC 6"),
    ("<Point><coordinates>1,2 3,4</coordinates></Point>", "ATC 14"),
    ("<LineString><coordinates>1,2</coordinates></LineString>", "ATC 15"),
    ("<LinearRing><coordinates>1,2 3,4 5,6 1,2.0</coordinates></LinearRing>", "ATC 16"),
  ])
  func `what the schema lets pass is found by the check of its number`(
    inside: String, check: String
  ) throws {
    #expect(try faults(placemark(inside), schemaOnly: true) == [])
    let found = try faults(placemark(inside))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasSuffix("[\(check)]") })
  }

  @Test func `spans that touch and rings that close are valid`() throws {
    #expect(
      try faults(
        placemark(
          "<TimeSpan><begin>2021-09-02T00:00:00Z</begin><end>2021-09-02T23:59:59Z</end></TimeSpan>"
            + "<LinearRing><coordinates>1,2 3,4 5,6 1,2</coordinates></LinearRing>")) == [])
  }

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

  /// Tests/KMLSchema/corpus.txt: small documents of ours that use every element and attribute of the schema, well and
  /// badly, with the verdict of the official schema as `compare.py` recorded it.
  @Test func `the schema gives the recorded verdict on every document of the corpus`() throws {
    let validator = try #require(Self.validator)
    let cases = try KMLCorpus.cases()
    #expect(cases.count >= 300)
    let wrong = cases.filter { item in
      (validator.validate(Array(item.kml.utf8), schemaOnly: true) == .valid) != item.isValid
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

  static func cases() throws -> [Case] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../KMLSchema/corpus.txt").standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 2)
      guard parts.count == 3 else { return nil }
      return Case(name: String(parts[0]), isValid: parts[1] == "valid", kml: String(parts[2]))
    }
  }
}
