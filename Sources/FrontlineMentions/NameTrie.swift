internal import FrontlineGazetteer

/// Every known name by its folded words, for longest-match recognition.
struct NameTrie: Sendable {
  struct Entry: Sendable {
    /// Folded words, in order.
    var words: [String]
    /// What the name belongs to.
    var meaning: Meaning
  }

  enum Meaning: Sendable {
    /// Indices of the gazetteer's names spelled so.
    case places([Int])
    /// The name of a party, a person or a body, as written in the theatre file.
    case other(String)
    /// A name that no gazetteer lists, and whose context says that it is a place.
    case unlisted
  }

  private let firstWords: WordIndex
  /// By first word; longest first, then other names before places.
  private let entries: [[Entry]]

  init(gazetteer: Gazetteer, otherNames: [String]) {
    var placeNames: [String: [Int]] = [:]
    placeNames.reserveCapacity(gazetteer.names.count)
    for (index, name) in gazetteer.names.enumerated() {
      placeNames[Self.key(name.text), default: []].append(index)
    }
    var entries: [String: [Entry]] = [:]
    entries.reserveCapacity(placeNames.count)
    func add(_ folded: String, _ meaning: Meaning) {
      let words = folded.split(separator: " ").map(String.init)
      guard let first = words.first else { return }
      entries[first, default: []].append(Entry(words: words, meaning: meaning))
    }
    for (folded, indices) in placeNames { add(folded, .places(indices)) }
    for name in otherNames where placeNames[Self.key(name)] == nil {
      add(Self.key(name), .other(name))
    }
    firstWords = WordIndex(Array(entries.keys))
    self.entries = entries.values.map { list in
      if list.count == 1 { return list }
      return list.sorted { left, right in
        left.words.count != right.words.count
          ? left.words.count > right.words.count
          : left.words.lexicographicallyPrecedes(right.words)
      }
    }
  }

  /// The folded name, with initials that points part as one word, as the tokenizer has them: "U.S." is `us`.
  private static func key(_ name: String) -> String {
    let folded = NameKey.fold(name)
    guard name.contains(".") else { return folded }
    var words: [String] = []
    var isInitial = false
    for word in folded.split(separator: " ") {
      if word.utf8.count == 1, isInitial, let last = words.popLast() {
        words.append(last + word)
      } else {
        words.append(String(word))
      }
      isInitial = word.utf8.count == 1
    }
    return words.joined(separator: " ")
  }

  /// The longest name that starts at a token, and how many tokens it takes; nil if none does.
  ///
  /// A name may run over a hyphen or a possessive only where the name itself has that word. Its first
  /// word must have a capital, as must its other words of three letters and more, unless they are
  /// type words ("Kel pass").
  ///
  /// - Parameter first: What the first token is read as; as it is if nil.
  func longestMatch(
    at start: Int, in tokens: [Token], before end: Int, readingFirstAs first: String? = nil,
    accepts: (Entry, ArraySlice<Token>) -> Bool
  ) -> (entry: Entry, end: Int)? {
    guard tokens[start].isWord,
      let position = first == nil
        ? firstWords.position(of: tokens[start]) : firstWords.position(of: first ?? "")
    else { return nil }
    for entry in entries[position] {
      let matchEnd = start + entry.words.count
      guard matchEnd <= end else { continue }
      let isSame = entry.words.indices.dropFirst().allSatisfy { index in
        tokens[start + index].isWord && tokens[start + index].folded == entry.words[index]
      }
      if isSame && accepts(entry, tokens[start..<matchEnd]) { return (entry, matchEnd) }
    }
    return nil
  }
}
