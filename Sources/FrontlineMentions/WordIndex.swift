/// Folded words, each with its position in a list: for the rules and names that are looked up at every token
/// of a text.
///
/// A plain hash table with open addressing. Tokens carry the hash of their word, so that a look-up is one read
/// in most cases: most words of a text are in no table. Not generic, so that every module calls the same
/// compiled form.
package struct WordIndex: Sendable {
  private struct Slot {
    var hash: UInt64
    /// Of the word; -1 if the slot is free.
    var position: Int
  }

  private let words: [String]
  /// At most a quarter is taken, and the count is a power of two.
  private let slots: [Slot]

  /// - Parameter words: Each once.
  package init(_ words: [String]) {
    self.words = words
    var count = 16
    while count < words.count * 4 { count *= 2 }
    var slots = [Slot](repeating: Slot(hash: 0, position: -1), count: count)
    for (position, word) in words.enumerated() {
      let hash = WordHash.of(word)
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot].position >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Slot(hash: hash, position: position)
    }
    self.slots = slots
  }

  /// Of the token's folded word; nil if it is none of the words.
  package func position(of token: Token) -> Int? {
    position(of: token.folded, hash: token.foldedHash)
  }

  package func position(of folded: String) -> Int? {
    position(of: folded, hash: WordHash.of(folded))
  }

  private func position(of folded: String, hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].position >= 0 {
      let position = slots[slot].position
      if slots[slot].hash == hash, words[position] == folded { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

/// A set of folded words.
struct WordSet: Sendable {
  private let words: WordIndex

  init(_ words: Set<String>) {
    self.words = WordIndex(Array(words))
  }

  func contains(_ folded: String) -> Bool {
    words.position(of: folded) != nil
  }
}

/// FNV-1a, 64 bit (Fowler, Noll and Vo), of ASCII words; of others Swift's own hash, which is the same for
/// composed and decomposed letters, as `==` is. Never kept or shown: it differs from run to run.
enum WordHash {
  static func of(_ word: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word.utf8 {
      guard byte < 0x80 else { return UInt64(truncatingIfNeeded: word.hashValue) }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash ^ (hash >> 32)
  }
}
