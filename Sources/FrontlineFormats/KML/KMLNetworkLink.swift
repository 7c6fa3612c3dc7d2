/// A small KML that fetches the KMZ anew every hour, for those who put their output on a server.
public enum KMLNetworkLink {
  /// Strictly valid against OGC 07-147r2.
  ///
  /// - Parameters:
  ///   - title: The theatre's.
  ///   - file: The KMZ: a whole address, or beside the link.
  public static func bytes(title: String, file: String) -> [UInt8] {
    let name = XMLText.escaped(title)
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <NetworkLink id="theatre">
      <name>\(name)</name>
      <open>1</open>
      <description>The maps as they are now, fetched again every hour.</description>
      <flyToView>1</flyToView>
      <Link>
      <href>\(XMLText.escaped(file))</href>
      <refreshMode>onInterval</refreshMode>
      <refreshInterval>3600</refreshInterval>
      </Link>
      </NetworkLink>
      </kml>

      """.utf8)
  }
}
