/// Symbols as QGIS 3.22 reads them: options by name, all lengths in millimetres.
enum QGISSymbols {
  typealias Options = KeyValuePairs<String, String>

  static func fill(_ name: String, _ layers: [XMLNode]) -> XMLNode { symbol(name, "fill", layers) }
  static func line(_ name: String, _ layers: [XMLNode]) -> XMLNode { symbol(name, "line", layers) }
  static func marker(_ name: String, _ layers: [XMLNode]) -> XMLNode {
    symbol(name, "marker", layers)
  }

  private static func symbol(_ name: String, _ type: String, _ layers: [XMLNode]) -> XMLNode {
    XMLNode(
      "symbol",
      ["type": type, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"], layers)
  }

  /// - Parameters:
  ///   - dynamic: Expressions that decide about options, by QGIS's names of these.
  ///   - part: The symbol it is made of.
  private static func layer(
    _ type: String, _ options: Options, dynamic: [(String, String)] = [], part: XMLNode? = nil
  ) -> XMLNode {
    let values = options.map { option($0.key, $0.value) }
    var children = [XMLNode("Option", ["type": "Map"], values)]
    if !dynamic.isEmpty { children.append(properties("data_defined_properties", dynamic)) }
    if let part { children.append(part) }
    return XMLNode(
      "layer", ["class": type, "pass": "0", "enabled": "1", "locked": "0"], children)
  }

  static func option(_ name: String, _ value: String, type: String = "QString") -> XMLNode {
    XMLNode("Option", ["type": type, "name": name, "value": value])
  }

  /// Expressions that decide about properties.
  static func properties(_ element: String, _ expressions: [(String, String)]) -> XMLNode {
    let entries = expressions.map { name, expression in
      XMLNode(
        "Option", ["type": "Map", "name": name],
        [
          option("active", "true", type: "bool"), option("expression", expression),
          option("type", "3", type: "int"),
        ])
    }
    return XMLNode(
      element, [:],
      [
        XMLNode(
          "Option", ["type": "Map"],
          [
            option("name", ""), XMLNode("Option", ["type": "Map", "name": "properties"], entries),
            option("type", "collection"),
          ])
      ])
  }

  // MARK: Layers of symbols

  static func simpleFill(_ colour: String, outline: String? = nil, width: String = "0.2")
    -> XMLNode
  {
    layer(
      "SimpleFill",
      [
        "color": colour, "style": "solid", "outline_color": outline ?? "0,0,0,0",
        "outline_style": outline == nil ? "no" : "solid", "outline_width": width,
        "outline_width_unit": "MM", "joinstyle": "round",
      ])
  }

  /// Parallel lines across an area.
  static func hatch(_ colour: String, distance: String, offset: String, width: String) -> XMLNode {
    layer(
      "LinePatternFill",
      [
        "angle": "45", "distance": distance, "distance_unit": "MM", "offset": offset,
        "offset_unit": "MM", "line_width": width, "line_width_unit": "MM",
      ], part: line("@0@0", [simpleLine(colour, width: width, cap: "flat")]))
  }

  static func simpleLine(
    _ colour: String, width: String, dashes: String? = nil, cap: String = "round",
    dynamic: [(String, String)] = []
  ) -> XMLNode {
    layer(
      "SimpleLine",
      [
        "line_color": colour, "line_style": "solid", "line_width": width, "line_width_unit": "MM",
        "capstyle": cap, "joinstyle": "round", "use_custom_dash": dashes == nil ? "0" : "1",
        "customdash": dashes ?? "5;2", "customdash_unit": "MM",
      ], dynamic: dynamic)
  }

  /// Markers along a line, turned with it.
  static func along(_ mark: XMLNode, every interval: String) -> XMLNode {
    layer(
      "MarkerLine",
      [
        "placement": "interval", "interval": interval, "interval_unit": "MM", "rotate": "1",
        "average_angle_length": "6", "average_angle_unit": "MM", "offset_along_line": "1.5",
        "offset_along_line_unit": "MM",
      ], part: marker("@0@0", [mark]))
  }

  /// - Parameters:
  ///   - fill: Nil for a marker that is not filled.
  ///   - outline: Nil for no outline.
  static func simpleMarker(
    _ name: String, fill: String?, outline: String?, width: String = "0.3", size: String,
    offset: String = "0,0", angle: String = "0", dynamic: [(String, String)] = []
  ) -> XMLNode {
    layer(
      "SimpleMarker",
      [
        "name": name, "color": fill ?? "0,0,0,0", "outline_color": outline ?? "0,0,0,0",
        "outline_style": outline == nil ? "no" : "solid", "outline_width": width,
        "outline_width_unit": "MM", "size": size, "size_unit": "MM", "offset": offset,
        "offset_unit": "MM", "angle": angle, "cap_style": "flat", "joinstyle": "round",
      ], dynamic: dynamic)
  }

  /// `#rrggbb` as `r,g,b,a`.
  static func colour(_ hex: String, alpha: Int = 255) -> String {
    let digits = UInt32(KMLColour.hex(hex).dropFirst(), radix: 16) ?? 0
    return "\(digits >> 16),\(digits >> 8 & 255),\(digits & 255),\(alpha)"
  }
}
