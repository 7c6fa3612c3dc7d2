/// The map library as it stands in a page: Leaflet.
public struct MapLibrary: Hashable, Sendable {
  /// JavaScript, CSS, and the licence that has to go with them.
  public var script: String
  public var style: String
  public var licence: String

  public init(script: String, style: String, licence: String) {
    self.script = script
    self.style = style
    self.licence = licence
  }

  /// Without what would be fetched: the address of a source map, pictures that we do not use.
  fileprivate var inlined: MapLibrary {
    var library = self
    library.script = script.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("//# sourceMappingURL=") }.joined(separator: "\n")
      .replacing("</script", with: "<\\/script").replacing("<!--", with: "<\\!--")
    library.style = Self.withoutAddresses(style).replacing("</", with: "<\\/")
    library.licence = licence.replacing("*/", with: "* /").replacing("</", with: "< /")
    return library
  }

  /// `none` for each `url(…)`.
  private static func withoutAddresses(_ css: String) -> String {
    var (kept, rest) = ("", css[...])
    while let start = rest.firstRange(of: "url(") {
      kept += rest[..<start.lowerBound] + "none"
      rest = rest[start.upperBound...]
      rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
    }
    return kept + rest
  }
}

/// A map in one HTML file: nothing is fetched, but tiles where they are asked for.
public enum WebMapPage {
  /// - Parameters:
  ///   - data: As ``WebMapTimeline`` gives it.
  ///   - library: Put in with its licence.
  public static func bytes(_ map: WebMap, data: [UInt8], library: MapLibrary) -> [UInt8] {
    let library = library.inlined
    let parts: [String: [UInt8]] = [
      "TITLE": Array(XMLText.escaped(map.title).utf8),
      "POLICY": Array(XMLText.escaped(policy(map.tiles)).utf8),
      "LEAFLET_CSS": Array(library.style.utf8),
      "STYLE": PackageResources.map_css,
      "DATA": data,
      "LEAFLET_LICENCE": Array(library.licence.utf8),
      "LEAFLET": Array(library.script.utf8),
      "SCRIPT": script,
    ]
    return filled(PackageResources.map_html, with: parts)
  }

  private static let script =
    PackageResources.map_data_js + PackageResources.map_panel_js + PackageResources.map_draw_js
    + PackageResources.map_labels_js + PackageResources.map_main_js

  /// What the page may do: run and style itself, and show tiles from their own host only.
  static func policy(_ tiles: WebMap.Tiles?) -> String {
    let pictures = tiles.flatMap { host(of: $0.url) }.map { " " + $0 } ?? ""
    return
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\(pictures)"
  }

  /// Scheme and host; `{s}` stands for any; nil for an address relative to the page, which is a file beside it.
  private static func host(of url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return "'self' file:" }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      .replacing("{s}", with: "*")
    let isPlain = host.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "*.-:".contains($0))
    }
    return isPlain ? String(url[..<scheme.upperBound]) + host : nil
  }

  /// Each `%%NAME%%` of the template by its part; parts are not looked into.
  private static func filled(_ template: [UInt8], with parts: [String: [UInt8]]) -> [UInt8] {
    var page: [UInt8] = []
    let pieces = String(decoding: template, as: UTF8.self).split(
      separator: "%%", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      // Every second piece is a name.
      page += index % 2 == 0 ? Array(piece.utf8) : parts[String(piece)] ?? []
    }
    return page
  }
}
