/// Text as XML 1.0 allows it.
package enum XMLText {
  /// Character data or an attribute's value: forbidden characters dropped, markup escaped.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in allowed(text) {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // A parser would turn a bare carriage return into a line feed (XML 1.0, 2.11).
      case "\r": escaped += "&#13;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The same at the end of some text.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = !utf8.contains(where: isMarked)
      if isPlain { bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { bytes.append(contentsOf: escaped(text).utf8) }
  }

  /// Whether a byte is escaped, or may begin what is not allowed: a control character, U+FFFE, U+FFFF.
  private static func isMarked(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20,
      0xEF:
      true
    default: false
    }
  }

  /// A CDATA section; `]]>` inside the text is split over two sections.
  static func cdata(_ text: String) -> String {
    var section = "<![CDATA["
    var brackets = 0
    for scalar in allowed(text) {
      if scalar == ">", brackets >= 2 { section += "]]><![CDATA[" }
      brackets = scalar == "]" ? brackets + 1 : 0
      section.unicodeScalars.append(scalar)
    }
    return section + "]]>"
  }

  /// XML 1.0, production 2; the non-characters U+FFFE and U+FFFF are forbidden too.
  private static func allowed(_ text: String) -> some Sequence<Unicode.Scalar> {
    text.unicodeScalars.lazy.filter { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
  }
}
