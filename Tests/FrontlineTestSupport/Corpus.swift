import Foundation
public import FrontlineReports

/// A passage of a corpus file with what should be read out of it.
///
/// ```
/// A seizure in the active voice
/// published 2031-05-14
/// side north                       (optional: the party the publisher belongs to)
/// theatre three                    (optional: the theatre with three parties)
///
/// Northern forces captured ⟦Dovra|place:xx-dovra⟧.
/// ---
/// xx-dovra | captured | north | south | north | 2031-05-14 | independent | asserted
/// ```
///
/// Cases are parted by a line `===`; lines that start with `#` are comments. No line behind `---` means
/// that nothing is to be read. A second `---` starts a second list, for files of known shortcomings.
public struct CorpusCase: Sendable, CustomStringConvertible {
  public var name: String
  /// The file's name without its extension.
  public var file: String
  /// The line of the case's name, 1-based.
  public var line: Int
  public var published: Day
  public var side: String?
  public var hasThreeParties: Bool
  public var marked: MarkedText
  /// The lists behind each `---`, each sorted.
  public var expected: [[String]]

  public var description: String { "\(file):\(line) \(name)" }

  public var report: Report {
    Report(
      id: "report", published: published, publishedBasis: "corpus", side: side, text: marked.text)
  }
}

/// Corpus files in a folder beside the tests that read them.
public enum Corpus {
  public struct Fault: Error, CustomStringConvertible {
    public var description: String
  }

  /// The cases of every `.txt` file of a folder, by file name and line.
  ///
  /// - Parameters:
  ///   - folder: Beside the calling file.
  ///   - path: The calling file; leave it out.
  public static func load(_ folder: String, besides path: String = #filePath) throws -> [CorpusCase]
  {
    let url = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    return try names.flatMap { name in
      let text = try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
      return try cases(of: text, file: String(name.dropLast(4)))
    }
  }

  static func cases(of text: String, file: String) throws -> [CorpusCase] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let numbered = lines.enumerated().filter { !$0.element.hasPrefix("#") }
    return try numbered.split { $0.element == "===" }.compactMap { block in
      let trimmed = block.drop { $0.element.isEmpty }
      guard let first = trimmed.first else { return nil }
      let parts = trimmed.split(omittingEmptySubsequences: false) { $0.element == "---" }
      do {
        return try corpusCase(parts.map { $0.map { String($0.element) } }, file, first.offset + 1)
      } catch {
        throw Fault(description: "\(file).txt:\(first.offset + 1): \(error)")
      }
    }
  }

  private static func corpusCase(
    _ parts: [[String]], _ file: String, _ line: Int
  ) throws -> CorpusCase {
    let head = parts[0].prefix { !$0.isEmpty }
    let text = parts[0].dropFirst(head.count).joined(separator: "\n")
    var fields: [String: String] = [:]
    for field in head.dropFirst() {
      let words = field.split(separator: " ", maxSplits: 1)
      guard words.count == 2, ["published", "side", "theatre"].contains(words[0]) else {
        throw Fault(description: "'\(field)' is not published, side or theatre with a value")
      }
      fields[String(words[0])] = String(words[1])
    }
    guard let published = Day(iso: fields["published"] ?? "2031-05-14"), parts.count > 1 else {
      throw Fault(description: "no day of publication, or no '---' behind the text")
    }
    return CorpusCase(
      name: head.first ?? "", file: file, line: line, published: published, side: fields["side"],
      hasThreeParties: fields["theatre"] == "three",
      marked: try MarkedText(text.trimmingCharacters(in: .newlines)),
      expected: parts.dropFirst().map { $0.map(normalised).filter { !$0.isEmpty }.sorted() })
  }

  /// The line with one blank on either side of each bar.
  private static func normalised(_ line: String) -> String {
    line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " | ")
  }
}
