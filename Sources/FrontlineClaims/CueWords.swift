internal import FrontlineGazetteer
internal import FrontlineMentions

/// Named lists of words and phrases, as the files in `Resources/` hold them.
///
/// `[name]` starts a list; entries are parted by white space; `_` stands for the space inside a
/// phrase; `=` gives an entry a value; `#` starts a comment.
struct CueWords: Sendable {
  private let firstWords: WordIndex
  /// By first word: most words begin no phrase of any list.
  private let begun: [[Begun]]
  /// By list, in alphabetical order.
  private let phrases: [String: [String]]

  /// The phrases of a list that begin with one word, longest first.
  private struct Begun: Sendable {
    var list: String
    var entries: [Entry]
    var holdsWordAlone: Bool
  }

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
    let begun = Self.byFirstWord(lists)
    firstWords = WordIndex(Array(begun.keys))
    self.begun = Array(begun.values)
    phrases = lists.mapValues { list in
      list.values.flatMap { $0.map { $0.words.joined(separator: " ") } }.sorted()
    }
  }

  private static func byFirstWord(_ lists: [String: [String: [Entry]]]) -> [String: [Begun]] {
    var begun: [String: [Begun]] = [:]
    for (list, words) in lists {
      for (first, entries) in words {
        begun[first, default: []].append(
          Begun(
            list: list, entries: entries.stableSorted { $0.words.count > $1.words.count },
            holdsWordAlone: entries.contains { $0.words.count == 1 }))
      }
    }
    return begun
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
    guard start >= 0, start < end, let position = firstWords.position(of: tokens[start]),
      let index = begun[position].firstIndex(where: { $0.list == list })
    else { return nil }
    for entry in begun[position][index].entries where start + entry.words.count <= end {
      let isSame = entry.words.indices.dropFirst().allSatisfy {
        entry.words[$0] == tokens[start + $0].folded
      }
      if isSame { return (start + entry.words.count, entry.value) }
    }
    return nil
  }

  /// The phrases of a list, in alphabetical order.
  func phrases(of list: String) -> [String] {
    phrases[list] ?? []
  }

  /// Whether any phrase of any list begins with a token.
  func begin(with token: Token) -> Bool {
    firstWords.position(of: token) != nil
  }

  func contains(_ list: String, _ folded: String) -> Bool {
    guard let position = firstWords.position(of: folded) else { return false }
    return begun[position].contains { $0.holdsWordAlone && $0.list == list }
  }

  /// Whether an entry of the list starts anywhere in a range.
  func occurs(_ list: String, in range: Range<Int>, of tokens: [Token]) -> Bool {
    range.contains { match(list, at: $0, in: tokens, before: range.upperBound) != nil }
  }
}
