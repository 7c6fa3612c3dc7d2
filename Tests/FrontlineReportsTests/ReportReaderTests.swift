import FrontlineReports
import Testing

private func check(
  _ text: String, published: Day? = nil, gives expected: Report, and findings: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (report, found) = try ReportReader.read(
    bytes: Array(text.utf8), file: "reports/day-1.md", publishedDefault: published)
  #expect(report == expected, sourceLocation: sourceLocation)
  #expect(found.map(\.description) == findings, sourceLocation: sourceLocation)
}

private func check(
  _ text: String, failsWith message: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let error = #expect(throws: ReportError.self, sourceLocation: sourceLocation) {
    try ReportReader.read(bytes: Array(text.utf8), file: "reports/day-1.md")
  }
  #expect(error?.description == message, sourceLocation: sourceLocation)
}

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

private func report(
  _ text: String, on iso: String, basis: String, title: String? = nil, line: Int = 1,
  column: Int = 1
) throws -> Report {
  Report(
    id: "day-1", title: title, published: try day(iso), publishedBasis: basis, text: text,
    file: "reports/day-1.md", firstLine: line, firstColumn: column)
}

@Suite struct `Reading a report` {
  @Test func `front matter fills the fields, and colons inside values survive`() throws {
    var expected = try report(
      "Novy Mir fell.\n", on: "2021-09-02", basis: "dateline", title: "Novy Mir: the \"last\" day",
      line: 10)
    expected.publisher = "Valley Post"
    expected.url = "https://example.org/a?b=c#d"
    expected.side = "north"
    try check(
      """
      ---
      title: Novy Mir: the "last" day
      Publisher: 'Valley Post'
      published: 2021-09-02
      published_basis: "dateline"  # seen
      url: https://example.org/a?b=c#d
      side: north
      ---

      Novy Mir fell.

      """, gives: expected)
  }

  @Test func `quotes may hold quotes, colons, number signs and escapes`() throws {
    try check(
      "---\ntitle: 'It''s: #1'\npublished: \"2021-\\u0030\\x39-02\"\n---\nText",
      gives: report("Text", on: "2021-09-02", basis: "front matter", title: "It's: #1", line: 5))
  }

  @Test func `a date and time gives the date as written`() throws {
    try check(
      "---\npublished: 2021-09-02T23:30:00+04:30\n---\nText",
      gives: report("Text", on: "2021-09-02", basis: "front matter", line: 4))
  }

  @Test func `a date may stand before the text on its line`() throws {
    try check(
      " date 2021-08-25 As the town fell.\nMore.",
      gives: report("As the town fell.\nMore.", on: "2021-08-25", basis: "date line", column: 18))
  }

  @Test(arguments: ["date 2021-08-25\n\nText", "Date: 2021-08-25\n\nText", "\n2021-08-25\nText"])
  func `a date may stand on its own line`(_ text: String) throws {
    try check(text, gives: report("Text", on: "2021-08-25", basis: "date line", line: 3))
  }

  @Test func `a date that opens a sentence is not a date line`() throws {
    try check(
      "2021-08-25 was a Wednesday.", published: day("2021-08-26"),
      gives: report("2021-08-25 was a Wednesday.", on: "2021-08-26", basis: "option"))
  }

  @Test func `a date line may follow front matter without a day`() throws {
    try check(
      "---\ntitle: A\n---\ndate 2021-08-25\nText",
      gives: report("Text", on: "2021-08-25", basis: "date line", title: "A", line: 5))
  }

  @Test func `the report's own day stands against the option, and a note says so`() throws {
    try check(
      "date 2021-08-25\nText", published: day("2021-08-26"),
      gives: report("Text", on: "2021-08-25", basis: "date line", line: 2),
      and: [
        """
        reports/day-1.md:1: note: the report says it was published on 2021-08-25 (date line), the option says \
        2021-08-26 [published-differs]
            the report's own day was used; change it in the file if the other is right
        """
      ])
  }

  @Test func `an option that agrees is not worth a note`() throws {
    try check(
      "date 2021-08-25\nText", published: day("2021-08-25"),
      gives: report("Text", on: "2021-08-25", basis: "date line", line: 2))
  }

  @Test func `a rule across the page is not front matter`() throws {
    try check(
      "---\nA text.\n---\nMore.", published: day("2021-08-26"),
      gives: report("---\nA text.\n---\nMore.", on: "2021-08-26", basis: "option"))
  }

  @Test func `a report without text is a finding`() throws {
    try check(
      "date 2021-08-25\n\n", gives: report("", on: "2021-08-25", basis: "date line", line: 3),
      and: [
        "reports/day-1.md: warning: the report has no text [empty-report]\n    remove the file or add the text"
      ])
  }

  @Test func `odd front matter is found line by line and the rest is read`() throws {
    try check(
      """
      ---
      publishd: 2021-01-01
      title: Push #3 fails
      author: A. Writer
      published: 2021-09-02
      published: 2021-09-03
      side: [north, south]
      tags:
        - war
      just words
      ---
      Text
      """,
      gives: report("Text", on: "2021-09-02", basis: "front matter", title: "Push", line: 12),
      and: [
        """
        reports/day-1.md:2: note: 'publishd' is not read; 'published' may be meant [front-matter-key]
            publishd: 2021-01-01
            ^~~~~~~~
            rename it to 'published', or leave it as it is
        """,
        """
        reports/day-1.md:3: note: the value of 'title' ends at 'Push': in YAML ' #' starts a comment \
        [front-matter-comment]
            title: Push #3 fails
            put the value between quotes if the rest belongs to it
        """,
        """
        reports/day-1.md:6: warning: 'published' was already given on line 5, which stands \
        [front-matter-repeated]
            published: 2021-09-03
            remove one of the two lines
        """,
        """
        reports/day-1.md:7: warning: the value of 'side' is not a text on one line [front-matter-value]
            side: [north, south]
            write it plain or between quotes that close on the same line
        """,
        """
        reports/day-1.md:9: warning: '- war' is not of the form 'key: value' [front-matter-line]
              - war
            write flat 'key: value' lines; values over several lines and lists are not read
        """,
        """
        reports/day-1.md:10: warning: 'just words' is not of the form 'key: value' [front-matter-line]
            just words
            write flat 'key: value' lines; values over several lines and lists are not read
        """,
      ])
  }
}

@Suite struct `A report that cannot be read` {
  @Test func `no date`() {
    check(
      "The town fell.",
      failsWith: """
        reports/day-1.md: error: the report does not say when it was published [no-date]
            write 'published: YYYY-MM-DD' between two '---' lines at the top, or start the text with 'date \
        YYYY-MM-DD', or give the day with --published
        """)
  }

  @Test func `no date, but a key that may be meant`() {
    check(
      "---\ntitle: A\ndate: 2021-09-02\n---\nText",
      failsWith: """
        reports/day-1.md:3: error: the report does not say when it was published [no-date]
            rename 'date' on line 3 to 'published'
        """)
  }

  @Test(arguments: ["2021-13-40", "2 Sept 2021", "2021-02-29", "2021-09-02Tx", "2021-9-2"])
  func `a malformed day in front matter`(_ value: String) {
    check(
      "---\ntitle: A\npublished: \(value)\n---\nText",
      failsWith: """
        reports/day-1.md:3:12: error: '\(value)' is not a day of the calendar written YYYY-MM-DD [bad-date]
            published: \(value)
                       ^\(String(repeating: "~", count: value.count - 1))
            write the day of publication as in 2021-09-02
        """)
  }

  @Test(arguments: ["2021-13-40", "25.08.2021", "2 Sept 2021", "August 25, 2021"])
  func `a malformed day in a date line`(_ value: String) {
    check(
      "\ndate \(value) The town fell.",
      failsWith: """
        reports/day-1.md:2:6: error: '\(value)' is not a day of the calendar written YYYY-MM-DD [bad-date]
            date \(value) The town fell.
                 ^\(String(repeating: "~", count: value.count - 1))
            write the day of publication as in 2021-09-02
        """)
  }

  @Test func `front matter that is never closed`() {
    check(
      "---\ntitle: A\nText",
      failsWith: """
        reports/day-1.md:1: error: the front matter that '---' opens is never closed [open-front-matter]
            ---
            add a line '---' after its last key
        """)
  }
}

@Suite struct `A report from a page` {
  @Test func `takes the parts it is given`() throws {
    let (report, findings) = try ReportReader.report(
      title: "A", publisher: "Valley Post", published: " 2021-09-02T06:33:00+00:00",
      publishedBasis: "meta",
      url: "https://example.org/", text: "One.\r\nTwo\u{200B}.", file: "pages/a.b.html")
    #expect(
      report
        == Report(
          id: "a.b", title: "A", publisher: "Valley Post", published: try day("2021-09-02"),
          publishedBasis: "meta", url: "https://example.org/", text: "One.\nTwo.",
          file: "pages/a.b.html"))
    #expect(findings == [])
  }

  @Test func `needs a day`() {
    let error = #expect(throws: ReportError.self) {
      try ReportReader.report(published: "Thursday", text: "One.", file: "a.html")
    }
    #expect(
      error?.description == """
        a.html: error: 'Thursday' is not a day of the calendar written YYYY-MM-DD [bad-date]
            write the day of publication as in 2021-09-02
        """)
  }

  @Test(arguments: [
    ("-", "standard-input"), ("a/b/day.1.md", "day.1"), ("day", "day"), ("a/.hidden", ".hidden"),
  ])
  func `is named after its file`(_ file: String, _ id: String) {
    #expect(ReportReader.id(ofFile: file) == id)
  }
}
