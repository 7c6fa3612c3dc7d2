/// A date and time as feeds write it: RFC 822 (`Thu, 02 Sep 2021 22:30:00 +0430`) or RFC 3339
/// (`2021-09-02T22:30:00Z`).
public struct FeedDate: Hashable, Sendable {
  /// The day as written, in whatever time zone that is.
  public var written: Day
  /// Seconds since 1970-01-01T00:00:00Z; nil where no time of day or no time zone is given.
  public var instant: Int?

  /// Nil for anything else. Zone names are those of RFC 822; an unknown one counts as none.
  public init?(_ text: String) {
    let parts = text.split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }.map(String.init)
    guard let first = parts.first else { return nil }
    if first.count >= 10, let day = Day(iso: first.prefix(10)) {
      let rest = String(first.dropFirst(10)) + parts.dropFirst().joined()
      self.init(day, time: rest.drop { $0 == "T" || $0 == "t" })
    } else {
      self.init(rfc822: parts)
    }
  }

  private init(_ day: Day, time: Substring) {
    written = day
    let clock = time.prefix { $0 == ":" || $0 == "." || ("0"..."9").contains($0) }
    guard let seconds = Self.seconds(of: clock),
      let offset = Self.offset(String(time.dropFirst(clock.count)))
    else { return }
    instant = day.number * 86_400 + seconds - offset
  }

  private init?(rfc822 parts: [String]) {
    var parts = parts[...]
    if let first = parts.first, first.first?.isLetter == true { parts.removeFirst() }
    guard parts.count >= 3, let number = Int(parts[parts.startIndex]),
      let month = Self.months.firstIndex(of: parts[parts.startIndex + 1].prefix(3).lowercased()),
      let year = Int(parts[parts.startIndex + 2]),
      // Two digits of a year: RFC 2822, 4.3.
      let day = Day(
        year: year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year, month: month + 1,
        day: number)
    else { return nil }
    self.init(day, time: Substring(parts.dropFirst(3).joined()))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func seconds(of clock: Substring) -> Int? {
    let parts = clock.split(separator: ".")[...].first?.split(separator: ":").map { Int($0) }
    guard let parts, (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1],
      (0...24).contains(hours), (0...59).contains(minutes)
    else { return nil }
    return hours * 3600 + minutes * 60 + (parts.count == 3 ? min(parts[2] ?? 0, 59) : 0)
  }

  /// Seconds east of Greenwich.
  private static func offset(_ zone: String) -> Int? {
    let names = [
      "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
      "MDT": -6, "PST": -8, "PDT": -7,
    ]
    if let hours = names[zone.uppercased()] { return hours * 3600 }
    guard let sign = zone.first, sign == "+" || sign == "-" else { return nil }
    let digits = zone.dropFirst().filter { ("0"..."9").contains($0) }
    guard digits.count == 4, let number = Int(digits), number % 100 < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
  }
}
