import Foundation
import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

@testable import FrontlineFormats

@Suite struct KMLWriterTests {
  private func text(_ document: KMLDocument) -> String {
    String(decoding: KMLWriter.bytes(document), as: UTF8.self)
  }

  /// The document of one feature in one view.
  private func text(
    _ geometry: Geometry, view: String = "assessed", summary: String = "", name: String = "layer",
    time: KMLDocument.Time = .none
  ) -> String {
    let columns = [
      PropertyColumn("view", .text, meaning: ""), PropertyColumn("summary", .text, meaning: ""),
    ]
    let feature = Feature(id: "f", geometry: geometry, values: [.text(view), .text(summary)])
    let layer = Layer(name: name, columns: columns, features: [feature])
    return text(KMLDocument(title: "t", layers: [layer], parties: [], time: time))
  }

  private func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try Regex(pattern, as: (Substring, Substring).self)
    return text.matches(of: expression.dotMatchesNewlines()).map { String($0.output.1) }
  }

  @Test func `a day is written as recorded`() throws {
    try golden(KMLWriter.bytes(InventedTheatre.document()), "day.kml")
  }

  @Test func `a timeline is written as recorded`() throws {
    try golden(KMLWriter.bytes(timeline()), "timeline.kml")
  }

  @Test func `a day has no time elements and a timeline has a span on every Placemark`() throws {
    let day = text(InventedTheatre.document())
    for element in ["<TimeSpan>", "<TimeStamp>", "<begin>", "<when>"] {
      #expect(!day.contains(element))
    }
    let placemarks = try matches("<Placemark (.*?)</Placemark>", in: text(timeline()))
    #expect(placemarks.count > 10)
    for placemark in placemarks {
      let begin = try #require(try matches("<TimeSpan><begin>(.*?)</begin>", in: placemark).first)
      let end = try #require(try matches("<end>(.*?)</end></TimeSpan>", in: placemark).first)
      #expect(begin < end && begin.hasSuffix("T00:00:00Z") && end.hasSuffix("T23:59:59Z"))
    }
  }

  @Test func `every id is an NCName and used once, and every style exists`() throws {
    let document = text(timeline())
    let ids = try matches(" id=\"([^\"]*)\"", in: document)
    #expect(ids.count > 20)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[A-Za-z][A-Za-z0-9._-]*/) != nil) }
    for url in try matches("<styleUrl>#([^<]*)</styleUrl>", in: document) {
      #expect(ids.contains(url))
    }
  }

  @Test func `features and layers of the same name still get different ids`() throws {
    let point = Geometry.point(Position(longitude: 0, latitude: 0))
    let feature = Feature(id: "b.c", geometry: point, values: [])
    let other = Feature(id: "c", geometry: point, values: [])
    let layers = [
      Layer(name: "a", columns: [], features: [feature, feature]),
      Layer(name: "a.b", columns: [], features: [other]),
    ]
    let text = text(KMLDocument(title: "t", layers: layers, parties: [], time: .none))
    #expect(
      try matches("<Placemark id=\"([^\"]*)\"", in: text) == ["a.b.c", "a.b.c-2", "a.b.c-3"])
  }

  @Test func `only the assessed view is switched on`() throws {
    let document = text(InventedTheatre.document())
    let folders = document.components(separatedBy: "</Folder>\n</Folder>\n").dropLast()
    #expect(folders.count == 4)
    #expect(!folders[0].contains("<visibility>"))
    for folder in folders.dropFirst() {
      let things = folder.components(separatedBy: "<Placemark ").count - 1
      let layers = folder.components(separatedBy: "<Folder>").count - 1
      let hidden = folder.components(separatedBy: "<visibility>0</visibility>").count - 1
      #expect(hidden == things + layers)
    }
  }

  @Test func `no two Folders have the same name`() throws {
    let names = try matches("<Folder>\n<name>([^<]*)</name>", in: text(timeline()))
    #expect(names.count == 14)
    #expect(Set(names).count == names.count)
  }

  @Test func `without an assessed view the first one is switched on`() {
    let point = Geometry.point(Position(longitude: 0, latitude: 0))
    #expect(!text(point, view: "independent").contains("<visibility>"))
  }

  @Test func `text cannot break out of its section`() throws {
    let hostile = "a ]]> b ]]]]>> & <c> \"d\" \u{0}\u{B}\u{FFFE}e"
    let text = text(.point(Position(longitude: 0, latitude: 0)), summary: hostile)
    #expect(
      text.contains(
        "<description><![CDATA[<p>a ]]&gt; b ]]]]&gt;&gt; &amp; &lt;c&gt; &quot;d&quot; e</p>]]>"))
    #expect(
      text.contains(
        "<value>a ]]&gt; b ]]]]&gt;&gt; &amp; &lt;c&gt; &quot;d&quot; e</value>"))
    #expect(XMLText.cdata("a]]>b]]]>") == "<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>]]>")
    let sections = XMLText.cdata(hostile).components(separatedBy: "]]>").dropLast()
    #expect(sections.allSatisfy { $0.hasPrefix("<![CDATA[") })
    #expect(XMLText.escaped("a\rb\tc\nd") == "a&#13;b\tc\nd")
  }

  @Test func `rings end as they begin, to the letter`() throws {
    for ring in try matches(
      "<LinearRing><coordinates>(.*?)</coordinates></LinearRing>", in: text(timeline()))
    {
      let corners = ring.split(separator: " ")
      #expect(corners.count >= 4 && corners.first == corners.last)
    }
    let open = Ring([
      Position(longitude: 0.1 + 0.2, latitude: 0), Position(longitude: 1, latitude: 0),
      Position(longitude: 1, latitude: 1), Position(longitude: 0.3, latitude: -0.000_000_01),
    ])
    #expect(
      text(.polygons([Polygon(exterior: open)])).contains(
        "<coordinates>0.3,0 1,0 1,1 0.3,0</coordinates>"))
  }

  @Test func `one part stands alone and several make a MultiGeometry`() {
    let line = LineString([
      Position(longitude: 0, latitude: 0), Position(longitude: 1, latitude: 1),
    ])
    let element =
      "<LineString><tessellate>1</tessellate><coordinates>0,0 1,1</coordinates></LineString>\n"
    #expect(text(.lines([line])).contains("</ExtendedData>\n\(element)</Placemark>"))
    #expect(
      text(.lines([line, line])).contains(
        "</ExtendedData>\n<MultiGeometry>\n\(element)\(element)</MultiGeometry>\n</Placemark>"))
  }

  @Test func `a shape that cannot be written leaves a Placemark without one`() {
    #expect(text(.lines([])).contains("</ExtendedData>\n</Placemark>"))
    #expect(
      text(.point(Position(longitude: .nan, latitude: 0))).contains(
        "</ExtendedData>\n</Placemark>"))
  }

  @Test func `each layer, status and party has its colours`() {
    let text = text(InventedTheatre.document())
    for (id, line, fill) in [
      ("control_areas-held-blue", "ffb4781f", "66b4781f"),
      ("control_areas-held-red", "ff1c1ae3", "661c1ae3"),
      ("control_areas-contested", "ff00b0ff", "6600b0ff"),
    ] {
      let style = """
        <Style id="style-\(id)-normal">
        <LineStyle><color>\(line)</color><width>1.5</width></LineStyle>
        <PolyStyle><color>\(fill)</color></PolyStyle>
        </Style>
        """
      #expect(text.contains(style))
    }
    let edge = """
      <Style id="style-front_lines-contested-normal">
      <LineStyle><color>ff00b0ff</color><width>3</width></LineStyle>
      </Style>
      """
    #expect(text.contains(edge))
  }

  @Test func `names that readers keep for themselves are not used for data`() throws {
    let reserved: Set = ["id", "name", "description", "begin", "end", "timestamp", "icon"]
    for name in reserved {
      #expect(!reserved.contains(KMLWriter.dataName(name)))
      #expect(!reserved.contains(KMLWriter.dataName(name.uppercased()).lowercased()))
    }
    #expect(KMLWriter.dataName("name") == "place_name")
    #expect(KMLWriter.dataName("party") == "party")
    let names = Set(try matches("<Data name=\"([^\"]*)\"", in: text(timeline())))
    #expect(names.contains("place_name"))
    #expect(names.isDisjoint(with: reserved))
  }

  @Test func `the namespace has no prefix and there are no extensions`() throws {
    let text = text(timeline())
    #expect(
      text.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">
        <Document>
        """))
    #expect(!text.contains("<kml:") && !text.contains("gx:"))
  }

  @Test func `views come in a fixed order whatever their names`() {
    let names: Set<String?> = ["claims", "independent", "claimed:red", "assessed"]
    #expect(
      KMLView.views(names, InventedTheatre.parties).map(\.title)
        == ["Assessed", "Claimed by or for Reds", "Independent", "Reported claims"])
  }

  private func timeline() -> KMLDocument {
    let days = (0..<3).map { InventedTheatre.day.advanced(by: $0) }
    var document = InventedTheatre.document(time: .spans)
    document.layers = document.layers.indices.map { index in
      Timeline.merge(days.map { ($0, InventedTheatre.layers(on: $0)[index]) })
    }
    return document
  }
}
