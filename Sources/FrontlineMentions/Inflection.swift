/// What a name may look like inside a word of its language: behind the letters that Arabic ties to the next
/// word, or with a Slavic case ending.
enum Inflection {
  /// A word that a token may stand for.
  struct Stem {
    /// Folded.
    var word: String
    /// How many Unicode scalars of the token stand before the name.
    var prefix: Int
  }

  /// Letters of a stem below which only well-known places count.
  static let plainLength = 4

  /// The words that a folded token may be a form of, the likeliest first; none for other scripts.
  static func stems(of folded: String) -> [Stem] {
    guard let first = folded.unicodeScalars.first else { return [] }
    switch first.value {
    case 0x620...0x6FF: return arabic(folded)
    case 0x400...0x52F: return slavic(folded)
    default: return []
    }
  }

  /// And, then, in, to, as: و ف ب ل ک, alone or behind و and ف; ل before the article is written لل.
  private static func arabic(_ folded: String) -> [Stem] {
    let letters = Array(folded.unicodeScalars)
    var stems: [Stem] = []
    func add(_ dropped: Int, before: String = "") {
      var view = String.UnicodeScalarView(before.unicodeScalars)
      view.append(contentsOf: letters[dropped...])
      stems.append(Stem(word: String(view), prefix: dropped))
    }
    let joiners: Set<Unicode.Scalar> = ["\u{648}", "\u{641}"]
    let others: Set<Unicode.Scalar> = ["\u{628}", "\u{644}", "\u{6A9}"]
    var start = 0
    if letters.count > 3, joiners.contains(letters[0]) {
      add(1)
      start = 1
    }
    guard letters.count > start + 3, others.contains(letters[start]) else { return stems }
    if letters[start] == "\u{644}", letters[start + 1] == "\u{644}" {
      add(start + 2, before: "\u{627}\u{644}")
    } else {
      add(start + 1)
    }
    return stems
  }

  private static let endings = [
    "ами", "ями", "ові", "еві", "ом", "ем", "ою", "ею", "ои", "еи", "ах", "ях", "ам", "ям", "а",
    "я", "у", "ю", "е", "и", "ы", "і",
  ]
  private static let nominatives = ["", "а", "я", "о", "е", "ь", "ы", "и"]

  /// Russian and Ukrainian: the token less an ending, with each ending of the first case.
  private static func slavic(_ folded: String) -> [Stem] {
    guard folded.unicodeScalars.count > plainLength else { return [] }
    var stems: [Stem] = []
    for ending in endings where folded.hasSuffix(ending) {
      let stem = String(folded.dropLast(ending.count))
      guard stem.unicodeScalars.count >= plainLength else { continue }
      for nominative in nominatives where nominative != ending {
        stems.append(Stem(word: stem + nominative, prefix: 0))
      }
    }
    return stems
  }
}
