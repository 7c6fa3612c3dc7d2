/// Which of GeoNames' alternate names are names that a report may use.
///
/// GeoNames lists all it was ever given: names in every script, airport codes, links, ids of other lists, and
/// machine transliterations in lower case (`jora kata`). Left out are
///
/// - names of one letter, and of two unless the place has no other;
/// - Latin names all in lower case: transliterations, and they would make common words places;
/// - Latin names of up to five capitals (`KBL`, `OAKB`, `AFKBL`: airport and location codes), except a
///   country's, which are its abbreviations;
/// - what holds `: / _ @ # = | < >` or no letter, and `Q` with digits: links and ids;
/// - names that mix two scripts, and those in scripts written without blanks (Han, Kana, Thai, Khmer, …),
///   which word by word recognition cannot find.
enum GeoNamesNames {
  /// A name and its ISO 15924 script.
  struct Name {
    var text: String
    var script: String
    var isAbbreviation: Bool
  }

  /// The names of a comma-separated cell that pass.
  ///
  /// - Complexity: O(*n*) in the bytes of the cell.
  static func names(in cell: ArraySlice<UInt8>, isCountry: Bool) -> [Name] {
    var found: [Name] = []
    var start = cell.startIndex
    while start < cell.endIndex {
      let end = cell[start...].firstIndex(of: 0x2C) ?? cell.endIndex
      if let name = name(cell[start..<end], isCountry: isCountry) { found.append(name) }
      start = end + 1
    }
    return found
  }

  static func name(_ bytes: ArraySlice<UInt8>, isCountry: Bool) -> Name? {
    var traits = Traits()
    let isASCII = traits.readASCII(bytes)
    if traits.hasMark { return nil }
    if isASCII {
      guard traits.isLatinName(isCountry: isCountry) else { return nil }
      return Name(
        text: String(decoding: bytes, as: UTF8.self), script: "Latn",
        isAbbreviation: traits.isCode)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    traits = Traits()
    for scalar in text.unicodeScalars { traits.read(scalar) }
    guard let script = traits.script, traits.letters > 1 else { return nil }
    if script == .latin, !traits.isLatinName(isCountry: isCountry) { return nil }
    return Name(
      text: text, script: script.rawValue, isAbbreviation: script == .latin && traits.isCode)
  }

  /// What the letters of a name tell.
  private struct Traits {
    var letters = 0
    var capitals = 0
    var digits = 0
    var blanks = 0
    var startsWithQ = false
    var hasMark = false
    var isMixed = false
    var script: Script?

    /// Counts ASCII; false at the first byte that is none.
    mutating func readASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
      startsWithQ = bytes.first == 0x51
      for byte in bytes {
        switch byte {
        case 0x61...0x7A: letters += 1
        case 0x41...0x5A:
          letters += 1
          capitals += 1
        case 0x30...0x39: digits += 1
        case 0x20: blanks += 1
        case 0x3A, 0x2F, 0x5F, 0x40, 0x23, 0x3D, 0x7C, 0x3C, 0x3E: hasMark = true
        case 0x80...: return false
        default: break
        }
      }
      script = .latin
      return true
    }

    mutating func read(_ scalar: Unicode.Scalar) {
      if scalar.isASCII, !scalar.properties.isAlphabetic {
        digits += (0x30...0x39).contains(scalar.value) ? 1 : 0
        blanks += scalar == " " ? 1 : 0
        return
      }
      guard let found = Script(scalar) else {
        if scalar.properties.isAlphabetic { isMixed = true }
        return
      }
      letters += 1
      if scalar.properties.isUppercase { capitals += 1 }
      if script == nil { script = isMixed ? nil : found }
      if script != found {
        isMixed = true
        script = nil
      }
    }

    /// Up to five letters, all capitals: a code of an airport or a port, or a country's abbreviation.
    var isCode: Bool { letters <= 5 && letters == capitals && blanks == 0 }

    func isLatinName(isCountry: Bool) -> Bool {
      guard letters > 1, capitals > 0, !(startsWithQ && letters == 1 && digits > 0) else {
        return false
      }
      return isCountry ? letters > 2 || isCode : letters > 2 && !isCode
    }
  }

  /// Scripts whose words are parted by blanks.
  enum Script: String {
    case latin = "Latn"
    case cyrillic = "Cyrl"
    case arabic = "Arab"
    case greek = "Grek"
    case hebrew = "Hebr"
    case armenian = "Armn"
    case georgian = "Geor"
    case ethiopic = "Ethi"
    case devanagari = "Deva"
    case bengali = "Beng"
    case gurmukhi = "Guru"
    case hangul = "Hang"

    /// By the block of a letter or mark; nil for other scripts and what belongs to none.
    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF:
        self = .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
      case 0x400...0x52F: self = .cyrillic
      case 0x531...0x58F: self = .armenian
      case 0x5D0...0x5EA: self = .hebrew
      case 0x620...0x65F, 0x66E...0x6D5, 0x6EE...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: self = .arabic
      case 0x900...0x97F: self = .devanagari
      case 0x980...0x9FF: self = .bengali
      case 0xA00...0xA7F: self = .gurmukhi
      case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
      case 0x1200...0x139F: self = .ethiopic
      case 0xAC00...0xD7A3: self = .hangul
      default: return nil
      }
    }
  }
}
