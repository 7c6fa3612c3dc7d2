/// Checks of links, network links and updates.
extension KMLCheck {
  static let ofLinks: [KMLCheck] = [
    .every(
      9, "level-1/Link-Elements", "intervals and scales of a link are above zero",
      [.link, .icon], positive),
    .reference(
      10, "level-1/LinkReferent", "what a link refers to is there and of the right kind",
      [.link, .icon], referent),
    .reference(
      18, "level-1/Icon-href", "an Icon is an image", [.icon]
    ) { icon in icon.text(.href).map { .file(.image, $0) } },
    .every(
      20, "level-1/NetworkLinkControl-MinRefreshPeriod", "a minRefreshPeriod is not below zero",
      [.minRefreshPeriod]
    ) { $0.parent?.name == .networkLinkControl ? notNegative($0) : nil },
    .reference(
      22, "level-1/Update-targetHref", "an Update has the address of what it changes",
      [.targetHref]
    ) { $0.parent?.name == .update ? .update($0.text) : nil },
    .every(
      23, "level-1/UpdateTarget", "what an Update changes is named by targetId, not id",
      KMLName.allCases.filter(\.isOfKML), updateTarget),
    .whole(40, "level-1/Link", "a Link or Icon has an href", [.link, .icon]) { $0.missing(.href) },
    .every(46, "level-2/ViewFormat", "a viewFormat is not empty", [.viewFormat]) {
      $0.text.isEmpty ? "it is empty" : nil
    },
    .every(
      47, "level-2/HttpQuery", "an httpQuery has a parameter that KML knows", [.httpQuery],
      httpQuery),
    .every(
      51, "level-2/LinkRefresh", "intervals have the mode that uses them", [.link, .icon],
      linkRefresh),
    .every(77, "level-3/NetworkLink/Url", "no Url, which is deprecated", [.networkLink]) {
      $0.has(.url) ? "it has <Url>, which is deprecated; use <Link>" : nil
    },
  ]

  @Sendable private static func positive(_ node: KMLNode) -> String? {
    for name in [KMLName.refreshInterval, .viewRefreshTime, .viewBoundScale] {
      guard let text = node.text(name) else { continue }
      guard let number = Double(text), number > 0 else {
        return "its \(name.rawValue) '\(text)' is not above zero"
      }
    }
    return nil
  }

  private static func notNegative(_ node: KMLNode) -> String? {
    let text = node.text
    guard let number = Double(text), number >= 0 else { return "'\(text)' is below zero" }
    return nil
  }

  @Sendable private static func referent(_ node: KMLNode) -> KMLReference? {
    guard let href = node.text(.href) else { return .fault("it has no <href>") }
    switch node.parent?.name {
    case .networkLink: return .file(.kml, href)
    case .model: return .file(.model, href)
    case .groundOverlay, .photoOverlay, .screenOverlay: return .file(.image, href)
    default: return KMLAddress(href) == nil ? .fault("'\(href)' is no address (URI)") : nil
    }
  }

  @Sendable private static func updateTarget(_ node: KMLNode) -> String? {
    guard node.isInUpdate, let parent = node.parent,
      [.change, .create, .delete].contains(parent.name)
    else { return nil }
    if node.attribute(.targetId) == nil { return "it has no targetId, so what is meant is unknown" }
    return node.attribute(.id).map { "it has the id '\($0)', but only a targetId is meant here" }
  }

  private static let parameters = ["[clientVersion]", "[kmlVersion]", "[clientName]", "[language]"]

  @Sendable private static func httpQuery(_ node: KMLNode) -> String? {
    let text = node.text
    return parameters.contains(where: text.contains)
      ? nil : "'\(text)' has none of \(parameters.joined(separator: ", "))"
  }

  /// As in OGC's suite, a mode that is not there is not held against the interval.
  @Sendable private static func linkRefresh(_ node: KMLNode) -> String? {
    let pairs: [(KMLName, KMLName, String)] = [
      (.refreshInterval, .refreshMode, "onInterval"),
      (.viewRefreshTime, .viewRefreshMode, "onStop"),
    ]
    for (interval, mode, wanted) in pairs where node.has(interval) {
      guard let found = node.child(mode)?.rawText, found != wanted else { continue }
      return
        "it has <\(interval.rawValue)>, but its \(mode.rawValue) is '\(found)', not '\(wanted)'"
    }
    return nil
  }
}
