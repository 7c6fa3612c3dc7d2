/// Checks of three-dimensional models.
extension KMLCheck {
  static let ofModels: [KMLCheck] = [
    .reference(
      29, "level-1/Alias", "an Alias leads from a file of the model to an image", [.alias]
    ) { .alias(KMLModelFiles(alias: $0)) },
    .whole(
      32, "level-1/Orientation-Minimum", "an Orientation turns something", [.orientation]
    ) { $0.lackingAny(of: .heading, .tilt, .roll) },
    .reference(
      34, "level-1/Model", "a Model has a Link, a Location and an Alias for each texture",
      [.model], skipsUpdate: true, model),
    .whole(44, "level-2/Scale-Minimal", "a Scale scales something", [.scaleOfModel]) {
      $0.lackingAny(of: .x, .y, .z)
    },
    .every(
      50, "level-2/ResourceMap-Alias", "a ResourceMap has aliases, each of another file",
      [.resourceMap], resourceMap),
    .every(
      55, "level-2/Location", "a Location has longitude, latitude and, if need be, altitude",
      [.location], location),
    .whole(73, "level-3/Scale-Full", "a Scale has x, y and z", [.scaleOfModel]) {
      $0.missing(.x, .y, .z)
    },
    .whole(
      75, "level-3/Orientation-Full", "an Orientation has heading, tilt and roll", [.orientation]
    ) { $0.missing(.heading, .tilt, .roll) },
  ]

  @Sendable private static func model(_ node: KMLNode) -> KMLReference? {
    if let missing = node.missing(.link, .location) { return .fault(missing) }
    return .textures(KMLModelFiles(model: node))
  }

  @Sendable private static func resourceMap(_ node: KMLNode) -> String? {
    let aliases = node.children(.alias)
    if aliases.isEmpty { return "it has no <Alias>" }
    var seen: Set<String> = []
    for alias in aliases {
      guard let source = alias.text(.sourceHref) else {
        return "its <Alias> in line \(alias.line) has no <sourceHref>"
      }
      if !seen.insert(source).inserted { return "two of its aliases are of '\(source)'" }
    }
    return nil
  }

  @Sendable private static func location(_ node: KMLNode) -> String? {
    if let missing = node.missing(.longitude, .latitude) { return missing }
    guard let model = node.parent, !model.isClamped else { return nil }
    return node.missing(.altitude).map { "\($0), but the altitudeMode is '\(model.altitudeMode)'" }
  }
}

/// A model's file and the aliases of its textures.
struct KMLModelFiles: Hashable, Sendable {
  struct Alias: Hashable, Sendable {
    /// Nil if the element is missing.
    var target: String?
    var source: String?
  }

  /// Nil if there is no `Link` with an `href`.
  var href: String?
  var hasMap: Bool
  var aliases: [Alias]

  init(alias: KMLNode) {
    href = alias.parent?.parent?.child(.link)?.text(.href)
    hasMap = true
    aliases = [Alias(alias)]
  }

  init(model: KMLNode) {
    href = model.child(.link)?.text(.href)
    let map = model.child(.resourceMap)
    hasMap = map != nil
    aliases = map?.children(.alias).map { Alias($0) } ?? []
  }
}

extension KMLModelFiles.Alias {
  fileprivate init(_ node: KMLNode) {
    self.init(target: node.text(.targetHref), source: node.text(.sourceHref))
  }
}
