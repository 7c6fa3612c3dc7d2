import Foundation
import FrontlineArchive
import FrontlineValidation
import Testing

/// OGC's abstract tests by the cases of `cases.txt`: what fails one, with its message, and what passes all.
struct CheckCasesTests {
  private static let validator = (try? KMLValidator()).map(FileValidator.init)

  @Test func `each of the 77 checks has a case that fails and one that passes`() throws {
    let cases = try CheckCase.all()
    for check in KMLValidator.checks {
      let own = cases.filter { $0.number == check.id.number && $0.name == check.id.name }
      #expect(own.contains { $0.message != nil }, "\(check.id) has no failing case")
      #expect(own.contains { $0.message == nil }, "\(check.id) has no passing case")
    }
    #expect(KMLValidator.checks.map(\.id.number) == Array(1...77))
    #expect(Set(cases.map(\.number)).count == 77)
  }

  @Test func `every case fails the checks it says, with that message, or none`() throws {
    let validator = try #require(Self.validator)
    for item in try CheckCase.all() {
      let errors = validator.validate(try item.archive()).faults.filter { $0.severity == .error }
      let numbers = Set(errors.compactMap(\.check.number))
      let expected = item.message == nil ? [] : item.others.union([item.number])
      #expect(numbers == expected, "ATC \(item.number): \(item.inside)")
      let own = errors.first { $0.check.number == item.number }
      let said = own.map { "<\($0.element ?? "")>: \($0.message)" }
      #expect(said == item.message, "ATC \(item.number): \(item.inside)")
      #expect(own?.check.name == (item.message == nil ? nil : item.name))
    }
  }

  @Test func `a level takes in those before it, and no more`() throws {
    for level in KMLValidator.Level.allCases {
      let validator = FileValidator(try KMLValidator(level: level))
      for item in try CheckCase.all() where item.message != nil {
        let check = try #require(KMLValidator.checks.first { $0.id.number == item.number })
        let isMade = check.level <= level.rawValue || item.number <= 2
        let found = validator.validate(try item.archive()).faults.contains {
          $0.check == check.id && $0.severity == .error
        }
        #expect(found == isMade, "\(check.id) at \(level)")
      }
    }
  }
}

/// One case of `cases.txt`.
struct CheckCase {
  var number: Int
  var name: String
  /// Of a `<kml>`, or a whole document.
  var inside: String
  /// What the check says, without the brackets; nil where the document passes all.
  var message: String?
  var others: Set<Int> = []

  static func all() throws -> [CheckCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("cases.txt")
    var cases: [CheckCase] = []
    var check = (number: 0, name: "")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      let rest = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      switch parts[0] {
      case "ATC":
        let words = rest.split(separator: " ")
        check = (Int(words[0]) ?? 0, String(words[1]))
      case "fails", "passes":
        cases.append(CheckCase(number: check.number, name: check.name, inside: rest))
      case "says": cases[cases.count - 1].message = rest
      case "also":
        cases[cases.count - 1].others = Set(rest.split(separator: " ").compactMap { Int($0) })
      default: break
      }
    }
    return cases
  }

  func archive() throws -> [UInt8] {
    var writer = ZipWriter()
    try writer.add("doc.kml", Array(document.utf8))
    let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    try writer.add("a.png", image)
    try writer.add("0/0/0.png", image)
    try writer.add(
      "m.dae", Array("<COLLADA><init_from>textures/wall.png</init_from></COLLADA>".utf8))
    try writer.add(
      "net/b.kml",
      Array(
        """
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>B</name>\
        <Style id="b"><LineStyle><width>2</width></LineStyle></Style></Document></kml>
        """.utf8))
    return try writer.finish()
  }

  private var document: String {
    if inside.hasPrefix("!") { return String(inside.dropFirst()) }
    return
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
      + inside + "</kml>"
  }
}
