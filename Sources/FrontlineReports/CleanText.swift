/// Text made fit for reading: valid, with LF line ends, without control characters and invisible marks.
///
/// What changes, and what a person hears about it:
/// - A byte order mark is dropped; UTF-16 text that starts with one is decoded.
/// - CR LF and lone CR become LF; a no-break space becomes a space.
/// - Bytes that are not UTF-8 become U+FFFD. If nothing in the file is UTF-8 beyond ASCII, they are read
///   as Windows-1252, the usual other encoding of such files. Either is a finding.
/// - Control characters other than tab and LF become a space: a finding.
/// - Zero-width and bidirectional marks and soft hyphens are dropped; but a (non-)joiner after a letter of
///   a joining script is spelling and stays.
///
/// One pass over the bytes: linear in time, whatever the length of the lines. One finding per kind of
/// fault, with the number of them and the line of the first.
struct CleanText {
  private(set) var text = ""
  private(set) var findings: [Finding] = []

  init(bytes: [UInt8], file: String) {
    var cleaner = Cleaner(capacity: bytes.count)
    if let units = CleanText.utf16Units(of: bytes) {
      var decoder = UTF16()
      var iterator = units.makeIterator()
      cleaner.read(&decoder, &iterator)
      findings.append(.decodedUTF16(file: file))
    } else {
      let isLegacy = CleanText.isWindows1252(bytes)
      cleaner.read(bytes, windows1252: isLegacy)
      if let line = cleaner.firstInvalid {
        findings.append(
          isLegacy
            ? .readAsWindows1252(cleaner.invalid, file: file, line: line)
            : .invalidUTF8(cleaner.invalid, file: file, line: line))
      }
    }
    if let line = cleaner.firstControl {
      findings.append(.controlCharacters(cleaner.control, file: file, line: line))
    }
    text = String(decoding: cleaner.output, as: UTF8.self)
  }

  /// The code units of text that starts with a UTF-16 byte order mark; nil for any other text.
  private static func utf16Units(of bytes: [UInt8]) -> [UInt16]? {
    guard bytes.count >= 2 else { return nil }
    let isBig = bytes[0] == 0xFE && bytes[1] == 0xFF
    guard isBig || (bytes[0] == 0xFF && bytes[1] == 0xFE) else { return nil }
    return stride(from: 2, to: bytes.count - 1, by: 2).map {
      let first = UInt16(bytes[$0])
      let second = UInt16(bytes[$0 + 1])
      return isBig ? first << 8 | second : second << 8 | first
    }
  }

  /// Whether there are bytes beyond ASCII and not one of them is part of valid UTF-8.
  private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var hasOther = false
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      if Cleaner.scalar(at: index, of: bytes) != nil { return false }
      hasOther = true
      index += 1
    }
    return hasOther
  }
}

/// Writes cleaned scalars and counts what it had to change.
private struct Cleaner {
  var output: [UInt8] = []
  var line = 1
  var invalid = 0
  var firstInvalid: Int?
  var control = 0
  var firstControl: Int?
  private var isAfterCR = false
  private var isAfterJoiningLetter = false

  init(capacity: Int) {
    output.reserveCapacity(capacity)
  }

  mutating func read(_ bytes: [UInt8], windows1252: Bool) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        take(Unicode.Scalar(byte))
        index += 1
      } else if let (scalar, length) = Cleaner.scalar(at: index, of: bytes) {
        take(scalar)
        index += length
      } else {
        takeInvalid(byte, windows1252: windows1252)
        index += 1
      }
    }
  }

  mutating func read(
    _ decoder: inout UTF16, _ iterator: inout some IteratorProtocol<UInt16>
  ) {
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): take(scalar)
      case .error: takeInvalid(0, windows1252: false)
      case .emptyInput: return
      }
    }
  }

  /// The valid UTF-8 sequence of two to four bytes at an index (Unicode 15, table 3-7); nil if there is none.
  static func scalar(at index: Int, of bytes: [UInt8]) -> (Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let isShortest = value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
    guard isShortest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  private mutating func takeInvalid(_ byte: UInt8, windows1252: Bool) {
    invalid += 1
    if firstInvalid == nil { firstInvalid = line }
    take(windows1252 ? Cleaner.windows1252(byte) : "\u{FFFD}")
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    let wasAfterCR = isAfterCR
    isAfterCR = scalar == "\r"
    switch scalar.value {
    case 0x0A:
      if !wasAfterCR { endLine() }
    case 0x0D: endLine()
    case 0x09: emit(scalar)
    case 0x00...0x1F, 0x7F...0x9F:
      control += 1
      if firstControl == nil { firstControl = line }
      emit(" ")
    case 0x20...0x7E: emit(scalar)
    case 0xA0, 0x2007, 0x202F, 0x2028, 0x2029: emit(" ")
    case 0x200C, 0x200D:
      if isAfterJoiningLetter { emit(scalar) }
    // Soft hyphen; Arabic letter mark; zero-width space; directional marks, embeddings and isolates; word
    // joiner; byte order mark.
    case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      break
    default: emit(scalar)
    }
  }

  private mutating func endLine() {
    output.append(0x0A)
    line += 1
    isAfterJoiningLetter = false
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    // Arabic and the scripts after it up to Mongolian, where joiners decide how letters are written.
    isAfterJoiningLetter = (0x600...0x1FFF).contains(scalar.value)
    if scalar.isASCII {
      output.append(UInt8(scalar.value))
    } else {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Windows-1252, 0x80 to 0x9F (WHATWG Encoding, index windows-1252); the rest is ISO 8859-1.
  private static let windows1252Upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(windows1252Upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }
}

extension Finding {
  static func invalidUTF8(_ count: Int, file: String, line: Int) -> Finding {
    Finding(
      code: "invalid-utf8",
      message: count == 1
        ? "1 byte is not UTF-8 and was replaced by U+FFFD"
        : "\(count) bytes are not UTF-8 and were replaced by U+FFFD; this is the first line with one",
      remedy: "save the file as UTF-8", file: file, line: line)
  }

  static func readAsWindows1252(_ count: Int, file: String, line: Int) -> Finding {
    Finding(
      code: "not-utf8",
      message: "the file is not UTF-8 and was read as Windows-1252 (\(count) letters beyond ASCII)",
      remedy: "save the file as UTF-8", file: file, line: line)
  }

  static func decodedUTF16(file: String) -> Finding {
    Finding(
      code: "not-utf8", severity: .note, message: "the file is UTF-16 and was read as such",
      remedy: "save the file as UTF-8", file: file, line: 1)
  }

  static func controlCharacters(_ count: Int, file: String, line: Int) -> Finding {
    Finding(
      code: "control-character",
      message: count == 1
        ? "1 control character was replaced by a space"
        : "\(count) control characters were replaced by spaces; this is the first line with one",
      remedy: "check whether the file is text and was copied whole", file: file, line: line)
  }
}
