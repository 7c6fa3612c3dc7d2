import Foundation

/// Letters of 5 by 7 dots for small pictures, two more rows below the line for those that hang.
enum PixelLetters {
  static let advance = 6
  static let height = 9

  /// Calls `dot` for every dot of a line of text; a letter that is not known is an empty box.
  static func draw(_ text: String, dot: (_ x: Int, _ y: Int) -> Void) {
    for (index, letter) in plain(text).enumerated() {
      for (row, digit) in (letters[letter] ?? box).utf8.enumerated() {
        let bits = Int(digit >= 0x41 ? digit - 0x41 + 10 : digit - 0x30)
        for column in 0..<5 where bits >> (4 - column) & 1 == 1 {
          dot(index * advance + column, row)
        }
      }
    }
  }

  /// Whether it has all letters of a text.
  static func canWrite(_ text: String) -> Bool { plain(text).allSatisfy { letters[$0] != nil } }

  static func width(_ text: String) -> Int { plain(text).count * advance }

  /// Without accents.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }

  private static let box = "VHHHHHV"

  /// By row from the top, a digit to the base of 32 whose bits are the dots.
  private static let letters: [Unicode.Scalar: String] = [
    "A": "EHHVHHH", "B": "UHHUHHU", "C": "EHGGGHE", "D": "UHHHHHU", "E": "VGGUGGV",
    "F": "VGGUGGG", "G": "EHGNHHF", "H": "HHHVHHH", "I": "E44444E", "J": "72222IC",
    "K": "HIKOKIH", "L": "GGGGGGV", "M": "HRLLHHH", "N": "HPLJHHH", "O": "EHHHHHE",
    "P": "UHHUGGG", "Q": "EHHHLID", "R": "UHHUKIH", "S": "FGGE11U", "T": "V444444",
    "U": "HHHHHHE", "V": "HHHHHA4", "W": "HHHLLLA", "X": "HHA4AHH", "Y": "HHHA444",
    "Z": "V1248GV", "a": "00E1FHF", "b": "GGUHHHU", "c": "00EGGHE", "d": "11FHHHF",
    "e": "00EHVGE", "f": "698S888", "g": "00FHHHF1E", "h": "GGMPHHH", "i": "40C444E",
    "j": "2062222IC", "k": "GGIKOKI", "l": "C44444E", "m": "00QLLHH", "n": "00MPHHH",
    "o": "00EHHHE", "p": "00UHHHUGG", "q": "00FHHHF11", "r": "00MPGGG", "s": "00FGE1U",
    "t": "88S8896", "u": "00HHHJD", "v": "00HHHA4", "w": "00HHLLA", "x": "00HA4AH",
    "y": "00HHHHF1E", "z": "00V248V", "0": "EHJLPHE", "1": "4C4444E", "2": "EH1248V",
    "3": "V2421HE", "4": "26AIV22", "5": "VGU11HE", "6": "68GUHHE", "7": "V124888",
    "8": "EHHEHHE", "9": "EHHF12C", " ": "0000000", ".": "00000CC", ",": "00000C48",
    "-": "000E000", "(": "2488842", ")": "8422248", "'": "4400000", ":": "0CC0CC0",
    "/": "01248G0", "&": "CIK8LID",
  ]
}
