internal import FrontlineGazetteer

/// One use of a place name in a text.
public struct Mention: Hashable, Sendable {
  /// What the name is doing there.
  public enum Use: Hashable, Sendable {
    /// The place itself.
    case literal
    /// Part of another name, or used otherwise; the words say why.
    case associative(reason: String)
  }

  /// As written, with the type word where it belongs to the name (`Kel Valley`).
  public var text: String
  /// In the text's Unicode scalars.
  public var range: Range<Int>
  /// Indices into the text's tokens.
  public var tokens: Range<Int>
  /// Index into the text's sentences.
  public var sentence: Int
  public var use: Use
  /// The type word written with the name or shared through a list ("A and B districts"), folded and
  /// singular; nil if none.
  public var typeWord: String?
  /// Set where the words are no listed name, but taken for the spelling of one.
  public var spelling: Spelling?
  /// Nil for associative mentions and for names that no candidate fits.
  public var resolution: Resolution?

  public var isLiteral: Bool { use == .literal }

  /// Folded, without type words, with hyphens for blanks: what names that no gazetteer lists are told apart by.
  public var plainName: String {
    let folded = NameKey.fold(text)
    guard folded.utf8.contains(UInt8(ascii: " ")) else { return folded }
    return (TypeWord.split(folded)?.name ?? folded).replacing(" ", with: "-")
  }

  /// A spelling that no table lists, and the listed name it was taken for.
  public struct Spelling: Hashable, Sendable {
    public enum Way: Hashable, Sendable {
      /// It sounds the same; a letter differs; it is the name with letters of its language before or behind it.
      case sameSounds, oneLetter, inflected
    }

    public var written: String
    /// The chosen place's name; before resolution, the first that fits.
    public var listed: String
    public var way: Way
    /// Indices of the gazetteer's names that it may stand for.
    var names: [Int]

    /// "spelling 'Pandschschir' taken for 'Panjshir': same consonants".
    public var reason: String { reason(for: listed) }

    /// What it takes off the score.
    var cost: Double {
      switch way {
      case .sameSounds: 1
      case .oneLetter: 1.5
      case .inflected: 0.3
      }
    }

    func reason(for listed: String) -> String {
      switch way {
      case .sameSounds: "spelling '\(written)' taken for '\(listed)': same consonants"
      case .oneLetter: "spelling '\(written)' taken for '\(listed)': one letter differs"
      case .inflected: "'\(written)' read as a form of '\(listed)'"
      }
    }
  }
}

/// A place a mention may mean, with how well it fits.
public struct Candidate: Hashable, Sendable {
  public var placeID: String
  /// Higher is better; comparable only among the candidates of one mention.
  public var score: Double
  /// What spoke for and against it, in words.
  public var reasons: [String]
}

/// The place that a mention was linked to, and the places it was preferred to.
public struct Resolution: Hashable, Sendable {
  public var placeID: String
  /// Best first; the chosen one is the first.
  public var candidates: [Candidate]
  /// Where the text means, if not the place itself but one that it places by it: "10 km north of X".
  public var derived: DerivedPlace?
}
