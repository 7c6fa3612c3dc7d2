public import FrontlineReports

/// A text that repeats one odd thing as often as wanted, and then says one plain sentence.
///
/// Whatever comes before it, the last paragraph says that the north captured Dovra on Monday.
public struct EndlessText: Sendable, CustomStringConvertible {
  public var description: String
  private let start: String
  private let unit: String
  private let end: String

  init(_ description: String, _ unit: String, start: String = "", end: String = "") {
    self.description = description
    self.start = start
    self.unit = unit
    self.end = end
  }

  public static let lastParagraph = "Northern forces captured Dovra on Monday."

  /// - Parameter size: In bytes, about.
  public func bytes(_ size: Int) -> [UInt8] {
    let times = max(1, size / unit.utf8.count)
    let tail = end + "\n\n" + Self.lastParagraph + "\n"
    return Array(start.utf8) + Array(repeatElement(Array(unit.utf8), count: times).joined())
      + Array(tail.utf8)
  }

  public func report(_ size: Int) throws -> (Report, [Finding]) {
    try ReportReader.read(
      bytes: bytes(size), file: "endless.txt", publishedDefault: Day(number: 22_413))
  }

  private static let prose =
    "Northern forces captured Dovra on Monday, Aldo Renn said. “Southern forces left Selna,” he said. "
    + "Residents of Harven district reported heavy fighting, in which at least 12 people were killed. "

  private static let unpunctuated = prose.filter { $0.isLetter || $0 == " " }

  public static let all: [EndlessText] = [
    EndlessText("a report", prose + "\n\n"),
    EndlessText("a line", prose),
    EndlessText("a sentence without a full stop", unpunctuated),
    EndlessText(
      "a clause after a clause", "northern forces captured Dovra on Monday , officials said , "),
    EndlessText("a name", "Dovra "),
    EndlessText("a list of names", "Dovra, Selna and "),
    EndlessText("a genitive", "Dovra's "),
    EndlessText("a party", "northern forces "),
    EndlessText("a list of parties", "the Southern Front and the Northern Army and "),
    EndlessText("a speaker", "he said Aldo Renn said "),
    EndlessText("an event", "captured "),
    EndlessText("a fronted party and event", "northern forces captured "),
    EndlessText("a negation", "not ", end: "captured Dovra"),
    EndlessText("a date", "on 1 September 2021 "),
    EndlessText("a direction", "north of "),
    EndlessText("a preposition", "of the "),
    EndlessText("an article", "the "),
    EndlessText("an unlisted place", "the village of Kelo and Rumo, "),
    EndlessText("an opening quotation mark", "“"),
    EndlessText("a straight quotation mark", "\""),
    EndlessText("a closing quotation mark", "”", start: "Northern forces captured Selna."),
    EndlessText("an opening bracket", "("),
    EndlessText("a closing bracket", ")", start: "Northern forces captured Selna."),
    EndlessText("a bracket round a name", "(Dovra "),
    EndlessText("a full stop", "."),
    EndlessText("a full stop with closing marks", ".”)"),
    EndlessText("a comma", ","),
    EndlessText("a hyphen", "-"),
    EndlessText("a hyphenated word", "Ba-"),
    EndlessText("an apostrophe in a word", "a'b"),
    EndlessText("a letter", "A"),
    EndlessText("a digit", "1", end: " fighters were killed in Selna."),
    EndlessText("a number with commas", "1,"),
    EndlessText("a combining accent", "\u{301}", start: "a"),
    EndlessText("a picture", "🙂"),
    EndlessText("a line break", "\n"),
    EndlessText("a line break after a word", "Dovra\n"),
    EndlessText("a space", " "),
    EndlessText("a NUL byte", "\0"),
    EndlessText("a mark of direction", "\u{200F}\u{202B}northern forces\u{202C} "),
    EndlessText("a space of no width", "Dov\u{200B}ra "),
  ]
}
