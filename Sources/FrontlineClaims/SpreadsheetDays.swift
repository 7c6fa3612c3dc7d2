internal import FrontlineReports

/// Days as spreadsheets rewrite them when they save a table: `9/2/2021`, `02.09.2021`, `2021/09/02 00:00`.
///
/// Whether the day or the month comes first is seen from the rows whose day is known, by the column `found`, which
/// no spreadsheet takes for a date. A day that stays ambiguous is left as it is written.
enum SpreadsheetDays {
  private enum Order: CaseIterable { case dayFirst, monthFirst }

  private static let columns = ["date", "date_until", "reported"]

  static func rewrite(_ rows: inout [Correction]) {
    let order = order(rows)
    for index in rows.indices {
      for column in columns {
        guard let cell = rows[index].cells[column], Day(iso: cell) == nil,
          let day = day(cell, order)
        else { continue }
        rows[index].cells[column] = day.description
      }
    }
  }

  private static func order(_ rows: [Correction]) -> Order? {
    var votes: [Order: Int] = [:]
    for row in rows {
      guard let found = Claim.Key(row.cell("found")) else { continue }
      for order in Order.allCases where day(row.cell("date"), order) == found.day {
        votes[order, default: 0] += 1
      }
    }
    if votes[.dayFirst] != votes[.monthFirst] {
      return (votes[.dayFirst] ?? 0) > (votes[.monthFirst] ?? 0) ? .dayFirst : .monthFirst
    }
    let cells = rows.flatMap { row in columns.map(row.cell) }.filter { Day(iso: $0) == nil }
    let possible = Order.allCases.filter { order in
      cells.allSatisfy { $0.isEmpty || day($0, order) != nil }
    }
    return possible.count == 1 ? possible[0] : nil
  }

  /// - Parameter order: Nil if it is not known; then only forms that leave no doubt are read.
  private static func day(_ text: String, _ order: Order?) -> Day? {
    // A time of day behind the date is no part of it.
    let date = text.split { $0 == " " || $0 == "T" }.first ?? ""
    guard let mark = date.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = date.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    if parts[0].count == 4 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard parts[2].count == 4 else { return nil }
    let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = Day(year: numbers[2], month: numbers[0], day: numbers[1])
    switch mark == "." ? .dayFirst : order {
    case .dayFirst: return dayFirst
    case .monthFirst: return monthFirst
    case nil: return dayFirst == nil ? monthFirst : monthFirst == nil ? dayFirst : nil
    }
  }
}
