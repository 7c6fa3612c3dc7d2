/// A table of comma separated values (RFC 4180), as spreadsheets and event data sets write it.
///
/// Cells are Unicode text; quoted cells may hold line ends, doubled quotes and separators. The separator is
/// read off the header line: comma, semicolon (spreadsheets of many locales) or tab. A byte order mark, CR LF,
/// blank lines and lacking or surplus cells at a row's end are harmless; bytes that are not UTF-8 become U+FFFD.
public struct CommaTable: Hashable, Sendable {
  /// A row with the line of the file it begins on.
  public struct Row: Hashable, Sendable {
    /// 1-based.
    public var line: Int
    /// As many as the header has columns; cells that the line lacks are empty.
    public var cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// The header's cells without blanks round them, in order.
  public var columns: [String]
  public var rows: [Row]
  /// Lines whose row had more cells than the header, with text in the surplus: nothing was read from those cells.
  public var tooWide: [Int]
  /// The line on which a quote opens that nothing closes; the rest of the file is in that cell.
  public var unclosedQuote: Int?

  public init(columns: [String], rows: [Row]) {
    self.columns = columns
    self.rows = rows
    tooWide = []
    unclosedQuote = nil
  }

  /// - Complexity: O(*n*) in the bytes.
  public init(_ bytes: [UInt8]) {
    var reader = CommaReader(bytes)
    let all = reader.rows()
    let header = all.first?.cells ?? []
    columns = header.map(CommaTable.trimmed)
    rows = []
    tooWide = []
    unclosedQuote = reader.unclosedQuote
    for row in all.dropFirst() {
      if row.cells.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
        tooWide.append(row.line)
      }
      let lacking = max(0, columns.count - row.cells.count)
      rows.append(
        Row(
          line: row.line,
          cells: Array(row.cells.prefix(columns.count)) + Array(repeating: "", count: lacking)))
    }
  }

  /// The place of a column, by its name; capitals and blanks round it do not matter.
  public func index(of column: String) -> Int? {
    let wanted = column.lowercased()
    return columns.firstIndex { $0.lowercased() == wanted }
  }

  /// RFC 4180 with CR LF and a header; a cell that a spreadsheet would take for a formula gets an apostrophe,
  /// which ``CommaTable/plain(_:)`` takes off again.
  public func written() -> String {
    var text = ""
    for row in [columns] + rows.map(\.cells) {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        CommaTable.append(cell, to: &text)
      }
      text += "\r\n"
    }
    return text
  }

  /// A cell as it was before ``written()`` guarded it against being taken for a formula.
  public static func plain(_ cell: String) -> String {
    cell.first == "'" && looksLikeFormula(cell) ? String(cell.dropFirst()) : cell
  }

  private static func append(_ cell: String, to text: inout String) {
    let isGuarded = looksLikeFormula(cell)
    guard
      cell.utf8.contains(where: {
        $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
      })
    else {
      if isGuarded { text += "'" }
      text += cell
      return
    }
    text += isGuarded ? "\"'" : "\""
    text += cell.utf8.contains(0x22) ? cell.replacing("\"", with: "\"\"") : cell
    text += "\""
  }

  /// Whether a spreadsheet would compute it, or would if an apostrophe before it went.
  private static func looksLikeFormula(_ cell: String) -> Bool {
    cell.utf8.first { $0 != 0x27 }.map { [0x3D, 0x2B, 0x40].contains($0) } ?? false
  }

  private static func trimmed(_ cell: String) -> String {
    var rest = cell[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// Goes through the bytes of a comma separated table once.
private struct CommaReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var next = 0
  private var line = 1
  private(set) var unclosedQuote: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = CommaReader.separator(of: bytes)
  }

  mutating func rows() -> [CommaTable.Row] {
    var rows: [CommaTable.Row] = []
    while next < bytes.count {
      let start = line
      let cells = row()
      if cells != [""] { rows.append(.init(line: start, cells: cells)) }
    }
    return rows
  }

  private mutating func row() -> [String] {
    var cells: [String] = []
    repeat { cells.append(cell()) } while takesSeparator()
    takeLineEnd()
    return cells
  }

  private mutating func cell() -> String {
    guard next < bytes.count, bytes[next] == 0x22 else { return plainCell([]) }
    let opened = line
    var text: [UInt8] = []
    next += 1
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      if byte == 0x0A { line += 1 }
      guard byte == 0x22 else {
        text.append(byte)
        continue
      }
      guard next < bytes.count, bytes[next] == 0x22 else { return plainCell(text) }
      text.append(0x22)
      next += 1
    }
    unclosedQuote = unclosedQuote ?? opened
    return String(decoding: text, as: UTF8.self)
  }

  /// Up to the next separator or line end; what follows a closing quote is kept as it is.
  private mutating func plainCell(_ start: [UInt8]) -> String {
    let from = next
    while next < bytes.count, ![separator, 0x0A, 0x0D].contains(bytes[next]) { next += 1 }
    return String(decoding: start + bytes[from..<next], as: UTF8.self)
  }

  private mutating func takesSeparator() -> Bool {
    guard next < bytes.count, bytes[next] == separator else { return false }
    next += 1
    return true
  }

  private mutating func takeLineEnd() {
    if next < bytes.count, bytes[next] == 0x0D { next += 1 }
    if next < bytes.count, bytes[next] == 0x0A { next += 1 }
    line += 1
  }

  /// The most frequent of comma, semicolon and tab outside quotes in the first line; comma if there is none.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? 0x2C
  }
}
