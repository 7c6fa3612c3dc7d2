/// Labels as QGIS 3.22 reads them.
struct QGISLabels {
  struct Rule {
    /// Which features it is for; nil for all.
    var filter: String?
    /// The least detailed scale at which it labels, as the number under the fraction; nil for all.
    var downTo: Int?
    /// The most detailed one; nil for all.
    var upTo: Int?
    /// An expression.
    var text: String
    /// In points.
    var size: Double
    var colour: String
    var isBold = false
    var isItalic = false
    /// How far from the point, in mm.
    var distance = 0.8
    /// 0 to 10; labels with more are placed first.
    var priority = 5
    /// An expression for the priority of each feature.
    var priorityOf: String?
    /// Whether other labels stay away from the features themselves.
    var isObstacle = true
    /// Where lines begin anew, in characters; 0 for never.
    var wrap = 0
  }

  var rules: [Rule]

  func node() -> XMLNode {
    XMLNode(
      "labeling", ["type": "rule-based"],
      [
        XMLNode(
          "rules", ["key": "{labels}"],
          rules.enumerated().map { index, rule in
            var pairs = [("key", "{label-\(index)}")]
            if let filter = rule.filter { pairs.append(("filter", filter)) }
            if rule.downTo != nil || rule.upTo != nil {
              pairs += [
                ("scalemaxdenom", String(rule.downTo ?? 0)),
                ("scalemindenom", String(rule.upTo ?? 0)),
              ]
            }
            return XMLNode("rule", pairs: pairs, [Self.settings(rule)])
          })
      ])
  }

  private static func settings(_ rule: Rule) -> XMLNode {
    var parts = [
      XMLNode(
        "text-style",
        [
          "fieldName": rule.text, "isExpression": "1", "fontFamily": "Sans Serif",
          "fontSize": "\(rule.size)", "fontSizeUnit": "Point", "textColor": rule.colour,
          "textOpacity": "1", "fontWeight": rule.isBold ? "75" : "50",
          "fontItalic": rule.isItalic ? "1" : "0", "multilineHeight": "0.9",
        ],
        [
          XMLNode(
            "text-buffer",
            [
              "bufferDraw": "1", "bufferSize": "0.7", "bufferSizeUnits": "MM",
              "bufferColor": "255,255,255,255", "bufferOpacity": "0.85", "bufferNoFill": "1",
              "bufferJoinStyle": "128",
            ])
        ]),
      XMLNode(
        "text-format",
        ["wrapChar": "", "autoWrapLength": "\(rule.wrap)", "multilineAlign": "0"]),
      XMLNode(
        "placement",
        [
          "placement": "6", "dist": "\(rule.distance)", "distUnits": "MM",
          "priority": "\(rule.priority)", "offsetType": "1",
          "predefinedPositionOrder": "R,TR,BR,L,TL,BL,TSR,BSR",
        ]),
      XMLNode(
        "rendering",
        [
          "scaleVisibility": "0", "obstacle": rule.isObstacle ? "1" : "0", "obstacleFactor": "1",
          "drawLabels": "1",
        ]),
    ]
    if let priority = rule.priorityOf {
      parts.append(QGISSymbols.properties("dd_properties", [("Priority", priority)]))
    }
    return XMLNode("settings", ["calloutType": "simple"], parts)
  }
}
