internal import FrontlineClaims
public import FrontlineReports

/// A row of an event table, its cells found under the names they have in its data set, not yet understood.
struct EventRow: Hashable, Sendable {
  /// 1-based, in the file.
  var line = 0
  var id = ""
  var type = ""
  var subType = ""
  var date = ""
  /// Empty where the data set gives one date.
  var dateEnd = ""
  var actor1 = ""
  var actor2 = ""
  var inter1 = ""
  var inter2 = ""
  var location = ""
  var admin1 = ""
  var admin2 = ""
  var country = ""
  var latitude = ""
  var longitude = ""
  var geoPrecision = ""
  var timePrecision = ""
  /// Parted by `;`.
  var sources = ""
  /// Days of the sources, parted by `;`; empty where the data set does not say.
  var sourceDates = ""
  var notes = ""
  var deaths = ""
  var deathsLow = ""
  var deathsHigh = ""
  var deaths1 = ""
  var deaths2 = ""
  /// What our own export put there.
  var tags = ""
  /// All cells that are in none of the above, and those a claim has no place for.
  var cells: [Claim.Coding.Cell] = []
}

/// Where a data set's columns are, by name: newer and older tables have other columns in another order.
struct EventColumns: Sendable {
  typealias Field = WritableKeyPath<EventRow, String> & Sendable

  struct Column: Sendable {
    /// The names it had over time, the newest first.
    var names: [String]
    var field: any Field
    var isRequired = false
    /// Whether it is kept among the cells too, because a claim has no place for it as it is written.
    var isKept = false
  }

  private let fields: [(index: Int, field: any Field)]
  private let kept: [(index: Int, name: String)]

  /// - Throws: ``EventTableError`` naming the required columns that the table lacks.
  init(
    _ columns: [Column], of table: CommaTable, dataset: String, file: String
  ) throws(EventTableError) {
    var fields: [(Int, any Field)] = []
    var taken: Set<Int> = []
    var missing: [String] = []
    for column in columns {
      guard let index = column.names.lazy.compactMap({ table.index(of: $0) }).first else {
        if column.isRequired { missing.append(column.names.joined(separator: " or ")) }
        continue
      }
      fields.append((index, column.field))
      if !column.isKept { taken.insert(index) }
    }
    guard missing.isEmpty else {
      throw .missingColumns(missing, found: table.columns, dataset: dataset, file: file)
    }
    self.fields = fields
    kept = table.columns.indices.filter { !taken.contains($0) && !table.columns[$0].isEmpty }
      .map { ($0, table.columns[$0].lowercased()) }
  }

  func row(_ row: CommaTable.Row) -> EventRow {
    var event = EventRow()
    event.line = row.line
    for (index, field) in fields { event[keyPath: field] = Self.trimmed(row.cells[index]) }
    event.cells = kept.compactMap { index, name in
      let text = CommaTable.plain(row.cells[index])
      return text.isEmpty ? nil : .init(column: name, text: text)
    }
    return event
  }

  static func trimmed(_ cell: String) -> String {
    let plain = CommaTable.plain(cell)
    guard let first = plain.utf8.first, let last = plain.utf8.last else { return "" }
    if first > 0x20 && last > 0x20 { return plain }
    var rest = plain[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// A table that cannot be imported at all: what is wrong, and what to do.
public struct EventTableError: Error, Hashable, Sendable, CustomStringConvertible {
  public var code: String
  public var file: String
  public var message: String
  public var remedy: String

  public init(code: String, file: String, message: String, remedy: String) {
    self.code = code
    self.file = file
    self.message = message
    self.remedy = remedy
  }

  /// The error as a finding, for those who go on without the table.
  public var finding: Finding {
    Finding(code: code, severity: .error, message: message, remedy: remedy, file: file)
  }

  public var description: String { finding.description }
}

extension EventTableError {
  static func missingColumns(
    _ names: [String], found: [String], dataset: String, file: String
  ) -> EventTableError {
    let shown = found.prefix(40).joined(separator: ", ")
    return EventTableError(
      code: "missing-columns", file: file,
      message:
        "the table lacks \(names.count == 1 ? "the column" : "the columns") \(names.map { "'\($0)'" }.joined(separator: ", ")), without which a row of \(dataset) says too little",
      remedy: found.allSatisfy(\.isEmpty)
        ? "the file is empty: download it again, with its header line"
        : "its first line has: \(shown); is it a table of \(dataset), with its header line?")
  }
}
