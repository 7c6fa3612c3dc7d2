internal import FrontlineClaims
internal import FrontlineGazetteer
internal import FrontlineGeoPackage
public import FrontlineReports

/// Edits of the claims table of a GeoPackage, as rows of `corrections.csv`.
public struct EditedClaims: Sendable {
  /// The whole file, with what was decided before.
  public let table: CommaTable
  /// How many claims the edits are about.
  public let count: Int
  public let findings: [Finding]

  /// The GeoPackage's columns that a correction can change, and what its own are called.
  private static let columns = [
    "name": "place", "place_id": "place_id", "lon": "lon", "lat": "lat", "edge": "edge",
    "event": "event", "actor": "actor", "against": "against", "status": "status",
    "party": "party", "valid_from": "date", "valid_to": "date_until", "precision": "precision",
    "claimant": "asserted_by", "speaker": "speaker", "hedge": "hedge", "figures": "figures",
  ]
  private static let decisions = ["edited", "edit_reason"]

  /// - Parameters:
  ///   - path: The GeoPackage that a build wrote and somebody edited.
  ///   - loaded: The theatre it was built from.
  /// - Throws: ``GeoPackageError``.
  public init(path: String, loaded: LoadedTheatre) async throws {
    let edits = try ClaimEdits(path: path).edits
    let corrected = await loaded.claims().corrected
    let sheet = corrected.sheet { loaded.mapGazetteer.place(id: $0)?.confidence.rawValue ?? "" }
    var taking = Taking(
      path: path, corrected: corrected, sheet: sheet, known: loaded.corrections.rows)
    for edit in edits { taking.take(edit) }
    count = taking.count
    findings = taking.findings
    let kept = loaded.corrections.rows
    let own = Set(kept.flatMap(\.cells.keys)).subtracting(Corrections.columns).sorted()
    let columns = Corrections.columns + own
    // A row about a claim that is edited again stays where it was, so that doing it twice changes nothing.
    let lines =
      kept.compactMap { row -> [String]? in
        guard let place = taking.replaced[row.line] else { return columns.map(row.cell) }
        return place.map { new in columns.map { new[$0] ?? row.cells[$0] ?? "" } }
      } + taking.rows.map { row in columns.map { row[$0] ?? "" } }
    table = CommaTable(
      columns: columns,
      rows: lines.enumerated().map { CommaTable.Row(line: $0 + 2, cells: $1) })
  }

  /// Takes one edit after the other.
  private struct Taking {
    let path: String
    let corrected: CorrectedClaims
    let sheet: CommaTable
    private let lines: [String: Int]
    var rows: [[String: String]] = []
    /// By the lines of `corrections.csv` that are about a claim edited now: the row to stand there; none for a claim
    /// that was added and is struck out.
    var replaced: [Int: [String: String]?] = [:]
    var count = 0
    var findings: [Finding] = []
    private let known: [Correction]

    init(path: String, corrected: CorrectedClaims, sheet: CommaTable, known: [Correction]) {
      self.known = known
      self.path = path
      self.corrected = corrected
      self.sheet = sheet
      let id = sheet.index(of: "id") ?? 0
      lines = Dictionary(
        sheet.rows.enumerated().map { ($1.cells[id], $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func take(_ edit: ClaimEdits.Edit) {
      switch edit.kind {
      case .added: add(edit)
      case .deleted: change(edit, to: "reject", reason: "deleted in QGIS")
      case .changed: change(edit)
      }
    }

    private mutating func add(_ edit: ClaimEdits.Edit) {
      var row = Self.cells(edit.now, of: Array(EditedClaims.columns.keys))
      row["decision"] = "add"
      row["reason"] = Self.text(edit.now["edit_reason"], or: "added in QGIS")
      for column in ["report", "sentence", "reported"] { row[column] = edit.now[column] ?? "" }
      if row["date_until"] == "" { row["date_until"] = row["date"] }
      // Whoever adds it says it: on the day it is about, unless another is given.
      if row["report"] == "", row["reported"] == "" { row["reported"] = row["date"] }
      count += 1
      let old = known.first { old in
        old.decision == .add
          && row.allSatisfy { $0.key == "reason" || old.cell($0.key) == $0.value }
      }
      guard old == nil else { return }
      rows.append(row)
    }

    private mutating func change(_ edit: ClaimEdits.Edit) {
      let changed = edit.columns
      let taken = changed.filter { EditedClaims.columns[$0] != nil }
      let idle = changed.filter {
        EditedClaims.columns[$0] == nil && !EditedClaims.decisions.contains($0)
      }
      if !idle.isEmpty { findings.append(.notTaken(idle, edit, path)) }
      let words = [
        "accepted": "accept", "rejected": "reject", "accept": "accept", "reject": "reject",
      ]
      let word = edit.now["edited", default: ""].split(separator: " ").joined().lowercased()
      let said = changed.contains("edited") ? words[word] : nil
      if changed.contains("edited"), said == nil, !word.isEmpty {
        findings.append(.unknownDecision(word, edit, path))
      }
      guard !taken.isEmpty || said != nil || changed.contains("edit_reason") else { return }
      let decision = said == "reject" || taken.isEmpty ? said : "change"
      change(edit, to: decision, reason: "\(said ?? "changed")\(said == nil ? "" : "ed") in QGIS")
    }

    /// - Parameter decision: Nil to keep the one there is.
    private mutating func change(
      _ edit: ClaimEdits.Edit, to decision: String?, reason: String
    ) {
      let id = edit.before["claim_id"] ?? ""
      guard let line = lines[id] else { return findings.append(.claimGone(id, edit, path)) }
      let before = Dictionary(
        zip(sheet.columns, sheet.rows[line].cells), uniquingKeysWith: { first, _ in first })
      var row = before
      if edit.kind == .changed { row.merge(Self.cells(edit.now, of: edit.columns)) { $1 } }
      // A claim that somebody added stays one, whatever is changed in it.
      let wasAdded = row["decision"] == "add"
      if let decision, !(wasAdded && decision == "change") { row["decision"] = decision }
      if edit.kind == .deleted || edit.columns.contains("edit_reason")
        || row["reason", default: ""].isEmpty
      {
        row["reason"] = Self.text(edit.now["edit_reason"], or: reason)
      }
      count += 1
      let isGone = wasAdded && decision == "reject"
      guard let old = corrected.rows[id] else { return rows.append(row) }
      // Taken over before.
      if row == before { return }
      replaced[old.line] = isGone ? .some(nil) : row
    }

    /// The cells in some columns, under the names that corrections have for them.
    private static func cells(_ cells: [String: String], of columns: [String]) -> [String: String] {
      var row: [String: String] = [:]
      for column in columns {
        guard let name = EditedClaims.columns[column] else { continue }
        let text = cells[column] ?? ""
        row[name] = column.hasPrefix("valid_") ? String(text.prefix(10)) : text
      }
      return row
    }

    private static func text(_ text: String?, or other: String) -> String {
      text.flatMap { $0.isEmpty ? nil : $0 } ?? other
    }
  }
}

extension Finding {
  fileprivate static func notTaken(
    _ columns: [String], _ edit: ClaimEdits.Edit, _ path: String
  ) -> Finding {
    Finding(
      code: "edit-not-taken",
      message:
        "row \(edit.fid) of the claims was edited in \(columns.joined(separator: ", ")), which corrections cannot change",
      remedy: "these columns are computed, or say where the claim comes from; edit the others",
      file: path)
  }

  fileprivate static func unknownDecision(
    _ word: String, _ edit: ClaimEdits.Edit, _ path: String
  ) -> Finding {
    Finding(
      code: "unknown-decision",
      message: "row \(edit.fid) of the claims has '\(word)' in 'edited', which decides nothing",
      remedy: "write accept or reject, or leave it as it is", file: path)
  }

  fileprivate static func claimGone(
    _ id: String, _ edit: ClaimEdits.Edit, _ path: String
  ) -> Finding {
    Finding(
      code: "edited-claim-gone",
      message:
        "row \(edit.fid) of the claims was edited, but the theatre no longer has its claim '\(id)'",
      remedy: "edit the GeoPackage of a build of the theatre as it is now", file: path)
  }
}
