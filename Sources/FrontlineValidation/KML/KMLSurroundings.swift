internal import Foundation
internal import FrontlineArchive

/// Where a document stands, and so what its references lead to. Nothing is ever fetched from a network.
struct KMLSurroundings: Sendable {
  /// What a reference leads to.
  enum Found: Sendable {
    case file(KMLFile)
    case missing
    /// Out of the archive that the document is in.
    case outside
    /// The reason why that cannot be told here.
    case unknown(String)
  }

  private let place: Place

  private enum Place: Sendable {
    case folder(String)
    case archive(ZipArchive, member: String)
    case nowhere
  }

  /// A document of a folder on disk; the empty string is the current one.
  static func folder(_ path: String) -> KMLSurroundings { KMLSurroundings(place: .folder(path)) }

  static func archive(_ archive: ZipArchive, member: String) -> KMLSurroundings {
    KMLSurroundings(place: .archive(archive, member: member))
  }

  /// A document that came by itself, as from standard input.
  static let nowhere = KMLSurroundings(place: .nowhere)

  func find(_ address: KMLAddress) -> Found {
    switch address.scheme {
    case nil, "file": break
    // A drive of some computer: nobody else can follow it.
    case let scheme? where scheme.count == 1: return .missing
    case let scheme? where ["http", "https", "ftp"].contains(scheme):
      return .unknown("the network is not asked for \(scheme): addresses")
    case let scheme?: return .unknown("\(scheme): addresses are not followed")
    }
    switch place {
    case .nowhere: return .unknown("the document has no folder, so its references lead nowhere")
    case .folder(let folder): return find(address, in: folder)
    case .archive(let archive, let member):
      guard address.scheme == nil, let name = ZipPath.resolve(address.path, from: member) else {
        return .outside
      }
      let entry = archive.entry(named: name)
      return entry.map { .file(.entry($0, archive)) } ?? .missing
    }
  }

  private func find(_ address: KMLAddress, in folder: String) -> Found {
    var path = address.path
    if address.scheme != nil {
      path = path.hasPrefix("//") ? String(path.dropFirst(2).drop { $0 != "/" }) : path
    } else if !path.hasPrefix("/"), !folder.isEmpty {
      path = folder + "/" + path
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      return .file(.path(path))
    }
    // A file inside of an archive beside the document.
    if let end = path.range(of: ".kmz/"),
      FileManager.default.fileExists(
        atPath: String(path[..<path.index(before: end.upperBound)]))
    {
      return .unknown("what is inside of other archives is not looked at")
    }
    return .missing
  }
}

/// A file that a document refers to.
enum KMLFile: Sendable {
  case path(String)
  case entry(ZipArchive.Entry, ZipArchive)

  /// More of a file is never looked at: models and documents with styles are far smaller.
  static let most = 64 << 20

  /// The first bytes; fewer if the file is shorter, none if it cannot be read.
  func start(_ count: Int) -> [UInt8] {
    switch self {
    case .path(let path):
      guard let file = FileHandle(forReadingAtPath: path) else { return [] }
      defer { try? file.close() }
      return Array((try? file.read(upToCount: count)) ?? Data())
    case .entry(let entry, let archive):
      var buffer = [UInt8](repeating: 0, count: count)
      guard let reader = try? ZipEntryReader(entry, in: archive, limit: Int(Int32.max)),
        let read = try? reader.read(into: &buffer)
      else { return [] }
      return Array(buffer[..<read])
    }
  }

  /// All of it; nil if it cannot be read or is larger than ``most``.
  func contents() -> [UInt8]? {
    switch self {
    case .path:
      let bytes = start(Self.most + 1)
      return bytes.count > Self.most ? nil : bytes
    case .entry(let entry, let archive): return try? archive.contents(of: entry, limit: Self.most)
    }
  }
}

/// What a file is, told by its first bytes.
enum KMLFileKind: Hashable, Sendable {
  case kml, image, model

  /// What is wrong with a file that should be of the kind; nil if nothing is.
  func fault(of file: KMLFile) -> String? {
    let start = file.start(512)
    if start.isEmpty { return "is empty or cannot be read" }
    switch self {
    case .model: return nil
    case .image: return Self.isImage(start) ? nil : "is no image that viewers know"
    case .kml: return Self.isKML(start) ? nil : "is neither KML nor KMZ"
    }
  }

  private static func isKML(_ start: [UInt8]) -> Bool {
    if ZipArchive.isArchive(start) || start.starts(with: [0xFE, 0xFF])
      || start.starts(with: [0xFF, 0xFE])
    {
      return true
    }
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    return text.first { !$0.isXMLSpace } == UInt8(ascii: "<")
  }

  /// PNG, JPEG, GIF, BMP, TIFF and WebP.
  private static func isImage(_ start: [UInt8]) -> Bool {
    let signatures: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("BM".utf8),
      [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A],
    ]
    return signatures.contains { start.starts(with: $0) }
      || start.starts(with: Array("RIFF".utf8)) && start.dropFirst(8).starts(with: "WEBP".utf8)
  }
}
