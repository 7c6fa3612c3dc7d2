import Testing

@testable import Frontline
@testable import FrontlineEvaluation

/// The numbers are those that the coders' own scorer gives for the same golds and the same extractions.
struct ReportScoreTests {
  private func check(
    _ score: ReportScore, gives lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let json = ScoreJSON.report(score, withClaims: true).written()
    #expect(json == lines.joined(), sourceLocation: sourceLocation)
  }

  @Test func `a report's figures are those of the coders' scorer`() throws {
    check(
      try InventedExtractions.score("one", InventedExtractions.one),
      gives:
        #"{"doc":"one","toponyms":{"p":0.7143,"r":0.7143,"f1":0.7143,"tp":5,"fp":2,"fn":2,"ignored":1},"#,
      #""toponyms_exact":{"p":0.5714,"r":0.5714,"f1":0.5714,"tp":4,"fp":3,"fn":3,"ignored":1},"#,
      #""geo":{"n":4,"points_n":3,"acc25":0.75,"acc161":1,"points_acc25":1,"points_acc161":1},"#,
      #""claims":{"L1":{"p":0.8,"r":1,"f1":0.8889,"tp":4,"fp":1,"fn":0,"redundant":0,"optional_hit":1,"optional_gold":1},"#,
      #""L2":{"p":0.6,"r":0.75,"f1":0.6667,"tp":3,"fp":2,"fn":1,"redundant":1,"optional_hit":1,"optional_gold":1},"#,
      #""L3":{"p":0.4,"r":0.5,"f1":0.4444,"tp":2,"fp":3,"fn":2,"redundant":1,"optional_hit":1,"optional_gold":1}},"#,
      #""events":{"captured":{"p":1,"r":1,"f1":1,"tp":1,"fp":0,"fn":0},"denied_capture":{"p":0,"r":1,"f1":0,"tp":0,"fp":1,"fn":0},"fighting":{"p":1,"r":1,"f1":1,"tp":1,"fp":0,"fn":0},"holds":{"p":0,"r":0,"f1":0,"tp":0,"fp":1,"fn":1},"withdrew":{"p":0,"r":0,"f1":0,"tp":0,"fp":1,"fn":1}}}"#
    )
    check(
      try InventedExtractions.score("two", InventedExtractions.two),
      gives:
        #"{"doc":"two","toponyms":{"p":0.5,"r":0.5,"f1":0.5,"tp":2,"fp":2,"fn":2,"ignored":0},"#,
      #""toponyms_exact":{"p":0.5,"r":0.5,"f1":0.5,"tp":2,"fp":2,"fn":2,"ignored":0},"#,
      #""geo":{"n":2,"points_n":2,"acc25":1,"acc161":1,"points_acc25":1,"points_acc161":1},"#,
      #""claims":{"L1":{"p":1,"r":1,"f1":1,"tp":2,"fp":0,"fn":0,"redundant":0,"optional_hit":0,"optional_gold":0},"#,
      #""L2":{"p":0.75,"r":1,"f1":0.8571,"tp":3,"fp":1,"fn":0,"redundant":0,"optional_hit":0,"optional_gold":0},"#,
      #""L3":{"p":0.75,"r":1,"f1":0.8571,"tp":3,"fp":1,"fn":0,"redundant":0,"optional_hit":0,"optional_gold":0}},"#,
      #""events":{"captured":{"p":1,"r":1,"f1":1,"tp":1,"fp":0,"fn":0},"fighting":{"p":0.6667,"r":1,"f1":0.8,"tp":2,"fp":1,"fn":0}}}"#
    )
  }

  @Test func `all reports together are counted together`() throws {
    let total = TotalScore([
      try InventedExtractions.score("one", InventedExtractions.one),
      try InventedExtractions.score("two", InventedExtractions.two),
    ])
    let lines = [
      #"{"doc":"TOTAL","docs":2,"toponyms":{"p":0.6364,"r":0.6364,"f1":0.6364,"tp":7,"fp":4,"fn":4,"macro_f1":0.6072},"#,
      #""toponyms_exact":{"p":0.5455,"r":0.5455,"f1":0.5455,"tp":6,"fp":5,"fn":5,"macro_f1":0.5357},"#,
      #""geo":{"n":6,"points_n":5,"acc25":0.8333,"acc161":1,"points_acc25":1,"points_acc161":1},"#,
      #""claims":{"L1":{"p":0.8571,"r":1,"f1":0.9231,"tp":6,"fp":1,"fn":0,"macro_f1":0.9445},"#,
      #""L2":{"p":0.6667,"r":0.8571,"f1":0.75,"tp":6,"fp":3,"fn":1,"macro_f1":0.7619},"#,
      #""L3":{"p":0.5556,"r":0.7143,"f1":0.625,"tp":5,"fp":4,"fn":2,"macro_f1":0.6507}},"#,
      #""events":{"captured":{"p":1,"r":1,"f1":1,"tp":2,"fp":0,"fn":0},"denied_capture":{"p":0,"r":1,"f1":0,"tp":0,"fp":1,"fn":0},"fighting":{"p":0.75,"r":1,"f1":0.8571,"tp":3,"fp":1,"fn":0},"holds":{"p":0,"r":0,"f1":0,"tp":0,"fp":1,"fn":1},"withdrew":{"p":0,"r":0,"f1":0,"tp":0,"fp":1,"fn":1}}}"#,
    ]
    #expect(ScoreJSON.total(total, withClaims: true).written() == lines.joined())
  }

  @Test func `each fault is listed once, with where it was read`() throws {
    let score = try InventedExtractions.score("one", InventedExtractions.one)
    #expect(
      score.errors.map { ScoreTable.line($0, in: "one") } == [
        "one: wrong L1: Pelin holds, north, 2031-05-10, says north, rule test “Something was said.”\n",
        "one: missed L2: Ustra Valley holds, south, 2031-05-10, says south “The valley is ours …”\n",
        "one: wrong L2: Ustra Valley denied_capture, south, 2031-05-12, says south, rule test “Something was said.”\n",
        "one: missed L3: Dovra withdrew, unknown, 2031-05-09, says resident “The South left Dovra …”\n",
        "one: wrong L3: Dovra withdrew, unknown, 2031-05-09, says independent, rule test “Something was said.”\n",
        "one: missed name: harwen (1)\n",
        "one: missed name: dovra (1)\n",
        "one: wrong name: harven (1)\n",
        "one: wrong name: lion (1)\n",
      ])
  }

  @Test func `each figure of a report is a row, and the totals come last`() throws {
    let scores = [try InventedExtractions.score("two", InventedExtractions.two)]
    #expect(
      ScoreTable.text(scores, TotalScore(scores), withClaims: false) == """
          report  figure                precision  recall  F1     right  wrong  missed
          two     toponyms              0.500      0.500   0.500  2      2      2
                  points within 25 km              1.000          2             0
                  points within 161 km             1.000          2             0
          all 1   toponyms              0.500      0.500   0.500  2      2      2
                  toponyms as written   0.500      0.500   0.500  2      2      2
                  points within 25 km              1.000          2             0
                  points within 161 km             1.000          2             0

        """)
  }
}
