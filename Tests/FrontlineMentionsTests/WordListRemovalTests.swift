import FrontlineClaims
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@testable import FrontlineMentions

/// Every word list has a passage in which places are found otherwise without it.
@Suite struct `Removing a word list` {
  @Test(arguments: WordList.all)
  func `changes which places are found`(list: WordList) throws {
    var files = WordFiles.shipped
    let bytes = files[list.file]
    files.bytes[list.file] = list.removed(from: bytes)
    try #require(files[list.file] != bytes)
    let theatre = FoundPlaces.theatre(files)
    #expect(
      try FoundPlaces.all.get().contains { found in
        FoundPlaces.lines(found.passage, in: theatre) != found.lines
      })
  }

  @Test func `changes passages in which places are found as marked`() throws {
    for found in try FoundPlaces.all.get() {
      let text = FoundPlaces.shipped.tokenize(found.passage.marked.text)
      let spans = FoundPlaces.shipped.mentions(in: text).mentions.map(MarkedText.Span.init)
      #expect(
        spans.map(\.description) == found.passage.marked.spans.map(\.description),
        "\(found.passage)")
    }
  }
}

/// A list of a word file; the whole file where it has no sections.
struct WordList: Sendable, CustomStringConvertible {
  var file: String
  var section: String?

  var description: String { section.map { "\(file) [\($0)]" } ?? file }

  static let all: [WordList] = WordFiles.shipped.bytes.keys.sorted().flatMap { file in
    let sections = lines(of: WordFiles.shipped[file]).compactMap(name)
    return sections.isEmpty
      ? [WordList(file: file)] : sections.map { WordList(file: file, section: $0) }
  }

  func removed(from bytes: [UInt8]) -> [UInt8] {
    guard let section else { return [] }
    var isLeftOut = false
    let kept = Self.lines(of: bytes).filter { line in
      if let name = Self.name(line) { isLeftOut = name == section }
      return !isLeftOut
    }
    return Array(kept.joined(separator: "\n").utf8)
  }

  private static func lines(of bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func name(_ line: Substring) -> String? {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    return String(line[line.index(after: line.startIndex)..<end])
  }
}

/// The passages with what is found in them, read once.
private enum FoundPlaces {
  static let shipped = theatre(.shipped)

  static let all = Result {
    try (Corpus.load("WordLists") + Corpus.load("Corpus")).map { passage in
      (passage: passage, lines: lines(passage, in: shipped))
    }
  }

  /// The made-up country and a few hamlets that are named or spelled like something else.
  static func theatre(_ files: WordFiles) -> InventedTheatre {
    let hamlets = ["Mill", "Rona", "Ramadaan", "Karim", "Panvisar"].enumerated().map {
      number, name in
      Place(
        id: "xx-" + name.lowercased(), name: name, featureClass: "P", featureCode: "PPL",
        country: "XX", parent: "xx-lindar",
        position: Position(longitude: 11.9 + Double(number) / 50, latitude: 51.05))
    }
    return InventedTheatre(
      parties: InventedTheatre.two.parties,
      gazetteer: Gazetteer(places: InventedPlaces.places + hamlets, names: InventedPlaces.names),
      rules: .shipped, files: files)
  }

  static func lines(_ passage: CorpusCase, in theatre: InventedTheatre) -> [String] {
    let tokens = theatre.tokenize(passage.marked.text)
    return theatre.mentions(in: tokens).mentions.map { mention in
      let resolution = mention.resolution
      return "\(mention.sentence) \(mention.range) \(mention.isLiteral) "
        + "\(resolution?.placeID ?? "-") \(resolution?.derived.map { "\($0)" } ?? "-")"
    }
  }
}

extension MarkedText.Span {
  fileprivate init(_ mention: Mention) {
    self.init(
      text: mention.text, range: mention.range,
      meaning: mention.isLiteral
        ? mention.resolution.map { .place($0.placeID) } ?? .unresolved : .other)
  }
}
