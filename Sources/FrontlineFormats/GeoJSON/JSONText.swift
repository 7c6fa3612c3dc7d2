/// Strings as JSON writes them.
package enum JSONText {
  /// In quotes, with only those characters escaped that RFC 8259, section 7, demands.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same at the end of some text.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    var text = text
    text.withUTF8 { utf8 in
      if utf8.contains(where: isEscaped) {
        for byte in utf8 { append(byte, to: &bytes) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == quote || byte == backslash
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case quote, backslash: bytes += [backslash, byte]
    case 0x0A: bytes += [backslash, UInt8(ascii: "n")]
    case 0x0D: bytes += [backslash, UInt8(ascii: "r")]
    case 0x09: bytes += [backslash, UInt8(ascii: "t")]
    case 0..<0x20: bytes += escaped(byte)
    default: bytes.append(byte)
    }
  }

  private static func escaped(_ control: UInt8) -> [UInt8] {
    let digits = String(control, radix: 16)
    return Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }
}
