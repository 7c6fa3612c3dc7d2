internal import FrontlineGazetteer

/// Cuts a text into tokens and sentences in one pass, linear in its length.
///
/// Words are runs of letters, marks and digits. A hyphen between letters ties two words; the
/// possessive `'s` is a token of its own, so that a name in the genitive is still the name.
/// Sentences end at `.`, `!`, `?` before a capital, at blank lines and after headlines; known
/// abbreviations and single initials do not end one.
public struct Tokenizer: Sendable {
  private let abbreviations: WordSet

  public init() {
    abbreviations = WordLists.shared.abbreviations
  }

  package init(files: WordFiles) {
    abbreviations = WordLists(files).abbreviations
  }

  public func tokenize(_ text: String) -> TokenizedText {
    let scalars = Array(text.unicodeScalars)
    let tokens = scan(scalars)
    return TokenizedText(
      tokens: tokens, sentences: sentences(of: tokens, scalars), scalars: scalars)
  }

  private func scan(_ scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    var startsLine = true
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isSpace {
        if scalar == "\n" { startsLine = true }
        index += 1
        continue
      }
      if isTie(index, in: scalars, after: tokens.last) {
        index += 1
        continue
      }
      let end = tokenEnd(from: index, in: scalars)
      tokens.append(token(index..<end, in: scalars, startsLine: startsLine))
      startsLine = false
      index = end
    }
    return tokens
  }

  private func isTie(_ index: Int, in scalars: [Unicode.Scalar], after last: Token?) -> Bool {
    guard let last else { return false }
    return last.isTiedToNext && last.range.upperBound == index
  }

  private func tokenEnd(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    if Self.isApostrophe(scalars[start]) { return possessiveEnd(from: start, in: scalars) }
    guard Self.isWordScalar(scalars[start]) else { return start + 1 }
    var end = start + 1
    let limit = min(scalars.count, start + Self.longestWord)
    while end < limit {
      if Self.isWordScalar(scalars[end]) {
        end += 1
      } else if end + 1 < scalars.count, Self.joins(scalars, at: end) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// An apostrophe inside a word (`Qur'an`, not the possessive), a point or comma inside a number,
  /// and the points of `U.S.` hold a word together.
  private static func joins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let mark = scalars[index]
    let before = scalars[index - 1]
    let after = scalars[index + 1]
    if (mark == "." || mark == ",") && isDigit(before) && isDigit(after) { return true }
    // Marks without width or of direction inside a word are harmless; the zero-width non-joiner parts words.
    if mark.value > 0x7F, mark.value != 0x200C, mark.properties.generalCategory == .format {
      return isWordScalar(after)
    }
    if mark == ".", before.isUppercase, after.isUppercase {
      return index < 2 || !isWordScalar(scalars[index - 2])
    }
    guard isApostrophe(mark), isWordScalar(after) else { return false }
    let isPossessive =
      (after == "s" || after == "S")
      && (index + 2 >= scalars.count || !isWordScalar(scalars[index + 2]))
    return !isPossessive
  }

  private func possessiveEnd(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    guard start > 0, Self.isWordScalar(scalars[start - 1]), start + 1 < scalars.count,
      scalars[start + 1] == "s" || scalars[start + 1] == "S",
      start + 2 >= scalars.count || !Self.isWordScalar(scalars[start + 2])
    else { return start + 1 }
    return start + 2
  }

  private func token(
    _ range: Range<Int>, in scalars: [Unicode.Scalar], startsLine: Bool
  ) -> Token {
    let first = scalars[range.lowerBound]
    let text = String(scalars: scalars[range])
    let kind: Token.Kind
    if Self.isDigit(first) {
      kind = .number
    } else if Self.isWordScalar(first) {
      kind = .word
    } else if range.count == 2 && Self.isApostrophe(first) {
      kind = .possessive
    } else {
      kind = .mark
    }
    let isTied =
      range.upperBound + 1 < scalars.count && Self.isHyphen(scalars[range.upperBound])
      && Self.isWordScalar(scalars[range.upperBound + 1])
    let folded = folded(text, kind)
    return Token(
      kind: kind, text: text, folded: folded, foldedHash: WordHash.of(folded), range: range,
      isTiedToNext: isTied && kind != .mark,
      isCapitalised: first.isLetter && !first.isLowercase,
      isAllCapitals: isAllCapitals(scalars[range]), startsLine: startsLine)
  }

  /// Initials are one word: `U.S` is `us`.
  private func folded(_ text: String, _ kind: Token.Kind) -> String {
    switch kind {
    case .mark: text
    case .word where text.utf8.contains(UInt8(ascii: ".")):
      NameKey.fold(text).replacing(" ", with: "")
    default: NameKey.fold(text)
    }
  }

  private func isAllCapitals(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var letters = 0
    for scalar in scalars where scalar.isLetter {
      guard scalar.isUppercase else { return false }
      letters += 1
    }
    return letters > 1
  }

  private func sentences(
    of tokens: [Token], _ scalars: [Unicode.Scalar]
  ) -> [TokenizedText.Sentence] {
    var found: [TokenizedText.Sentence] = []
    var start = 0
    var paragraph = 0
    /// The last token that closes no quotation or bracket.
    var last = 0
    for index in tokens.indices {
      if tokens[index].kind != .mark || !Self.closers.contains(tokens[index].text) { last = index }
      let isLast = index == tokens.count - 1
      let gap =
        isLast
        ? .none
        : lineBreaks(scalars, tokens[index].range.upperBound..<tokens[index + 1].range.lowerBound)
      let length = index + 1 - start
      let ends =
        isLast || gap == .blank || endsSentence(tokens, index, last, gap)
        || (gap == .single && Self.bullets.contains(tokens[index + 1].text))
        || (length >= Self.longLine && gap == .single)
      let range = tokens[start].range.lowerBound..<tokens[index].range.upperBound
      let isCut =
        !ends && (length >= Self.longestSentence || range.count >= Self.widestSentence)
      if ends || isCut {
        found.append(
          .init(
            tokens: start..<(index + 1), range: range, paragraph: paragraph, isCut: isCut))
        start = index + 1
      }
      if gap == .blank || (gap == .single && (ends || isCut)) { paragraph += 1 }
    }
    return found
  }

  /// No sentence of prose has so many tokens: what runs on longer is a list or a table, and is cut at the
  /// next line break, or anywhere, so that reading stays linear in the text.
  private static let longLine = 150
  static let longestSentence = 600
  /// In scalars: six times what 600 words of prose take. A claim carries its sentence.
  static let widestSentence = 20_000
  /// In scalars: longer than any word of any language. What runs on longer is encoded data, and becomes several
  /// words.
  static let longestWord = 500

  private enum Break { case none, single, blank }

  private func lineBreaks(_ scalars: [Unicode.Scalar], _ gap: Range<Int>) -> Break {
    switch scalars[gap].count(where: { $0 == "\n" }) {
    case 0: .none
    case 1: .single
    default: .blank
    }
  }

  /// - Parameter last: The token before the marks, if any, that close quotations and brackets up to the index.
  private func endsSentence(_ tokens: [Token], _ index: Int, _ last: Int, _ gap: Break) -> Bool {
    guard tokens[last].kind == .mark else { return false }
    let mark = tokens[last].text
    guard mark == "." || mark == "!" || mark == "?" || mark == "…" else { return false }
    let next = tokens[index + 1]
    // A quote or bracket that closes right behind belongs to this sentence.
    if Self.closers.contains(next.text), next.range.lowerBound == tokens[index].range.upperBound,
      !Self.openers.contains(next.text) || next.text == "\""
    {
      let opens =
        index + 2 < tokens.count && tokens[index + 2].range.lowerBound == next.range.upperBound
      if !opens { return false }
    }
    if mark == "." && last > 0 && isAbbreviation(tokens[last - 1], tokens[last]) {
      return gap == .single
    }
    if gap == .single { return true }
    guard next.range.lowerBound > tokens[index].range.upperBound else { return false }
    return next.isCapitalised || next.kind == .number || Self.openers.contains(next.text)
  }

  private func isAbbreviation(_ word: Token, _ point: Token) -> Bool {
    guard word.range.upperBound == point.range.lowerBound, word.isWord else { return false }
    if word.text.contains(".") { return true }
    return (word.length == 1 && word.isCapitalised)
      || abbreviations.contains(word.folded)
  }

  static let closers: Set<String> = ["\"", "”", "’", "'", ")", "]", "»"]
  static let openers: Set<String> = ["\"", "“", "‘", "'", "(", "[", "«"]

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (48...57).contains(scalar.value) : scalar.properties.generalCategory == .decimalNumber
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (48...57).contains(scalar.value) || (65...90).contains(scalar.value)
        || (97...122).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}"
  }

  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
  }
}

extension Tokenizer {
  /// Marks that begin an item of a list at the start of a line.
  private static let bullets: Set<String> = ["•", "·", "▪", "◦", "‣", "–", "—", "-", "*", ">"]

  /// Whether a token's text opens a quotation.
  public static func opensQuote(_ text: String) -> Bool {
    ["\"", "“", "‘", "«"].contains(text)
  }

  /// Whether a token's text closes a quotation.
  public static func closesQuote(_ text: String) -> Bool {
    ["\"", "”", "’", "»"].contains(text)
  }
}
