public import FrontlineReports

/// A column of a table, named in its header by its raw value.
protocol TableColumn: RawRepresentable<String>, CaseIterable, Hashable {
  /// Whether no row can be read without it.
  var isEssential: Bool { get }
  /// Whether a table without it is worth a finding.
  var isExpected: Bool { get }
}

extension TableColumn {
  var isExpected: Bool { true }
}

/// A tab separated table with known columns: goes from row to row and notes what is wrong.
struct Table<Column: TableColumn> {
  let file: String
  private(set) var findings: [Finding] = []
  private var reader: TabReader
  private var cellOf: [Column: Int] = [:]
  private var columnCount = 0

  /// Reads the header.
  init(_ text: String, file: String) throws(GazetteerError) {
    self.file = file
    reader = TabReader(text)
    guard reader.readRow() else { throw .emptyTable(file: file, columns: Table.columnNames) }
    columnCount = reader.cells.count
    for cell in reader.cells.indices { readHeader(cell) }
    if cellOf.isEmpty {
      throw .noHeader(reader.text(0), file: file, line: reader.line, columns: Table.columnNames)
    }
    for column in Column.allCases where cellOf[column] == nil {
      if column.isEssential {
        throw .noColumn(column.rawValue, file: file, line: reader.line)
      }
      if column.isExpected {
        findings.append(.missingColumn(column.rawValue, file: file, line: reader.line))
      }
    }
  }

  var line: Int { reader.line }

  /// Goes to the next row that has as many cells as the header; false at the end.
  mutating func readRow() -> Bool {
    while reader.readRow() {
      if reader.cells.count == columnCount { return true }
      findings.append(
        .cellCount(reader.cells.count, expected: columnCount, file: file, line: reader.line))
    }
    return false
  }

  func has(_ column: Column) -> Bool { cellOf[column] != nil }

  func isEmpty(_ column: Column) -> Bool {
    cellOf[column].map { reader.cells[$0].isEmpty } ?? true
  }

  /// Empty if the table has no such column.
  func text(_ column: Column) -> String {
    cellOf[column].map { reader.text($0) } ?? ""
  }

  /// The id in a column; nil, with a finding, if there is none.
  mutating func id(_ column: Column) -> String? {
    if !isEmpty(column) { return text(column) }
    report(
      column, code: "empty-id", message: "\(column.rawValue) is empty",
      remedy: "give the row the id of its place, such as 'xx-name'")
    return nil
  }

  /// The number in a column; nil, with a finding, if there is none.
  mutating func number(_ column: Column) -> Double? {
    if let number = optionalNumber(column) { return number }
    report(
      column, code: "not-a-number", message: "\(column.rawValue) '\(text(column))' is not a number",
      remedy: "write digits with a point, such as 35.31; the row was left out")
    return nil
  }

  func optionalNumber(_ column: Column) -> Double? {
    cellOf[column].flatMap { reader.number($0) }
  }

  /// False, with a finding, if there is something that is no number.
  mutating func isNumberOrEmpty(_ column: Column) -> Bool {
    isEmpty(column) || number(column) != nil
  }

  /// Notes what is wrong with a cell of the row.
  mutating func report(_ column: Column, code: String, message: String, remedy: String) {
    findings.append(
      Finding(
        code: code, message: message, remedy: remedy, file: file, line: reader.line,
        column: cellOf[column].map { reader.column($0) }))
  }

  private static var columnNames: [String] {
    Column.allCases.filter { $0.isExpected }.map { $0.rawValue }
  }

  private mutating func readHeader(_ cell: Int) {
    let name = reader.text(cell)
    guard let column = Column(rawValue: name) else {
      findings.append(
        .unknownColumn(
          name, near: NearMiss.of(name, among: Table.columnNames), file: file, line: reader.line,
          column: reader.column(cell)))
      return
    }
    if cellOf[column] == nil {
      cellOf[column] = cell
    } else {
      findings.append(
        .repeatedColumn(name, file: file, line: reader.line, column: reader.column(cell)))
    }
  }
}

extension Finding {
  static func unknownColumn(
    _ name: String, near: String?, file: String, line: Int, column: Int
  ) -> Finding {
    Finding(
      code: "unknown-column", message: "column '\(name)' is not known and is not read",
      remedy: near.map { "rename it if '\($0)' is meant" }
        ?? "remove it, or leave it for other readers",
      file: file, line: line, column: column)
  }

  static func repeatedColumn(_ name: String, file: String, line: Int, column: Int) -> Finding {
    Finding(
      code: "repeated-column", message: "column '\(name)' comes twice; the first is read",
      remedy: "remove one of them", file: file, line: line, column: column)
  }

  static func missingColumn(_ name: String, file: String, line: Int) -> Finding {
    Finding(
      code: "missing-column", message: "column '\(name)' is missing; every row goes without",
      remedy: "add it to the header and a tab to every row", file: file, line: line)
  }

  static func cellCount(_ count: Int, expected: Int, file: String, line: Int) -> Finding {
    Finding(
      code: "cell-count",
      message: "the row has \(count) \(count == 1 ? "cell" : "cells"), the header \(expected)",
      remedy: "put one tab between cells, also between empty ones; the row was left out",
      file: file,
      line: line)
  }
}

/// Why a table could not be read: what is wrong, where, and what to do.
public struct GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error as a finding of severity `error`.
  public var finding: Finding

  public init(_ finding: Finding) {
    self.finding = finding
  }

  public var code: String { finding.code }
  public var description: String { finding.description }

  static func emptyTable(file: String, columns: [String]) -> GazetteerError {
    GazetteerError(
      Finding(
        code: "empty-table", severity: .error, message: "the table is empty",
        remedy: "start it with a header line, parted by tabs: \(columns.joined(separator: " "))",
        file: file))
  }

  static func noHeader(_ first: String, file: String, line: Int, columns: [String])
    -> GazetteerError
  {
    GazetteerError(
      Finding(
        code: "no-header", severity: .error,
        message: "the first line, which starts with '\(first)', is not a header",
        remedy: "put a header line first, parted by tabs: \(columns.joined(separator: " "))",
        file: file,
        line: line))
  }

  static func noColumn(_ name: String, file: String, line: Int) -> GazetteerError {
    GazetteerError(
      Finding(
        code: "no-column", severity: .error,
        message: "column '\(name)' is missing, without which no row can be read",
        remedy: "add it to the header and to every row", file: file, line: line))
  }
}
