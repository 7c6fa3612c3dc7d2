internal import Foundation

/// How place names of a coder and of a program are compared.
///
/// Neither side is expected to write a name in the same way as the other: type words, articles, accents
/// and usual variants of transliteration do not count.
public enum NameComparison {
  /// Words that say what kind of place it is, and words that only go with a name.
  static let typeWords = Set(
    """
    province provinces district districts valley pass city town village region regions area governorate \
    oblast raion state states county locality country river mountain mountains plain highway road airport \
    airbase international military prefecture zone centre center
    """.split(separator: " ").map(String.init))

  /// Lower-case words without accents, apostrophes, possessive endings and marks, parted by one space.
  static func plain(_ text: String) -> String {
    let letters = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.canonicalCombiningClass == .notReordered && $0 != "ʿ" && $0 != "ʾ"
    }
    let lower = Array(String(String.UnicodeScalarView(letters)).lowercased().unicodeScalars)
    return words(lower.map { "‘’`".unicodeScalars.contains($0) ? "'" : $0 }).joined(separator: " ")
  }

  /// The name without what only describes it: `the Panjshir Valley`, `district of Rukha`, `#Baghlan`.
  public static func core(_ name: String) -> String {
    var words = plain(withoutBrackets(name)).split(separator: " ").map(String.init)[...]
    while words.count > 1, let first = words.first, ["the", "of"].contains(first) {
      words.removeFirst()
    }
    while words.count > 2, let first = words.first, typeWords.contains(first),
      words.dropFirst().first == "of"
    {
      words.removeFirst(2)
    }
    while words.count > 1, let last = words.last, typeWords.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  /// The name as written but for case, an article or a hash sign in front, and the shape of apostrophes.
  public static func surface(_ name: String) -> String {
    let folded = name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      .replacing("ß", with: "ss").replacing("ς", with: "σ").replacing("’", with: "'")
    for start in ["#", "the "] where folded.hasPrefix(start) {
      return String(folded.dropFirst(start.count))
    }
    return folded
  }

  /// Whether two names are one in other spellings: `Pul-e Hesar` and `Puli Hisar`.
  ///
  /// The same core, or the same core without spaces; or the same consonants and nearly the same length; or, for
  /// six letters and more, at least 86 % alike (``SequenceSimilarity``).
  public static func isSame(_ first: String, _ second: String) -> Bool {
    let (one, other) = (core(first), core(second))
    guard !one.isEmpty, !other.isEmpty else { return false }
    let (left, right) = (one.replacing(" ", with: ""), other.replacing(" ", with: ""))
    if left == right { return true }
    let (leftLetters, rightLetters) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let consonants = consonants(of: left)
    if consonants.unicodeScalars.count >= 3, consonants == Self.consonants(of: right),
      abs(leftLetters.count - rightLetters.count) <= 2
    {
      return true
    }
    return min(leftLetters.count, rightLetters.count) >= 6
      && SequenceSimilarity.ratio(leftLetters, rightLetters) >= 0.86
  }

  /// An id of a party, an event or a claimant: plain words joined by `_`.
  static func identifier(_ text: String) -> String { plain(text).replacing(" ", with: "_") }

  /// What is left of a name when vowels, doubled letters and a final h go, and usual variants of letters meet.
  private static func consonants(of letters: String) -> String {
    var text = letters
    for (variant, letter) in [("ph", "f"), ("v", "w"), ("q", "k"), ("ts", "c"), ("dz", "z")] {
      text = text.replacing(variant, with: letter)
    }
    var kept = text.unicodeScalars.filter { !"aeiouy".unicodeScalars.contains($0) }
    if kept.last == "h" { kept.removeLast() }
    var single = String.UnicodeScalarView()
    for scalar in kept where scalar != single.last { single.append(scalar) }
    return String(single)
  }

  /// Words of lower-case text: a possessive ending parts, apostrophes go, everything else that is no letter,
  /// digit or underscore parts.
  private static func words(_ scalars: [Unicode.Scalar]) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var index = 0
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    while index < scalars.count {
      if scalars[index] == "'" {
        let isPossessive =
          index + 1 < scalars.count && scalars[index + 1] == "s"
          && (index + 2 == scalars.count || !isWord(scalars[index + 2]))
        if isPossessive {
          end()
          index += 1
        }
      } else if isWord(scalars[index]), scalars[index] != "_" {
        word.append(scalars[index])
      } else {
        end()
      }
      index += 1
    }
    end()
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }

  /// Each pair of round brackets and what it holds becomes a space; brackets do not run over lines.
  private static func withoutBrackets(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let inside = rest[open...]
      guard let close = inside.firstIndex(of: ")") else { break }
      guard !inside[..<close].contains("\n") else {
        kept += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      kept += rest[..<open] + " "
      rest = rest[rest.index(after: close)...]
    }
    return kept + rest
  }
}
