import FrontlineReports
import Testing

@Suite struct `The date of a feed's item` {
  private static let moment = Day(iso: "2021-09-02").map {
    $0.number * 86_400 + 22 * 3600 + 30 * 60
  }

  @Test(arguments: [
    "Thu, 02 Sep 2021 22:30:00 GMT", "02 Sep 2021 22:30:00 GMT", "Thu, 2 Sep 2021 22:30 UT",
    "Fri, 03 Sep 2021 03:00:00 +0430", "Thu, 02 Sep 21 18:30:00 EDT", "2021-09-02T22:30:00Z",
    "2021-09-02T22:30:00.123Z", "2021-09-03T03:00:00+04:30", "2021-09-02t22:30Z",
    "2021-09-02 22:30:00 +0000", "Thursday, 02 September 2021 22:30:00 GMT",
  ])
  func `is one moment in every form`(text: String) {
    #expect(FeedDate(text)?.instant == Self.moment)
  }

  @Test(arguments: [
    ("2021-09-02", "2021-09-02"), ("2021-09-02T22:30:00", "2021-09-02"),
    ("02 Sep 2021", "2021-09-02"), ("Thu, 02 Sep 2021 22:30:00 XYZ", "2021-09-02"),
    ("Thu, 02 Sep 99 10:00:00", "1999-09-02"),
  ])
  func `without a time zone is only a day`(text: String, day: String) {
    #expect(FeedDate(text)?.written.description == day)
    #expect(FeedDate(text)?.instant == nil)
  }

  @Test(arguments: [
    "", "yesterday", "31 Feb 2021 10:00:00 GMT", "2021-13-01", "02/09/2021", "Thu,",
  ])
  func `that is none is nil`(text: String) {
    #expect(FeedDate(text) == nil)
  }
}
