/// A day of publication at the very start of a plain text: `date 2021-08-25`, alone on its line or before
/// the text; or a bare `2021-08-25` alone on the first line.
struct DateLine {
  var day: Day
  /// Unicode scalars before the text proper, from the start of the line on which the day stands.
  var length: Int

  private static let words = ["date", "dated", "published"]

  /// - Parameter line: The first line that is not blank.
  /// - Returns: Nil if the line does not start with a day.
  /// - Throws: `bad-date` if it starts with the word and something that is meant as a day but is none.
  static func read(_ line: Substring, number: Int, file: String) throws(ReportError) -> DateLine? {
    // Only the start matters, however long the line is.
    var rest = Scanner(line.unicodeScalars.prefix(200))
    rest.skipBlanks()
    let word = rest.takeWhile { $0.properties.isAlphabetic }.lowercased()
    let hasWord = words.contains(word)
    guard hasWord || word.isEmpty else { return nil }
    if hasWord {
      rest.skipBlanks()
      rest.skip(":")
      rest.skipBlanks()
    }
    let start = rest.offset
    let token = rest.takeWhile { $0 != " " && $0 != "\t" && $0 != "," && $0 != ";" }
    if let day = Day(iso: token) {
      let isAlone = line.unicodeScalars.dropFirst(rest.offset).allSatisfy {
        $0 == " " || $0 == "\t"
      }
      guard hasWord || isAlone else { return nil }
      rest.takeWhile { $0 == " " || $0 == "\t" || $0 == "," || $0 == ";" }
      return DateLine(day: day, length: rest.offset)
    }
    guard hasWord, let value = misspelt(token, rest) else { return nil }
    let excerpt = String(String.UnicodeScalarView(line.unicodeScalars.prefix(80)))
    throw .badDate(
      value, file: file, line: number, excerpt: excerpt,
      marked: start..<(start + value.unicodeScalars.count))
  }

  /// What was meant as a day: digits with separators (`2021-13-40`), or three words of which one is a day of
  /// the month and one a year (`2 Sept 2021`).
  private static func misspelt(_ token: String, _ rest: Scanner) -> String? {
    let parts = token.split { "-/.".contains($0) }
    if parts.count == 3, parts.allSatisfy({ isNumber($0) }) { return token }
    var rest = rest
    let words = [token] + (0..<2).map { _ in rest.takeWord() }
    let bare = words.map { $0.filter { $0 != "," } }
    let hasDay = bare.contains { isNumber($0) && $0.utf8.count <= 2 }
    let hasYear = bare.contains { isNumber($0) && $0.utf8.count == 4 }
    return hasDay && hasYear ? words.joined(separator: " ") : nil
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// Reads scalars from the front and knows how many it has read.
private struct Scanner {
  private var rest: Substring.UnicodeScalarView
  private(set) var offset = 0

  init(_ scalars: Substring.UnicodeScalarView) {
    rest = scalars
  }

  @discardableResult
  mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    var taken = String.UnicodeScalarView()
    while let scalar = rest.first, belongs(scalar) {
      taken.append(scalar)
      rest.removeFirst()
      offset += 1
    }
    return String(taken)
  }

  mutating func skip(_ scalar: Unicode.Scalar) {
    if rest.first == scalar {
      rest.removeFirst()
      offset += 1
    }
  }

  /// Skips blanks, then takes what is before the next blank.
  mutating func takeWord() -> String {
    skipBlanks()
    return takeWhile { $0 != " " && $0 != "\t" }
  }

  mutating func skipBlanks() {
    takeWhile { $0 == " " || $0 == "\t" }
  }
}
