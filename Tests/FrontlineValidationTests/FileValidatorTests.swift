import Foundation
import FrontlineValidation
import Testing

struct FileValidatorTests {
  /// A folder for one test, removed at its end.
  private final class Folder {
    let path: String

    init() throws {
      path =
        FileManager.default.temporaryDirectory.appendingPathComponent("frontline-\(UUID())").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String) throws -> String {
      let file = path + "/" + name
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      return file
    }
  }

  private let validator: FileValidator

  init() throws {
    validator = FileValidator(try KMLValidator())
  }

  private func overlay(_ href: String) -> [UInt8] {
    Array(
      """
      <kml xmlns="http://www.opengis.net/kml/2.2"><ScreenOverlay><Icon><href>\(href)</href></Icon>\
      <screenXY x="0" y="0"/></ScreenOverlay></kml>
      """.utf8)
  }

  @Test func `kinds are told by name, and by content where the name says nothing`() throws {
    let folder = try Folder()
    let json = Array("\u{FEFF} {\"type\":\"Point\",\"coordinates\":[1,2]}".utf8)
    for (name, kind) in [
      ("a.kmz", ValidationReport.Kind.kmz), ("A.GeoJSON", .geojson), ("c.kml", .kml),
    ] {
      let report = validator.validate(file: try folder.write([], to: name))
      #expect(report.kind == kind)
      #expect(report.verdict == .invalid)
    }
    #expect(
      validator.validate(file: try folder.write(json, to: "b.kml")).faults.map(\.check.name) == [
        "well-formed"
      ])
    for (bytes, kind) in [
      (json, ValidationReport.Kind.geojson), (overlay("x"), .kml), ([0x50, 0x4B, 3, 4], .kmz),
      ([], .kml),
    ] {
      #expect(validator.validate(bytes).kind == kind)
      #expect(validator.validate(file: try folder.write(bytes, to: "download")).kind == kind)
    }
  }

  @Test func `what cannot be read cannot be judged`() throws {
    let folder = try Folder()
    #expect(validator.validate(file: folder.path + "/none.kml").verdict == .cannotJudge)
    #expect(validator.validate(file: folder.path).reason == "this is a folder; name a file in it")
  }

  @Test func `references are followed from the document's own folder`() throws {
    let folder = try Folder()
    let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
    _ = try folder.write(image, to: "a b.png")
    _ = try folder.write([0x20], to: "a.txt")
    for (href, faults) in [
      ("a%20b.png", []), ("none.png", ["'none.png' is not there"]),
      ("a.txt", ["'a.txt' is no image that viewers know"]),
      ("file://\(folder.path)/a%20b.png", []),
    ] {
      let report = validator.validate(file: try folder.write(overlay(href), to: "doc.kml"))
      let errors = report.faults.filter { $0.severity == .error }
      #expect(errors.map(\.message) == faults + faults)
      #expect(errors.map(\.check.number) == (faults.isEmpty ? [] : [10, 18]))
    }
  }

  @Test func `an update is looked for in the file that it changes`() throws {
    let folder = try Folder()
    let target = Array(
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark id=\"p\"/></kml>".utf8)
    let changed = try folder.write(target, to: "a.kml")
    for (id, message) in [("p", nil), ("q", "'file://\(changed)' has nothing with the id 'q'")] {
      let update = Array(
        """
        <kml xmlns="http://www.opengis.net/kml/2.2"><NetworkLinkControl><Update>\
        <targetHref>file://\(changed)</targetHref><Change><Placemark targetId="\(id)"/></Change>\
        </Update></NetworkLinkControl></kml>
        """.utf8)
      let report = validator.validate(file: try folder.write(update, to: "doc.kml"))
      #expect(report.faults.first { $0.check.number == 22 }?.message == message)
    }
  }

  @Test func `without a folder, references are noted and not held against the document`() throws {
    let report = validator.validate(overlay("none.png"))
    #expect(report.verdict == .valid)
    #expect(
      report.faults.map(\.description) == [
        "1: note: a reference was not followed: the document has no folder, so its references lead nowhere [ATC 10 level-1/LinkReferent]",
        "1: note: a reference was not followed: the document has no folder, so its references lead nowhere [ATC 18 level-1/Icon-href]",
      ])
  }

  @Test func `a document on disk gets the verdict it gets in memory`() throws {
    let folder = try Folder()
    let bad = Array(
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Folder id=\"a\"/><Folder id=\"a\"/></kml>"
        .utf8)
    #expect(
      validator.validate(file: try folder.write(bad, to: "a.kml")) == validator.validate(bad))
  }
}
