public import FrontlineGeometry
internal import FrontlineLayers

/// A small KML that fetches the KMZ anew every hour, for those who put their output on a server.
public enum KMLNetworkLink {
  /// Strictly valid against OGC 07-147r2.
  ///
  /// - Parameters:
  ///   - title: The theatre's.
  ///   - file: The KMZ: a whole address, or beside the link.
  ///   - place: Somewhere in the theatre: a Placemark that is switched off stands there, because GIS programs that do
  ///     not follow links refuse a file without a feature that has a place.
  public static func bytes(title: String, file: String, place: Position) -> [UInt8] {
    let name = XMLText.escaped(title)
    let file = XMLText.escaped(file)
    let coordinates = [place.longitude, place.latitude]
      .map { DecimalText.string($0, decimals: 6) ?? "0" }.joined(separator: ",")
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <Document>
      <name>\(name)</name>
      <NetworkLink id="theatre">
      <name>\(name)</name>
      <open>1</open>
      <description>The maps as they are now, fetched again every hour.</description>
      <flyToView>1</flyToView>
      <Link>
      <href>\(file)</href>
      <refreshMode>onInterval</refreshMode>
      <refreshInterval>3600</refreshInterval>
      </Link>
      </NetworkLink>
      <Placemark id="place">
      <name>\(name)</name>
      <visibility>0</visibility>
      <description>The maps are in \(file).</description>
      <Point><coordinates>\(coordinates)</coordinates></Point>
      </Placemark>
      </Document>
      </kml>

      """.utf8)
  }
}
