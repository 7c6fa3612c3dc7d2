/// Finds listed names by spellings that no table lists: those that sound the same, or are a letter away.
///
/// For running text, where a wrong guess is worse than none: only names in Latin letters, of five letters
/// and more, of the places asked for.
public struct SpellingIndex: Sendable {
  /// Names that a spelling may stand for.
  public struct Match: Hashable, Sendable {
    public enum Way: Hashable, Sendable {
      /// The same key under ``NameKey/loose(_:)``: the same consonants, and vowels written for each other.
      case sameSounds
      /// One letter more, less or different in a name of seven or more.
      case oneLetter
    }

    /// Indices of the gazetteer's names, in order.
    public var names: [Int]
    public var way: Way
  }

  private var namesByKey: [String: [Int]] = [:]
  private var keys: [[UInt8]] = []
  /// Keys of seven and more letters by their first four letters, and by their first and last three: one
  /// edit leaves one of the two as it is.
  private var keysByStart: [UInt32: [Int]] = [:]
  private var keysByEnd: [UInt32: [Int]] = [:]

  /// - Parameter condition: Which places count.
  /// - Complexity: O(*n*) in the names of these places.
  public init(_ gazetteer: Gazetteer, where condition: (Place) -> Bool) {
    let counts = gazetteer.places.map(condition)
    for (index, name) in gazetteer.names.enumerated() {
      guard name.kind != .abbreviation, let place = gazetteer.indexByID[name.placeID],
        counts[place], name.text.utf8.count >= Self.fewestLetters
      else { continue }
      for key in Self.keys(of: name.text) { add(key, index) }
    }
    for key in namesByKey.keys.sorted() { addClose(key) }
  }

  /// Shorter names say too little, and words that look like them are many.
  public static let fewestLetters = 5
  private static let shortestKey = 4
  private static let shortestCloseKey = 7

  /// The names that a spelling sounds like or, failing that, is a letter away from; nil for none.
  public func match(_ spelling: some StringProtocol) -> Match? {
    let found = Self.keys(of: spelling)
    for key in found {
      if let names = namesByKey[key] { return Match(names: names, way: .sameSounds) }
    }
    guard !isPeople(spelling) else { return nil }
    let close = Set(found.flatMap { closeKeys(to: Array($0.utf8)) })
    guard !close.isEmpty else { return nil }
    return Match(names: Set(close.flatMap { namesByKey[$0] ?? [] }).sorted(), way: .oneLetter)
  }

  /// The loose keys of a name in Latin letters, as it is and with its marks written out.
  private static func keys(of text: some StringProtocol) -> [String] {
    let folded = NameKey.fold(text)
    guard folded.utf8.allSatisfy({ $0 < 0x80 && !(0x30...0x39).contains($0) }),
      folded.utf8.count(where: { $0 != 0x20 }) >= fewestLetters
    else { return [] }
    let first = NameKey.loose(folded: folded)
    let written = NameKey.fold(NameKey.writtenOut(text))
    let keys = written == folded ? [first] : [NameKey.loose(folded: written), first]
    return keys.filter { $0.utf8.count >= shortestKey }
  }

  private mutating func add(_ key: String, _ name: Int) {
    if namesByKey[key]?.last != name { namesByKey[key, default: []].append(name) }
  }

  private mutating func addClose(_ key: String) {
    let letters = Array(key.utf8)
    // A spelling with one letter more is still seven long.
    guard letters.count >= Self.shortestCloseKey - 1 else { return }
    keys.append(letters)
    keysByStart[Self.start(letters), default: []].append(keys.count - 1)
    keysByEnd[Self.end(letters), default: []].append(keys.count - 1)
  }

  private func closeKeys(to letters: [UInt8]) -> [String] {
    guard letters.count >= Self.shortestCloseKey else { return [] }
    let candidates =
      (keysByStart[Self.start(letters)] ?? []) + (keysByEnd[Self.end(letters)] ?? [])
    return candidates.compactMap { index in
      let key = keys[index]
      guard key.count >= Self.shortestCloseKey - 1, !Self.isDerived(letters, from: key),
        editDistance(letters, key, limit: 1) != nil
      else { return nil }
      return String(decoding: key, as: UTF8.self)
    }
  }

  /// Whether the spelling is a listed name with the ending of a people's: "Kabulis", "Syrian".
  private func isPeople(_ spelling: some StringProtocol) -> Bool {
    let folded = NameKey.fold(spelling)
    return ["i", "is", "s", "n", "an", "ans", "ns", "ian", "ians", "ese"].contains { ending in
      folded.hasSuffix(ending)
        && namesByKey[NameKey.loose(folded: String(folded.dropLast(ending.count)))] != nil
    }
  }

  /// Whether one is the other with an ending that makes the name of a people or a plural: "Panjshiri".
  private static func isDerived(_ letters: [UInt8], from key: [UInt8]) -> Bool {
    let (short, long) = letters.count < key.count ? (letters, key) : (key, letters)
    guard long.count == short.count + 1, long.starts(with: short), let last = long.last else {
      return false
    }
    return [0x69, 0x6E, 0x73].contains(last)
  }

  private static func start(_ letters: [UInt8]) -> UInt32 {
    letters.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func end(_ letters: [UInt8]) -> UInt32 {
    letters.suffix(3).reduce(UInt32(letters[0])) { $0 << 8 | UInt32($1) }
  }
}
