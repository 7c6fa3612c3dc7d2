import FrontlineClaims
import FrontlineGazetteer
import FrontlineReports
import FrontlineTestSupport

/// A sheet of decisions as a person edits it, and what comes of it.
struct Sheet {
  typealias Row = [String: String]

  static let day = Day(number: 22_413)  // 2031-05-14
  static let report = Report(
    id: "report", published: day, publishedBasis: "test",
    text: "Northern troops took Dovra. Aldo Renn denied it. Vint said that the South holds Selna.")
  static let index = GazetteerIndex(InventedPlaces.gazetteer)

  /// What the rules read at first.
  static let claims: [Claim] = [
    claim(.captured, at: "xx-dovra", "north", "south", "Northern troops took Dovra."),
    claim(.deniedCapture, at: "xx-dovra", "north", "south", "Aldo Renn denied it."),
    claim(.holds, at: "xx-selna", "south", "north", "Vint said that the South holds Selna."),
  ]

  static func claim(
    _ event: Claim.Event, at place: String, _ actor: String, _ against: String, _ sentence: String,
    on day: Day = day, rule: String = "rule", by claimant: Claim.Claimant = .independent
  ) -> Claim {
    var claim = Claim.invented(
      event, at: place, actor: actor, against: against, on: day, by: claimant)
    claim.provenance.sentence = sentence
    claim.provenance.rule = rule
    claim.id = "c-\(place)-\(event.rawValue)-\(claimant)-\(day.number)-\(sentence.utf8.count)"
    return claim
  }

  var columns: [String]
  var rows: [Row]

  /// The sheet of some claims, nothing decided yet.
  init(_ claims: [Claim] = Sheet.claims) {
    let table = CorrectedClaims(claims: claims).sheet { _ in "" }
    columns = table.columns
    rows = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0.cells)) }
  }

  func deciding(_ index: Int, _ decision: String, _ cells: Row = [:]) -> Sheet {
    var sheet = self
    sheet.rows[index].merge(["decision": decision].merging(cells) { $1 }) { $1 }
    return sheet
  }

  func adding(_ cells: Row) -> Sheet {
    var sheet = self
    sheet.rows.append(cells.merging(["decision": "add"]) { given, _ in given })
    return sheet
  }

  var bytes: [UInt8] {
    let lines = rows.enumerated().map { index, row in
      CommaTable.Row(line: index + 2, cells: columns.map { row[$0] ?? "" })
    }
    return Array(CommaTable(columns: columns, rows: lines).written().utf8)
  }

  func applied(
    to claims: [Claim] = Sheet.claims, reports: [Report] = [Sheet.report]
  ) -> Outcome {
    let (corrections, odd) = Corrections.read(bytes, file: "corrections.csv")
    let (corrected, findings) = corrections.apply(
      to: claims, reports: reports, parties: InventedTheatre.two.parties, index: Self.index)
    return Outcome(corrected: corrected, findings: odd + findings)
  }
}

struct Outcome {
  var corrected: CorrectedClaims
  var findings: [Finding]

  /// Each claim in a line: what it says, and what was decided.
  var lines: [String] {
    (corrected.claims + corrected.rejected).map { claim in
      claim.corpusLine + (claim.edit.map { " | \($0.kind.rawValue) \($0.reason)" } ?? "")
    }
  }

  var codes: [String] { findings.map { "\($0.line ?? 0) \($0.code)" } }
}
