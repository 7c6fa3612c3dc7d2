internal import FrontlineGazetteer
internal import FrontlineReports

/// What rows of corrections.csv can have wrong with them, in words.
extension Finding {
  static func unknownDecision(_ row: Correction, _ file: String) -> Finding {
    let known = Correction.Decision.allCases.map(\.rawValue)
    let word = row.cell("decision")
    let near = known.first { $0.hasPrefix(word.lowercased().prefix(2)) }.map { "'\($0)' is near; " }
    return Finding(
      code: "unknown-decision", severity: .error,
      message: "'\(word)' is not a decision, so the row changed nothing",
      remedy: "\(near ?? "")write \(known.joined(separator: ", ")) or nothing", file: file,
      line: row.line)
  }

  static func unreadable(_ row: Correction, _ fault: ClaimRowFault, _ file: String) -> Finding {
    let what =
      fault.value.isEmpty
      ? "'\(fault.column)' is empty" : "'\(fault.value)' is no '\(fault.column)'"
    return Finding(
      code: "unreadable-correction", severity: .error,
      message: "\(what), so the row changed nothing",
      remedy: "write \(fault.expected)", file: file, line: row.line)
  }

  static func ambiguousPlace(
    _ row: Correction, _ claim: Claim, _ rivals: [Place], _ file: String
  ) -> Finding {
    let others = rivals.prefix(3).map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
    return Finding(
      code: "ambiguous-place",
      message:
        "'\(row.cell("place"))' was taken for \(claim.placeName) (\(claim.placeID)) but may be \(others)",
      remedy: "write the id of the place into 'place_id'", file: file, line: row.line)
  }

  static func decisionsDiffer(_ rows: [Correction], _ file: String) -> Finding {
    let said = rows.map { "\($0.decision?.rawValue ?? "") in line \($0.line)" }
    return Finding(
      code: "decisions-differ", severity: .error,
      message:
        "\(rows.count) rows decide differently about one claim (\(said.joined(separator: ", "))), so none did",
      remedy: "keep one of the rows", file: file, line: rows.map(\.line).max())
  }

  static func unknownReport(_ row: Correction, _ file: String) -> Finding {
    let report = row.cell("report")
    return Finding(
      code: "unknown-report", severity: .error,
      message: report.isEmpty
        ? "the row names no report"
        : "the theatre has no report '\(report)', so the row changed nothing",
      remedy: row.decision == .add
        ? "name the report by its file without the extension; for another source give the day in 'reported'"
        : "put the report back, or delete the row", file: file, line: row.line)
  }

  static func notFound(_ row: Correction, isKept: Bool, _ file: String) -> Finding {
    Finding(
      code: "claim-not-found", severity: isKept ? .warning : .note,
      message: "the rules no longer read the claim '\(row.foundText)' in '\(row.cell("report"))'"
        + (isKept ? "; it was kept as the row says" : ""),
      remedy: isKept
        ? "if the row still says what the report says, make its decision 'add'; else delete it"
        : "there is nothing left to reject: delete the row", file: file, line: row.line)
  }

  static func redated(_ row: Correction, _ claim: Claim, _ file: String) -> Finding {
    Finding(
      code: "claim-redated",
      message:
        "the rules now date '\(row.foundText)' \(claim.valid.lowerBound); it was left as the row says",
      remedy: "if the new day is right, delete the row; else write '\(claim.key)' into 'found'",
      file: file, line: row.line)
  }

  static func rejectedIsRedated(_ row: Correction, _ claim: Claim, _ file: String) -> Finding {
    Finding(
      code: "claim-redated",
      message:
        "the rules now date the rejected '\(row.foundText)' \(claim.valid.lowerBound), and it counts again",
      remedy: "to reject that too, write '\(claim.key)' into 'found'; else delete the row",
      file: file, line: row.line)
  }

  static func alreadyRead(_ row: Correction, _ claim: Claim, _ file: String) -> Finding {
    Finding(
      code: "already-read", severity: .note,
      message: "the rules now read '\(claim.key)' themselves in '\(claim.provenance.report)'",
      remedy: "the row may go, or become 'accept'", file: file, line: row.line)
  }

  static func saidTwice(_ row: Correction, _ file: String) -> Finding {
    Finding(
      code: "already-read", severity: .note,
      message: "the row says what another row or the report's claim says already",
      remedy: "delete one of them", file: file, line: row.line)
  }

  static func editWithoutDecision(
    _ row: Correction, _ found: Claim.Key, _ file: String
  ) -> Finding {
    Finding(
      code: "edit-without-decision",
      message:
        "the row was edited but its decision is \(row.isDecided ? "'accept'" : "empty"), so '\(found)' stays as it was read",
      remedy: "write 'change' into 'decision', or undo the edit", file: file, line: row.line)
  }
}

extension Correction {
  /// What the row was written about, for a person.
  fileprivate var foundText: String {
    foundKey?.description ?? [cell("place"), cell("event"), cell("date")].joined(separator: " ")
  }
}
