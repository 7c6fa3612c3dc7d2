internal import FrontlineXML

/// Our XML schema of OGC KML 2.2, as embedded in the binary.
///
/// Written from OGC 07-147r2, RFC 4287 (Atom) and OASIS xAL 2.0; the files are in `Resources/`. Tests prove that it
/// gives the verdicts of the official schema.
enum KMLSchema {
  /// - Throws: ``XMLError`` if libxml2 cannot compile it.
  static func compile() throws -> XMLSchema {
    try XMLSchema([
      ("kml22.xsd", text(PackageResources.kml22_xsd)),
      ("atom.xsd", text(PackageResources.atom_xsd)),
      ("xal.xsd", text(PackageResources.xal_xsd)),
    ])
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
