import FrontlineClaims
import FrontlineGeometry
import FrontlineReports
import FrontlineTestSupport
import Testing

@Suite struct `Corrections by hand` {
  private static let read = [
    "xx-dovra | captured | north | south | north | 2031-05-14 | independent | asserted",
    "xx-dovra | denied_capture | north | south | north | 2031-05-14 | independent | asserted",
    "xx-selna | holds | south | north | south | 2031-05-14 | independent | asserted",
  ]

  private func check(
    _ sheet: Sheet, on claims: [Claim] = Sheet.claims, gives lines: [String],
    findings: [String] = [],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let outcome = sheet.applied(to: claims)
    #expect(outcome.lines == lines, sourceLocation: location)
    #expect(outcome.codes == findings, sourceLocation: location)
  }

  // MARK: Decisions

  @Test func `a sheet without a decision changes nothing`() {
    let outcome = Sheet().applied()
    #expect(outcome.corrected.claims == Sheet.claims)
    #expect(outcome.corrected.rejected == [])
    #expect(outcome.findings == [])
  }

  @Test func `an accepted claim says so, and stays as it was read`() {
    check(
      Sheet().deciding(0, "accept", ["reason": "seen on film"]),
      gives: [Self.read[0] + " | accepted seen on film", Self.read[1], Self.read[2]])
  }

  @Test func `a rejected claim is on no map`() {
    let outcome = Sheet().deciding(1, "reject").applied()
    #expect(outcome.corrected.claims.map(\.corpusLine) == [Self.read[0], Self.read[2]])
    #expect(outcome.corrected.rejected.map(\.corpusLine) == [Self.read[1]])
  }

  @Test func `a changed claim is as the row has it, and remembers what it was`() {
    let outcome = Sheet().deciding(
      2, "change",
      ["reason": "misread", "event": "captured", "place": "Marvik", "date": "2031-05-13"]
    ).applied()
    #expect(
      outcome.lines == [
        Self.read[0], Self.read[1],
        "xx-marvik | captured | south | north | south | 2031-05-13..2031-05-14 | independent | asserted | changed misread",
      ])
    let changed = outcome.corrected.claims[2]
    #expect(changed.edit?.found == Sheet.claims[2].key)
    #expect(changed.id == Sheet.claims[2].id)
    #expect(changed.provenance == Sheet.claims[2].provenance)
    #expect(changed.dateBasis == "set by hand")
    #expect(outcome.findings == [])
  }

  @Test func `control that followed from the event goes on following, unless it was changed too`() {
    check(
      Sheet().deciding(0, "change", ["actor": "south", "against": "north"]),
      gives: [
        "xx-dovra | captured | south | north | south | 2031-05-14 | independent | asserted | changed ",
        Self.read[1], Self.read[2],
      ])
    check(
      Sheet().deciding(0, "change", ["event": "fighting", "status": "held", "party": "south"]),
      gives: [
        "xx-dovra | fighting | north | south | south | 2031-05-14 | independent | asserted | changed ",
        Self.read[1], Self.read[2],
      ])
  }

  @Test func `a place is changed by its id, its name or its position`() {
    func place(_ cells: Sheet.Row) -> [String] {
      let claim = Sheet().deciding(0, "change", cells).applied().corrected.claims[0]
      return [
        claim.placeID, claim.placeName,
        claim.position.map { "\($0.longitude) \($0.latitude)" } ?? "nowhere",
      ]
    }
    #expect(place(["place_id": "xx-marvik"]) == ["xx-marvik", "Marvik", "10.5 50.55"])
    #expect(place(["place": "Marvik"]) == ["xx-marvik", "Marvik", "10.5 50.55"])
    #expect(place(["lat": "50.3", "lon": "10,2"]) == ["own_50.3_10.2", "Dovra", "10.2 50.3"])
    // Of two places of a name, the one nearer to where the claim was.
    #expect(place(["place": "Novy Mir"]) == ["xx-novy-mir", "Novy Mir", "9.95 50.3"])
  }

  @Test func `an added claim is one, with the report's day and what follows from the event`() {
    let outcome = Sheet().adding([
      "report": "report", "place": "Pelin", "event": "captured", "actor": "north",
      "date": "2031-05-13", "asserted_by": "north", "reason": "from the caption",
      "sentence": "Aldo Renn denied it.",
    ]).applied()
    #expect(
      outcome.lines == Self.read + [
        "xx-pelin | captured | north | - | north | 2031-05-13 | north | asserted | added from the caption"
      ])
    let added = outcome.corrected.claims[3]
    #expect(added.reported == Sheet.day)
    #expect(added.provenance.rule == "by hand")
    #expect(added.provenance.sentenceRange == 28..<48)
    #expect(outcome.findings == [])
  }

  @Test func `a claim of another source needs its day, and may stand at a position`() {
    let row = [
      "report": "a radio station", "lat": "50.41", "lon": "10.2", "event": "fighting",
      "date": "2031-05-13",
    ]
    check(Sheet().adding(row), gives: Self.read, findings: ["5 unknown-report"])
    let outcome = Sheet().adding(row.merging(["reported": "2031-05-15"]) { $1 }).applied()
    #expect(
      outcome.lines.last
        == "own_50.41_10.2 | fighting | - | - | contested | 2031-05-13 | analyst | asserted | added "
    )
    #expect(outcome.corrected.claims.last?.reported == Day(iso: "2031-05-15"))
    #expect(outcome.findings == [])
  }

  // MARK: Matching

  private static let decided = Sheet().deciding(0, "accept").deciding(1, "reject", ["reason": "no"])
    .deciding(2, "change", ["place": "Marvik"])
    .adding(["report": "report", "place": "Pelin", "event": "fighting", "date": "2031-05-14"])
  private static let decidedLines = [
    read[0] + " | accepted ",
    "xx-marvik | holds | south | north | south | 2031-05-14 | independent | asserted | changed ",
    "xx-pelin | fighting | - | - | contested | 2031-05-14 | analyst | asserted | added ",
    read[1] + " | rejected no",
  ]

  @Test(arguments: 0..<30)
  func `the order of rows and of claims does not matter`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var sheet = Self.decided
    sheet.rows = random.shuffled(sheet.rows)
    let outcome = sheet.applied(to: random.shuffled(Sheet.claims))
    #expect(outcome.lines.sorted() == Self.decidedLines.sorted())
    #expect(outcome.findings == [])
  }

  @Test func `decisions survive new rules, new ids and other readings of who and how`() {
    let better = Sheet.claims.enumerated().map { index, claim in
      var claim = claim
      claim.id = "c-new-\(index)"
      claim.provenance.rule = "new.rule"
      claim.hedge = .claimed
      claim.actor = nil
      return claim
    }
    let outcome = Self.decided.applied(to: better)
    #expect(outcome.corrected.claims.map(\.edit?.kind) == [.accepted, .changed, .added])
    #expect(outcome.corrected.claims[0].hedge == .claimed)
    #expect(outcome.corrected.rejected.map(\.id) == ["c-new-1"])
    #expect(outcome.findings == [])
  }

  @Test func `one claim more is left alone`() {
    let more = Sheet.claim(.fighting, at: "xx-selna", "north", "south", "Selna burns.")
    let outcome = Self.decided.applied(to: [more] + Sheet.claims)
    #expect(outcome.lines == [more.corpusLine] + Self.decidedLines)
    #expect(outcome.findings == [])
  }

  @Test func `a claim that the rules no longer read is kept if it was accepted or changed`() {
    let outcome = Self.decided.applied(to: [])
    #expect(outcome.lines.sorted() == Self.decidedLines.dropLast().sorted())
    #expect(outcome.codes == ["2 claim-not-found", "3 claim-not-found", "4 claim-not-found"])
  }

  @Test func `a claim read in its new form takes the row's decision`() {
    let better = Sheet.claim(
      .holds, at: "xx-marvik", "south", "north", "Vint said that the South holds Selna.")
    check(
      Sheet().deciding(2, "change", ["place": "Marvik"]), on: Array(Sheet.claims[0...1]) + [better],
      gives: [
        Self.read[0], Self.read[1],
        "xx-marvik | holds | south | north | south | 2031-05-14 | independent | asserted | accepted ",
      ], findings: ["4 already-read"])
  }

  @Test func `a claim with another day is told from its sentence`() {
    let later = Sheet.claim(
      .captured, at: "xx-dovra", "north", "south", "Northern troops took Dovra.",
      on: Sheet.day.advanced(by: -1))
    check(
      Sheet().deciding(0, "accept"), on: [later], gives: [Self.read[0] + " | accepted "],
      findings: ["2 claim-redated"])
    check(
      Sheet().deciding(0, "reject"), on: [later], gives: [later.corpusLine],
      findings: ["2 claim-redated"])
  }

  @Test func `of two claims of a report, place, event and day the sentence decides`() {
    let twice = [
      Sheet.claim(.fighting, at: "xx-dovra", "north", "south", "They fought at the mill of Dovra."),
      Sheet.claim(.fighting, at: "xx-dovra", "north", "south", "Shells fell on Dovra all night."),
    ]
    for index in 0...1 {
      let whole = Sheet(twice)
      let row = whole.rows.firstIndex { $0["sentence"] == twice[index].provenance.sentence } ?? 0
      let sheet = whole.deciding(row, "reject")
      for claims in [twice, twice.reversed()] {
        #expect(sheet.applied(to: claims).corrected.rejected == [rejected(twice[index])])
      }
      // With the rejected one gone, the other is not rejected in its stead.
      var alone = sheet
      alone.rows = [sheet.rows[row]]
      let other = alone.applied(to: [twice[1 - index]])
      #expect(other.corrected.claims == [twice[1 - index]])
      #expect(other.codes == ["2 claim-not-found"])
    }
  }

  private func rejected(_ claim: Claim) -> Claim {
    var claim = claim
    claim.edit = .init(kind: .rejected, reason: "", found: claim.key)
    return claim
  }

  @Test func `of two claims of a sentence the claimant decides`() {
    let sentence = "Both sides say that they hold Dovra."
    let both = [Claim.Claimant.party("north"), .party("south")].map {
      Sheet.claim(.holds, at: "xx-dovra", "north", "south", sentence, by: $0)
    }
    let row = Sheet(both).rows.firstIndex { $0["asserted_by"] == "south" } ?? 0
    let renamed = both.map { claim in
      var claim = claim
      claim.id += "-new"
      return claim
    }
    let outcome = Sheet(both).deciding(row, "reject").applied(to: renamed.reversed())
    #expect(outcome.corrected.rejected.map(\.claimant) == [.party("south")])
  }

  @Test func `a rejection by hand needs only report, place, event and day`() {
    let text =
      "decision;reason;report;place;event;date\r\nreject;hearsay;report;dovra;captured;14.05.2031\r\n"
    let (corrections, odd) = Corrections.read(Array(text.utf8), file: "corrections.csv")
    let (corrected, findings) = corrections.apply(
      to: Sheet.claims, reports: [Sheet.report], parties: InventedTheatre.two.parties,
      index: Sheet.index)
    #expect(corrected.rejected.map(\.corpusLine) == [Self.read[0]])
    #expect(odd + findings == [])
  }
}
