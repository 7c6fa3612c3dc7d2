internal import Foundation
internal import FrontlineArchive

/// Judges files of any kind that is known here: KML, KMZ and GeoJSON, told apart by name or by what is in them.
///
/// Schemas are compiled once; one validator serves any number of threads.
public struct FileValidator: Sendable {
  private let kml: KMLValidator

  public init(_ kml: KMLValidator) {
    self.kml = kml
  }

  /// Judges a file and, for KML, what it refers to on the same disk. Never throws: what cannot be read cannot be
  /// judged.
  public func validate(file path: String) -> ValidationReport {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .cannotJudge(
        nil, "there is no such file; check the path, which is taken from the current folder")
    }
    guard !isFolder.boolValue else {
      return .cannotJudge(nil, "this is a folder; name a file in it")
    }
    guard let file = FileHandle(forReadingAtPath: path), let start = try? file.read(upToCount: 4096)
    else {
      // A file without a byte gives no data, and is no error.
      return FileManager.default.isReadableFile(atPath: path)
        ? validate([], in: .nowhere, kind: Self.kind(of: [], name: path))
        : .cannotJudge(nil, "the file cannot be read; check its permissions")
    }
    let kind = Self.kind(of: Array(start), name: path)
    guard Self.canBeOpenedAgain(path) else {
      let rest = (try? file.readToEnd()) ?? Data()
      return validate(Array(start) + Array(rest), in: .nowhere, kind: kind)
    }
    if kind == .kml { return kml.validate(file: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      return .cannotJudge(kind, "the file cannot be read; check its permissions")
    }
    return validate(Array(data), in: .nowhere, kind: kind)
  }

  /// Whether it has all its bytes whenever it is opened; what comes through a pipe is gone once it is read.
  private static func canBeOpenedAgain(_ path: String) -> Bool {
    let end = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = (try? FileManager.default.attributesOfItem(atPath: end))?[.type]
    return type as? FileAttributeType == .typeRegular
  }

  /// Judges what came without a file, as from standard input.
  public func validate(_ bytes: [UInt8]) -> ValidationReport {
    validate(bytes, in: .nowhere, kind: Self.kind(of: Array(bytes.prefix(4096)), name: ""))
  }

  private func validate(
    _ bytes: [UInt8], in surroundings: KMLSurroundings, kind: ValidationReport.Kind
  ) -> ValidationReport {
    switch kind {
    case .kml: kml.validate(bytes, in: surroundings)
    case .kmz: KMZValidator(kml: kml).validate(bytes)
    case .geojson: GeoJSONValidator().validate(bytes)
    }
  }

  /// By the name, since a file is opened by it; where that says nothing, by the first byte that does.
  private static func kind(of start: [UInt8], name: String) -> ValidationReport.Kind {
    let lower = name.lowercased()
    if lower.hasSuffix(".kml") { return .kml }
    if lower.hasSuffix(".kmz") { return .kmz }
    if lower.hasSuffix("json") { return .geojson }
    if ZipArchive.isArchive(start) { return .kmz }
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    switch text.first(where: { !$0.isXMLSpace }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .geojson
    default: return .kml
    }
  }
}
