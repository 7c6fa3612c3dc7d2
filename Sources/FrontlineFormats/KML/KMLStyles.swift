import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers

/// What decides how a Placemark looks.
struct KMLStyleKey: Hashable, Comparable {
  enum Shape: Int, Comparable {
    case polygon, line, point

    static func < (left: Shape, right: Shape) -> Bool { left.rawValue < right.rawValue }
  }

  var layer: String
  var shape: Shape
  var status: String
  /// Empty where no single party decides the colour.
  var party: String

  static func < (left: KMLStyleKey, right: KMLStyleKey) -> Bool {
    (left.layer, left.shape, left.status, left.party)
      < (right.layer, right.shape, right.status, right.party)
  }
}

/// The ids of styles, named as they are asked for.
struct KMLStyleNames {
  /// The ids of one key's StyleMap and its two Styles.
  struct IDs {
    var map: String
    var normal: String
    var highlight: String

    init(_ key: KMLStyleKey, _ names: inout UniqueNames) {
      let parts = ["style", key.layer, key.status, key.party].filter { !$0.isEmpty }
      let map = parts.joined(separator: "-")
      self.map = names.name(map)
      normal = names.name(map + "-normal")
      highlight = names.name(map + "-highlight")
    }
  }

  private var names = UniqueNames()
  private var ids: [KMLStyleKey: IDs] = [:]

  /// What `styleUrl` points to.
  mutating func url(_ key: KMLStyleKey) -> String {
    if let known = ids[key] { return "#" + known.map }
    let made = IDs(key, &names)
    ids[key] = made
    return "#" + made.map
  }

  /// The Style and StyleMap elements of all that were asked for, sorted.
  ///
  /// - Parameter rest: What every Style ends with.
  func written(_ document: KMLDocument, rest: String = "") -> String {
    var styles = KMLStyles(ids, document: document)
    styles.rest = rest
    return styles.text()
  }
}

/// The shared styles of a document: for each key a normal and a highlighted Style and their StyleMap.
struct KMLStyles {
  private let colours: [String: String]
  private let pointIcon: String?
  private let keys: [KMLStyleKey]
  private let ids: [KMLStyleKey: KMLStyleNames.IDs]
  /// What every Style ends with, such as a BalloonStyle.
  fileprivate var rest = ""

  /// - Parameter names: Where the ids of the styles are taken from, so that no Placemark has them.
  init(_ keys: Set<KMLStyleKey>, document: KMLDocument, names: inout UniqueNames) {
    var ids: [KMLStyleKey: KMLStyleNames.IDs] = [:]
    for key in keys.sorted() { ids[key] = KMLStyleNames.IDs(key, &names) }
    self.init(ids, document: document)
  }

  init(_ ids: [KMLStyleKey: KMLStyleNames.IDs], document: KMLDocument) {
    colours = Dictionary(document.parties.map { ($0.id, $0.colour) }) { first, _ in first }
    pointIcon = document.pointIcon
    keys = ids.keys.sorted()
    self.ids = ids
  }

  /// What `styleUrl` points to; nil for a key the styles were not made with.
  func url(_ key: KMLStyleKey) -> String? {
    ids[key].map { "#" + $0.map }
  }

  /// The Style and StyleMap elements, sorted.
  func text() -> String {
    keys.map(text).joined()
  }

  private func text(_ key: KMLStyleKey) -> String {
    guard let ids = ids[key] else { return "" }
    return "<Style id=\"\(ids.normal)\">\n" + style(key, highlighted: false) + rest + "</Style>\n"
      + "<Style id=\"\(ids.highlight)\">\n" + style(key, highlighted: true) + rest + "</Style>\n"
      + "<StyleMap id=\"\(ids.map)\">\n"
      + "<Pair><key>normal</key><styleUrl>#\(ids.normal)</styleUrl></Pair>\n"
      + "<Pair><key>highlight</key><styleUrl>#\(ids.highlight)</styleUrl></Pair>\n"
      + "</StyleMap>\n"
  }

  /// In the schema's order: IconStyle, LabelStyle, LineStyle, PolyStyle.
  private func style(_ key: KMLStyleKey, highlighted: Bool) -> String {
    switch key.shape {
    case .point:
      icon(colour(key), scale: highlighted ? "1" : "0.7")
        + label(scale: highlighted ? "1" : key.status == "unknown" ? "0" : "0.7")
    case .line where key.layer == LayerSchema.frontSymbols.name:
      symbol(key, highlighted: highlighted)
    case .line:
      line(borderColour(key), width: highlighted ? "4" : "3")
    case .polygon:
      line(KMLColour.text(colour(key)), width: highlighted ? "3" : "1.5")
        + "<PolyStyle><color>"
        + KMLColour.text(colour(key), alpha: highlighted ? "99" : "66")
        + "</color></PolyStyle>\n"
    }
  }

  private func icon(_ colour: String, scale: String) -> String {
    let picture = pointIcon.map { "<Icon><href>\(XMLText.escaped($0))</href></Icon>" } ?? ""
    return "<IconStyle><color>\(KMLColour.text(colour))</color><scale>\(scale)</scale>\(picture)"
      + "</IconStyle>\n"
  }

  private func label(scale: String) -> String {
    "<LabelStyle><scale>\(scale)</scale></LabelStyle>\n"
  }

  private func line(_ colour: String, width: String) -> String {
    "<LineStyle><color>\(colour)</color><width>\(width)</width></LineStyle>\n"
  }

  /// In the colour of the attacker. KML has no dashes: what one source alone says is thin and pale.
  private func symbol(_ key: KMLStyleKey, highlighted: Bool) -> String {
    let colour = colours[key.party] ?? KMLColour.border
    let isClaimed = key.status == "claimed"
    return line(
      KMLColour.text(colour, alpha: isClaimed ? "99" : "ff"),
      width: isClaimed ? (highlighted ? "3" : "2") : (highlighted ? "6" : "4"))
  }

  private func borderColour(_ key: KMLStyleKey) -> String {
    KMLColour.text(key.status == "contested" ? KMLColour.contested : KMLColour.border)
  }

  private func colour(_ key: KMLStyleKey) -> String {
    switch key.status {
    case "contested", "disputed": KMLColour.contested
    case "unknown": KMLColour.unknown
    default: colours[key.party] ?? KMLColour.unknown
    }
  }
}
