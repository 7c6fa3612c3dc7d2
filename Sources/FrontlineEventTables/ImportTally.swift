internal import FrontlineClaims
internal import FrontlineReports

/// What keeps a row from making a claim, or is odd about it.
struct ImportFault: Error, Hashable, Sendable {
  var code: String
  var severity: Finding.Severity = .warning
  /// What the rows that share the finding have in common, such as an actor's name.
  var value: String
  /// What is wrong, with the value in quotes.
  var message: String
  var remedy: String
}

/// Faults of the rows of a table, one finding for each code and value, however many rows share it.
struct ImportTally: Sendable {
  private struct Key: Hashable {
    var code: String
    var value: String
  }

  private struct Entry {
    var fault: ImportFault
    var count = 0
    var lines: [Int] = []
  }

  private var entries: [Key: Entry] = [:]
  private(set) var leftOut: [EventImport.LeftOut] = []

  /// Values of one code that are told one by one; the rest is summed up.
  private static let shownValues = 50
  /// Lines that are named for a value.
  private static let shownLines = 8

  /// - Parameter isLeftOut: Whether the row makes no claim for it.
  mutating func add(_ fault: ImportFault, line: Int, isLeftOut: Bool = true) {
    let key = Key(code: fault.code, value: fault.value)
    var entry = entries[key] ?? Entry(fault: fault)
    entry.count += 1
    if entry.lines.count < Self.shownLines { entry.lines.append(line) }
    entries[key] = entry
    if isLeftOut { leftOut.append(.init(line: line, code: fault.code, value: fault.value)) }
  }

  /// By code, then the most frequent value first.
  func findings(file: String) -> [Finding] {
    let byCode = Dictionary(grouping: entries.values) { $0.fault.code }
    return byCode.sorted { $0.key < $1.key }.flatMap { code, entries -> [Finding] in
      let ordered = entries.sorted {
        ($1.count, $0.fault.value) < ($0.count, $1.fault.value)
      }
      var findings = ordered.prefix(Self.shownValues).map { finding($0, file: file) }
      let rest = ordered.dropFirst(Self.shownValues)
      if let first = rest.first { findings.append(summary(of: Array(rest), like: first, file)) }
      return findings
    }
  }

  private func finding(_ entry: Entry, file: String) -> Finding {
    let more = entry.count > entry.lines.count ? ", …" : ""
    let rows =
      entry.count == 1
      ? ""
      : "; \(entry.count) rows, lines \(entry.lines.map(String.init).joined(separator: ", "))\(more)"
    return Finding(
      code: entry.fault.code, severity: entry.fault.severity,
      message: entry.fault.message + rows, remedy: entry.fault.remedy, file: file,
      line: entry.lines.first)
  }

  private func summary(of rest: [Entry], like first: Entry, _ file: String) -> Finding {
    let rows = rest.reduce(0) { $0 + $1.count }
    return Finding(
      code: first.fault.code, severity: first.fault.severity,
      message: "the same is wrong with \(rest.count) more values in \(rows) rows",
      remedy: first.fault.remedy + "; --left-out FILE lists every row", file: file,
      line: first.lines.first)
  }
}

extension ImportFault {
  static func unmappedEvent(_ type: String, _ subType: String, map: String) -> ImportFault {
    let value = subType.isEmpty ? type : "\(type) / \(subType)"
    return ImportFault(
      code: "unmapped-event", value: value,
      message: "\(map) does not say what '\(value)' means",
      remedy: "add a line 'event \(value) = …' to a copy of \(map) and name it with --codes")
  }

  static func unmappedActor(_ actor: String) -> ImportFault {
    ImportFault(
      code: "unmapped-actor", value: actor,
      message: "'\(actor)' is no party of the theatre",
      remedy: "add \"\(actor)\" to the aliases of a party in theatre.yaml")
  }

  static func noParty(_ row: EventRow) -> ImportFault {
    let names = [row.actor1, row.actor2].filter { !$0.isEmpty }.joined(separator: " / ")
    return ImportFault(
      code: "no-party", severity: .note, value: names,
      message: "none of '\(names)' is a party of the theatre",
      remedy: "nothing to do, unless a party goes by such a name: then add it to its aliases")
  }

  static func unclearHolder(_ row: EventRow) -> ImportFault {
    let value =
      "\(row.subType): \(row.actor1) (\(row.inter1)) / \(row.actor2) (\(row.inter2))"
    return ImportFault(
      code: "unclear-holder", value: value,
      message: "'\(value)' does not say which party holds the place afterwards",
      remedy:
        "the codes of inter must tell a state's forces (1) from others, and the holder be a party"
    )
  }

  static func badDate(_ text: String, column: String) -> ImportFault {
    ImportFault(
      code: "bad-date", value: text, message: "'\(text)' in \(column) is not a day",
      remedy: "write it as 2021-09-02 or 02 September 2021, or give a mapping's date_format")
  }

  static func badPosition(_ text: String) -> ImportFault {
    ImportFault(
      code: "bad-position", value: text,
      message: "'\(text)' is not a latitude and a longitude",
      remedy:
        "give degrees of WGS 84 with a decimal point, latitude -90 to 90, longitude -180 to 180")
  }

  static func badCode(_ text: String, column: String, map: String) -> ImportFault {
    ImportFault(
      code: "bad-precision", value: "\(column) \(text)",
      message: "\(map) knows no code '\(text)' of \(column)",
      remedy: "mend the cell, or add the code to a copy of \(map) and name it with --codes")
  }

  static func badNumber(_ text: String, column: String) -> ImportFault {
    ImportFault(
      code: "bad-number", value: "\(column) \(text)",
      message: "'\(text)' in \(column) is not a whole number from 0 up",
      remedy: "mend the cell; the claim was made without the number")
  }

  static func duplicate(_ id: String) -> ImportFault {
    ImportFault(
      code: "duplicate-row", value: id, message: "two rows have the id '\(id)'",
      remedy: "the first was used; remove the other (a dyadic table has an event once a side)")
  }

  static func skipped(_ row: EventRow) -> ImportFault {
    let value = row.subType.isEmpty ? row.type : "\(row.type) / \(row.subType)"
    return ImportFault(
      code: "skipped-event", severity: .note, value: value,
      message: "'\(value)' says nothing of where armed parties stand",
      remedy: "nothing to do; the table of codes says 'skip'")
  }

  static func cell(_ fault: ClaimRowFault) -> ImportFault {
    ImportFault(
      code: "bad-cell", value: "\(fault.column) \(fault.value)",
      message: fault.value.isEmpty
        ? "'\(fault.column)' is empty" : "'\(fault.value)' is not a value of '\(fault.column)'",
      remedy: "expected: \(fault.expected)")
  }
}
