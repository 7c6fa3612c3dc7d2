/// Values by folded word, for the rules and names that are looked up at every token of a text.
///
/// A plain hash table with open addressing. Tokens carry the hash of their word, so that a look-up is one
/// read in most cases: most words of a text are in no table.
package struct WordTable<Value: Sendable>: Sendable {
  private struct Entry {
    var hash: UInt64
    var word: String
    var value: Value
  }

  private let entries: [Entry]
  /// Index of an entry for each slot, or -1; at most a quarter is taken, and the count is a power of two.
  private let slots: [Int32]

  package init(_ values: [String: Value]) {
    entries = values.map { Entry(hash: WordHash.of($0.key), word: $0.key, value: $0.value) }
    var count = 16
    while count < values.count * 4 { count *= 2 }
    var slots = [Int32](repeating: -1, count: count)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(index)
    }
    self.slots = slots
  }

  /// The value of the token's folded word.
  package subscript(_ token: Token) -> Value? {
    value(of: token.folded, hash: token.foldedHash)
  }

  package subscript(_ folded: String) -> Value? {
    value(of: folded, hash: WordHash.of(folded))
  }

  private func value(of folded: String, hash: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash, entries[index].word == folded { return entries[index].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
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
