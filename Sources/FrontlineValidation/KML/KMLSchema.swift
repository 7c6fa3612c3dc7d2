internal import FrontlineXML

/// Our XML schemas of OGC KML 2.2 and of Google's extension, as embedded in the binary.
///
/// Written from OGC 07-147r2, RFC 4287 (Atom), OASIS xAL 2.0 and Google's reference; the files are in `Resources/`.
/// Tests prove that they give the verdicts of the official schemas.
enum KMLSchema {
  /// - Parameter allowsGX: Whether elements of Google's extension may stand where Google has them.
  /// - Throws: ``XMLError`` if libxml2 cannot compile it.
  static func compile(allowsGX: Bool = false) throws -> XMLSchema {
    let files = [
      ("kml22.xsd", text(PackageResources.kml22_xsd)),
      ("atom.xsd", text(PackageResources.atom_xsd)),
      ("xal.xsd", text(PackageResources.xal_xsd)),
    ]
    guard allowsGX else { return try XMLSchema(files) }
    // The schema of the extension imports that of KML, and so has both.
    return try XMLSchema([("gx22.xsd", text(PackageResources.gx22_xsd))] + files)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
