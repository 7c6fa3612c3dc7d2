/// Keys under which spellings of one name meet.
///
/// ``fold(_:)`` undoes what never tells two names apart: case, accents, apostrophes, hyphens, the code points
/// different keyboards give to one Arabic letter. ``loose(_:)`` goes further and may bring different names
/// together; it is for spellings that no table lists.
public enum NameKey {
  /// Lower-case letters and digits, words parted by one space.
  ///
  /// - Case: Unicode's locale-free lower case.
  /// - Latin: the letter without its accents, by its Unicode name; `ß` ss, `æ` ae, `œ` oe, `ð` d, `þ` th,
  ///   `ı` i, `ə` e.
  /// - Arabic script: one letter for its variants (`ي ى ې` ی, `ك` ک, `ة ۀ` ه, `آ أ إ` ا, `ګ` گ); no tatweel, no
  ///   vowel signs.
  /// - Cyrillic is kept, but letters that Unicode composes of a letter and a mark lose it (`й` и, `ё` е, `ї` і).
  /// - Apostrophes, backquotes, ʿayn, hamza and other modifier letters are dropped; so are invisible marks.
  /// - Hyphens, other punctuation, symbols and the zero-width non-joiner are a space.
  ///
  /// Idempotent, and the same for composed and decomposed text in these scripts.
  public static func fold(_ text: some StringProtocol) -> String {
    fold(String(text))
  }

  /// The same of a text that most of the time is a word of ASCII letters.
  public static func fold(_ text: String) -> String {
    if let plain = foldPlain(text) { return plain }
    var writer = KeyWriter()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        writer.takeASCII(UInt8(scalar.value))
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { writer.take(lower) }
      }
    }
    return writer.key
  }

  /// The folded form of a word of ASCII letters and digits alone, nil for any other text.
  private static func foldPlain(_ text: String) -> String? {
    var hasCapital = false
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x41...0x5A: hasCapital = true
      default: return nil
      }
    }
    return hasCapital ? text.lowercased() : text
  }

  /// The words of the folded name, in order.
  public static func tokens(_ text: some StringProtocol) -> [String] {
    fold(text).split(separator: " ").map(String.init)
  }
}

/// Collects folded letters; writes a space only between two words.
private struct KeyWriter {
  private var bytes: [UInt8] = []
  private var isSpaceDue = false

  init() {
    bytes.reserveCapacity(32)
  }

  var key: String { String(decoding: bytes, as: UTF8.self) }

  mutating func takeASCII(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: put(byte)
    case 0x41...0x5A: put(byte | 0x20)
    case 0x27, 0x60: break  // apostrophe, backquote
    default: isSpaceDue = !bytes.isEmpty
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return takeASCII(UInt8(scalar.value)) }
    if let letters = LetterFold.latin(scalar) {
      for letter in letters { put(letter) }
    } else if let same = LetterFold.otherScripts(scalar) {
      put(same)
    } else if scalar.value == 0x200C {
      isSpaceDue = !bytes.isEmpty
    } else if !LetterFold.isDropped(scalar) {
      if LetterFold.isSeparator(scalar) { isSpaceDue = !bytes.isEmpty } else { put(scalar) }
    }
  }

  private mutating func put(_ byte: UInt8) {
    if isSpaceDue {
      bytes.append(0x20)
      isSpaceDue = false
    }
    bytes.append(byte)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return put(UInt8(scalar.value)) }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(byte) }
  }
}

/// What single letters fold to.
private enum LetterFold {
  private static let latinBlocks: [Range<UInt32>] = [0xC0..<0x2B0, 0x1E00..<0x1F00]

  /// ASCII for each scalar of the two blocks, worked out once from the Unicode names of the letters.
  private static let latinTable: [[UInt8]?] = latinBlocks.joined().map {
    Unicode.Scalar($0).flatMap { asciiByName($0) }
  }

  static func latin(_ scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar.value {
    case 0xC0..<0x2B0: latinTable[Int(scalar.value) - 0xC0]
    case 0x1E00..<0x1F00: latinTable[Int(scalar.value) - 0x1E00 + 0x2B0 - 0xC0]
    default: nil
    }
  }

  /// `LATIN SMALL LETTER A WITH MACRON` gives `a`; nil for letters that are no variant of ASCII ones.
  private static func asciiByName(_ scalar: Unicode.Scalar) -> [UInt8]? {
    guard let name = scalar.properties.name, name.hasPrefix("LATIN SMALL L") else { return nil }
    let words = name.split(separator: " ").dropFirst(3)
    guard let first = words.first else { return nil }
    let special = [
      "AE": "ae", "OE": "oe", "IJ": "ij", "DZ": "dz", "LJ": "lj", "NJ": "nj", "SHARP": "ss",
      "ETH": "d",
      "THORN": "th", "DOTLESS": "i", "KRA": "k", "ENG": "n", "SCHWA": "e", "LONG": "s",
    ]
    if let letters = special[String(first)] { return Array(letters.utf8) }
    guard first.utf8.count == 1, let letter = first.utf8.first else { return nil }
    return [letter | 0x20]
  }

  /// The letter that stands for all its variants; nil if a letter has none.
  static func otherScripts(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Arabic script.
    case 0x622, 0x623, 0x625, 0x671: "\u{627}"  // alef with madda, hamza, wasla
    case 0x624: "\u{648}"  // waw with hamza
    case 0x626, 0x64A, 0x649, 0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D2, 0x6D3: "\u{6CC}"  // forms of ya
    case 0x643, 0x6AA: "\u{6A9}"  // kaf
    case 0x6AB: "\u{6AF}"  // gaf with ring
    case 0x629, 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6D5: "\u{647}"  // ta marbuta, forms of ha
    case 0x660...0x669: Unicode.Scalar(scalar.value - 0x660 + 0x30)
    case 0x6F0...0x6F9: Unicode.Scalar(scalar.value - 0x6F0 + 0x30)
    // Cyrillic letters with a canonical decomposition (Unicode Character Database).
    case 0x439, 0x45D, 0x4E3, 0x4E5: "\u{438}"
    case 0x450, 0x451, 0x4D7: "\u{435}"
    case 0x457: "\u{456}"
    case 0x45E, 0x4EF, 0x4F1, 0x4F3: "\u{443}"
    case 0x453: "\u{433}"
    case 0x45C: "\u{43A}"
    // Greek vowels with tonos or dialytika.
    case 0x3AC: "\u{3B1}"
    case 0x3AD: "\u{3B5}"
    case 0x3AE: "\u{3B7}"
    case 0x3AF, 0x3CA, 0x390: "\u{3B9}"
    case 0x3CC: "\u{3BF}"
    case 0x3CD, 0x3CB, 0x3B0: "\u{3C5}"
    case 0x3CE: "\u{3C9}"
    case 0x3C2: "\u{3C3}"  // final sigma
    default: nil
    }
  }

  /// Marks and signs that do not tell names apart. Vowel signs of Indic scripts do, so marks go by block.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5,
      0x610...0x61A,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED,
      0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      return true
    case 0x2B0...0x2FF, 0x621, 0x640, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xFF07:
      // Modifier letters (ʿayn, hamza, soft sign), Arabic hamza, tatweel, quotes used as apostrophes.
      return true
    default:
      let category = scalar.properties.generalCategory
      return category == .modifierSymbol || category == .format
    }
  }

  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }
}
