/// The elements of KML that checks look at, by name. All others of KML are ``other``, those of other namespaces ``foreign``.
enum KMLName: String, CaseIterable, Sendable {
  case other = ""
  case foreign = " "
  // Atom's, of which three matter.
  case atomAuthor = "atom:author"
  case atomLink = "atom:link"
  case atomURI = "atom:uri"
  case atomEmail = "atom:email"
  // Google's, where they stand for an element of KML.
  case gxAltitudeMode = "gx:altitudeMode"
  case gxLatLonQuad = "gx:LatLonQuad"
  case gxMultiTrack = "gx:MultiTrack"
  case gxTour = "gx:Tour"
  case gxTrack = "gx:Track"

  case kml, altitude, altitudeMode, begin, bgColor, bottomFov, color, colorMode, coordinates, east
  case end, extrude, fill, heading, href, httpQuery, innerBoundaryIs, key, latitude, leftFov
  case listItemType, longitude, maxAltitude, maxFadeExtent, maxHeight, maxLodPixels, maxWidth
  case minAltitude, minFadeExtent, minLodPixels, minRefreshPeriod, near, north, outerBoundaryIs
  case outline, phoneNumber, range, refreshInterval, refreshMode, rightFov, roll, scale, screenXY
  case snippet, sourceHref, south, styleUrl, targetHref, tessellate, text, tileSize, tilt, topFov
  case value, viewBoundScale, viewFormat, viewRefreshMode, viewRefreshTime, west, when, x, y, z

  case alias = "Alias"
  case balloonStyle = "BalloonStyle"
  case camera = "Camera"
  case change = "Change"
  case create = "Create"
  case data = "Data"
  case delete = "Delete"
  case document = "Document"
  case extendedData = "ExtendedData"
  case folder = "Folder"
  case groundOverlay = "GroundOverlay"
  case icon = "Icon"
  case iconStyle = "IconStyle"
  case imagePyramid = "ImagePyramid"
  case itemIcon = "ItemIcon"
  case labelStyle = "LabelStyle"
  case latLonAltBox = "LatLonAltBox"
  case latLonBox = "LatLonBox"
  case lineString = "LineString"
  case lineStyle = "LineStyle"
  case linearRing = "LinearRing"
  case link = "Link"
  case listStyle = "ListStyle"
  case location = "Location"
  case lod = "Lod"
  case lookAt = "LookAt"
  case metadata = "Metadata"
  case model = "Model"
  case multiGeometry = "MultiGeometry"
  case networkLink = "NetworkLink"
  case networkLinkControl = "NetworkLinkControl"
  case orientation = "Orientation"
  case pair = "Pair"
  case photoOverlay = "PhotoOverlay"
  case placemark = "Placemark"
  case point = "Point"
  case polyStyle = "PolyStyle"
  case polygon = "Polygon"
  case region = "Region"
  case resourceMap = "ResourceMap"
  case oldSnippet = "Snippet"
  case scaleOfModel = "Scale"
  case schema = "Schema"
  case schemaData = "SchemaData"
  case screenOverlay = "ScreenOverlay"
  case simpleData = "SimpleData"
  case simpleField = "SimpleField"
  case style = "Style"
  case styleMap = "StyleMap"
  case timeSpan = "TimeSpan"
  case timeStamp = "TimeStamp"
  case update = "Update"
  case url = "Url"
  case viewVolume = "ViewVolume"

  /// Whether the element is of KML's own namespace.
  var isOfKML: Bool {
    switch self {
    case .foreign, .atomAuthor, .atomLink, .atomURI, .atomEmail, .gxAltitudeMode, .gxLatLonQuad,
      .gxMultiTrack, .gxTour, .gxTrack:
      false
    default: true
    }
  }

  private static let byName = Dictionary(
    allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// - Parameter text: The name in a file, or with `atom:` or `gx:` before it.
  init(named text: String) {
    self = Self.byName[text] ?? .other
  }

  /// The elements that may stand for `AbstractObjectGroup`: what has an identity of its own (07-147r2, 8.1).
  static let objects: [KMLName] = [
    .alias, .balloonStyle, .camera, .data, .document, .folder, .groundOverlay, .icon, .iconStyle,
    .imagePyramid, .itemIcon, .labelStyle, .latLonAltBox, .latLonBox, .lineString, .lineStyle,
    .linearRing, .link, .listStyle, .location, .lod, .lookAt, .model, .multiGeometry, .networkLink,
    .orientation, .pair, .photoOverlay, .placemark, .point, .polyStyle, .polygon, .region,
    .resourceMap, .scaleOfModel, .schemaData, .screenOverlay, .style, .styleMap, .timeSpan,
    .timeStamp, .url, .viewVolume,
  ]

  static let containers: [KMLName] = [.document, .folder]
  static let overlays: [KMLName] = [.groundOverlay, .photoOverlay, .screenOverlay]
  static let features: [KMLName] = containers + overlays + [.networkLink, .placemark]
  static let geometries: [KMLName] = [
    .point, .lineString, .linearRing, .polygon, .model, .multiGeometry,
  ]
}
