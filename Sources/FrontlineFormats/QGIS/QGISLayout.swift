import FrontlineClaims
import FrontlineGeometry
public import FrontlineReports

/// A print layout on A4: title, the day, the map, a legend, a scale bar, who is to be named. As an atlas it has a page a
/// day; without one, it shows the last day.
struct QGISLayout {
  let map: QGISMap
  /// The uppermost first.
  let layers: [QGISProject.Entry]
  let styles: QGISStyles

  /// The kinds of items, by QGIS's numbers.
  private enum Kind: String {
    case page = "65638"
    case map = "65639"
    case label = "65641"
    case legend = "65642"
    case scaleBar = "65646"
  }

  /// In mm.
  private struct Box {
    var x, y, width, height: Int
  }

  private static let frame = Box(x: 8, y: 24, width: 206, height: 166)

  func node() -> XMLNode {
    XMLNode(
      "Layout", ["name": "Map of a day", "units": "mm", "printResolution": "200"],
      [
        XMLNode("Snapper", ["snapToGrid": "0", "snapToGuides": "1", "snapToItems": "1"]),
        XMLNode("Grid", ["resolution": "10", "resUnits": "mm"]), pages,
        label(
          "title", map.title, Box(x: 8, y: 7, width: 206, height: 9), size: 18, isBold: true, z: 5),
        label(
          "day", day, Box(x: 8, y: 15, width: 206, height: 8), size: 13, z: 6),
        mapItem, scaleBar, legend,
        label(
          "attribution", map.attribution, Box(x: 8, y: 192, width: 281, height: 12), size: 7, z: 7),
        atlas,
      ])
  }

  /// The day of the page, else the last one.
  private var day: String {
    "[% coalesce(attribute(@atlas_feature, 'name'), \(QGISStyles.quoted(DayWords.text(map.period.upperBound)))) %]"
      + (answer.map { " – " + $0 } ?? "")
  }

  private var answer: String? {
    guard let view = layers.compactMap(\.view).first else { return nil }
    return KMLView.views([view], map.parties).first?.title
  }

  // MARK: Items

  private func item(
    _ kind: Kind, _ id: String, _ box: Box, z: Int, background: Bool = false, frame: Bool = false,
    more: [(String, String)] = [], dynamic: [(String, String)] = [], _ children: [XMLNode] = []
  ) -> XMLNode {
    let uuid = "{frontline-\(id)}"
    let place = "\(box.x),\(box.y),mm"
    let pairs = [
      ("type", kind.rawValue), ("id", id), ("uuid", uuid), ("templateUuid", uuid),
      ("position", place), ("positionOnPage", place), ("size", "\(box.width),\(box.height),mm"),
      ("visibility", "1"), ("opacity", "1"), ("zValue", String(z)), ("referencePoint", "0"),
      ("itemRotation", "0"), ("frame", frame ? "true" : "false"),
      ("background", background ? "true" : "false"), ("frameJoinStyle", "miter"),
      ("outlineWidthM", "0.2,mm"), ("blendMode", "0"), ("excludeFromExports", "0"),
      ("positionLock", "false"),
    ]
    return XMLNode(
      "LayoutItem", pairs: pairs + more,
      [
        Self.colour("FrameColor", 60), Self.colour("BackgroundColor", 255),
        XMLNode(
          "LayoutObject", [:],
          dynamic.isEmpty ? [] : [QGISSymbols.properties("dataDefinedProperties", dynamic)]),
      ] + children)
  }

  private static func colour(_ name: String, _ grey: Int) -> XMLNode {
    XMLNode(
      name, ["red": "\(grey)", "green": "\(grey)", "blue": "\(grey)", "alpha": "255"])
  }

  private var pages: XMLNode {
    let paper = QGISSymbols.fill("", [QGISSymbols.simpleFill("255,255,255,255")])
    return XMLNode(
      "PageCollection", [:],
      [
        paper,
        item(
          .page, "page", Box(x: 0, y: 0, width: 297, height: 210), z: 0, background: true, [paper]),
        XMLNode("GuideCollection", ["visible": "1"]),
      ])
  }

  private func label(
    _ id: String, _ text: String, _ box: Box, size: Int, isBold: Bool = false, z: Int
  ) -> XMLNode {
    item(
      .label, id, box, z: z,
      more: [
        ("labelText", text), ("halign", "1"), ("valign", id == "attribution" ? "32" : "128"),
        ("htmlState", "0"), ("marginX", "0"), ("marginY", "0"),
      ],
      [
        XMLNode(
          "LabelFont", ["description": Self.font(size, isBold: isBold), "style": ""]),
        Self.colour("FontColor", 32),
      ])
  }

  /// As Qt writes a font.
  private static func font(_ size: Int, isBold: Bool = false) -> String {
    "Sans Serif,\(size),-1,5,\(isBold ? 75 : 50),0,0,0,0,0"
  }

  private var plane: QGISReference.Plane {
    let frame = Self.frame
    return QGISReference.Plane(map.extent)
      .filling(aspect: Double(frame.width) / Double(frame.height))
  }

  private var mapItem: XMLNode {
    let last = map.period.upperBound
    return item(
      .map, "map", Self.frame, z: 1, background: true, frame: true,
      more: [
        ("isTemporal", "1"), ("temporalRangeBegin", "\(last)T00:00:00Z"),
        ("temporalRangeEnd", "\(last.advanced(by: 1))T00:00:00Z"), ("keepLayerSet", "true"),
        ("followPreset", "false"), ("mapRotation", "0"), ("mapFlags", "0"),
        ("labelMargin", "1,mm"), ("drawCanvasItems", "true"),
      ],
      dynamic: [
        ("dataDefinedStartDateTime", "attribute(@atlas_feature, 'valid_from')"),
        ("dataDefinedEndDateTime", "attribute(@atlas_feature, 'valid_to')"),
      ],
      [
        plane.node("Extent"),
        XMLNode(
          "LayerSet", [:],
          layers.map { layer in
            XMLNode(
              "Layer", ["name": layer.name, "provider": "ogr", "source": ""], text: layer.id)
          }), XMLNode("AtlasMap", ["atlasDriven": "0", "margin": "0.1", "scalingMode": "2"]),
      ])
  }

  private var scaleBar: XMLNode {
    let kilometres = segment
    return item(
      .scaleBar, "scale", Box(x: 218, y: 179, width: 66, height: 11), z: 4, background: true,
      more: [
        ("mapUuid", "{frontline-map}"), ("unitType", "km"), ("unitLabel", "km"),
        ("numMapUnitsPerScaleBarUnit", "1"), ("numUnitsPerSegment", String(kilometres)),
        ("numSegments", "2"), ("numSegmentsLeft", "0"), ("segmentSizeMode", "0"),
        ("height", "2"), ("style", "Single Box"), ("outlineWidth", "0.2"),
        ("boxContentSpace", "1"), ("labelBarSpace", "1"), ("labelVerticalPlacement", "0"),
        ("labelHorizontalPlacement", "0"), ("alignment", "0"), ("numSubdivisions", "1"),
        ("subdivisionsHeight", "1.5"), ("segmentMillimeters", "0"), ("minBarWidth", "20"),
        ("maxBarWidth", "60"),
      ],
      [
        XMLNode(
          "text-style",
          [
            "fontFamily": "Sans Serif", "fontSize": "8", "fontSizeUnit": "Point",
            "textColor": "32,32,32,255", "textOpacity": "1", "fontWeight": "50",
          ])
      ])
  }

  /// 1, 2 or 5 times a power of ten: about an eighth of the map's width, in km.
  private var segment: Int {
    let plane = plane
    let middle = map.extent.centre
    let width = greatCircleDistance(
      from: Position(longitude: map.extent.west, latitude: middle.latitude),
      to: Position(longitude: map.extent.east, latitude: middle.latitude))
    let extent = QGISReference.Plane(map.extent)
    let share = (plane.maxX - plane.minX) / max(1, extent.maxX - extent.minX)
    let wanted = width / 1000 * share / 8
    var power = 1
    while Double(power) * 10 <= wanted { power *= 10 }
    return [5, 2, 1].map { $0 * power }.first { Double($0) <= wanted } ?? 1
  }

  // MARK: Legend

  private var legend: XMLNode {
    item(
      .legend, "legend", Box(x: 218, y: 24, width: 72, height: 166), z: 3, background: true,
      more: [
        ("map_uuid", "{frontline-map}"), ("title", ""), ("symbolWidth", "8"),
        ("symbolHeight", "4"), ("columnCount", "1"), ("boxSpace", "0"), ("columnSpace", "2"),
        ("lineSpacing", "1"), ("wrapChar", "|"), ("resizeToContents", "1"),
        ("legendFilterByAtlas", "0"), ("splitLayer", "0"), ("equalColumnWidth", "0"),
        ("symbolAlignment", "1"), ("titleAlignment", "1"), ("fontColor", "#202020"),
        ("wmsLegendWidth", "50"), ("wmsLegendHeight", "25"), ("rasterBorder", "0"),
      ],
      [
        XMLNode(
          "styles", [:],
          [
            style("title", size: 11, isBold: true, margin: "2"),
            style("group", size: 9, isBold: true, margin: "2"),
            style("subgroup", size: 8, isBold: true, margin: "3"),
            style("symbol", size: 8, margin: "1"), style("symbolLabel", size: 8, margin: "1.5"),
          ]), XMLNode("layer-tree-group", [:], layers.map(entry)),
      ])
  }

  private func style(
    _ name: String, size: Int, isBold: Bool = false, margin: String
  ) -> XMLNode {
    XMLNode(
      "style",
      [
        "name": name, "alignment": "1", "indent": "0", "marginTop": margin, "marginLeft": "1.5",
      ], [XMLNode("styleFont", ["description": Self.font(size, isBold: isBold), "style": ""])])
  }

  private func entry(_ layer: QGISProject.Entry) -> XMLNode {
    let style = styles.style(layer.table)
    return XMLNode(
      "layer-tree-layer",
      [
        "id": layer.id, "name": layer.name, "checked": "Qt::Checked", "expanded": "1",
        "providerKey": "ogr", "source": "", "legend_exp": "", "patch_size": "-1,-1",
      ], [Self.legendOrder(style.entries, title: style.title)])
  }

  /// Which classes a legend shows: not the one for what fits none.
  static func legendOrder(_ entries: [Int], title: String?) -> XMLNode {
    var options = [
      QGISSymbols.option(
        "legend/node-order", entries.map(String.init).joined(separator: ","))
    ]
    if let title { options.append(QGISSymbols.option("legend/title-label", title)) }
    return XMLNode(
      "customproperties", [:], [XMLNode("Option", ["type": "Map"], options)])
  }

  private var atlas: XMLNode {
    XMLNode(
      "Atlas",
      [
        "enabled": map.table(QGISTable.days) == nil ? "0" : "1",
        "coverageLayer": QGISProject.id(QGISTable.days),
        "coverageLayerName": "Days, for the print layout", "coverageLayerProvider": "ogr",
        "coverageLayerSource": "", "hideCoverage": "1", "sortFeatures": "1",
        "sortAscending": "1", "sortKey": "\"valid_from\"", "filterFeatures": "0",
        "pageNameExpression": "\"id\"", "filenamePattern": "'map-' || \"id\"",
      ])
  }
}

/// Days for people.
public enum DayWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Such as `2 September 2021`.
  public static func text(_ day: Day) -> String {
    let parts = day.description.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return day.description }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }
}
