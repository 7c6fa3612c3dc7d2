/// How a table's features are drawn, by what they are told apart by.
struct QGISRenderer {
  /// A class of features that look the same.
  struct Category {
    var value: String
    var label: String
    var symbol: (String) -> XMLNode
    /// `string`, or `double` for numbers.
    var type = "string"
  }

  /// A field or an expression; nil where all look the same.
  private let attribute: String?
  private let categories: [Category]
  /// What is drawn where no category fits.
  private let other: (String) -> XMLNode

  /// - Parameters:
  ///   - attribute: A field or an expression.
  ///   - other: What is drawn where no category fits.
  init(
    _ attribute: String, _ categories: [Category], other: @escaping (String) -> XMLNode
  ) {
    self.attribute = attribute
    self.categories = categories
    self.other = other
  }

  /// All features look the same.
  init(single symbol: @escaping (String) -> XMLNode) {
    attribute = nil
    categories = []
    other = symbol
  }

  private static let common = [
    ("forceraster", "0"), ("symbollevels", "0"), ("enableorderby", "0"), ("referencescale", "-1"),
  ]

  private var all: [Category] {
    categories + [Category(value: "", label: "other", symbol: other)]
  }

  /// For the features of one view, or of a table without views.
  func node() -> XMLNode {
    guard let attribute else {
      return XMLNode(
        "renderer-v2", pairs: [("type", "singleSymbol")] + Self.common,
        [XMLNode("symbols", [:], [other("0")])])
    }
    return XMLNode(
      "renderer-v2", pairs: [("type", "categorizedSymbol"), ("attr", attribute)] + Self.common,
      [
        XMLNode(
          "categories", [:],
          all.enumerated().map { index, category in
            XMLNode(
              "category",
              [
                "value": category.value, "label": category.label, "symbol": String(index),
                "type": category.type, "render": "true",
              ])
          }),
        XMLNode("symbols", [:], all.enumerated().map { $1.symbol(String($0)) }),
      ])
  }

  /// For a table with several answers to the same question: a rule a view, one of which is on, so that they are not
  /// drawn over each other.
  func node(views: [KMLView]) -> XMLNode {
    guard views.count > 1 else { return node() }
    var symbols: [XMLNode] = []
    let rules = views.enumerated().map { index, view in
      let key = "{view-\(index)}"
      let pairs = [
        ("key", key), ("filter", "\"view\" = \(QGISStyles.quoted(view.name ?? ""))"),
        ("label", view.title), ("checkstate", view.isVisible ? "1" : "0"),
      ]
      return XMLNode(
        "rule", pairs: pairs,
        all.enumerated().map { number, category in
          // Each rule has a symbol of its own: QGIS takes it out of the list.
          symbols.append(category.symbol(String(symbols.count)))
          return XMLNode(
            "rule",
            [
              "key": "{view-\(index)-\(number)}", "filter": filter(category),
              "label": category.label, "symbol": String(symbols.count - 1),
            ])
        })
    }
    return XMLNode(
      "renderer-v2", pairs: [("type", "RuleRenderer")] + Self.common,
      [XMLNode("rules", ["key": "{views}"], rules), XMLNode("symbols", [:], symbols)])
  }

  private func filter(_ category: Category) -> String {
    guard let attribute, !category.value.isEmpty else { return "ELSE" }
    let value = category.type == "double" ? category.value : QGISStyles.quoted(category.value)
    return "(\(attribute)) = \(value)"
  }
}
