import Foundation
import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

@testable import FrontlineFormats

/// The document of a KMZ: what Google Earth shows beyond the strict KML.
@Suite struct KMZDocumentTests {
  private func text(
    days: Int = 3, claims: [Claim] = InventedTheatre.claims,
    url: String = "https://example.org/?a=1&b=2"
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "frontline-kmz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = Report(
      id: "report-c-1", title: "Tuesday at the \"ford\"", publisher: "The Miller",
      published: InventedTheatre.day, publishedBasis: "", url: url,
      text: "")
    let timeline = KMLTimeline(
      title: "A ford", author: "The mapmakers", parties: InventedTheatre.parties,
      schemas: [
        LayerSchema.controlAreas, LayerSchema.frontLines, LayerSchema.places, LayerSchema.claims,
      ], folder: folder.path,
      balloons: KMLBalloons(
        claims: claims, reports: [report], parties: InventedTheatre.parties),
      overlay: "files/legend.png")
    for day in 0..<days {
      let day = InventedTheatre.day.advanced(by: day)
      try timeline.add(InventedTheatre.layers(on: day), on: day)
    }
    var bytes: [UInt8] = []
    try timeline.finish { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try Regex(pattern, as: (Substring, Substring).self)
    return text.matches(of: expression.dotMatchesNewlines()).map { String($0.output.1) }
  }

  @Test func `it opens on the first day`() throws {
    let first = InventedTheatre.day
    #expect(
      try text().contains(
        "<LookAt><gx:TimeSpan><begin>\(first)T00:00:00Z</begin><end>\(first)T23:59:59Z</end></gx:TimeSpan><longitude>"
      ))
    #expect(try text().contains(" xmlns:gx=\"http://www.google.com/kml/ext/2.2\""))
  }

  @Test func `one view is chosen of those that answer the same question`() throws {
    let choice = try #require(
      try matches(
        "<listItemType>radioFolder</listItemType>(.*)</Folder>\n<Folder>\n<name>Reported claims",
        in: text()
      ).first)
    let names = try matches("<Folder>\n<name>([^<(]*)</name>", in: choice)
    #expect(names == ["Assessed", "Claimed by or for Reds", "Independent"])
  }

  @Test func `a balloon quotes the newest claims, each a link to the claim's own balloon`() throws {
    let text = try text()
    let area = try #require(
      try matches("<Placemark id=\"control_areas\\.([^ ]*held-blue.*?)</Placemark>", in: text).first
    )
    #expect(area.contains("</a><br><i>“Blue holds Upper Mill.”</i> ("))
    let links = Set(try matches("<a href=\"#([^;]*);balloonFlyto\">", in: text))
    #expect(links == ["claims.c-1", "claims.c-2"])
    let ids = try matches("<Placemark id=\"([^\"]*)\"", in: text)
    #expect(links.isSubset(of: ids) && Set(ids).count == ids.count)
  }

  @Test func `a claim's balloon quotes it and names its source`() throws {
    let claim = try #require(
      try matches("<Placemark id=\"claims.c-1\">(.*?)</Placemark>", in: text()).first)
    #expect(
      claim.contains(
        """
        <blockquote>Fighting at the ford ]]&gt; went on &amp; on; &quot;40&quot; &lt;dead&gt;.</blockquote>\
        <p>Source: <a href="https://example.org/?a=1&amp;b=2">Tuesday at the &quot;ford&quot;</a>, \
        The Miller, \(InventedTheatre.day)</p>
        """))
  }

  @Test func `only an address of a page is a link`() throws {
    let text = try text(url: "javascript:alert(1)")
    #expect(!text.contains("javascript:") && text.contains("Tuesday at the &quot;ford&quot;"))
  }

  @Test func `a balloon tells the days, the status and the probability`() throws {
    let last = InventedTheatre.day.advanced(by: 2)
    let area = try #require(
      try matches(
        "<Placemark id=\"control_areas\\.([^ ]*assessed-held-blue.*?)</Placemark>", in: text()
      )
      .first)
    #expect(
      area.contains(
        """
        <th align="left">When</th><td>\(InventedTheatre.day) to \(last)</td></tr>\
        <tr><th align="left">Status</th><td>held by Blue River Front</td></tr>\
        <tr><th align="left">Probability</th><td>82 %</td></tr></table>\
        <p>Claims</p><ul><li><a href="#claims.c-2;balloonFlyto">\
        The Reds on \(InventedTheatre.day.advanced(by: 1)): control at Upper Mill by the Blue River Front (claimed).</a>\
        <br><i>“Blue holds Upper Mill.”</i> (report-c-2)</li></ul>
        """))
  }

  @Test func `claims of other days have a balloon in a folder of their own`() throws {
    // The layers are of days long after: the claims are weighed still, and not drawn.
    var claims = InventedTheatre.claims
    claims[1].id = "c-9"
    let shown = try text(claims: claims)
    #expect(!shown.contains("Claims of other days"))
    claims = InventedTheatre.claims
    let folder = try #require(
      try matches("<name>Claims of other days</name>(.*)</Folder>", in: later(claims)).first)
    #expect(folder.contains("<Placemark id=\"claims.c-2\">"))
    #expect(folder.contains("<blockquote>Blue holds Upper Mill.</blockquote>"))
    #expect(folder.contains("<Point><coordinates>10.05,50.05</coordinates></Point>"))
  }

  /// Days that no claim is about any more.
  private func later(_ claims: [Claim]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "frontline-kmz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let timeline = KMLTimeline(
      title: "A ford", author: nil, parties: InventedTheatre.parties,
      schemas: [
        LayerSchema.controlAreas, LayerSchema.frontLines, LayerSchema.places, LayerSchema.claims,
      ], folder: folder.path,
      balloons: KMLBalloons(
        claims: claims, reports: [], parties: InventedTheatre.parties))
    let day = InventedTheatre.day.advanced(by: 100)
    try timeline.add(InventedTheatre.layers(on: day), on: day)
    var bytes: [UInt8] = []
    try timeline.finish { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `every style has the balloon and the legend stays on the screen`() throws {
    let text = try text()
    let styles = try matches("<Style id=\"[^\"]*\">(.*?)</Style>", in: text)
    #expect(styles.count > 10)
    #expect(styles.allSatisfy { $0.hasSuffix("</BalloonStyle>\n") })
    #expect(text.contains("<Icon><href>files/legend.png</href></Icon>\n<overlayXY "))
  }

  @Test(arguments: [
    ("Échelon Nord", [], "Échelon Nord"),
    ("Збройні сили", ["ЗСУ", "Armed Forces"], "Armed Forces"),
    ("جبهه", [], "nrf"),
  ])
  func `the legend names a party in letters it has`(
    name: String, aliases: [String], shown: String
  ) {
    let party = Party(id: "nrf", name: name, aliases: aliases, colour: "#000000")
    #expect(KMLLegendPicture.name(party) == shown)
  }

  @Test func `the legend is a PNG with a line for each party`() {
    let png = KMLLegendPicture.bytes(InventedTheatre.parties)
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    // "Held by Blue River Front" has 24 letters of 12 pixels; 5 lines of 24.
    #expect(Array(png[16..<24]) == [0, 0, 1, 78, 0, 0, 0, 128])
    // The checksum of an empty IEND is known.
    #expect(Array(png.suffix(8)) == [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    #expect(png == KMLLegendPicture.bytes(InventedTheatre.parties))
  }

  @Test func `the link fetches the KMZ anew`() {
    let text = String(
      decoding: KMLNetworkLink.bytes(
        title: "A & b", file: "a.kmz?x=1&y=2", place: Position(longitude: 10.5, latitude: -2)),
      as: UTF8.self)
    #expect(text.contains("<name>A &amp; b</name>"))
    #expect(text.contains("<Point><coordinates>10.5,-2</coordinates></Point>"))
    #expect(text.contains("<href>a.kmz?x=1&amp;y=2</href>\n<refreshMode>onInterval</refreshMode>"))
  }
}
