internal import FrontlineGazetteer
internal import FrontlineMentions

/// Named lists of words and phrases, as the files in `Resources/` hold them.
///
/// `[name]` starts a list; entries are parted by white space; `_` stands for the space inside a
/// phrase; `=` gives an entry a value; `#` starts a comment.
struct CueWords: Sendable {
  /// By list, then by first word: phrases, longest first.
  private let lists: [String: [String: [Entry]]]

  struct Entry: Sendable {
    var words: [String]
    var value: String?
  }

  init(_ bytes: [UInt8]) {
    var lists: [String: [String: [Entry]]] = [:]
    var section = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let content = line.prefix { $0 != "#" }
      if content.hasPrefix("["), let end = content.firstIndex(of: "]") {
        section = String(content[content.index(after: content.startIndex)..<end])
        continue
      }
      for item in content.split(whereSeparator: \.isWhitespace) {
        let parts = item.split(separator: "=", maxSplits: 1)
        let words = Self.words(parts[0].replacing("_", with: " "))
        guard let first = words.first else { continue }
        let entry = Entry(words: words, value: parts.count > 1 ? String(parts[1]) : nil)
        lists[section, default: [:]][first, default: []].append(entry)
      }
    }
    self.lists = lists.mapValues { list in
      list.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }
  }

  static func words(_ phrase: some StringProtocol) -> [String] {
    phrase.split(separator: " ").flatMap {
      NameKey.fold(String($0)).split(separator: " ").map(String.init)
    }
  }

  /// The longest entry of a list that starts at a token; its end and its value.
  func match(
    _ list: String, at start: Int, in tokens: [Token], before end: Int
  ) -> (end: Int, value: String?)? {
    guard start >= 0, start < end, let entries = lists[list]?[tokens[start].folded] else {
      return nil
    }
    for entry in entries where start + entry.words.count <= end {
      if zip(entry.words, tokens[start...]).allSatisfy({ $0 == $1.folded }) {
        return (start + entry.words.count, entry.value)
      }
    }
    return nil
  }

  /// The phrases of a list, in alphabetical order.
  func phrases(of list: String) -> [String] {
    (lists[list] ?? [:]).values.flatMap { $0.map { $0.words.joined(separator: " ") } }.sorted()
  }

  func contains(_ list: String, _ folded: String) -> Bool {
    lists[list]?[folded]?.contains { $0.words.count == 1 } ?? false
  }

  /// Whether an entry of the list starts anywhere in a range.
  func occurs(_ list: String, in range: Range<Int>, of tokens: [Token]) -> Bool {
    range.contains { match(list, at: $0, in: tokens, before: range.upperBound) != nil }
  }
}
