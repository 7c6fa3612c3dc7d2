import FrontlineGeometry
import FrontlineLayers
import FrontlineReports

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
    let layers = document.layers.map { WrittenLayer($0, document) }
    let styles = KMLStyles(Set(layers.flatMap(\.styles)), document: document, names: &names)
    let shapes = layers.lazy.flatMap(\.geometries).compactMap { $0?.positions }
    var text: [UInt8] = []
    text.add(head(document, box: BoundingBox(shapes.joined())))
    text.add(styles.text())
    for view in KMLView.views(Set(layers.flatMap(\.views)), document.parties) {
      text.add(folder(view.title, isVisible: view.isVisible))
      for layer in layers { layer.appendFolder(view, styles, &names, to: &text) }
      text.add(folderEnd)
    }
    text.add(end)
    return text
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

  /// - Parameter opening: The day to open on, for viewers that know Google's extension; nil for the standard alone.
  static func head(_ document: KMLDocument, box: BoundingBox?, opening: Day? = nil) -> String {
    let isCredited = document.author != nil || document.link != nil
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<kml xmlns=\"http://www.opengis.net/kml/2.2\""
    if opening != nil { text += " xmlns:gx=\"http://www.google.com/kml/ext/2.2\"" }
    text += isCredited ? " xmlns:atom=\"http://www.w3.org/2005/Atom\">\n" : ">\n"
    text += "<Document>\n<name>\(XMLText.escaped(document.title))</name>\n<open>1</open>\n"
    if let author = document.author {
      text += "<atom:author><atom:name>\(XMLText.escaped(author))</atom:name></atom:author>\n"
    }
    if let link = document.link {
      text += "<atom:link rel=\"related\" href=\"\(XMLText.escaped(link))\"/>\n"
    }
    text += "<description>\(XMLText.cdata(KMLLegend.html(document)))</description>\n"
    return text + KMLLookAt.text(box, opening: opening)
  }

  /// The beginning of a Folder.
  static func folder(_ title: String, isVisible: Bool) -> String {
    "<Folder>\n<name>\(XMLText.escaped(title))</name>\n"
      + (isVisible ? "" : "\(KMLPlacemarks.hidden)") + "<open>0</open>\n"
  }

  /// The beginning of a Folder of which one thing is shown at a time.
  static let choice =
    "<Folder>\n<name>Views: choose one</name>\n<open>1</open>\n"
    + "<Style><ListStyle><listItemType>radioFolder</listItemType></ListStyle></Style>\n"

  static let folderEnd = "</Folder>\n"
  static let end = "</Document>\n</kml>\n"
}

/// A layer as it is written, with what is needed more than once.
private struct WrittenLayer {
  let layer: Layer
  let placemarks: KMLPlacemarks
  let geometries: [GridGeometry?]
  let styles: [KMLStyleKey]
  let views: [String?]

  init(_ layer: Layer, _ document: KMLDocument) {
    self.layer = layer
    let placemarks = KMLPlacemarks(
      layer: layer.name, columns: layer.columns, parties: document.parties, time: document.time)
    self.placemarks = placemarks
    geometries = layer.features.map { GridGeometry($0.geometry) }
    styles = layer.features.map { placemarks.styleKey($0) }
    views = layer.features.map { placemarks.view($0) }
  }

  func appendFolder(
    _ view: KMLView, _ styles: KMLStyles, _ names: inout UniqueNames, to text: inout [UInt8]
  ) {
    guard views.contains(view.name) else { return }
    var placemarks = placemarks
    text.add(KMLWriter.folder(view.layerTitle(layer.name), isVisible: view.isVisible))
    for (index, feature) in layer.features.enumerated() where views[index] == view.name {
      placemarks.append(
        feature, geometry: geometries[index], id: names.name(layer.name + "." + feature.id),
        isVisible: view.isVisible, style: styles.url(self.styles[index]), to: &text)
    }
    text.add(KMLWriter.folderEnd)
  }
}
