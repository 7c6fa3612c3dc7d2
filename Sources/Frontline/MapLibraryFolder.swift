internal import FrontlineFormats
internal import FrontlineReports

/// Where the map library is that goes into the page: Leaflet, as Debian's package libjs-leaflet lays it out.
struct MapLibraryFolder {
  /// Where Debian puts it, and its licence.
  static let usual = "/usr/share/javascript/leaflet"
  private static let usualLicence = "/usr/share/doc/libjs-leaflet/copyright"

  /// The script, the style and the licence.
  let files: [String]

  /// - Parameter path: The folder; nil for the usual one.
  /// - Throws: ``FileError`` for the first of its files that is not there.
  init(_ path: String?) throws {
    let folder = path ?? Self.usual
    let licences = ["LICENSE", "LICENSE.txt", "copyright"].map { folder + "/" + $0 }
    files = [
      try Self.first(of: ["leaflet.min.js", "leaflet.js"].map { folder + "/" + $0 }),
      try Self.first(of: [folder + "/leaflet.css"]),
      try Self.first(of: licences + (path == nil ? [Self.usualLicence] : [])),
    ]
  }

  func read() throws -> MapLibrary {
    MapLibrary(
      script: try File.text(files[0]), style: try File.text(files[1]),
      licence: try File.text(files[2]))
  }

  private static func first(of paths: [String]) throws -> String {
    guard let found = paths.first(where: File.exists) else {
      throw FileError(
        path: paths[0], problem: "the map library Leaflet is not there, so there is no index.html",
        remedy:
          "install Debian's libjs-leaflet, or name with --leaflet a folder with leaflet.js, leaflet.css and LICENSE"
      )
    }
    return found
  }
}

extension FileError {
  /// The same as something that does not stop the work.
  func finding(code: String) -> Finding {
    Finding(code: code, severity: .warning, message: problem, remedy: remedy, file: path)
  }
}
