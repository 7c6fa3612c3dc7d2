import FrontlineClaims
import Testing

@Suite struct `Days as spreadsheets write them` {
  /// Reads rows of the columns `found` and `date`, and gives the dates.
  private func dates(_ rows: [(found: String, date: String)]) -> [String] {
    let lines = rows.map { "accept,\($0.found),\($0.date)\n" }
    let text = "decision,found,date\n" + lines.joined()
    return Corrections.read(Array(text.utf8), file: "c.csv").0.rows.map { $0.cell("date") }
  }

  @Test func `the rows whose day is known say whether the month comes first`() {
    #expect(
      dates([("xx-a holds 2031-05-04", "5/4/2031"), ("", "5/6/2031")]) == [
        "2031-05-04", "2031-05-06",
      ])
    #expect(
      dates([("xx-a holds 2031-05-04", "04/05/2031"), ("", "06/05/2031")])
        == ["2031-05-04", "2031-05-06"])
    // One edited day does not outvote the others.
    #expect(
      dates([
        ("xx-a holds 2031-05-04", "5/4/2031"), ("xx-a holds 2031-05-05", "5/5/2031"),
        ("xx-a holds 2031-05-05", "5/6/2031"),
      ]) == ["2031-05-04", "2031-05-05", "2031-05-06"])
  }

  @Test func `without such rows a day that can only be one is read, an ambiguous one is left`() {
    #expect(dates([("", "5/14/2031"), ("", "5/6/2031")]) == ["2031-05-14", "2031-05-06"])
    #expect(dates([("", "14/5/2031"), ("", "5/6/2031")]) == ["2031-05-14", "2031-06-05"])
    #expect(dates([("", "5/6/2031")]) == ["5/6/2031"])
  }

  @Test func `other forms are plain`() {
    #expect(
      dates([("", "2031/05/04"), ("", "2031-05-04 00:00:00"), ("", "4.5.2031"), ("", "2031-5-4")])
        == ["2031-05-04", "2031-05-04", "2031-05-04", "2031-05-04"])
    #expect(
      dates([("", "4 May"), ("", "31/31/2031"), ("", "0/0/2031")]) == [
        "4 May", "31/31/2031", "0/0/2031",
      ])
  }
}
