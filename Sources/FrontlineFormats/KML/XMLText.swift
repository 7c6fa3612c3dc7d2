/// Text as XML 1.0 allows it.
enum XMLText {
  /// Character data or an attribute's value: forbidden characters dropped, markup escaped.
  static func escaped(_ text: String) -> String {
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
