public import FrontlineReports

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
  /// Of the folded form, worked out once for the tables it is looked up in.
  let foldedHash: UInt64
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

  /// In Unicode scalars.
  var length: Int { range.count }

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
    /// Whether the text runs on behind it: no sentence is read beyond ``Tokenizer/longestSentence`` tokens.
    public var isCut = false
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

extension TokenizedText {
  /// What reading lost: `long-sentence` where sentences were cut because they run on, once for the text.
  ///
  /// - Parameter lines: Of the report that was tokenized.
  public func findings(in lines: TextLines) -> [Finding] {
    let cuts = sentences.filter(\.isCut)
    guard let first = cuts.first else { return [] }
    return [
      lines.finding(
        code: "long-sentence",
        message: Self.longSentence(cuts.count),
        remedy:
          "end sentences with a full stop, and put the items of a list or table on lines of their own",
        span: first.range.upperBound - 1..<first.range.upperBound)
    ]
  }

  private static func longSentence(_ count: Int) -> String {
    let limit = "\(Tokenizer.longestSentence) words or \(Tokenizer.widestSentence) characters"
    return count == 1
      ? "a sentence runs on for more than \(limit) and was cut here; claims across the cut are lost"
      : "sentences run on for more than \(limit) and were cut in \(count) places, of which this is the first; "
        + "claims across a cut are lost"
  }
}
