extension NameKey {
  /// One step of ``loose(_:)``: letters that transliterations of one name use for each other.
  public struct LooseRule: Sendable {
    public enum Condition: Sendable {
      case anywhere
      /// Only before a consonant or at the end of the name.
      case beforeConsonant
      /// Only before a vowel.
      case beforeVowel
    }

    public var letters: String
    public var replacement: String
    public var condition: Condition
    public var reason: String

    init(_ letters: String, _ replacement: String, _ condition: Condition, _ reason: String) {
      self.letters = letters
      self.replacement = replacement
      self.condition = condition
      self.reason = reason
    }
  }

  /// The letters that are written for each other, and why. The longest that fits applies, from left to right.
  ///
  /// They follow from how writers of English, French, German and Russian spell the vowels and consonants of
  /// Persian, Pashto, Arabic and the East Slavic languages; `kh`, `sh`, `ch` and `zh` are never touched,
  /// for they tell names apart.
  public static let looseRules: [LooseRule] = [
    LooseRule("ee", "i", .anywhere, "a long i, written the English way"),
    LooseRule(
      "e", "i", .anywhere, "short vowels are not written in Arabic script, and heard as either"),
    LooseRule("y", "i", .anywhere, "y and i write one sound, alone or between vowels"),
    LooseRule("oo", "u", .anywhere, "a long u, written the English way"),
    LooseRule("ou", "u", .anywhere, "a long u, written the French way"),
    LooseRule(
      "o", "u", .anywhere, "short vowels are not written in Arabic script, and heard as either"),
    LooseRule("au", "u", .anywhere, "a diphthong that some write au, aw or ow, and others o"),
    LooseRule(
      "aw", "u", .beforeConsonant, "a diphthong that some write au, aw or ow, and others o"),
    LooseRule(
      "ow", "u", .beforeConsonant, "a diphthong that some write au, aw or ow, and others o"),
    LooseRule("ow", "av", .beforeVowel, "the same diphthong before a vowel, where the w is heard"),
    LooseRule(
      "ai", "i", .beforeConsonant, "a diphthong that some write ai, ay, ei or ey, and others e"),
    LooseRule(
      "ay", "i", .beforeConsonant, "a diphthong that some write ai, ay, ei or ey, and others e"),
    LooseRule("w", "v", .anywhere, "one letter in Persian and in Russian, heard as either"),
    LooseRule(
      "x", "kh", .anywhere, "the sound of the letter in Cyrillic, Greek and phonetic spelling"),
    LooseRule("q", "k", .anywhere, "two letters that many transliterations do not tell apart"),
    LooseRule(
      "gh", "g", .anywhere, "the h marks a sound that English lacks, and is often left out"),
    LooseRule("kh", "kh", .anywhere, "kept: the h is not for dropping"),
    LooseRule("sh", "sh", .anywhere, "kept: the h is not for dropping"),
    LooseRule("sch", "sh", .anywhere, "the German way"),
    LooseRule("tsch", "ch", .anywhere, "the German way"),
    LooseRule("tch", "ch", .anywhere, "the French way"),
    LooseRule("dsch", "j", .anywhere, "the German way"),
    LooseRule("dj", "j", .anywhere, "the French way"),
    LooseRule("dzh", "j", .anywhere, "by way of Russian"),
    LooseRule("ph", "f", .anywhere, "the Greek way"),
    LooseRule("ck", "k", .anywhere, "the German and English way"),
  ]

  /// A key that spellings of one name in different transliterations share; other names may share it too.
  ///
  /// On the folded name, word by word: `e`, `i`, `o`, `ye`, `yi` and the articles `al`, `el`, `ul` are
  /// dropped, also where the article takes on the sound that follows (`as`, `ash`, `ez`): the Persian ezafe
  /// and the Arabic article are written in many ways or not at all. So is
  /// a final `e` or `i` of a word of four letters or more before another (the ezafe, run in), and an `h`
  /// after a final vowel, `eh` being `a`. Then the words are joined, ``looseRules`` apply, and doubled
  /// letters become one. In Arabic script the letters only Pashto and Urdu have become their neighbours.
  public static func loose(_ text: some StringProtocol) -> String {
    loose(folded: fold(text))
  }

  static func loose(folded: String) -> String {
    let words = folded.utf8.split(separator: 0x20)
    var joined: [UInt8] = []
    for (index, word) in words.enumerated() {
      if words.count > 1, isLink(word, before: index + 1 < words.count ? words[index + 1] : nil) {
        continue
      }
      append(word, isLast: index == words.count - 1, to: &joined)
    }
    return String(decoding: applyRules(to: joined), as: UTF8.self).unifyingArabicLetters
  }

  private static let linkWords: Set<String> = ["e", "i", "o", "ye", "yi", "al", "el", "ul"]

  /// Whether a word only links others: the ezafe, or an article, also one assimilated to the next word
  /// (Arabic's "sun letters": t d r z s sh n, and th dh, alone or doubled in sound).
  private static func isLink(_ word: Substring.UTF8View, before next: Substring.UTF8View?) -> Bool {
    if linkWords.contains(String(Substring(word))) { return true }
    guard let next, let first = word.first, [0x61, 0x65, 0x75].contains(first) else { return false }
    let sound = word.dropFirst()
    switch sound.count {
    case 1:
      return [0x74, 0x64, 0x72, 0x7A, 0x73, 0x6E].contains(sound.first) && next.starts(with: sound)
    case 2: return sound.last == 0x68 && next.starts(with: sound)
    default: return false
    }
  }

  /// A name with the letters that carry a mark instead of an h in scholars' and other alphabets written out:
  /// `Panjšir` gives `Panjshir`. ``fold(_:)`` alone would lose the h.
  public static func writtenOut(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var result = ""
    for character in String(text) {
      if let letters = digraphs[character] { result += letters } else { result.append(character) }
    }
    return result
  }

  private static let digraphs: [Character: String] = [
    "š": "sh", "Š": "Sh", "ş": "sh", "Ş": "Sh", "ș": "sh", "Ș": "Sh", "ŝ": "sh", "Ŝ": "Sh",
    "č": "ch", "Č": "Ch", "ç": "ch", "Ç": "Ch", "ž": "zh", "Ž": "Zh", "ġ": "gh", "Ġ": "Gh",
    "ğ": "gh", "Ğ": "Gh", "ḡ": "gh", "Ḡ": "Gh", "ḫ": "kh", "Ḫ": "Kh", "ḵ": "kh", "Ḵ": "Kh",
    "ḍ": "d", "ǧ": "j", "Ǧ": "J", "ǰ": "j",
  ]

  private static func append(_ word: Substring.UTF8View, isLast: Bool, to joined: inout [UInt8]) {
    var letters = Array(word)
    let count = letters.count
    if count >= 3, letters[count - 1] == 0x68, isVowel(letters[count - 2]) {
      letters.removeLast()
      if count >= 4, letters[count - 2] == 0x65 { letters[count - 2] = 0x61 }
    } else if !isLast, count >= 4, letters[count - 1] == 0x65 || letters[count - 1] == 0x69 {
      letters.removeLast()
    }
    joined += letters
  }

  private struct ByteRule: Sendable {
    var letters: [UInt8]
    var replacement: [UInt8]
    var condition: LooseRule.Condition
  }

  /// The rules by their first letter, a to z, longest first.
  private static let rulesByLetter: [[ByteRule]] = (0x61...0x7A).map { (first: UInt8) in
    let rules = looseRules.filter { $0.letters.utf8.first == first }.map {
      ByteRule(
        letters: Array($0.letters.utf8), replacement: Array($0.replacement.utf8),
        condition: $0.condition)
    }
    return rules.sorted { $0.letters.count > $1.letters.count }
  }

  private static func applyRules(to letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(letters.count)
    var index = 0
    while index < letters.count {
      let rule = rule(at: index, of: letters)
      if let rule {
        for letter in rule.replacement where result.last != letter { result.append(letter) }
      } else if result.last != letters[index] || letters[index] >= 0x80 {
        result.append(letters[index])
      }
      index += rule?.letters.count ?? 1
    }
    return result
  }

  private static func rule(at index: Int, of letters: [UInt8]) -> ByteRule? {
    guard (0x61...0x7A).contains(letters[index]) else { return nil }
    return rulesByLetter[Int(letters[index]) - 0x61].first { rule in
      let end = index + rule.letters.count
      guard end <= letters.count else { return false }
      for offset in rule.letters.indices where letters[index + offset] != rule.letters[offset] {
        return false
      }
      switch rule.condition {
      case .anywhere: return true
      case .beforeConsonant: return end == letters.count || !isVowel(letters[end])
      case .beforeVowel: return end < letters.count && isVowel(letters[end])
      }
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }
}

extension String {
  /// Retroflex and other letters of Pashto and Urdu as the Persian letters that are written for them.
  fileprivate var unifyingArabicLetters: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x67C, 0x679: scalars.append("\u{62A}")  // ټ ٹ as ت
      case 0x689, 0x688: scalars.append("\u{62F}")  // ډ ڈ as د
      case 0x693, 0x691: scalars.append("\u{631}")  // ړ ڑ as ر
      case 0x6BC: scalars.append("\u{646}")  // ڼ as ن
      case 0x69A: scalars.append("\u{634}")  // ښ as ش
      case 0x696: scalars.append("\u{698}")  // ږ as ژ
      case 0x491: scalars.append("\u{433}")  // ґ as г
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
