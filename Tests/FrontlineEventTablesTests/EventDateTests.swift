import FrontlineEventTables
import FrontlineReports
import Testing

@Suite struct `A day in a table` {
  @Test(arguments: [
    "2021-09-02", "2021/9/2", "20210902", "02 September 2021", "2 Sept 2021", "2 sep 2021",
    "02-Sep-2021", "September 2, 2021", "Thursday, 2 September 2021", "2021-09-02 00:00:00.000",
    "2021-09-02T23:59:59Z",
  ])
  func `is read in every form that cannot be mistaken`(text: String) {
    #expect(EventDate.day(text)?.description == "2021-09-02")
  }

  @Test(arguments: [
    "", "02/09/2021", "2 9 2021", "2021-13-02", "31 September 2021", "2021", "soon",
  ])
  func `is not guessed`(text: String) {
    #expect(EventDate.day(text) == nil)
  }

  @Test(arguments: [
    ("DD/MM/YYYY", "02/09/2021"), ("MM/DD/YYYY", "09/02/2021"), ("YYYY-DD-MM", "2021-02-09"),
    ("D Month YYYY", "2 September 2021"), ("dd.mm.yyyy", "02.09.2021 14:30"),
  ])
  func `is read by a format`(format: String, text: String) throws {
    let format = try #require(EventDate.Format(format))
    #expect(EventDate.day(text, format: format)?.description == "2021-09-02")
  }

  @Test func `has a format that names year, month and day`() {
    #expect(EventDate.Format("MM/YYYY") == nil)
    #expect(EventDate.Format("") == nil)
  }
}
