import FrontlineClaims
import FrontlineGeometry

/// How a table is drawn.
struct QGISStyle {
  /// A title for the legend.
  var title: String
  var renderer: QGISRenderer
  var labels: QGISLabels?
  /// HTML that QGIS shows where the pointer rests; with expressions between `[%` and `%]`.
  var tip: String?
  /// The entries that a legend has: those of what is there, and not the one for what fits no category.
  var entries = [0]

  /// Loaded by itself with the table, or as a `.qml` beside a file. Its time settings are not, by QGIS's own choice.
  ///
  /// - Parameter views: Those of the table: only the first is drawn, until another is ticked.
  func qml(_ table: QGISMap.Table, views: [KMLView]) -> String {
    let kind =
      switch table.shape {
      case .point: "0"
      case .line: "1"
      case .polygon: "2"
      }
    let children =
      [QGISTime.node, renderer.node(views: views)] + labelNodes
      + [
        XMLNode("previewExpression", text: QGISProject.preview(table.name)),
        tipNode, QGISForms.node(table.name), XMLNode("layerGeometryType", text: kind),
      ]
    return QGISProject.docType
      + XMLNode(
        "qgis",
        [
          "version": QGISProject.version, "styleCategories": "AllStyleCategories",
          "labelsEnabled": labels == nil ? "0" : "1",
        ], children
      ).written()
  }

  /// As wide as a sentence needs: QGIS 3 makes a narrow column of a tip that does not say how wide it is.
  var tipNode: XMLNode {
    XMLNode("mapTip", text: tip.map { "<div style=\"width:380px\">\($0)</div>" } ?? "")
  }

  var labelNodes: [XMLNode] { labels.map { [$0.node()] } ?? [] }
}

/// Time settings of a layer: a feature is there from the start of its first day to the end of its last.
enum QGISTime {
  static let node = XMLNode(
    "temporal",
    [
      "enabled": "1", "mode": "2", "startField": "valid_from", "endField": "valid_to",
      "limitMode": "0", "accumulate": "0", "fixedDuration": "0", "durationField": "",
      "durationUnit": "min", "startExpression": "", "endExpression": "",
    ], [XMLNode("fixedRange", [:], [XMLNode("start", text: ""), XMLNode("end", text: "")])])
}

/// The styles of a theatre: each party's colour, contested ground hatched, unknown blank.
struct QGISStyles {
  let map: QGISMap

  private static let ink = "32,32,32,255"
  private static let none = "0,0,0,0"

  func style(_ table: QGISMap.Table) -> QGISStyle {
    switch table.name {
    case "control_areas": areas
    case "uncertainty": uncertainty
    case "front_lines": lines
    case "front_symbols": symbols
    case "places": places
    case "disagreements": disagreements
    case "claims": claims
    case QGISTable.gazetteer: gazetteer
    case QGISTable.reports: reports
    case QGISTable.days: days
    default: plain(table)
    }
  }

  // MARK: Areas

  private var areas: QGISStyle {
    let held = map.parties.map { party in
      QGISRenderer.Category(value: party.id, label: "Held by \(map.fullName(party.id))") {
        QGISSymbols.fill(
          $0,
          [
            QGISSymbols.simpleFill(
              QGISSymbols.colour(party.colour, alpha: 90),
              outline: QGISSymbols.colour(party.colour, alpha: 150), width: "0.15")
          ])
      }
    }
    let ids = Set(map.parties.map(\.id))
    let contested = (map.table("control_areas")?.classes ?? []).filter { !ids.contains($0) }
      .map { parties in
        QGISRenderer.Category(value: "contested " + parties, label: contestedLabel(parties)) {
          QGISSymbols.fill($0, hatches(parties.split(separator: " ").map(String.init)))
        }
      }
    return QGISStyle(
      title: "Areas of control",
      renderer: QGISRenderer(
        "CASE WHEN \"status\" = 'contested' THEN concat('contested ', \"parties\") ELSE \"party\" END",
        held + contested
      ) { QGISSymbols.fill($0, [QGISSymbols.simpleFill("158,158,158,70")]) },
      tip: tip(title: nil),
      entries: present(held, in: "control_areas") + contested.indices.map { held.count + $0 })
  }

  private func contestedLabel(_ parties: String) -> String {
    let names = parties.split(separator: " ").map { map.shortName(String($0)) }
    return names.isEmpty ? "Contested" : "Contested: " + names.joined(separator: ", ")
  }

  /// Stripes in the colours of all who fight over it, side by side.
  private func hatches(_ parties: [String]) -> [XMLNode] {
    let stripe = 1.1
    let colours = parties.isEmpty ? [KMLColour.contested] : parties.map(map.colour)
    let base = QGISSymbols.simpleFill("255,255,255,140")
    return [base]
      + colours.enumerated().map { index, colour in
        QGISSymbols.hatch(
          QGISSymbols.colour(colour, alpha: 190),
          distance: Self.text(Double(max(2, colours.count)) * stripe),
          offset: Self.text(Double(index) * stripe), width: "0.6")
      }
  }

  /// Nested bands, each over the wider one, so that the ground near the line stands out most.
  private var uncertainty: QGISStyle {
    let levels = [("0.95", "95", 60), ("0.8", "80", 75), ("0.5", "50", 120)]
    return QGISStyle(
      title: "The front line runs inside",
      renderer: QGISRenderer(
        "level",
        levels.map { value, percent, alpha in
          QGISRenderer.Category(
            value: value, label: "Front line runs here: chance \(percent) in 100",
            symbol: { QGISSymbols.fill($0, [Self.band(alpha)]) }, type: "double")
        }
      ) { QGISSymbols.fill($0, [Self.band(60)]) },
      tip: tip(title: nil), entries: Array(levels.indices))
  }

  private static func band(_ alpha: Int) -> XMLNode {
    QGISSymbols.simpleFill("255,236,170,\(alpha)")
  }

  // MARK: Lines

  /// The line of contact of NATO APP-6: arcs of both sides, each bulging towards the other.
  private var lines: QGISStyle {
    let other = "if(\"left_party\" = \"party_a\", \"party_b\", \"party_a\")"
    let categories = [
      QGISRenderer.Category(value: "line", label: "Front line: arcs of each side face the other") {
        QGISSymbols.line(
          $0,
          [
            QGISSymbols.simpleLine("255,255,255,200", width: "0.9"),
            arcs(of: "\"left_party\"", side: .left), arcs(of: other, side: .right),
            QGISSymbols.simpleLine(Self.ink, width: "0.25"),
          ])
      },
      QGISRenderer.Category(value: "contested_edge", label: "Edge of contested ground") {
        QGISSymbols.line($0, [QGISSymbols.simpleLine(Self.ink, width: "0.4", dashes: "1.6;1.2")])
      },
    ]
    return QGISStyle(
      title: "Front lines",
      renderer: QGISRenderer("kind", categories) {
        QGISSymbols.line($0, [QGISSymbols.simpleLine(Self.ink, width: "0.4")])
      },
      tip: tip(title: nil), entries: present(categories, in: "front_lines"))
  }

  private enum Side { case left, right }

  /// - Parameter party: An expression for the party's id.
  private func arcs(of party: String, side: Side) -> XMLNode {
    // For the legend, where there is no line to ask.
    let example = KMLColour.hex(
      (side == .left ? map.parties.first : map.parties.dropFirst().first)?.colour
        ?? KMLColour.border)
    return QGISSymbols.along(
      QGISSymbols.simpleMarker(
        "half_arc", fill: nil,
        outline: QGISSymbols.colour(example), width: "0.5",
        size: "2.2", offset: "0,1.45", angle: side == .left ? "180" : "0",
        dynamic: [("outlineColor", colourOf(party, other: Self.quoted(example)))]), every: "2.2")
  }

  private var symbols: QGISStyle {
    let kinds = [
      ("bar", "Fighting; no line can be drawn"), ("arrow", "Attack, from the attacker"),
      ("access", "Way in, said to be closed"),
    ]
    let categories = kinds.flatMap { kind, label in
      ["reported", "claimed"].map { solidity in
        QGISRenderer.Category(
          value: kind + " " + solidity,
          label: label + (solidity == "claimed" ? " (one source)" : "")
        ) { QGISSymbols.line($0, symbolLines(kind, isClaimed: solidity == "claimed")) }
      }
    }
    return QGISStyle(
      title: "Fights",
      renderer: QGISRenderer("concat(\"kind\", ' ', \"solidity\")", categories) {
        QGISSymbols.line($0, [QGISSymbols.simpleLine(Self.ink, width: "0.6")])
      },
      tip: tip(title: "\"name\""), entries: present(categories, in: "front_symbols"))
  }

  private func symbolLines(_ kind: String, isClaimed: Bool) -> [XMLNode] {
    let isBar = kind == "bar"
    let width = isBar ? "1.3" : "0.9"
    let halo = QGISSymbols.simpleLine("255,255,255,230", width: isBar ? "2" : "1.6", cap: "flat")
    let colour = colourOf("\"attacker\"")
    return [
      halo,
      QGISSymbols.simpleLine(
        Self.ink, width: width, dashes: isClaimed ? (isBar ? "1.8;0.9" : "2;1") : nil,
        cap: isClaimed || isBar ? "flat" : "round",
        dynamic: isBar ? [] : [("outlineColor", colour)]),
    ]
  }

  // MARK: Points

  private static let marked =
    "CASE WHEN \"status\" = 'held' THEN \"party\" ELSE \"status\" END"

  private var places: QGISStyle {
    let held = map.parties.map { party in
      QGISRenderer.Category(value: party.id, label: "Held by \(map.fullName(party.id))") {
        QGISSymbols.marker(
          $0,
          [
            QGISSymbols.simpleMarker(
              "circle", fill: QGISSymbols.colour(party.colour), outline: "255,255,255,255",
              width: "0.4", size: "2.8",
              dynamic: [("size", sized("2.8", "0.9")), ("outlineWidth", sized("0.4", "0.1"))])
          ])
      }
    }
    let states = [
      QGISRenderer.Category(value: "contested", label: "Contested") {
        QGISSymbols.marker(
          $0,
          [
            QGISSymbols.simpleMarker(
              "circle", fill: QGISSymbols.colour(KMLColour.contested), outline: Self.ink,
              width: "0.4", size: "3.4", dynamic: [("size", sized("3.4", "2"))]),
            QGISSymbols.simpleMarker(
              "cross2", fill: nil, outline: Self.ink, width: "0.4", size: "1.7",
              dynamic: [("size", sized("1.7", "1"))]),
          ])
      },
      QGISRenderer.Category(value: "unknown", label: "Unknown") {
        QGISSymbols.marker(
          $0,
          [
            QGISSymbols.simpleMarker(
              "circle", fill: "255,255,255,255", outline: "120,120,120,255", size: "1.8")
          ])
      },
    ]
    return QGISStyle(
      title: "Places that reports speak of",
      renderer: QGISRenderer(Self.marked, held + states) {
        QGISSymbols.marker(
          $0, [QGISSymbols.simpleMarker("circle", fill: nil, outline: Self.ink, size: "1.8")])
      },
      labels: QGISLabels(rules: [
        .init(
          filter: "\"status\" = 'contested'", text: "concat(\"name\", '\\n', 'contested')",
          size: 9.5,
          colour: Self.ink, isBold: true, distance: 1.4, priority: 10),
        .init(
          filter: "\"status\" = 'held'", downTo: scale(spacing: 12), text: "\"name\"", size: 8.5,
          colour: Self.ink, isBold: true, distance: 1, priority: 8, priorityOf: Self.priority),
        .init(
          filter: "\"status\" = 'held' AND \(sample)", upTo: scale(spacing: 12),
          text: "\"name\"", size: 7, colour: Self.ink, distance: 0.6, priority: 4,
          priorityOf: Self.priority, isObstacle: false),
        .init(
          filter: "\"status\" = 'unknown'", downTo: min(250_000, scale(spacing: 12)),
          text: "\"name\"", size: 7.5, colour: "90,90,90,255", distance: 0.5, priority: 3),
      ]), tip: tip(title: "\"name\""), entries: present(held + states, in: "places"))
  }

  /// One of two sizes: where places lie closer than 5 mm to each other on the map, the small one.
  private func sized(_ large: String, _ small: String) -> String {
    "if(coalesce(@map_scale, 0) > \(scale(spacing: 5)), \(small), \(large))"
  }

  /// The scale, as the number under the fraction, at which places lie so far apart on the map as in the mean.
  ///
  /// - Parameter millimetres: On the map.
  private func scale(spacing millimetres: Double) -> Int {
    let area = Polygon(map.extent).areaSquareKilometres
    let kilometres = (area / Double(max(1, map.placeCount))).squareRoot()
    let scale = kilometres * 1_000_000 / millimetres
    return max(10_000, Int((scale / 10_000).rounded()) * 10_000)
  }

  /// Seats, and some sixty of all places, always the same: what is named where there is no room for all names.
  private var sample: String {
    let share = min(1, 60 / Double(max(1, map.placeCount)))
    let digits = String(Int((share * 4095).rounded()), radix: 16)
    let bound = String(repeating: "0", count: 3 - digits.count) + digits
    return """
      ("feature_code" IN ('PPLC', 'PPLA', 'PPLA2') OR substr(md5("place_id"), 1, 3) <= '\(bound)')
      """
  }

  /// Seats and passes before villages.
  private static let priority = """
    CASE WHEN "feature_code" IN ('PPLC', 'PPLA') THEN 10 WHEN "feature_code" = 'PPLA2' THEN 9 \
    WHEN "feature_code" IN ('PASS', 'GRGE') THEN 8 ELSE 7 END
    """

  private var gazetteer: QGISStyle {
    QGISStyle(
      title: "Other places",
      renderer: QGISRenderer {
        QGISSymbols.marker(
          $0,
          [
            QGISSymbols.simpleMarker(
              "circle", fill: "150,150,150,255", outline: "255,255,255,255", width: "0.2",
              size: "1.1",
              dynamic: [
                ("size", "if(\"importance\" >= 3 OR coalesce(@map_scale, 0) < 250000, 1.3, 0.7)")
              ])
          ])
      },
      labels: QGISLabels(rules: [
        .init(
          filter: "\"importance\" >= 4", text: "\"name\"", size: 8.5, colour: "90,90,90,255",
          distance: 0.4, priority: 5, isObstacle: false),
        .init(
          filter: "\"importance\" = 3", downTo: 1_500_000, text: "\"name\"", size: 7.5,
          colour: "110,110,110,255", distance: 0.4, priority: 4, isObstacle: false),
        .init(
          filter: "\"importance\" = 2", downTo: 400_000, text: "\"name\"", size: 7,
          colour: "120,120,120,255", isItalic: true, distance: 0.4, priority: 2,
          isObstacle: false),
        .init(
          filter: "\"importance\" = 1", downTo: 120_000, text: "\"name\"", size: 7,
          colour: "120,120,120,255", distance: 0.4, priority: 1, isObstacle: false),
      ]), tip: "<b>[% \"name\" %]</b> [% \"feature_code\" %]")
  }

  private var claims: QGISStyle {
    let parties = map.parties.map { party in
      claimant(
        party.id, "said by \(map.fullName(party.id))", QGISSymbols.colour(party.colour))
    }
    let others = [
      claimant("independent", "said by an independent source", Self.ink),
      claimant("resident", "said by a resident", "121,85,72,255"),
      claimant("analyst", "said by an analyst", "142,36,170,255"),
      claimant("third_party", "said by a third party", "130,130,130,255"),
    ]
    return QGISStyle(
      title: "What was reported",
      renderer: QGISRenderer("claimant", parties + others) {
        QGISSymbols.marker(
          $0, [QGISSymbols.simpleMarker("circle", fill: nil, outline: Self.ink, size: "4")])
      },
      labels: QGISLabels(rules: [
        .init(
          downTo: 1_000_000,
          text: claimWords, size: 7, colour: "70,70,70,255", isItalic: true, distance: 1.6,
          priority: 6, wrap: 30)
      ]),
      tip: """
        <b>[% "name" %]</b><p>[% "summary" %]</p><p><i>[% "sentence" %]</i><br>[% "report" %]</p>
        """, entries: present(parties + others, in: "claims"))
  }

  /// Such as `independent: attack by NRF`.
  private var claimWords: String {
    let event = """
      CASE WHEN "event" = 'holds' THEN 'held' WHEN "event" = 'denied_capture' THEN 'capture denied' \
      WHEN "event" = 'entered' THEN 'entry' WHEN "event" = 'withdrew' THEN 'withdrawal' \
      ELSE replace("event", '_', ' ') END
      """
    let by = "coalesce(\"actor\", if(\"event\" = 'holds', \"party\", NULL))"
    return
      "concat(\(nameOf("\"claimant\"")), ': ', \(event), coalesce(' by ' || \(nameOf(by)), ''))"
  }

  /// A ring, so that the place inside it stays in sight.
  private func claimant(_ id: String, _ label: String, _ colour: String) -> QGISRenderer.Category {
    QGISRenderer.Category(value: id, label: label) {
      QGISSymbols.marker(
        $0,
        [
          QGISSymbols.simpleMarker(
            "circle", fill: nil, outline: "255,255,255,255", width: "1.1", size: "4"),
          QGISSymbols.simpleMarker(
            "circle", fill: nil, outline: colour, width: "0.6", size: "4"),
        ])
    }
  }

  private var disagreements: QGISStyle {
    QGISStyle(
      title: "Both sides say they hold it",
      renderer: QGISRenderer {
        QGISSymbols.marker(
          $0,
          [
            QGISSymbols.simpleMarker(
              "circle", fill: nil, outline: "198,40,40,255", width: "0.5", size: "5")
          ])
      }, tip: tip(title: "\"name\""))
  }

  private var reports: QGISStyle {
    QGISStyle(
      title: "Reports, at the places they speak of",
      renderer: QGISRenderer {
        QGISSymbols.marker(
          $0,
          [
            QGISSymbols.simpleMarker(
              "square", fill: "255,255,255,255", outline: Self.ink, width: "0.25", size: "1.6")
          ])
      }, tip: "<b>[% \"title\" %]</b><p>[% \"publisher\" %], [% \"published\" %]</p>")
  }

  private var days: QGISStyle {
    QGISStyle(
      title: "Days",
      renderer: QGISRenderer {
        QGISSymbols.fill(
          $0, [QGISSymbols.simpleFill(Self.none, outline: "120,120,120,255", width: "0.2")])
      })
  }

  private func plain(_ table: QGISMap.Table) -> QGISStyle {
    QGISStyle(
      title: table.name,
      renderer: QGISRenderer {
        switch table.shape {
        case .point:
          QGISSymbols.marker(
            $0, [QGISSymbols.simpleMarker("circle", fill: Self.ink, outline: nil, size: "2")])
        case .line: QGISSymbols.line($0, [QGISSymbols.simpleLine(Self.ink, width: "0.5")])
        case .polygon:
          QGISSymbols.fill($0, [QGISSymbols.simpleFill("158,158,158,70", outline: Self.ink)])
        }
      })
  }

  /// The categories of which there are features.
  private func present(_ categories: [QGISRenderer.Category], in table: String) -> [Int] {
    let classes = Set(map.table(table)?.classes ?? [])
    return categories.indices.filter { classes.contains(categories[$0].value) }
  }

  // MARK: Expressions

  /// The colour of a party whose id an expression gives.
  private func colourOf(_ party: String, other: String = "'#202020'") -> String {
    lookUp(party, map.parties.map { ($0.id, KMLColour.hex($0.colour)) }, other: other)
  }

  /// The name of a party whose id an expression gives; other words with blanks for their underscores.
  private func nameOf(_ party: String) -> String {
    lookUp(
      party, map.parties.map { ($0.id, map.shortName($0.id)) }, other: "replace(\(party), '_', ' ')"
    )
  }

  private func lookUp(_ key: String, _ entries: [(String, String)], other: String) -> String {
    guard !entries.isEmpty else { return other }
    let list = entries.map { Self.quoted($0.0) + ", " + Self.quoted($0.1) }.joined(separator: ", ")
    return "coalesce(map_get(map(\(list)), \(key)), \(other))"
  }

  static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
  }

  /// What rests on claims, with the sentences it rests on.
  private func tip(title: String?) -> String {
    let head = title.map { "<b>[% \($0) %]</b>" } ?? ""
    guard map.table("claims") != nil else { return head + "<p>[% \"summary\" %]</p>" }
    return head + """
      <p>[% "summary" %]</p><ul>[% coalesce(aggregate('\(QGISProject.id("claims"))', 'concatenate', \
      concat('<li>', "summary", '<br><i>', "sentence", '</i></li>'), \
      array_contains(string_to_array(attribute(@parent, 'claims'), ' '), "claim_id")), '') %]</ul>
      """
  }

  private static func text(_ millimetres: Double) -> String {
    let tenths = Int((millimetres * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
