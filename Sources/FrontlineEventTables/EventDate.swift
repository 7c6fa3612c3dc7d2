public import FrontlineReports

/// Days as event data sets write them.
public enum EventDate {
  /// A form of date that a mapping names, such as `DD/MM/YYYY`.
  public struct Format: Hashable, Sendable {
    /// The order of year, month and day.
    let order: [Character]
    public let text: String

    /// - Parameter text: `YYYY`, `MM` (or `Month`) and `DD` in any order, with any separators.
    public init?(_ text: String) {
      let upper = text.uppercased().replacing("MONTH", with: "MM")
      let order = upper.reduce(into: [Character]()) { order, letter in
        if "YMD".contains(letter), !order.contains(letter) { order.append(letter) }
      }
      guard order.count == 3 else { return nil }
      self.order = order
      self.text = text
    }
  }

  /// A day in one of the forms that cannot be mistaken: `2021-09-02`, `2021/09/02`, `20210902`,
  /// `02 September 2021`, `2 Sep 2021`, `September 2, 2021`, `02-Sep-2021`; with a time of day behind it or
  /// without (`2021-09-02 00:00:00.000`, `2021-09-02T14:00:00Z`). The time does not count. Nil for anything else,
  /// `02/09/2021` too: say with a format which of the two is the month.
  public static func day(_ text: some StringProtocol, format: Format? = nil) -> Day? {
    let parts = parts(text)
    if let format { return day(parts, order: format.order) }
    if let first = parts.first, parts.count == 1, first.count == 8, first.allSatisfy(isDigit) {
      let digits = Array(first)
      return day(
        [String(digits[0..<4]), String(digits[4..<6]), String(digits[6..<8])], order: "YMD")
    }
    guard parts.count >= 3 else { return nil }
    if parts[0].count == 4 { return day(parts, order: "YMD") }
    if monthNumber(parts[1]) != nil { return day(parts, order: "DMY") }
    if monthNumber(parts[0]) != nil { return day(parts, order: "MDY") }
    return nil
  }

  private static func day(_ parts: [String], order: some Sequence<Character>) -> Day? {
    var values: [Character: Int] = [:]
    for (letter, part) in zip(order, parts) {
      let number = letter == "M" ? monthNumber(part) ?? Int(part) : Int(part)
      guard let number, letter != "Y" || part.count == 4, part.count <= 9 else { return nil }
      values[letter] = number
    }
    guard let year = values["Y"], let month = values["M"], let day = values["D"] else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// The first three groups of letters or digits, of a weekday's name not; a clock behind the date is left out.
  private static func parts(_ text: some StringProtocol) -> [String] {
    var parts: [String] = []
    var current = ""
    func isPart(_ character: Character) -> Bool { character.isLetter || isDigit(character) }
    for character in text {
      if isPart(character), let last = current.last, last.isLetter != character.isLetter {
        parts.append(current)
        current = ""
      }
      if isPart(character) {
        current.append(character)
      } else if !current.isEmpty {
        parts.append(current)
        current = ""
      }
      if parts.count > 3 { break }
    }
    if !current.isEmpty { parts.append(current) }
    if let first = parts.first, first.first?.isLetter == true, monthNumber(first) == nil {
      parts.removeFirst()
    }
    return parts.count == 1 ? parts : Array(parts.prefix(3))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A month by its English name or at least three letters of it.
  static func monthNumber(_ name: String) -> Int? {
    let name = name.lowercased()
    guard name.count >= 3, name.first?.isLetter == true else { return nil }
    return months.firstIndex { $0.hasPrefix(name) || (name == "sept" && $0 == "september") }
      .map { $0 + 1 }
  }
}
