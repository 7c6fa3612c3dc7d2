import Foundation
import FrontlineArchive
import FrontlineValidation
import Testing

struct KMZValidatorTests {
  private static let validator = (try? KMLValidator()).map(FileValidator.init)
  private static let kml = Array(
    "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>A</name></Document></kml>".utf8)

  private func archive(_ files: (String, [UInt8])...) throws -> [UInt8] {
    var writer = ZipWriter()
    for (name, bytes) in files { try writer.add(name, bytes) }
    return try writer.finish()
  }

  /// The same archive with a name changed to one of the same length that no writer of ours would take.
  private func renamed(_ name: String, _ other: String, in bytes: [UInt8]) throws -> [UInt8] {
    try #require(name.utf8.count == other.utf8.count)
    var bytes = bytes
    for index in bytes.indices where bytes[index...].starts(with: name.utf8) {
      bytes.replaceSubrange(index..<index + name.utf8.count, with: other.utf8)
    }
    return bytes
  }

  private func faults(_ bytes: [UInt8]) throws -> [String] {
    try #require(Self.validator).validate(bytes).faults.map(\.description)
  }

  @Test func `a document at the root, first, makes a good archive`() throws {
    let bytes = try archive(
      ("anything.kml", Self.kml), ("files/a.txt", [1]), ("kml/b.kml", Self.kml))
    let report = try #require(Self.validator).validate(bytes)
    #expect(report.verdict == .valid)
    #expect(report.kind == .kmz)
    #expect(report.faults == [])
  }

  @Test func `the root has one document, and it comes first`() throws {
    #expect(
      try faults(try archive(("kml/doc.kml", Self.kml))) == [
        "0: error: there is no .kml at the root of the archive; put doc.kml there [kmz/root]"
      ])
    #expect(
      try faults(try archive(("doc.kml", Self.kml), ("b.kml", Self.kml))) == [
        "b.kml:0: error: 'doc.kml' is at the root of the archive too; only one .kml may be [kmz/root]"
      ])
    #expect(
      try faults(try archive(("files/a.txt", [1]), ("doc.kml", Self.kml))) == [
        "doc.kml:0: error: it must come first, but 'files/a.txt' does [kmz/first]"
      ])
  }

  @Test(arguments: [
    ("../a.txt", "the name leads out of the archive by '..'"), ("/etc/a.t", "the name is absolute"),
    ("c:/a.txt", "the name begins with a drive letter"),
    ("a\\a.text", "the name contains a backslash"),
  ])
  func `names that lead out of the archive are refused`(name: String, why: String) throws {
    let bytes = try archive(("doc.kml", Self.kml), ("xx/a.txt", [1]))
    #expect(
      try faults(try renamed("xx/a.txt", name, in: bytes)) == [
        "\(name):0: error: \(why), so unpacking it is not safe [kmz/path]"
      ])
  }

  @Test func `two files of one name are refused`() throws {
    let bytes = try archive(("doc.kml", Self.kml), ("a.txt", [1]), ("b.txt", [1]))
    #expect(
      try faults(try renamed("b.txt", "a.txt", in: bytes)) == [
        "a.txt:0: error: the archive has two files of the name [kmz/duplicate]"
      ])
  }

  @Test(arguments: ["../a.png", "/a.png", "file:///etc/hostname", "files/../../a.png"])
  func `references stay inside the archive`(href: String) throws {
    let kml =
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Style id=\"s\"><IconStyle><Icon><href>\(href)"
      + "</href></Icon></IconStyle></Style></Document></kml>"
    #expect(
      try faults(try archive(("doc.kml", Array(kml.utf8)))) == [
        "doc.kml:1: error: <Icon>: '\(href)' leads out of the archive; put the file into it [kmz/link]"
      ])
  }

  @Test func `every document of the archive is judged, in its place`() throws {
    let other = Array("<kml xmlns=\"http://www.opengis.net/kml/2.2\"/>".utf8)
    #expect(
      try faults(try archive(("doc.kml", Self.kml), ("kml/b.kml", other))) == [
        "kml/b.kml:1: error: <kml>: it holds no feature and no <NetworkLinkControl> of KML 2.2 [ATC 45 level-2/Kml-Minimal]"
      ])
  }

  @Test func `an archive that unpacks to too much is stopped`() throws {
    var bytes = try archive(("doc.kml", Self.kml))
    let size = bytes.count - 22 - 46 - 7 + 24
    bytes.replaceSubrange(size..<size + 4, with: [0, 0, 0, 0x50])
    #expect(
      try faults(bytes) == [
        "doc.kml:0: error: it unpacks to more than 1073741824 bytes; reading stopped there [kmz/size]"
      ])
  }

  @Test func `other files that unpack to too much are told of, and not unpacked`() throws {
    var bytes = try archive(("doc.kml", Self.kml), ("files/a.png", [1]))
    let size = bytes.count - 22 - 46 - 11 + 24
    bytes.replaceSubrange(size..<size + 4, with: [0, 0, 0, 0x50])
    #expect(
      try faults(bytes) == ["0: error: its files unpack to more than 1024 MiB [kmz/size]"])
  }

  @Test func `damaged archives are invalid, strange ones cannot be judged`() throws {
    let good = try archive(("doc.kml", Self.kml))
    let cut = try #require(Self.validator).validate(Array(good.dropLast(4)))
    #expect(cut.verdict == .invalid)
    #expect(cut.faults.map(\.check.name) == ["kmz/zip"])
    var encrypted = good
    let directory = good.count - 22 - 46 - 7
    encrypted[directory + 8] |= 1
    let report = try #require(Self.validator).validate(encrypted)
    #expect(report.verdict == .cannotJudge)
    #expect(report.reason == "'doc.kml': it is encrypted")
  }

  @Test func `a packed document that is damaged is invalid`() throws {
    var bytes = try archive(("doc.kml", Self.kml + Array(repeating: 0x20, count: 500)))
    bytes[60] ^= 0xFF
    #expect(try #require(Self.validator).validate(bytes).faults.map(\.check.name) == ["kmz/zip"])
  }
}
