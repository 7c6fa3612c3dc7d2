/// Checks of styles.
extension KMLCheck {
  static let ofStyles: [KMLCheck] = [
    .reference(
      6, "level-1/StyleReference", "a styleUrl names a style that is there", [.styleUrl]
    ) { .style($0.rawText) },
    .every(
      7, "level-1/SharedStyle", "a style of a Document has an id", [.style, .styleMap],
      sharedStyle),
    .whole(36, "level-1/Pair", "a Pair has a key and a style", [.pair]) {
      $0.missing(.key) ?? $0.lackingAny(of: .styleUrl, .style, .styleMap)
    },
    .whole(37, "level-1/ItemIcon", "an ItemIcon has an href", [.itemIcon]) { $0.missing(.href) },
    .whole(42, "level-2/PolyStyle", "a PolyStyle is not empty", [.polyStyle]) {
      $0.lackingAny(of: .color, .colorMode, .fill, .outline)
    },
    .whole(58, "level-2/BalloonStyle", "a BalloonStyle is not empty", [.balloonStyle]) {
      $0.lackingContent
    },
    .whole(61, "level-2/IconStyle", "an IconStyle is not empty", [.iconStyle]) {
      $0.lackingContent
    },
    .whole(63, "level-2/LabelStyle", "a LabelStyle is not empty", [.labelStyle]) {
      $0.lackingContent
    },
    .whole(64, "level-2/ListStyle", "a ListStyle says something of the list", [.listStyle]) {
      $0.lackingAny(of: .listItemType, .bgColor, .itemIcon)
    },
    .whole(65, "level-2/Style", "a Style is not empty", [.style]) { $0.lackingContent },
    .whole(
      68, "level-2/StyleMap", "a StyleMap has a normal and a highlighted style", [.styleMap],
      styleMap),
    .every(71, "level-3/BalloonStyle-color", "no color, which is deprecated", [.balloonStyle]) {
      $0.has(.color) ? "it has <color>, which is deprecated; use <bgColor>" : nil
    },
  ]

  @Sendable private static func sharedStyle(_ node: KMLNode) -> String? {
    guard node.parent?.name == .document, (node.attribute(.id) ?? "").isEmpty else { return nil }
    return "it stands in a <Document> to be shared, but has no id"
  }

  @Sendable private static func styleMap(_ node: KMLNode) -> String? {
    let keys = node.children(.pair).flatMap { $0.children(.key).map(\.rawText) }
    let missing = ["normal", "highlight"].filter { !keys.contains($0) }
    return missing.isEmpty
      ? nil : "it has no <Pair> with the key " + missing.joined(separator: " and none with ")
  }
}
