/// Colours as KML writes them.
enum KMLColour {
  /// Amber: fought over.
  static let contested = "#ffb000"
  /// Grey: no evidence, or no colour given.
  static let unknown = "#9e9e9e"
  /// Nearly black: the border between two parties.
  static let border = "#202020"

  /// `#rrggbb` as `aabbggrr` in lower case (OGC 07-147r2, 16.2); grey for anything else.
  static func text(_ colour: String, alpha: String = "ff") -> String {
    let digits = Array(hex(colour).dropFirst())
    return alpha + String(digits[4...5]) + String(digits[2...3]) + String(digits[0...1])
  }

  /// The colour in lower case if it is `#` and six hexadecimal digits, else grey.
  static func hex(_ colour: String) -> String {
    let isHex =
      colour.utf8.count == 7 && colour.hasPrefix("#")
      && colour.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
    return isHex ? colour.lowercased() : unknown
  }
}
