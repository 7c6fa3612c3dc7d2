import FrontlineLayers

/// How QGIS lets people edit the cells of a table.
enum QGISForms {
  /// Of the claims: a choice of decisions, and plain text where QGIS would guess a widget of a relation.
  static func node(_ table: String) -> XMLNode {
    guard table == LayerSchema.claims.name else { return XMLNode("fieldConfiguration") }
    let decisions = [("nothing decided", ""), ("accept", "accept"), ("reject", "reject")]
    return XMLNode(
      "fieldConfiguration", [:],
      [
        field("report", "TextEdit", []),
        field(
          "edited", "ValueMap",
          [
            XMLNode(
              "Option", ["type": "List", "name": "map"],
              decisions.map { label, value in
                XMLNode("Option", ["type": "Map"], [QGISSymbols.option(label, value)])
              })
          ]),
      ])
  }

  private static func field(_ name: String, _ widget: String, _ options: [XMLNode]) -> XMLNode {
    XMLNode(
      "field", ["name": name],
      [
        XMLNode(
          "editWidget", ["type": widget],
          [XMLNode("config", [:], [XMLNode("Option", ["type": "Map"], options)])])
      ])
  }
}
