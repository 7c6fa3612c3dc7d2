/// Hands out ids that are NCNames, each once.
package struct UniqueNames {
  private var taken: Set<String> = []

  package init() {}

  /// The wanted name as an NCName; with `-2`, `-3` … at its end if it was handed out before.
  package mutating func name(_ wanted: String) -> String {
    let base = Self.ncName(wanted)
    var name = base
    var count = 1
    while !taken.insert(name).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    return name
  }

  /// The text as an NCName of ASCII letters, digits, `-`, `_` and `.` that begins with a letter.
  package static func ncName(_ text: String) -> String {
    if isPlain(text) { return text }
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { name.append(isAllowed(scalar) ? scalar : "-") }
    guard let first = name.first, first.properties.isAlphabetic else { return "n-" + String(name) }
    return String(name)
  }

  /// Whether the text is such a name already, as most are.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: isLetter($0)
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }
}
