internal import FrontlineReports

/// A time of KML as a point on one line: the first moment of the year, month or day it names.
///
/// The forms are those of ISO 8601 with an optional time, as OGC's suite reads them: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, and
/// `YYYY-MM-DDThh[:mm[:ss[.s]]]` with or without a zone. Without one it is taken for UTC.
struct KMLMoment: Comparable {
  private let day: Int
  /// Seconds into the day, in UTC; may lie outside one day.
  private let seconds: Double

  static func < (left: KMLMoment, right: KMLMoment) -> Bool {
    Double(left.day - right.day) * 86_400 < right.seconds - left.seconds
  }

  static func == (left: KMLMoment, right: KMLMoment) -> Bool {
    !(left < right) && !(right < left)
  }

  /// Nil if the text is none of these forms; white space around it is not let pass.
  init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = parts.first, let day = Self.day(date) else { return nil }
    var rest = parts.count == 2 ? parts[1] : ""
    guard let zone = Self.takeZone(&rest), let time = Self.time(rest) else { return nil }
    self.day = day.number
    seconds = time - Double(zone)
  }

  /// Cuts `Z` or `±hh:mm` from the end; seconds east of UTC, 0 if there is none.
  private static func takeZone(_ text: inout Substring) -> Int? {
    if text.hasSuffix("Z") {
      text.removeLast()
      return 0
    }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
    let parts = text[text.index(after: sign)...].split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = digits(parts[0]), let minutes = digits(parts[1]) else {
      return nil
    }
    let east = text[sign] == "+" ? 1 : -1
    text = text[..<sign]
    return east * (hours * 3600 + minutes * 60)
  }

  private static func day(_ text: Substring) -> Day? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), (4...9).contains(parts[0].utf8.count),
      let year = digits(parts[0], parts[0].utf8.count),
      let month = parts.count > 1 ? digits(parts[1]) : 1,
      let day = parts.count > 2 ? digits(parts[2]) : 1
    else { return nil }
    return Day(year: isNegative ? -year : year, month: month, day: day)
  }

  /// Seconds into the day.
  private static func time(_ text: Substring) -> Double? {
    if text.isEmpty { return 0 }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 3, let hours = digits(parts[0]), hours < 24 else { return nil }
    var total = Double(hours * 3600)
    if parts.count > 1 {
      guard let minutes = digits(parts[1]), minutes < 60 else { return nil }
      total += Double(minutes * 60)
    }
    if parts.count > 2 {
      guard digits(parts[2].prefix(2)) != nil, let seconds = Double(parts[2]), seconds < 60 else {
        return nil
      }
      total += seconds
    }
    return total
  }

  /// A number of exactly so many ASCII digits.
  private static func digits(_ text: Substring, _ count: Int = 2) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
