import FrontlineGeometry
import FrontlineLayers

/// Writes layers as KML that is strictly valid against OGC 07-147r2 (KML 2.2): always the same bytes.
///
/// The namespace is the default one, without a prefix. One Folder a view, the assessed one first and
/// the only one switched on; in it one Folder a layer, thus one kind of geometry. Properties are
/// `Data` elements, which every reader keeps. Ids are NCNames, unique in the file.
public enum KMLWriter {
  /// The document in UTF-8.
  ///
  /// A feature whose shape cannot be written (a position that is not on the Earth, nothing left on
  /// the grid of 6 decimals) becomes a Placemark without a geometry.
  public static func bytes(_ document: KMLDocument) -> [UInt8] {
    var names = UniqueNames()
    let keys = document.layers.flatMap { layer in layer.features.map { styleKey($0, in: layer) } }
    let styles = KMLStyles(Set(keys), document: document, names: &names)
    var text = head(document) + styles.text()
    for view in KMLView.views(of: document) {
      text += "<Folder>\n<name>\(XMLText.escaped(view.title))</name>\n"
      text += visibility(view) + "<open>0</open>\n"
      for layer in document.layers {
        appendFolder(layer, view: view, document: document, styles, &names, to: &text)
      }
      text += "</Folder>\n"
    }
    return Array((text + "</Document>\n</kml>\n").utf8)
  }

  /// The name a property has as `Data`: GDAL keeps some names for itself (OSGeo/gdal#13590).
  public static func dataName(_ column: String) -> String {
    switch column.lowercased() {
    case "name": "place_name"
    case "id": "feature_id"
    case "description", "begin", "end", "timestamp", "icon": column + "_value"
    default: column
    }
  }

  private static func head(_ document: KMLDocument) -> String {
    let isCredited = document.author != nil || document.link != nil
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<kml xmlns=\"http://www.opengis.net/kml/2.2\""
    text += isCredited ? " xmlns:atom=\"http://www.w3.org/2005/Atom\">\n" : ">\n"
    text += "<Document>\n<name>\(XMLText.escaped(document.title))</name>\n<open>1</open>\n"
    if let author = document.author {
      text += "<atom:author><atom:name>\(XMLText.escaped(author))</atom:name></atom:author>\n"
    }
    if let link = document.link {
      text += "<atom:link rel=\"related\" href=\"\(XMLText.escaped(link))\"/>\n"
    }
    text += "<description>\(XMLText.cdata(KMLLegend.html(document)))</description>\n"
    return text + KMLLookAt.text(document)
  }

  private static func visibility(_ view: KMLView) -> String {
    view.isVisible ? "" : "<visibility>0</visibility>\n"
  }

  private static func appendFolder(
    _ layer: Layer, view: KMLView, document: KMLDocument, _ styles: KMLStyles,
    _ names: inout UniqueNames, to text: inout String
  ) {
    let features = layer.features.filter { layer.text("view", of: $0) == view.name }
    guard !features.isEmpty else { return }
    text += "<Folder>\n<name>\(XMLText.escaped(view.layerTitle(layer.name)))</name>\n"
    text += visibility(view) + "<open>0</open>\n"
    for feature in features {
      text += "<Placemark id=\"\(names.name(layer.name + "." + feature.id))\">\n"
      text += "<name>\(XMLText.escaped(KMLTitle.text(feature, in: layer, document)))</name>\n"
      text += visibility(view) + summary(feature, in: layer)
      if document.time == .spans { text += timeSpan(feature, in: layer) }
      if let url = styles.url(styleKey(feature, in: layer)) {
        text += "<styleUrl>\(url)</styleUrl>\n"
      }
      text += extendedData(feature, in: layer)
      text += KMLGeometryText.text(feature.geometry) + "</Placemark>\n"
    }
    text += "</Folder>\n"
  }

  private static func summary(_ feature: Feature, in layer: Layer) -> String {
    guard let summary = layer.text("summary", of: feature), !summary.isEmpty else { return "" }
    let html = "<p>" + XMLText.escaped(summary) + "</p>"
    return "<description>\(XMLText.cdata(html))</description>\n"
  }

  private static func timeSpan(_ feature: Feature, in layer: Layer) -> String {
    guard let from = layer.text("valid_from", of: feature),
      let until = layer.text("valid_to", of: feature)
    else { return "" }
    return "<TimeSpan><begin>\(XMLText.escaped(from))</begin>"
      + "<end>\(XMLText.escaped(until))</end></TimeSpan>\n"
  }

  private static func extendedData(_ feature: Feature, in layer: Layer) -> String {
    guard !layer.columns.isEmpty else { return "" }
    let data = layer.columns.enumerated().map { index, column in
      let value = feature.values.indices.contains(index) ? feature.values[index] : .null
      return "<Data name=\"\(XMLText.escaped(dataName(column.name)))\"><value>"
        + XMLText.escaped(text(value, in: column)) + "</value></Data>\n"
    }
    return "<ExtendedData>\n" + data.joined() + "</ExtendedData>\n"
  }

  private static func text(_ value: PropertyValue, in column: PropertyColumn) -> String {
    switch value {
    case .text(let text), .time(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): DecimalText.string(number, decimals: column.decimals) ?? ""
    case .null: ""
    }
  }

  private static func styleKey(_ feature: Feature, in layer: Layer) -> KMLStyleKey {
    let shape: KMLStyleKey.Shape =
      switch feature.geometry {
      case .point: .point
      case .lines: .line
      case .polygons: .polygon
      }
    let status = layer.text("status", of: feature) ?? ""
    let party = status == "held" ? layer.text("party", of: feature) ?? "" : ""
    return KMLStyleKey(layer: layer.name, shape: shape, status: status, party: party)
  }
}

extension Layer {
  /// The text or time in a column; nil if the feature has none.
  func text(_ column: String, of feature: Feature) -> String? {
    switch value(column, of: feature) {
    case .text(let text), .time(let text): text
    case .integer, .number, .null: nil
    }
  }
}
