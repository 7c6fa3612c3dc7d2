import Foundation
import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

@testable import FrontlineFormats

struct WebMapTests {
  private static let schemas = [
    LayerSchema.controlAreas, .frontLines, .places, .claims,
  ]

  private static func map(_ days: [Day], tiles: WebMap.Tiles? = nil) -> WebMap {
    var map = WebMap(
      title: "A ford & <two> mills", days: days,
      views: ["assessed", "claimed:red", "independent"].map {
        .init(id: $0, title: $0, meaning: "")
      }, parties: InventedTheatre.parties,
      box: BoundingBox(west: 9.7, south: 49.9, east: 10.4, north: 50.4))
    map.claims = InventedTheatre.claims
    map.tiles = tiles
    return map
  }

  private static let days = (0..<3).map { InventedTheatre.day.advanced(by: $0) }

  private func timeline(
    days: [Day] = Self.days, mostBytes: Int = WebMapTimeline.mostBytes
  ) -> WebMapTimeline {
    var timeline = WebMapTimeline(Self.map(days), schemas: Self.schemas, mostBytes: mostBytes)
    for day in days { timeline.add(InventedTheatre.layers(on: day), on: day) }
    return timeline
  }

  private func bytes(_ timeline: WebMapTimeline) throws -> [UInt8] {
    var timeline = timeline
    let data = timeline.data()
    return try #require(data)
  }

  private func json(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The rows of a layer, and its columns' names.
  private func table(
    _ layer: String, _ json: [String: Any]
  ) throws -> (columns: [String], rows: [[Any]]) {
    let layers = try #require(json["layers"] as? [String: [String: Any]])
    let table = try #require(layers[layer])
    let columns = try #require(table["columns"] as? [[Any]]).compactMap { $0[0] as? String }
    return (columns, try #require(table["rows"] as? [[Any]]))
  }

  @Test func `what stays the same for three days is one row from the first to the last`() throws {
    let (columns, rows) = try table("control_areas", json(bytes(timeline())))
    #expect(
      columns == [
        "shape", "from", "to", "view", "status", "party", "probability", "claims", "summary",
        "area_km2", "place_count", "parties",
      ])
    #expect(rows.map { $0[1] as? Int } == Array(repeating: 0, count: 9))
    #expect(rows.map { $0[2] as? Int } == Array(repeating: 2, count: 9))
    #expect(rows.map { $0[3] as? Int } == [0, 0, 0, 1, 1, 1, 2, 2, 2])
    // The three views draw the same three shapes.
    #expect(Set(rows.compactMap { $0[0] as? Int }).count == 3)
  }

  @Test func `shapes are whole steps from one corner to the next`() throws {
    let data = try json(bytes(timeline()))
    let row = try #require(table("control_areas", data).rows.last)
    let shapes = try #require(data["shapes"] as? [[Any]])
    let number = try #require(row[0] as? Int)
    #expect(
      shapes[number] as? [[[Int]]] == [
        [[1_020_000, 5_000_000, 10_000, 0, 0, 10_000, -10_000, 0]]
      ])
  }

  @Test func `no text can end the script that the data stands in`() throws {
    let bytes = try bytes(timeline())
    #expect(!bytes.contains(UInt8(ascii: "<")))
    let data = try json(bytes)
    #expect(data["title"] as? String == "A ford & <two> mills")
    let strings = try #require(data["strings"] as? [String])
    #expect(strings.contains("Fighting at the ford ]]> went on & on; \"40\" <dead>."))
    #expect(Set(strings).count == strings.count)
  }

  @Test func `claims that no feature names are not in the page`() throws {
    var map = Self.map(Self.days)
    var silent = InventedTheatre.claims[0]
    silent.id = "c-silent"
    map.claims.append(silent)
    var timeline = WebMapTimeline(map, schemas: Self.schemas)
    timeline.add(InventedTheatre.layers(), on: Self.days[0])
    let data = try json(bytes(timeline))
    let claims = try #require(data["claims"] as? [String: Any])
    let strings = try #require(data["strings"] as? [String])
    let rows = try #require(claims["rows"] as? [[Any]])
    #expect(rows.compactMap { ($0[2] as? Int).map { strings[$0] } } == ["c-1", "c-2"])
  }

  @Test func `a page that grows too large loses corners, then places, then views`() throws {
    #expect(timeline().loss == WebMapLoss())
    let all = try bytes(timeline())
    let ladder = [
      "where the line may run", "places in other views than the first",
      "other views than the first",
    ]
    // From room for everything down to none for anything.
    var smallest: WebMapTimeline?
    for mostBytes in stride(from: 20_000, through: 100, by: -100) {
      let timeline = timeline(mostBytes: mostBytes)
      let loss = timeline.loss
      #expect(loss.leftOut == Array(ladder.prefix(loss.leftOut.count)))
      #expect(loss.leftOut.count >= smallest?.loss.leftOut.count ?? 0)
      #expect(loss.leftOut.isEmpty || loss.metres >= 200)
      if !loss.isTooLarge { smallest = timeline }
    }
    let small = try #require(smallest)
    #expect(small.loss.leftOut == ladder)
    let (_, rows) = try table("places", json(bytes(small)))
    #expect(rows.count == 4 && rows.allSatisfy { $0[3] as? Int == 0 })
    #expect(try bytes(small).count < all.count)
  }

  @Test func `a page that is too large whatever is left out is not made`() {
    var timeline = timeline(mostBytes: 100)
    let data = timeline.data()
    #expect(data == nil)
    #expect(timeline.loss.isTooLarge)
  }

  // MARK: Shapes

  /// A wavy border between two areas, walked one way by the one and the other way by the other.
  @Test(arguments: [20.0, 60, 200])
  func `areas that share a border lose the same corners of it`(tolerance: Double) throws {
    let border = (0...400).map { step -> Position in
      let t = Double(step)
      let wave = 0.002 * sin(t / 3)
      let ripple = 0.0007 * sin(t * 1.7)
      return Position(longitude: 10 + t * 0.001, latitude: 50 + wave + ripple)
    }
    func area(_ latitude: Double, _ border: [Position]) -> Geometry {
      let far = [border[border.count - 1], border[0]].map {
        Position(longitude: $0.longitude, latitude: latitude)
      }
      return .polygons([Polygon(exterior: Ring(border + far + [border[0]]))])
    }
    var shapes = WebMapShapes(squeeze: 0.64)
    let numbers = [
      shapes.number(of: area(51, border)), shapes.number(of: area(49, border.reversed())),
    ]
    shapes.simplify(tolerance: tolerance)
    func corners(_ index: Int) throws -> Set<[Int32]> {
      let number = try #require(numbers[index])
      guard case .polygons(let polygons) = shapes.shapes[number] else { return [] }
      let steps = polygons[0][0]
      let corners = stride(from: 0, to: steps.count, by: 2).map { [steps[$0], steps[$0 + 1]] }
      return Set(corners.filter { abs($0[1] - 5_000_000) < 10_000 })
    }
    let (north, south) = (try corners(0), try corners(1))
    #expect(north == south)
    #expect(north.count > 8 && north.count < 330)
  }

  @Test func `no corner that is left out lies far from what is drawn`() throws {
    let line = (0...300).map { step -> Position in
      let t = Double(step)
      return Position(longitude: 10 + t * 0.0005, latitude: 50 + 0.01 * sin(t / 25))
    }
    var shapes = WebMapShapes(squeeze: 1)
    _ = shapes.number(of: .lines([LineString(line)]))
    shapes.simplify(tolerance: 20)
    guard case .lines(let lines) = shapes.shapes[0] else {
      Issue.record("the line is no line")
      return
    }
    let kept = stride(from: 0, to: lines[0].count, by: 2).map {
      (x: Double(lines[0][$0]), y: Double(lines[0][$0 + 1]))
    }
    #expect(kept.count < 120)
    let worst = line.map { position -> Double in
      let (x, y) = (position.longitude * 100_000, position.latitude * 100_000)
      let distances = zip(kept, kept.dropFirst()).map { a, b -> Double in
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let along = (x - a.x) * dx + (y - a.y) * dy
        let share = max(0, min(1, along / (dx * dx + dy * dy)))
        return hypot(x - a.x - share * dx, y - a.y - share * dy)
      }
      return distances.min() ?? .infinity
    }.max()
    // A few rounds, each within the tolerance.
    #expect(try #require(worst) < 60)
  }

  // MARK: The page

  private static let library = MapLibrary(
    script: "var L = \"</script>\";\n//# sourceMappingURL=leaflet.js.map\n",
    style: ".a{background:url(images/layers.png)}.b{color:red}", licence: "Free */ for all")

  private func page(_ tiles: WebMap.Tiles? = nil) -> String {
    String(
      decoding: WebMapPage.bytes(
        Self.map(Self.days, tiles: tiles), data: Array("{}".utf8), library: Self.library),
      as: UTF8.self)
  }

  @Test func `the map library is in the page with its licence, and without what it would fetch`() {
    let page = page()
    #expect(page.contains("Free * / for all"))
    #expect(page.contains("var L = \"<\\/script>\";"))
    #expect(page.contains(".a{background:none}.b{color:red}"))
    #expect(!page.contains("sourceMappingURL") && !page.contains("url(images"))
    #expect(!page.contains("%%"))
    #expect(page.contains("<title>A ford &amp; &lt;two&gt; mills</title>"))
    // The template's three scripts and no more.
    #expect(page.components(separatedBy: "</script>").count == 4)
  }

  @Test(arguments: [
    (nil, "img-src data:"),
    ("https://tile.example.org/{z}/{x}/{y}.png", "img-src data: https://tile.example.org"),
    ("https://{s}.example.org:8080/{z}/{x}/{y}.png", "img-src data: https://*.example.org:8080"),
    ("tiles/{z}/{x}/{y}.png", "img-src data: 'self' file:"),
    ("https://evil.example; script-src */{z}/{x}/{y}", "img-src data:"),
  ])
  func `the page may fetch tiles from their host and nothing else`(url: String?, allowed: String) {
    let tiles = url.map { WebMap.Tiles(url: $0, credit: "") }
    #expect(
      WebMapPage.policy(tiles)
        == "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; \(allowed)")
  }
}
