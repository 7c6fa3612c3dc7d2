internal import FrontlineReports

/// A time of KML as a point on one line: the first moment of the year, month, week or day it names.
///
/// The forms are those of ISO 8601 with an optional time, as OGC's suite reads them: a date `Y[-M[-D]]`, `Y-Www[-d]` or
/// `Y-DDD`, then perhaps `T`, a time `h[:m[:s]]` with a fraction of its last part, and a zone `Z`, `±hh`, `±hh:mm` or
/// `±hhmm`. Numbers may have fewer digits than usual, a year up to nine. Without a zone it is taken for UTC.
struct KMLMoment: Comparable {
  private let day: Int
  /// Milliseconds into the day, in UTC, as finely as the suite compares; may lie outside one day.
  private let milliseconds: Int

  static func < (left: KMLMoment, right: KMLMoment) -> Bool {
    (left.day - right.day) * 86_400_000 < right.milliseconds - left.milliseconds
  }

  static func == (left: KMLMoment, right: KMLMoment) -> Bool {
    !(left < right) && !(right < left)
  }

  /// Nil if the text is none of these forms; white space around it is not let pass.
  init?(_ text: String) {
    var scanner = KMLMomentScanner(text)
    guard let day = scanner.date() else { return nil }
    var milliseconds = 0
    if scanner.skip("T") || scanner.skip("t") {
      guard let time = scanner.time(), let zone = scanner.zone() else { return nil }
      milliseconds = time - zone
    }
    guard scanner.isAtEnd else { return nil }
    self.day = day
    self.milliseconds = milliseconds
  }
}

/// Reads the parts of a time from left to right.
private struct KMLMomentScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// One digit or more, up to so many; nil if there is none.
  private mutating func number(_ most: Int) -> Int? {
    let digits = rest.prefix(most).prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(String(digits) ?? "")
  }

  // MARK: Date

  /// Days on the line of ``Day/number``.
  mutating func date() -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let digits = number(9) else { return nil }
    let year = isNegative ? -digits : digits
    let start = rest
    guard skip("-") else { return Day(year: year, month: 1, day: 1)?.number }
    if skip("W") { return week(of: year) }
    if let month = number(2), rest.first.map({ !(0x30...0x39).contains($0) }) ?? true {
      let day = skip("-") ? number(2) : 1
      return day.flatMap { Day(year: year, month: month, day: $0)?.number }
    }
    rest = start.dropFirst()
    guard let ordinal = number(3), let first = Day(year: year, month: 1, day: 1),
      let next = Day(year: year + 1, month: 1, day: 1),
      (1...next.number - first.number).contains(ordinal)
    else { return nil }
    return first.number + ordinal - 1
  }

  /// The Monday of a week, or another day of it by its number; the first week has the 4th of January.
  private mutating func week(of year: Int) -> Int? {
    guard let week = number(2), (1...53).contains(week),
      let anchor = Day(year: year, month: 1, day: 4)
    else { return nil }
    guard let weekday = skip("-") ? number(1) : 1, (1...7).contains(weekday) else { return nil }
    // Day 0 is a Thursday.
    let sinceMonday = ((anchor.number + 3) % 7 + 7) % 7
    return anchor.number - sinceMonday + (week - 1) * 7 + weekday - 1
  }

  // MARK: Time

  /// Milliseconds into the day: zero where there is no time.
  mutating func time() -> Int? {
    guard rest.first.map({ (0x30...0x39).contains($0) }) == true else { return 0 }
    var total = 0
    for (unit, limit) in [(3_600_000, 24), (60_000, 60), (1000, 60)] {
      guard let value = number(2), value < limit else { return nil }
      total += value * unit
      if skip(".") || skip(",") {
        return fraction(of: unit).map { total + $0 }
      }
      if unit == 1000 || !skip(":") { break }
    }
    return total
  }

  /// Up to nine digits.
  private mutating func fraction(of unit: Int) -> Int? {
    let before = rest.count
    guard let digits = number(9) else { return nil }
    var scale = 1
    for _ in 0..<(before - rest.count) { scale *= 10 }
    return digits * unit / scale
  }

  /// Milliseconds east of UTC: zero where there is no zone.
  mutating func zone() -> Int? {
    if isAtEnd || skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = pair(), hours < 24 else { return nil }
    var total = hours * 3_600_000
    if !isAtEnd {
      _ = skip(":")
      guard let minutes = pair(), minutes < 60 else { return nil }
      total += minutes * 60_000
    }
    return isWest ? -total : total
  }

  /// A number of exactly two digits.
  private mutating func pair() -> Int? {
    let before = rest.count
    guard let value = number(2), before - rest.count == 2 else { return nil }
    return value
  }
}
