import FrontlineClaims
import FrontlineFormats
import FrontlineGeometry
import FrontlineReports
import FrontlineXML
import Testing

struct QGISProjectTests {
  private static let first = Day(number: 20_000)
  private static let map = QGISMap(
    title: "A ford & two mills", attribution: "Made of <nothing>",
    parties: [
      Party(id: "blue", name: "Blue River Front", aliases: ["BRF"], colour: "#1f78b4"),
      Party(id: "red", name: "O'Red & <Sons>", colour: "#E31A1C"),
    ], period: first...first.advanced(by: 4),
    extent: BoundingBox(west: 10, south: 50, east: 11, north: 50.5),
    tables: [
      .init(
        name: "control_areas", shape: .polygon, views: ["assessed", "claimed:red", "independent"],
        classes: ["blue red", "red"]),
      .init(
        name: "front_lines", shape: .line, views: ["assessed", "independent"], classes: ["line"]),
      .init(name: "places", shape: .point, views: ["assessed", "claimed:red"], classes: ["blue"]),
      .init(name: "claims", shape: .point, views: ["claims"], classes: ["red", "independent"]),
      .init(name: "days", shape: .polygon, views: [], classes: []),
    ], file: "ford.gpkg")

  private func root(_ map: QGISMap = map) throws -> XMLElement {
    // QGIS's own DOCTYPE, which our reader refuses as it refuses all.
    let text = QGISProject(map).written().split(separator: "\n").dropFirst().joined(separator: "\n")
    return try #require(try XMLDocument(Array(text.utf8)).root())
  }

  @Test func `each layer of the tree is a layer of the project, with a relative path`() throws {
    let root = try root()
    let leaves = root.all("layer-tree-group").first?.all("layer-tree-layer") ?? []
    let ids = root.all("maplayer").compactMap { $0.first("id")?.text }
    #expect(leaves.compactMap { $0.attributes["id"] } == ids)
    // QGIS renames layers with short ids.
    #expect(ids.allSatisfy { $0.count > 10 })
    #expect(
      root.all("maplayer").compactMap { $0.first("datasource")?.text } == [
        "./ford.gpkg|layername=claims",
        "./ford.gpkg|layername=places|subset=\"view\" = 'assessed'",
        "./ford.gpkg|layername=front_lines|subset=\"view\" = 'assessed'",
        "./ford.gpkg|layername=control_areas|subset=\"view\" = 'assessed'",
        "./ford.gpkg|layername=places|subset=\"view\" = 'claimed:red'",
        "./ford.gpkg|layername=control_areas|subset=\"view\" = 'claimed:red'",
        "./ford.gpkg|layername=front_lines|subset=\"view\" = 'independent'",
        "./ford.gpkg|layername=control_areas|subset=\"view\" = 'independent'",
        "./ford.gpkg|layername=days",
      ])
  }

  @Test func `one view is shown at a time, the assessed one first`() throws {
    let groups = try root().all("layer-tree-group").filter { $0.attributes["name"] != nil }
    #expect(
      groups.map { "\($0.attributes["name"] ?? "") \($0.attributes["checked"] ?? "")" } == [
        "What was reported Qt::Checked", "Who holds what: one answer at a time Qt::Checked",
        "Assessed Qt::Checked", "Claimed by or for O'Red & <Sons> Qt::Unchecked",
        "Independent Qt::Unchecked", "Ground Qt::Checked",
      ])
    #expect(groups[1].attributes["mutually-exclusive"] == "1")
    #expect(groups[1].attributes["mutually-exclusive-child"] == "0")
  }

  @Test func `every layer is in time, and the controller has the period in steps of a day`() throws
  {
    let root = try root()
    for layer in root.all("maplayer") {
      let time = layer.first("temporal")?.attributes ?? [:]
      #expect(time["enabled"] == "1" && time["mode"] == "2" && time["limitMode"] == "0")
      #expect(time["startField"] == "valid_from" && time["endField"] == "valid_to")
    }
    let times = try #require(root.first("ProjectTimeSettings"))
    #expect(times.attributes["timeStep"] == "1" && times.attributes["timeStepUnit"] == "d")
    #expect(times.first("start")?.text == "2024-10-04T00:00:00Z")
    #expect(times.first("end")?.text == "2024-10-09T00:00:00Z")
    #expect(root.first("NavigationMode")?.text == "1")
    // The day is written on the map.
    let title = try #require(root.first("TitleLabel"))
    #expect(title.first("Enabled")?.text == "true")
    #expect(title.first("Label")?.text == "[% format_date(@map_start_time, 'd MMMM yyyy') %]")
  }

  @Test func `only claims can be edited`() throws {
    let editable = try root().all("maplayer").filter { $0.attributes["readOnly"] == "0" }
    #expect(editable.compactMap { $0.first("layername")?.text } == ["Claims"])
    let widgets = try #require(editable.first?.first("fieldConfiguration")).children.map {
      "\($0.attributes["name"] ?? "") \($0.first("editWidget")?.attributes["type"] ?? "")"
    }
    #expect(widgets == ["report TextEdit", "edited ValueMap"])
  }

  @Test func `legends show what is there, under the parties' names`() throws {
    let root = try root()
    let layout = try #require(root.first("Layout"))
    let entries = layout.all("layer-tree-layer")
    let orders = entries.map { entry in
      entry.all("Option").first { $0.attributes["name"] == "legend/node-order" }?
        .attributes["value"]
    }
    // Claims of red and of independents; places of blue; the line; what red holds, and what both fight over.
    #expect(orders == ["1,2", "0", "0", "1,2"])
    let labels = root.all("category").compactMap { $0.attributes["label"] }
    #expect(labels.contains("Held by Blue River Front (BRF)"))
    #expect(labels.contains("Contested: BRF, O'Red & <Sons>"))
  }

  @Test
  func `the layout has title, day, map in time, legend, scale bar, attribution and a page a day`()
    throws
  {
    let layout = try #require(try root().first("Layout"))
    let items = layout.all("LayoutItem").compactMap { $0.attributes["id"] }
    #expect(
      items == ["page", "title", "day", "map", "scale", "legend", "attribution"])
    let map = try #require(layout.all("LayoutItem").first { $0.attributes["id"] == "map" })
    #expect(map.attributes["isTemporal"] == "1")
    #expect(map.attributes["temporalRangeBegin"] == "2024-10-08T00:00:00Z")
    #expect(layout.first("Atlas")?.attributes["coverageLayer"] == "frontline_days")
  }

  @Test func `text in expressions and filters is quoted`() throws {
    var map = Self.map
    map.tables = [
      .init(name: "places", shape: .point, views: ["claimed:o'red"], classes: [])
    ]
    let root = try root(map)
    #expect(
      root.all("maplayer").compactMap { $0.first("datasource")?.text } == [
        "./ford.gpkg|layername=places|subset=\"view\" = 'claimed:o''red'"
      ])
  }

  @Test func `a style is a file of QGIS's own kind`() throws {
    let table = try #require(Self.map.tables.first { $0.name == "front_lines" })
    let text = QGISProject(Self.map).style(of: table)
    #expect(text.hasPrefix("<!DOCTYPE qgis "))
    let body = text.split(separator: "\n").dropFirst().joined(separator: "\n")
    let root = try #require(try XMLDocument(Array(body.utf8)).root())
    #expect(root.first("layerGeometryType")?.text == "1")
    // The arcs of both sides, each in the colour of the side it is of; once for each of two views.
    let markers = root.all("layer").filter { $0.attributes["class"] == "SimpleMarker" }
    #expect(markers.count == 4)
    let colours = markers.prefix(2).map { marker in
      marker.all("Option").first { $0.attributes["name"] == "expression" }?.attributes["value"]
    }
    #expect(
      colours == [
        "coalesce(map_get(map('blue', '#1f78b4', 'red', '#e31a1c'), \"left_party\"), '#1f78b4')",
        "coalesce(map_get(map('blue', '#1f78b4', 'red', '#e31a1c'), if(\"left_party\" = \"party_a\", \"party_b\", \"party_a\")), '#e31a1c')",
      ])
  }

  @Test func `a table by itself shows one view of many, and asks no other layer`() throws {
    let places = try #require(Self.map.tables.first { $0.name == "places" })
    let text = QGISProject(Self.map).style(of: places)
    let body = text.split(separator: "\n").dropFirst().joined(separator: "\n")
    let root = try #require(try XMLDocument(Array(body.utf8)).root())
    let rules = try #require(root.first("renderer-v2")?.first("rules")).children
    #expect(
      rules.map { [$0.attributes["label"], $0.attributes["filter"], $0.attributes["checkstate"]] }
        == [
          ["Assessed", "\"view\" = 'assessed'", "1"],
          ["Claimed by or for O'Red & <Sons>", "\"view\" = 'claimed:red'", "0"],
        ])
    // QGIS takes each symbol out of the list: none may be named twice.
    let symbols = rules.flatMap(\.children).compactMap { $0.attributes["symbol"] }
    #expect(symbols == symbols.indices.map(String.init))
    #expect(
      rules[0].children.last?.attributes["filter"] == "ELSE"
        && rules[0].children.first?.attributes["filter"]
          == "(CASE WHEN \"status\" = 'held' THEN \"party\" ELSE \"status\" END) = 'blue'"
    )
    #expect(
      root.first("mapTip")?.text
        == "<div style=\"width:380px\"><b>[% \"name\" %]</b><p>[% \"summary\" %]</p></div>")
  }
}

extension XMLElement {
  /// Elements of a name below this one, in the document's order.
  fileprivate func all(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  fileprivate func first(_ name: String) -> XMLElement? { all(name).first }
}
