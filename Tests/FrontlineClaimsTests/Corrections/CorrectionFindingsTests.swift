import FrontlineClaims
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `What corrections can have wrong` {
  private func check(
    _ sheet: Sheet, _ words: [String], left: Int, edits: [Claim.Edit.Kind] = [],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let outcome = sheet.applied()
    #expect(outcome.findings.map(\.description) == words, sourceLocation: location)
    #expect(outcome.corrected.left.count == left, sourceLocation: location)
    #expect(
      outcome.corrected.claims.compactMap(\.edit?.kind) == edits, sourceLocation: location)
  }

  @Test func `a word that is no decision`() {
    check(
      Sheet().deciding(0, "chnage"),
      [
        """
        corrections.csv:2: error: 'chnage' is not a decision, so the row changed nothing [unknown-decision]
            'change' is near; write accept, reject, change, add or nothing
        """
      ], left: 1)
  }

  @Test func `two rows that decide differently, wherever they stand`() {
    var sheet = Sheet().deciding(0, "accept")
    sheet.rows.append(sheet.rows[0].merging(["decision": "reject"]) { $1 })
    let finding = """
      corrections.csv:5: error: 2 rows decide differently about one claim (accept in line 2, reject in line 5), so none did [decisions-differ]
          keep one of the rows
      """
    check(sheet, [finding], left: 2)
    sheet.rows.reverse()
    #expect(sheet.applied().corrected.claims.allSatisfy { $0.edit == nil })
    #expect(sheet.applied().codes == ["5 decisions-differ"])
  }

  @Test func `two changes that differ, though their cells no longer say the same claim`() {
    var sheet = Sheet().deciding(0, "change", ["place": "Marvik", "asserted_by": "north"])
    sheet.rows.append(sheet.rows[0].merging(["place": "Selna", "asserted_by": "south"]) { $1 })
    #expect(sheet.applied().codes == ["5 decisions-differ"])
    #expect(sheet.applied().corrected.claims == Sheet.claims)
  }

  @Test func `a row said twice decides once`() {
    var sheet = Sheet().deciding(0, "accept")
    sheet.rows.append(sheet.rows[0])
    check(sheet, [], left: 0, edits: [.accepted])
  }

  @Test(arguments: [
    ("party", "romans", "'romans' is no 'party'", "write the id of a party: north, south"),
    ("actor", "romans", "'romans' is no 'actor'", "write the id of a party: north, south"),
    (
      "event", "won", "'won' is no 'event'",
      "write \(Claim.Event.allCases.map(\.rawValue).joined(separator: ", "))"
    ),
    (
      "place", "Atlantis", "'Atlantis' is no 'place'",
      "write a name or an id of the gazetteer ('frontline places' shows them), or lat and lon"
    ),
    (
      "place", "Marvak", "'Marvak' is no 'place'",
      "write a listed place, such as Marvik (xx-marvik), or lat and lon"
    ),
    ("date", "yesterday", "'yesterday' is no 'date'", "write a day as in 2021-09-02"),
    ("date", "2031-05-44", "'2031-05-44' is no 'date'", "write a day as in 2021-09-02"),
    (
      "date_until", "2031-05-01", "'2031-05-01' is no 'date_until'",
      "write 2031-05-14 or a later day"
    ),
    (
      "date_until", "2301-05-14", "'2301-05-14' is no 'date_until'",
      "write a day within ten years of the report's, 2031-05-14"
    ),
    ("hedge", "maybe", "'maybe' is no 'hedge'", "write asserted, claimed, denied, unverified"),
    ("lat", "north", "'north, 10.1' is no 'lat'", "write degrees, WGS 84, with a decimal point"),
  ])
  func `a cell that cannot be read`(column: String, value: String, problem: String, remedy: String)
  {
    check(
      Sheet().deciding(0, "change", [column: value]).deciding(1, "accept"),
      [
        """
        corrections.csv:2: error: \(problem), so the row changed nothing [unreadable-correction]
            \(remedy)
        """
      ], left: 1, edits: [.accepted])
  }

  @Test func `an edit that nobody decided to make`() {
    check(
      Sheet().deciding(2, "", ["event": "captured"]),
      [
        """
        corrections.csv:4: warning: the row was edited but its decision is empty, so 'xx-selna holds 2031-05-14' stays as it was read [edit-without-decision]
            write 'change' into 'decision', or undo the edit
        """
      ], left: 0)
  }

  @Test(arguments: [
    ["event": "captured"], ["place": "Marvik"], ["actor": "north"], ["party": "north"],
    ["date_until": "2031-05-16"], ["asserted_by": "north"],
  ])
  func `an edit of any cell that says what happened`(cells: Sheet.Row) {
    #expect(Sheet().deciding(2, "", cells).applied().codes == ["4 edit-without-decision"])
    let accepted = Sheet().deciding(2, "accept", cells).applied()
    #expect(accepted.codes == ["4 edit-without-decision"])
    #expect(accepted.corrected.claims[2].edit?.kind == .accepted)
    #expect(accepted.corrected.claims[2].corpusLine == Sheet.claims[2].corpusLine)
  }

  @Test func `a name that two places have, far from each other`() {
    let words = """
      corrections.csv:2: warning: 'Novy Mir' was taken for Novy Mir (xx-novy-mir) but may be Novy Mir (xx-novy-mir-lindar) [ambiguous-place]
          write the id of the place into 'place_id'
      """
    check(Sheet().deciding(0, "change", ["place": "Novy Mir"]), [words], left: 0, edits: [.changed])
    check(
      Sheet().deciding(0, "change", ["place_id": "xx-novy-mir-lindar"]), [], left: 0,
      edits: [.changed])
  }

  @Test func `an addition that the rules now make themselves`() {
    let sheet = Sheet().adding([
      "report": "report", "place": "Selna", "event": "holds", "actor": "south", "against": "north",
      "date": "2031-05-14", "asserted_by": "independent",
    ])
    check(
      sheet,
      [
        """
        corrections.csv:5: note: the rules now read 'xx-selna holds 2031-05-14' themselves in 'report' [already-read]
            the row may go, or become 'accept'
        """
      ], left: 0, edits: [.accepted])
    #expect(sheet.applied().corrected.claims.count == 3)
  }

  @Test func `a report that is gone`() {
    let outcome = Sheet().deciding(0, "accept").applied(to: [], reports: [])
    #expect(
      outcome.findings.map(\.description) == [
        """
        corrections.csv:2: error: the theatre has no report 'report', so the row changed nothing [unknown-report]
            put the report back, or delete the row
        """
      ])
    #expect(outcome.corrected.left.count == 1)
  }

  @Test func `a table without decisions, a surplus cell, an open quote`() {
    func codes(_ text: String) -> [String] {
      Corrections.read(Array(text.utf8), file: "c.csv").1.map { "\($0.line ?? 0) \($0.code)" }
    }
    #expect(codes("") == [])
    #expect(codes("decision\n") == [])
    #expect(codes("id,place\n1,Dovra\n") == ["1 no-decision-column"])
    #expect(codes("decision,reason\naccept,a,b\n") == ["2 surplus-cells"])
    #expect(codes("decision,reason\naccept,\"a\n") == ["2 open-quote"])
  }

  @Test(arguments: 0..<200)
  func `no row, whatever it holds, stops the others`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let junk = [
      "", "change", "add", "reject", "xx-dovra", "Dovra", "-1", "1e999", "nan", "2031-05-14",
      "9999-12-31",
      "0000-01-01", "31/12/9999", "north", "\u{202E}", "'", "=1", "\"", ";", "report",
      "killed north 3-1", "\u{0}",
      "xx-selna holds 2031-05-14", "91", "181,5", "captured", "🙂",
    ]
    var sheet = Sheet()
    let row = Dictionary(
      uniqueKeysWithValues: sheet.columns.map { column in
        (column, random.next() % 3 == 0 ? sheet.rows[2][column] ?? "" : random.pick(junk))
      })
    sheet.rows.append(row)
    let outcome = sheet.deciding(0, "accept").applied()
    #expect(outcome.corrected.claims.contains { $0.edit?.kind == .accepted })
    let all = outcome.corrected.claims + outcome.corrected.rejected
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.id)).isSuperset(of: Sheet.claims.map(\.id)))
  }

  @Test func `nothing is lost when a new sheet takes the place of the old one`() {
    var sheet = Sheet().deciding(0, "accept", ["reason": "=1+1"]).deciding(1, "chnage")
      .deciding(2, "change", ["place": "Atlantis"])
      .adding(["report": "report", "place": "Pelin", "event": "fighting", "date": "2031-05-14"])
      .adding(["report": "other", "place": "Nowhere", "event": "won"])
    sheet.columns.append("checked by")
    sheet.rows[0]["checked by"] = "M. K."
    let first = sheet.applied()
    let table = first.corrected.sheet { _ in "" }
    let again = Corrections.read(Array(table.written().utf8), file: "corrections.csv").0
    let (second, findings) = again.apply(
      to: Sheet.claims, reports: [Sheet.report], parties: InventedTheatre.two.parties,
      index: Sheet.index)
    #expect(second.claims == first.corrected.claims)
    #expect(second.rejected == first.corrected.rejected)
    #expect(findings.map(\.code).sorted() == first.findings.map(\.code).sorted())
    #expect(again.rows.first?.cell("checked by") == "M. K.")
    #expect(again.rows.first?.reason == "=1+1")
    #expect(second.sheet { _ in "" }.written() == table.written())
  }
}
