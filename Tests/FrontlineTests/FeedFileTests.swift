import Frontline
import FrontlineReports
import Testing

@Suite struct `A feed` {
  private func read(
    _ text: String, timeZone: String = "Asia/Kabul", published: Day? = nil
  ) -> (reports: [Report], findings: [Finding]) {
    FeedFile.read(
      Array(text.utf8), path: "reports/feed.xml", timeZone: timeZone, published: published)
  }

  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel>
      <title>Oldmark Courier</title>
      <item>
        <title>Dovra &amp; the bridge</title>
        <link>https://courier.example/1</link>
        <guid isPermaLink="false">courier-1</guid>
        <pubDate>Thu, 02 Sep 2021 22:30:00 GMT</pubDate>
        <description>A short word.</description>
        <content:encoded><![CDATA[<p>The Northern Army entered <b>Dovra</b>.</p><p>Nobody was hurt.</p><script>x</script>]]></content:encoded>
      </item>
      <item>
        <title>Without a day</title>
        <link>https://courier.example/2</link>
        <description>Something happened.</description>
      </item>
    </channel></rss>
    """

  @Test func `in RSS gives a report an item, dated in the theatre's time zone`() throws {
    let read = read(Self.rss)
    #expect(read.reports.count == 1)
    let report = try #require(read.reports.first)
    // 22:30 in Greenwich is 03:00 of the next day in Kabul.
    #expect(report.published.description == "2021-09-03")
    #expect(report.publishedBasis == "feed")
    #expect(report.title == "Dovra & the bridge")
    #expect(report.publisher == "Oldmark Courier")
    #expect(report.url == "https://courier.example/1")
    #expect(
      report.text
        == "Dovra & the bridge\n\nThe Northern Army entered Dovra.\n\nNobody was hurt.")
    #expect(report.file == "reports/feed.xml")
    #expect(report.firstLine == 5)
    #expect(
      self.read(Self.rss, timeZone: "America/New_York").reports[0].published.description
        == "2021-09-02")
  }

  @Test func `tells of an item without a date, and takes a given day for it`() {
    #expect(
      read(Self.rss).findings.map(\.description) == [
        """
        reports/feed.xml:13: warning: the item 'Without a day' was left out: it has no date [no-date]
            add pubDate, published or dc:date, or give the day with --published
        """
      ])
    let dated = read(Self.rss, published: Day(iso: "2021-09-05"))
    #expect(dated.reports.map(\.published.description) == ["2021-09-03", "2021-09-05"])
    #expect(dated.findings == [])
  }

  @Test func `keeps an item's name wherever it stands`() {
    let alone = read(
      """
      <rss version="2.0"><channel><title>Copy</title><item><guid>courier-1</guid>
      <title>Another title</title><pubDate>Fri, 03 Sep 2021 10:00:00 GMT</pubDate></item></channel></rss>
      """)
    #expect(alone.reports.map(\.id) == read(Self.rss).reports.map(\.id))
    #expect(alone.reports[0].id.hasPrefix("item-"))
  }

  @Test(arguments: [
    ("text", "A &lt; B in Dovra", "A < B in Dovra"),
    ("html", "&lt;p&gt;Fighting in &lt;i&gt;Dovra&lt;/i&gt;.&lt;/p&gt;", "Fighting in Dovra."),
    (
      "xhtml",
      "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Fighting in <i>Dovra</i> went on.</p><p>No end.</p></div>",
      "Fighting in Dovra went on.\n\nNo end."
    ),
  ])
  func `in Atom gives the text of any type`(type: String, content: String, text: String) {
    let read = read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Radio Selna</title>
      <entry><title>Evening</title><id>urn:x:1</id><updated>2021-09-04T10:00:00Z</updated>
      <published>2021-09-02T10:00:00Z</published>
      <link rel="self" href="https://selna.example/self"/><link href="https://selna.example/1"/>
      <summary>Short.</summary><content type="\(type)">\(content)</content></entry></feed>
      """)
    #expect(read.findings == [])
    #expect(read.reports.map(\.text) == ["Evening\n\n\(text)"])
    #expect(read.reports.map(\.published.description) == ["2021-09-02"])
    #expect(read.reports.map(\.url) == ["https://selna.example/1"])
    #expect(read.reports.map(\.publisher) == ["Radio Selna"])
  }

  @Test func `in RSS 1 has its items beside the channel`() {
    let read = read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
       xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://old.example"><title>Old Wire</title></channel>
      <item rdf:about="https://old.example/1"><title>Marvik quiet</title><description>All is quiet.</description>
      <dc:date>2021-09-02T08:00:00+04:30</dc:date></item></rdf:RDF>
      """)
    #expect(read.findings == [])
    #expect(read.reports.map(\.text) == ["Marvik quiet\n\nAll is quiet."])
    #expect(read.reports.map(\.publisher) == ["Old Wire"])
    #expect(read.reports.map(\.url) == ["https://old.example/1"])
  }

  @Test func `that is damaged is a finding with its line`() {
    let read = read("<rss><channel>\n<item></channel></rss>")
    #expect(read.reports == [])
    #expect(read.findings.map(\.code) == ["damaged-feed"])
    #expect(read.findings.map(\.line) == [2])
  }

  @Test func `with a DOCTYPE, or of another kind, is a finding`() {
    #expect(
      read("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>").findings.map(\.message)
        == ["the feed cannot be read: it declares a DOCTYPE"])
    #expect(
      read("<svg/>").findings.map(\.message)
        == ["the file's element 'svg' is not that of a feed"])
  }

  @Test func `says an item twice only once`() {
    let item = "<item><guid>1</guid><title>T</title><pubDate>2 Sep 2021</pubDate></item>"
    let read = read("<rss><channel>\(item)\(item)</channel></rss>")
    #expect(read.reports.count == 1)
    #expect(read.findings.map(\.code) == ["duplicate-item"])
  }
}
