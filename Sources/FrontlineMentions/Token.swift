/// A word, number or mark of a text, with its place in it.
public struct Token: Hashable, Sendable {
  public enum Kind: Sendable {
    case word, number, mark
    /// The possessive ending: `'s`, or the apostrophe after a final s.
    case possessive
  }

  public var kind: Kind
  /// As written.
  public var text: String
  /// Folded for comparison: lower case, no diacritics, letter variants unified.
  public var folded: String
  /// In the text's Unicode scalars.
  public var range: Range<Int>
  /// Whether a hyphen ties it to the next token: `Pul-e-Khumri`, `anti-government`.
  public var isTiedToNext: Bool
  /// Whether it starts with a capital letter of a script that has them, or the script has none.
  public var isCapitalised: Bool
  /// Whether all its letters are capitals, two letters at least.
  public var isAllCapitals: Bool
  /// Whether white space holding a line break stands before it.
  public var startsLine: Bool

  public var isWord: Bool { kind == .word }

  /// Whether it is initials that points part: `U.S`, whose last point is a token of its own.
  var isInitials: Bool { isWord && text.utf8.contains(UInt8(ascii: ".")) }
}

/// A text cut into tokens and sentences.
public struct TokenizedText: Hashable, Sendable {
  public struct Sentence: Hashable, Sendable {
    /// Indices into the text's tokens.
    public var tokens: Range<Int>
    /// In the text's Unicode scalars, from the first to the last token.
    public var range: Range<Int>
    /// Counts paragraphs from 0; blank lines and headlines end one.
    public var paragraph: Int
  }

  public var tokens: [Token]
  public var sentences: [Sentence]
  private let scalars: [Unicode.Scalar]

  init(tokens: [Token], sentences: [Sentence], scalars: [Unicode.Scalar]) {
    self.tokens = tokens
    self.sentences = sentences
    self.scalars = scalars
  }

  /// The text of a range of Unicode scalars, white space folded to single spaces.
  public func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in scalars[range.clamped(to: 0..<scalars.count)] {
      if scalar.isSpace {
        pendingSpace = !view.isEmpty
      } else {
        if pendingSpace { view.append(" ") }
        pendingSpace = false
        view.append(scalar)
      }
    }
    return String(view)
  }
}
