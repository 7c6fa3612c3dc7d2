internal import FrontlineMentions
internal import FrontlineReports

/// Words that say when, resolved against the report's day.
struct TimeExpression: Sendable {
  var tokens: Range<Int>
  var valid: Range<Day>
  var precision: Claim.Precision
  /// Whether the words count from another event and not from the report ("four days before").
  var countsFromEvent: Bool
}

/// Finds and resolves time expressions with the words of `time.rules`.
struct TimeReader: Sendable {
  private let words: CueWords

  init(_ words: CueWords) {
    self.words = words
  }

  /// The expressions of a token range, in text order.
  ///
  /// - Parameter published: The day that weekdays and "ago" count back from.
  func expressions(in tokens: [Token], _ bounds: Range<Int>, published: Day) -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      if tokens[index].kind == .number || words.begin(with: tokens[index]),
        let expression = expression(at: index, tokens, bounds, published)
      {
        found.append(expression)
        index = expression.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func expression(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    explicitDate(at: index, tokens, bounds, published)
      ?? span(at: index, tokens, bounds, published)
      ?? daysBack(at: index, tokens, bounds, published)
      ?? week(at: index, tokens, bounds, published)
      ?? weekday(at: index, tokens, bounds, published)
  }

  private func day(
    _ day: Day, _ range: Range<Int>, countsFromEvent: Bool = false
  ) -> TimeExpression {
    TimeExpression(
      tokens: range, valid: day..<day.advanced(by: 1), precision: .day,
      countsFromEvent: countsFromEvent)
  }

  // MARK: 1 September 2021, September 1, 2021-09-01

  private func explicitDate(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    if let iso = isoDate(at: index, tokens, bounds) { return iso }
    if let month = month(at: index, tokens, bounds) {
      let point = bounds.contains(index + 1) && tokens[index + 1].text == "." ? 1 : 0
      if let number = number(at: index + 1 + point, tokens, bounds), (1...31).contains(number) {
        return dated(
          number, month, yearAt: index + 2 + point, from: index, tokens, bounds, published)
      }
    }
    if let number = number(at: index, tokens, bounds), (1...31).contains(number) {
      let of = bounds.contains(index + 1) && tokens[index + 1].folded == "of" ? 2 : 1
      if let month = month(at: index + of, tokens, bounds) {
        return dated(number, month, yearAt: index + of + 1, from: index, tokens, bounds, published)
      }
    }
    return nil
  }

  private func isoDate(at index: Int, _ tokens: [Token], _ bounds: Range<Int>) -> TimeExpression? {
    guard bounds.contains(index + 2), tokens[index].isTiedToNext, tokens[index + 1].isTiedToNext,
      let day = Day(iso: tokens[index..<(index + 3)].map(\.text).joined(separator: "-"))
    else { return nil }
    return self.day(day, index..<(index + 3))
  }

  private func dated(
    _ number: Int, _ month: Int, yearAt index: Int, from start: Int, _ tokens: [Token],
    _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    var yearIndex = index
    while bounds.contains(yearIndex), [",", "."].contains(tokens[yearIndex].text) {
      yearIndex += 1
    }
    if let year = self.number(at: yearIndex, tokens, bounds), (1000...2999).contains(year) {
      guard let day = Day(year: year, month: month, day: number) else { return nil }
      return self.day(day, start..<(yearIndex + 1))
    }
    // Without a year: the last such day that is not after the report.
    let year = published.civil.year
    guard let thisYear = Day(year: year, month: month, day: number) else { return nil }
    // A day of the coming months is one that is planned for, not last year's.
    guard thisYear <= published || thisYear.number - published.number > 120 else { return nil }
    let day = thisYear > published ? Day(year: year - 1, month: month, day: number) : thisYear
    return day.map { self.day($0, start..<index) }
  }

  private func month(at index: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Int? {
    guard bounds.contains(index), tokens[index].isCapitalised else { return nil }
    return words.match("months", at: index, in: tokens, before: bounds.upperBound)?.value.flatMap {
      Int($0)
    }
  }

  private func number(at index: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Int? {
    guard bounds.contains(index), tokens[index].kind == .number else { return nil }
    let digits = tokens[index].text.prefix { $0.isNumber }
    let rest = tokens[index].text.dropFirst(digits.count)
    guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest.lowercased()) else { return nil }
    return Int(digits)
  }

  // MARK: over the past 40 hours, four days ago, almost four days before

  /// A report counts back less than this in any unit; more is a slip, or no time at all.
  private static let highestCount = 1000

  private func span(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    guard let count = count(at: index, tokens, bounds),
      (0...Self.highestCount).contains(count.value),
      let unit = words.match("units", at: count.end, in: tokens, before: bounds.upperBound),
      let name = unit.value
    else { return nil }
    let days = days(count.value, name)
    let before = bounds.contains(index - 1) ? tokens[index - 1].folded : ""
    if ["past", "last"].contains(before) {
      let first = published.advanced(by: -days)
      return TimeExpression(
        tokens: index..<unit.end, valid: first..<published.advanced(by: 1),
        precision: days <= 3 ? .day : days <= 10 ? .week : .month, countsFromEvent: false)
    }
    guard bounds.contains(unit.end) else { return nil }
    switch tokens[unit.end].folded {
    case "ago":
      return day(published.advanced(by: -days), index..<(unit.end + 1))
    case "before", "earlier":
      return day(published.advanced(by: -days), index..<(unit.end + 1), countsFromEvent: true)
    default: return nil
    }
  }

  private func count(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>
  ) -> (value: Int, end: Int)? {
    if let number = number(at: index, tokens, bounds) { return (number, index + 1) }
    guard let match = words.match("numbers", at: index, in: tokens, before: bounds.upperBound)
    else { return nil }
    return match.value.flatMap { Int($0) }.map { ($0, match.end) }
  }

  /// Hours round up to days: what holds "over the past 40 hours" began two days ago, less the day
  /// already begun.
  private func days(_ count: Int, _ unit: String) -> Int {
    switch unit {
    case "hour": (count + 12) / 24
    case "week": count * 7
    case "month": count * 30
    default: count
    }
  }

  // MARK: yesterday, last night, this week, on Wednesday

  private func daysBack(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    guard let match = words.match("days-back", at: index, in: tokens, before: bounds.upperBound),
      let back = match.value.flatMap({ Int($0) })
    else { return nil }
    return day(published.advanced(by: -back), index..<match.end)
  }

  private func week(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    guard let match = words.match("week", at: index, in: tokens, before: bounds.upperBound),
      let back = match.value.flatMap({ Int($0) })
    else { return nil }
    let monday = published.advanced(by: 1 - published.weekday - 7 * back)
    let until = back == 0 ? published.advanced(by: 1) : monday.advanced(by: 7)
    return TimeExpression(
      tokens: index..<match.end, valid: monday..<until, precision: .week, countsFromEvent: false)
  }

  private func weekday(
    at index: Int, _ tokens: [Token], _ bounds: Range<Int>, _ published: Day
  ) -> TimeExpression? {
    guard tokens[index].isCapitalised, !isPartOfName(index, tokens, bounds),
      let match = words.match("weekdays", at: index, in: tokens, before: bounds.upperBound),
      let weekday = match.value.flatMap({ Int($0) }), !isFuture(index, tokens, bounds)
    else { return nil }
    let back = (published.weekday - weekday + 7) % 7
    return day(published.advanced(by: -back), index..<match.end)
  }

  /// "The Sunday Guardian": another capitalised word behind makes the weekday part of a name.
  private func isPartOfName(_ index: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    let next = index + 1
    return bounds.contains(next) && tokens[next].isWord && tokens[next].isCapitalised
      && words.match("months", at: next, in: tokens, before: bounds.upperBound) == nil
  }

  private func isFuture(_ index: Int, _ tokens: [Token], _ bounds: Range<Int>) -> Bool {
    bounds.contains(index - 1) && ["next", "coming", "until"].contains(tokens[index - 1].folded)
  }
}
