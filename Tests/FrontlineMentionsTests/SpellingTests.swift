import Foundation
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineMentions

@Suite struct `A spelling that no table lists` {
  @Test(arguments: try Spellings.variants())
  func `is taken for the place that it sounds like`(variant: String, place: String) {
    let found = Spellings.mentions(
      "Fighters entered the town. There was fighting in \(variant) on Monday.")
    let texts = found.map(\.text)
    #expect(texts == [variant])
    let id = found.first?.resolution?.placeID ?? ""
    #expect(id.hasPrefix(place), "\(id): \(found.first?.spelling?.reason ?? "listed")")
  }

  @Test(arguments: try Spellings.notPlaces(0))
  func `is not an ordinary word`(word: String) {
    expectNone("They spoke of the \(word) on Monday, and saw \(word) at noon.", word)
  }

  @Test(arguments: try Spellings.notPlaces(1))
  func `is not a person`(word: String) {
    expectNone(
      "He met \(word) on Monday. The spokesman \(word) wrote to him. \(word) said so.", word)
  }

  @Test(arguments: try Spellings.notPlaces(2))
  func `is not a body or a thing`(word: String) {
    expectNone("The \(word) sent help on Monday, and people trusted \(word) for it.", word)
  }

  @Test func `says what it was taken for, and scores less than a listed one`() {
    let found = ["Panjšir", "Panjshir"].flatMap {
      Spellings.mentions("There was fighting in \($0) on Monday.")
    }
    #expect(
      found.map(\.spelling?.reason) == [
        "spelling 'Panjšir' taken for 'Panjshir': same consonants", nil,
      ])
    let scores = found.compactMap { $0.resolution?.candidates.first?.score }
    #expect(scores == [scores[1] - 1, scores[1]])
    #expect(
      found[0].resolution?.candidates.first?.reasons.contains(
        "spelling 'Panjšir' taken for 'Panjshir': same consonants (-1.0)") == true)
  }

  @Test(arguments: [
    ("Pandjsher fell.", []),
    ("Pandjsher province fell.", ["Pandjsher"]),
    // A name behind a type word is a place even where it is no spelling of a listed one.
    ("The town of Pandjsher fell, and a pandjsher was eaten.", ["Pandjsher"]),
    ("They met Gul Pandjsher in the street.", []),
    ("They met Pandjsher Khan, and saw Pandjsher.", []),
    ("The Pandjsher Times is sold there.", []),
    ("They reached Kapisa and Pandjsher.", ["Kapisa", "Pandjsher"]),
    ("People of pandjsher say nothing.", []),
    ("They were in PANDJSHER.", []),
  ])
  func `counts only where nothing speaks against it`(text: String, found: [String]) {
    #expect(Spellings.mentions(text).filter(\.isLiteral).map(\.text) == found)
  }

  @Test func `is looked for in the theatre's box only`() {
    let box = BoundingBox(west: 60, south: 31, east: 64, north: 33)
    let found = Spellings.mentions("There was fighting in Pandjsher.", box: box)
    #expect(found.filter { $0.resolution != nil || $0.spelling != nil } == [])
  }

  private func expectNone(_ text: String, _ word: String) {
    let found = Spellings.mentions(text).filter { $0.spelling != nil }
    #expect(found.map { $0.spelling?.reason ?? "" } == [])
  }
}

/// The project's own tables, and the words to try on them.
enum Spellings {
  static let box = BoundingBox(west: 68.2, south: 34.5, east: 71.2, north: 36.4)

  static let gazetteer: Gazetteer? = {
    let tables = ["afghanistan", "world"].map { folder -> GazetteerTable? in
      let path = folder == "world" ? "Gazetteer/world" : "Gazetteer/afghanistan"
      return try? GazetteerTable.read(
        places: text("\(path)/places.tsv"), placesFile: "places.tsv",
        names: text("\(path)/names.tsv"), namesFile: "names.tsv"
      ).table
    }
    return GazetteerTable(joining: tables.compactMap { $0 }).gazetteer()
  }()

  static let reader: (ToponymRecognizer, ToponymResolver)? = gazetteer.map { reader($0, box) }

  static func reader(_ gazetteer: Gazetteer, _ box: BoundingBox) -> (
    ToponymRecognizer, ToponymResolver
  ) {
    let recognizer = ToponymRecognizer(
      gazetteer: gazetteer, otherNames: ["Taliban", "National Resistance Front"], box: box)
    return (
      recognizer, ToponymResolver(gazetteer: gazetteer, recognizer: recognizer, box: box)
    )
  }

  static func mentions(_ text: String, box other: BoundingBox? = nil) -> [Mention] {
    guard let gazetteer, let (recognizer, resolver) = other.map({ reader(gazetteer, $0) }) ?? reader
    else { return [] }
    let tokens = Tokenizer().tokenize(text)
    return resolver.resolve(recognizer.mentions(in: tokens), in: tokens).mentions
  }

  static func variants() throws -> [(String, String)] {
    try lines("variants.txt").map { line in
      let parts = line.split(separator: "|").map(String.init)
      return (parts[0], parts[1])
    }
  }

  static func notPlaces(_ part: Int) throws -> [String] {
    let parts = try lines("not-places.txt").split(separator: "===")
    return parts[part].flatMap { $0.split(separator: " ").map(String.init) }
  }

  private static func lines(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appendingPathComponent("Spelling/\(name)"), encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func text(_ path: String) -> String {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
}
