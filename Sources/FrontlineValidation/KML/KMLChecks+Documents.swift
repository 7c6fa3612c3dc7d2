/// Checks of documents, folders and features as such.
extension KMLCheck {
  static let ofDocuments: [KMLCheck] = [
    .whole(
      21, "level-1/EmptyObject", "an object has content or an id", KMLName.objects,
      emptyObject),
    .every(
      45, "level-2/Kml-Minimal", "kml holds a feature or a NetworkLinkControl",
      [.kml], minimalKML),
    .whole(60, "level-2/Folder", "a Folder is not empty", [.folder]) { $0.lackingContent },
  ]

  static let ofFeatures: [KMLCheck] = [
    .every(24, "level-1/PhoneNumber", "a phone number is a tel: URI", [.phoneNumber], phoneNumber),
    .every(
      30, "level-1/atom-author", "an author's address and e-mail are such", [.atomAuthor], author),
    .every(
      31, "level-1/atom-link", "an atom:link has rel=\"related\"", [.atomLink], atomLink),
    .whole(
      67, "level-2/Placemark", "a Placemark has a geometry", [.placemark], placemark),
    .every(72, "level-3/Metadata", "no Metadata, which is deprecated", KMLName.features) {
      $0.has(.metadata) ? "it has <Metadata>, which is deprecated; use <ExtendedData>" : nil
    },
    .every(76, "level-3/Snippet", "no Snippet, which is deprecated", KMLName.features) {
      $0.has(.oldSnippet) ? "it has <Snippet>, which is deprecated; use <snippet>" : nil
    },
  ]

  static let ofTimes: [KMLCheck] = [
    .every(4, "level-1/TimeSpan", "a TimeSpan begins before it ends", [.timeSpan], timeSpan),
    .every(5, "level-1/TimeStamp", "a TimeStamp says when", [.timeStamp]) { $0.missing(.when) },
  ]

  @Sendable private static func emptyObject(_ node: KMLNode) -> String? {
    let isEmpty = !node.hasNodes && (node.attribute(.id) ?? "").isEmpty
    return isEmpty ? "it is empty and has no id by which it could be changed" : nil
  }

  @Sendable private static func minimalKML(_ node: KMLNode) -> String? {
    let hasExtension = node.tree.allowsGX && node.has(.gxTour)
    return node.countOfKMLChildren > 0 || hasExtension
      ? nil : "it holds no feature and no <NetworkLinkControl> of KML 2.2"
  }

  /// RFC 3966, clause 3: digits and visual separators, perhaps a plus before and parameters behind.
  @Sendable private static func phoneNumber(_ node: KMLNode) -> String? {
    let text = node.rawText
    let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = (parts.first ?? "").dropFirst("tel:".count)
    let isNumber =
      text.lowercased().hasPrefix("tel:") && digits.contains(where: { $0.isASCII && $0.isNumber })
      && (digits.hasPrefix("+") ? digits.dropFirst() : digits).allSatisfy {
        $0.isASCII && ($0.isHexDigit || "-.()*#".contains($0))
      }
    return isNumber ? nil : "'\(text)' is no tel: URI (RFC 3966), such as 'tel:+31-20-555-0100'"
  }

  @Sendable private static func author(_ node: KMLNode) -> String? {
    if let uri = node.text(.atomURI), !isIRI(uri) {
      return "the uri '\(uri)' is no IRI (RFC 3987)"
    }
    if let email = node.text(.atomEmail), !isAddress(email) {
      return "the email '\(email)' is no address (RFC 2822, addr-spec)"
    }
    return nil
  }

  /// Whether all characters may stand in an IRI.
  private static func isIRI(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>\"{}|\\^`".unicodeScalars.contains($0) }
  }

  /// `local@domain.domain` without spaces.
  private static func isAddress(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@"), at > text.startIndex,
      !text.contains(where: \.isWhitespace)
    else { return false }
    let domain = text[text.index(after: at)...].split(
      separator: ".", omittingEmptySubsequences: false)
    return domain.count >= 2 && !domain.contains("")
  }

  @Sendable private static func atomLink(_ node: KMLNode) -> String? {
    node.attribute(.rel) == "related" ? nil : "its rel must be 'related'"
  }

  @Sendable private static func placemark(_ node: KMLNode) -> String? {
    let isKnown =
      KMLName.geometries.contains(where: node.has)
      || node.tree.allowsGX && (node.has(.gxTrack) || node.has(.gxMultiTrack))
    return isKnown ? nil : "it has no geometry"
  }

  @Sendable private static func timeSpan(_ node: KMLNode) -> String? {
    let (begin, end) = (node.child(.begin)?.rawText, node.child(.end)?.rawText)
    guard begin != nil || end != nil else { return "it has no <begin> and no <end>" }
    guard let begin, let end else { return nil }
    guard let first = KMLMoment(begin), let last = KMLMoment(end) else {
      let odd = KMLMoment(begin) == nil ? begin : end
      return "'\(odd)' is not a date with an optional time, so the span cannot be told"
    }
    return first < last ? nil : "it begins at '\(begin)', which is not before its end '\(end)'"
  }
}
