/// A URI or a relative reference, taken apart (RFC 3986; letters outside ASCII are let pass, as in an IRI).
struct KMLAddress: Hashable, Sendable {
  /// In lower case; nil in a relative reference.
  let scheme: String?
  /// What stands before `?` and `#`, without the scheme and with its percent signs decoded.
  let path: String
  /// Decoded; nil without `#`.
  let fragment: String?

  /// Nil if the text is no address: white space, `<>"{}|\^` and backquotes must be written with percent signs.
  init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.unicodeScalars.allSatisfy(Self.isAllowed), parts.last?.contains("#") != true else {
      return nil
    }
    var rest = parts.first ?? ""
    var scheme: String?
    if let colon = rest.firstIndex(where: { ":/?".contains($0) }), rest[colon] == ":" {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
      guard Self.isScheme(scheme ?? ""), !rest.isEmpty else { return nil }
    }
    let path = rest.prefix { $0 != "?" }
    let isOpaque = scheme != nil && !rest.hasPrefix("/")
    guard isOpaque || path.hasPrefix("//") || !path.contains(where: { $0 == "[" || $0 == "]" }),
      path != "//", let decoded = Self.decoded(path), Self.decoded(rest) != nil,
      let fragment = Self.decoded(parts.count == 2 ? parts[1] : "")
    else { return nil }
    self.scheme = scheme
    self.path = decoded
    self.fragment = parts.count == 2 ? fragment : nil
  }

  /// A letter, then letters, digits, `+`, `-` and `.`.
  private static func isScheme(_ text: String) -> Bool {
    text.utf8.first.map { (97...122).contains($0) } == true
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || "+-.".utf8.contains($0)
      }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value)
      && !"<>\"{}|\\^`".unicodeScalars.contains(scalar)
      && !scalar.properties.isWhitespace
  }

  /// Without percent signs; nil where one stands for nothing.
  private static func decoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
