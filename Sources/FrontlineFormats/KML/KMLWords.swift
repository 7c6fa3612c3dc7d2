import FrontlineClaims
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

/// A view's Folder.
struct KMLView {
  /// As in the column `view`; nil for features without one.
  var name: String?
  var title: String
  /// Whether it is switched on when the file opens: the assessed view, or the first one without it.
  var isVisible: Bool

  /// The views of all layers: the assessed first, the claims last, the others by name between.
  static func views(_ names: Set<String?>, _ parties: [Party]) -> [KMLView] {
    names.sorted { (rank($0), $0 ?? "") < (rank($1), $1 ?? "") }.enumerated()
      .map { KMLView(name: $1, title: title($1, parties), isVisible: $0 == 0) }
  }

  /// Says the view too, since readers name a layer after its Folder alone.
  func layerTitle(_ layer: String) -> String {
    let words = KMLTitle.capitalised(layer.split(separator: "_").joined(separator: " "))
    return name == layer ? words : words + " (" + title + ")"
  }

  /// Whether it is an answer to who holds what, of which one at a time is looked at.
  var isAnswer: Bool { name != nil && name != Self.claims && name != "disagreements" }

  /// The view of the single claims: nobody's answer.
  private static let claims = "claims"

  private static func rank(_ name: String?) -> Int {
    switch name {
    case "assessed": 0
    case claims: 2
    case nil: 3
    default: 1
    }
  }

  private static func title(_ name: String?, _ parties: [Party]) -> String {
    guard let name else { return "Other" }
    if name == claims { return "Reported claims" }
    let claimed = "claimed:"
    guard name.hasPrefix(claimed) else { return KMLTitle.capitalised(name) }
    let party = String(name.dropFirst(claimed.count))
    return "Claimed by or for " + (parties.first { $0.id == party }?.name ?? party)
  }
}

/// Words in names.
enum KMLTitle {
  static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The colours in words, for the Document's description.
enum KMLLegend {
  static func html(_ document: KMLDocument) -> String {
    let parties = document.parties.map { item(KMLColour.hex($0.colour), "held by " + $0.name) }
    let others = [
      item(KMLColour.contested, "contested: opposing parties are in the place"),
      item(
        KMLColour.unknown, "a place of which nothing is known"),
      item(KMLColour.border, "front line between two parties"),
    ]
    return
      "<p>Only the first view is switched on; what each party claims, what independents say and the "
      + "single claims are in folders of their own. Ground without colour is unknown.</p><ul>"
      + (parties + others).joined() + "</ul>"
      + (document.credits.map { "<p>Places: \(XMLText.escaped($0))</p>" } ?? "")
  }

  private static func item(_ colour: String, _ words: String) -> String {
    "<li><span style=\"color:\(colour)\">&#9632;</span> \(colour): \(XMLText.escaped(words))</li>"
  }
}

/// Where the viewer looks when the file opens: straight down on everything.
enum KMLLookAt {
  /// - Parameters:
  ///   - box: Of all shapes; empty if no feature has one.
  ///   - opening: The day shown first. The standard has no place for it.
  static func text(_ box: BoundingBox?, opening: Day? = nil) -> String {
    guard let box else { return "" }
    let span = opening.map {
      "<gx:TimeSpan><begin>\($0)T00:00:00Z</begin><end>\($0)T23:59:59Z</end></gx:TimeSpan>"
    }
    return "<LookAt>\(span ?? "")<longitude>\(GridGeometry.text(box.centre.longitude))</longitude>"
      + "<latitude>\(GridGeometry.text(box.centre.latitude))</latitude>"
      + "<range>\(DecimalText.string(range(box), decimals: 0) ?? "0")</range></LookAt>\n"
  }

  /// Metres from which the box fits the window with some room; a rough figure is enough for a camera.
  private static func range(_ box: BoundingBox) -> Double {
    let metresPerDegree = 111_195.0
    let degrees = max(box.east - box.west, box.north - box.south)
    return min(max(degrees * metresPerDegree * 1.3, 5_000), 12_000_000)
  }
}
