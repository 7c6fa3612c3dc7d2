import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

/// Writes a QGIS project over a GeoPackage of ours, for QGIS 3.22 and newer.
///
/// A group a view, one of which is on; all layers in time, the controller set to the period, a day a step; a print
/// layout with a page a day. Paths are relative, so the two files may go anywhere together.
public struct QGISProject: Sendable {
  private let map: QGISMap
  private let styles: QGISStyles

  public init(_ map: QGISMap) {
    self.map = map
    styles = QGISStyles(map: map)
  }

  static let version = "3.22.0"
  static let docType = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"

  /// The style of a table by itself, for `layer_styles` or a `.qml` beside a file: it asks no other layer, and draws the
  /// first of several views until another is ticked.
  public func style(of table: QGISMap.Table) -> String {
    var alone = map
    alone.tables.removeAll { $0.name == LayerSchema.claims.name }
    return QGISStyles(map: alone).style(table)
      .qml(table, views: KMLView.views(Set(table.views), map.parties))
  }

  /// The `.qgs`.
  public func written() -> String {
    let groups = groups
    return Self.docType
      + XMLNode(
        "qgis", ["version": Self.version, "projectname": map.title],
        [
          XMLNode("homePath", ["path": ""]), XMLNode("title", text: map.title),
          XMLNode("projectCrs", [:], [QGISReference.mercator]), tree(groups), canvas,
          XMLNode("projectlayers", [:], groups.flatMap(\.all).map(mapLayer)), properties,
          metadata,
          XMLNode(
            "Layouts", [:], [QGISLayout(map: map, layers: printed(groups), styles: styles).node()]),
          relations, view, times,
        ]
      ).written()
  }

  // MARK: Layers

  /// A table, or what one view says in it.
  struct Entry {
    var id: String
    var name: String
    var table: QGISMap.Table
    var view: String?
    var isOn = true

    var source: String { "|layername=" + table.name }
  }

  private struct Group {
    var name: String
    var isOn = true
    /// One of the groups below, or the layers here.
    var groups: [Group] = []
    var entries: [Entry] = []
    var isOneOfMany = false

    var all: [Entry] { groups.flatMap(\.all) + entries }
  }

  /// From the top of the drawing to its bottom.
  private static let drawn = [
    "places", "front_symbols", "front_lines", "uncertainty", "control_areas",
  ]

  private static let words = [
    "places": "Places", "front_symbols": "Fights", "front_lines": "Front lines",
    "uncertainty": "Uncertainty", "control_areas": "Areas of control", "claims": "Claims",
    "disagreements": "Disagreements", QGISTable.gazetteer: "Other places",
    QGISTable.reports: "Reports", QGISTable.days: "Days, for the print layout",
  ]

  private var groups: [Group] {
    var views: Set<String?> = []
    for name in Self.drawn { views.formUnion(map.table(name)?.views ?? []) }
    let answers = KMLView.views(views, map.parties).map { view in
      Group(
        name: view.title, isOn: view.isVisible,
        entries: Self.drawn.compactMap { name in
          guard let table = map.table(name), let view = view.name, table.views.contains(view)
          else { return nil }
          return Entry(
            id: Self.id(view + "_" + name), name: Self.words[name] ?? name, table: table,
            view: view)
        })
    }
    return [
      Group(
        name: "What was reported",
        entries: [
          entry("disagreements"), entry("claims"), entry(QGISTable.reports, isOn: false),
        ].compactMap { $0 }),
      Group(name: "Who holds what: one answer at a time", groups: answers, isOneOfMany: true),
      Group(
        name: "Ground",
        entries: [entry(QGISTable.gazetteer), entry(QGISTable.days, isOn: false)]
          .compactMap { $0 }),
    ].filter { !$0.all.isEmpty }
  }

  private func entry(_ name: String, isOn: Bool = true) -> Entry? {
    map.table(name).map {
      Entry(
        id: Self.id(name), name: Self.words[name] ?? name, table: $0, view: nil, isOn: isOn)
    }
  }

  /// Letters, digits and `_`; long, since QGIS gives another id to a layer whose own is shorter than 11 characters.
  static func id(_ text: String) -> String {
    "frontline_" + String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Those of the view that is on, with the claims, the uppermost first.
  private func printed(_ groups: [Group]) -> [Entry] {
    groups.flatMap { group in
      group.isOneOfMany
        ? group.groups.first { $0.isOn }?.entries ?? [] : group.entries.filter(\.isOn)
    }
  }

  private func source(_ entry: Entry, filtered: Bool) -> String {
    let filter = entry.view.map { "|subset=\"view\" = \(QGISStyles.quoted($0))" } ?? ""
    return "./" + map.file + entry.source + (filtered ? filter : "")
  }

  private func mapLayer(_ entry: Entry) -> XMLNode {
    let style = styles.style(entry.table)
    return XMLNode(
      "maplayer",
      [
        "type": "vector", "geometry": entry.table.shape.rawValue,
        "labelsEnabled": style.labels == nil ? "0" : "1",
        "styleCategories": "AllStyleCategories", "hasScaleBasedVisibilityFlag": "0",
        "minScale": "100000000", "maxScale": "0",
        // What is computed is not edited: the next build would undo it.
        "readOnly": entry.table.name == "claims" ? "0" : "1",
      ],
      [
        XMLNode("id", text: entry.id), XMLNode("datasource", text: source(entry, filtered: true)),
        XMLNode("layername", text: entry.name), XMLNode("srs", [:], [QGISReference.wgs84]),
        XMLNode("provider", ["encoding": "UTF-8"], text: "ogr"), QGISTime.node,
        style.renderer.node(),
      ] + style.labelNodes
        + [
          XMLNode("layerOpacity", text: "1"),
          XMLNode("previewExpression", text: Self.preview(entry.table.name)),
          style.tipNode, QGISForms.node(entry.table.name),
        ])
  }

  static func preview(_ table: String) -> String {
    switch table {
    case "places", "disagreements", QGISTable.gazetteer, QGISTable.days: "\"name\""
    case QGISTable.reports: "\"title\""
    default: "\"summary\""
    }
  }

  // MARK: The tree

  private func tree(_ groups: [Group]) -> XMLNode {
    XMLNode("layer-tree-group", [:], groups.map(node))
  }

  private func node(_ group: Group) -> XMLNode {
    let shown = group.groups.firstIndex { $0.isOn } ?? 0
    let pairs =
      [
        ("name", group.name), ("checked", group.isOn ? "Qt::Checked" : "Qt::Unchecked"),
        ("expanded", group.isOn ? "1" : "0"),
      ]
      + (group.isOneOfMany
        ? [("mutually-exclusive", "1"), ("mutually-exclusive-child", String(shown))] : [])
    return XMLNode(
      "layer-tree-group", pairs: pairs,
      group.groups.map(node)
        + group.entries.map { leaf($0, isOn: $0.isOn, isOpen: group.isOn && $0.view != nil) })
  }

  /// - Parameter isOpen: Whether its legend is unfolded: that of the view that is on.
  private func leaf(_ entry: Entry, isOn: Bool, isOpen: Bool) -> XMLNode {
    XMLNode(
      "layer-tree-layer",
      [
        "id": entry.id, "name": entry.name, "checked": isOn ? "Qt::Checked" : "Qt::Unchecked",
        "expanded": isOpen ? "1" : "0", "providerKey": "ogr",
        "source": source(entry, filtered: true),
      ], [QGISLayout.legendOrder(styles.style(entry.table).entries, title: nil)])
  }

  // MARK: Settings

  private var canvas: XMLNode {
    let box = QGISReference.Plane(map.extent)
    return XMLNode(
      "mapcanvas", ["name": "theMapCanvas", "annotationsVisible": "1"],
      [
        XMLNode("units", text: "meters"), box.node("extent"), XMLNode("rotation", text: "0"),
        XMLNode("destinationsrs", [:], [QGISReference.mercator]),
      ])
  }

  private var start: String { "\(map.period.lowerBound)T00:00:00Z" }
  /// The instant after the last day: the controller's frames leave their end out.
  private var end: String { "\(map.period.upperBound.advanced(by: 1))T00:00:00Z" }

  private var properties: XMLNode {
    func text(_ name: String, _ value: String) -> XMLNode {
      XMLNode(name, ["type": "QString"], text: value)
    }
    return XMLNode(
      "properties", [:],
      [
        XMLNode("Paths", [:], [XMLNode("Absolute", ["type": "bool"], text: "false")]),
        XMLNode(
          "SpatialRefSys", [:], [XMLNode("ProjectionsEnabled", ["type": "int"], text: "1")]),
        dayOnMap,
        XMLNode("Measure", [:], [text("Ellipsoid", "EPSG:7030")]),
        XMLNode(
          "Measurement", [:],
          [text("DistanceUnits", "kilometers"), text("AreaUnits", "km2")]),
        XMLNode(
          "TemporalControllerWidget", [:],
          [
            XMLNode("NavigationMode", ["type": "int"], text: "1"), text("StartDateTime", start),
            text("EndDateTime", end),
          ]),
      ])
  }

  /// The day that the controller shows, written on the map.
  private var dayOnMap: XMLNode {
    XMLNode(
      "TitleLabel", [:],
      [
        XMLNode("Enabled", ["type": "bool"], text: "true"),
        XMLNode(
          "Label", ["type": "QString"],
          text: "[% format_date(@map_start_time, 'd MMMM yyyy') %]"),
        XMLNode("Placement", ["type": "int"], text: "1"),
        XMLNode("MarginH", ["type": "int"], text: "0"),
        XMLNode("MarginV", ["type": "int"], text: "0"),
        XMLNode("BackgroundColor", ["type": "QString"], text: "255,255,255,0"),
        XMLNode(
          "Font", ["type": "QString"],
          text: """
            <text-style fontFamily="Sans Serif" fontSize="15" fontSizeUnit="Point" \
            textColor="32,32,32,255" fontWeight="75"><text-buffer bufferDraw="1" bufferSize="1" \
            bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9"/></text-style>
            """),
      ])
  }

  private var metadata: XMLNode {
    XMLNode(
      "projectMetadata", [:],
      [
        XMLNode("identifier", text: ""), XMLNode("title", text: map.title),
        XMLNode("type", text: "project"), XMLNode("abstract", text: map.attribution),
        XMLNode("author", text: "Frontline"),
      ])
  }

  /// A claim's report.
  private var relations: XMLNode {
    guard map.table("claims") != nil, map.table(QGISTable.reports) != nil else {
      return XMLNode("relations")
    }
    return XMLNode(
      "relations", [:],
      [
        XMLNode(
          "relation",
          [
            "id": "claims_reports", "name": "Claims of the report", "strength": "Association",
            "referencingLayer": Self.id("claims"), "referencedLayer": Self.id(QGISTable.reports),
          ],
          [XMLNode("fieldRef", ["referencingField": "report", "referencedField": "id"])])
      ])
  }

  private var view: XMLNode {
    XMLNode(
      "ProjectViewSettings", ["UseProjectScales": "0", "rotation": "0"],
      [
        XMLNode("Scales"),
        XMLNode(
          "DefaultViewExtent",
          [
            "xmin": GridGeometry.text(map.extent.west), "ymin": GridGeometry.text(map.extent.south),
            "xmax": GridGeometry.text(map.extent.east), "ymax": GridGeometry.text(map.extent.north),
          ], [QGISReference.wgs84]),
      ])
  }

  private var times: XMLNode {
    XMLNode(
      "ProjectTimeSettings",
      ["timeStep": "1", "timeStepUnit": "d", "frameRate": "2", "cumulativeTemporalRange": "0"],
      [
        XMLNode(
          "TemporalRange", [:], [XMLNode("start", text: start), XMLNode("end", text: end)])
      ])
  }
}
