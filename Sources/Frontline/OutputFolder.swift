internal import Crypto
internal import Foundation
internal import FrontlineClaims
public import FrontlineControl
public import FrontlineReports

/// What a build made, from what, and how.
public struct Manifest: Hashable, Sendable {
  public var theatreID: String
  public var title: String
  /// The theatre's folder as it was given.
  public var theatre: String
  public var days: [Day]
  public var views: [String]
  public var knowledge: Knowledge
  public var method = ControlMethod.kriging
  /// How far corners that were left out may lie from what is drawn, in metres; 0 if none were.
  public var simplification = 0.0
  /// Path and SHA-256 of every file that was read.
  public var inputs: [(path: String, sha256: String)]
  public var files: [String]
  /// Findings by code.
  public var findings: [(code: String, count: Int)]
  public var claims: Int
  /// Whom to thank for the places; nil if nobody asks for it.
  public var credits: String?
  /// How many claims people decided about, by what they decided.
  public var edited: [(kind: String, count: Int)]
  public var reports: Int

  public static let fileName = "manifest.json"

  public static func == (left: Manifest, right: Manifest) -> Bool { left.written == right.written }
  public func hash(into hasher: inout Hasher) { hasher.combine(written) }

  /// The manifest as JSON, without any time of making, so that the same build gives the same bytes.
  public var written: String {
    JSONValue.object([
      ("made_by", .text("frontline \(FrontlineVersion.number)")), ("theatre_id", .text(theatreID)),
      ("title", .text(title)), ("theatre", .text(theatre)),
      ("days", .list(days.map { .text($0.description) })),
      ("views", .list(views.map { .text($0) })),
      ("known_by", .text(knowledge.description)), ("method", .text(method.rawValue)),
      ("simplify_m", .decimal(simplification)),
      ("reports", .integer(reports)),
      ("claims", .integer(claims)),
      ("edited", .object(edited.map { ($0.kind, .integer($0.count)) })),
      ("place_credits", .optional(credits)),
      ("findings", .object(findings.map { ($0.code, .integer($0.count)) })),
      (
        "inputs",
        .list(inputs.map { .object([("path", .text($0.path)), ("sha256", .text($0.sha256))]) })
      ),
      ("files", .list(files.map { .text($0) })),
    ]).written(indent: 1) + "\n"
  }
}

/// The number that outputs carry.
public enum FrontlineVersion {
  public static let number = "0.1.0"
}

/// A folder of layers that a build wrote.
public struct OutputFolder: Sendable {
  public let path: String

  public init(_ path: String) {
    self.path = path
  }

  /// Makes the folder beside this one where a build waits until it is whole.
  ///
  /// - Throws: ``FileError`` if this folder holds files but no manifest of ours, or cannot be written to.
  func stage() throws -> StagedFolder {
    guard !path.isEmpty else {
      throw FileError(
        path: "--output", problem: "the folder's name is empty",
        remedy: "name a folder, such as 'output'")
    }
    let old = try oldFiles()
    removeAbandoned()
    // Its own name for each run: a folder that is there already is somebody's, and stays.
    let staging = path + StagedFolder.mark + "\(ProcessInfo.processInfo.processIdentifier)"
    guard !File.exists(staging) else {
      throw FileError(path: staging, problem: "the folder is in the way", remedy: "move it away")
    }
    return StagedFolder(path: staging, target: path, old: old)
  }

  /// Removes what builds left beside the folder that were stopped half-way.
  private func removeAbandoned() {
    let place = URL(fileURLWithPath: path).standardizedFileURL
    let start = place.lastPathComponent + StagedFolder.mark
    let parent = place.deletingLastPathComponent().path
    for name in (try? File.list(parent)) ?? [] where name.hasPrefix(start) {
      // Signal 0 only asks whether there is such a process.
      guard let process = Int32(name.dropFirst(start.count)), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      File.remove(parent + "/" + name)
    }
  }

  private func oldFiles() throws -> Set<String> {
    guard File.exists(path), !(try File.list(path)).isEmpty else { return [] }
    guard let manifest = try? readManifest() else {
      throw FileError(
        path: path, problem: "the folder holds files that frontline did not make",
        remedy: "give --output a new or empty folder, or one that frontline wrote")
    }
    return Set(manifest.files)
  }

  /// What the folder's manifest says.
  ///
  /// - Throws: ``FileError`` if there is none, or it is not ours.
  public func readManifest() throws -> Manifest {
    let file = path + "/" + Manifest.fileName
    let bytes: [UInt8]
    do {
      bytes = try File.read(file)
    } catch {
      throw FileError(
        path: path, problem: "the folder has no manifest.json, so it is not an output of frontline",
        remedy: "run 'frontline build' first, or name the folder it wrote")
    }
    guard let json = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let id = json["theatre_id"] as? String, let files = json["files"] as? [String],
      let days = (json["days"] as? [String])?.compactMap({ Day(iso: $0) })
    else {
      throw FileError(
        path: file, problem: "the file is not a manifest of frontline",
        remedy: "build the folder again")
    }
    return Manifest(
      theatreID: id, title: json["title"] as? String ?? id,
      theatre: json["theatre"] as? String ?? "",
      days: days, views: json["views"] as? [String] ?? [],
      knowledge: (json["known_by"] as? String).flatMap { Knowledge($0) } ?? .ofTheDay,
      method: (json["method"] as? String).flatMap { ControlMethod(rawValue: $0) } ?? .kriging,
      simplification: (json["simplify_m"] as? NSNumber)?.doubleValue ?? 0,
      inputs: [],
      files: files,
      findings: [], claims: json["claims"] as? Int ?? 0,
      credits: json["place_credits"] as? String, edited: [],
      reports: json["reports"] as? Int ?? 0)
  }
}

/// Files that wait beside the folder they are for, until all are there.
struct StagedFolder: Sendable {
  let path: String
  /// Between the name of what it is for and the number of the process.
  fileprivate static let mark = ".partial-"
  fileprivate let target: String
  /// Files of an earlier build.
  fileprivate let old: Set<String>

  func write(_ file: String, _ bytes: [UInt8]) throws {
    try File.write(bytes, to: path + "/" + file)
  }

  /// Writes a file that is given in pieces.
  func write(
    _ file: String, _ give: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let place = path + "/" + file
    try File.write([], to: place)
    let failure = FileError(
      path: place, problem: "the file cannot be written",
      remedy: "check that the disk has room and the folder can be written to")
    guard let handle = FileHandle(forWritingAtPath: place) else { throw failure }
    defer { try? handle.close() }
    do {
      try give { piece in try handle.write(contentsOf: Data(piece)) }
    } catch {
      throw failure
    }
  }

  /// Writes a file that was written before under another name too.
  func copy(_ file: String, to other: String) throws {
    try File.copy(path + "/" + file, to: path + "/" + other)
  }

  /// A folder for what is not a file of the build.
  func folderOfParts(_ name: String = "parts") throws -> String {
    let parts = path + "/" + name
    try File.makeFolder(parts)
    return parts
  }

  /// Puts all files in place. Files of an earlier build that this one does not make are removed; other files stay.
  ///
  /// - Parameter files: Written before, by path.
  func finish(_ files: [String], _ manifest: Manifest) throws {
    try write(Manifest.fileName, Array(manifest.written.utf8))
    let all = files + [Manifest.fileName]
    for file in all { try File.move(path + "/" + file, to: target + "/" + file) }
    removeStale(old.subtracting(all))
  }

  func remove() { File.remove(path) }

  private func removeStale(_ files: Set<String>) {
    for file in files.sorted() where !file.contains("..") && !file.hasPrefix("/") {
      File.remove(target + "/" + file)
      if let slash = file.firstIndex(of: "/") {
        File.removeIfEmpty(target + "/" + file[..<slash])
      }
    }
  }
}

extension Manifest {
  /// What a build says of itself.
  ///
  /// - Parameter tools: Paths of files that are no part of the theatre.
  init(
    of loaded: LoadedTheatre, using tools: [String], folder: String, options: BuildOptions,
    simplification: Double, claims: Int,
    edited: [(kind: Claim.Edit.Kind, count: Int)],
    files: [String], findings: [Finding]
  ) throws {
    let counts = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
    self.init(
      theatreID: loaded.theatre.id, title: loaded.theatre.title, theatre: folder,
      days: options.days,
      views: options.views.map(\.description), knowledge: options.knowledge,
      method: options.method, simplification: simplification,
      inputs: try (loaded.inputs + tools).map { ($0, Self.sha256(try File.read($0))) },
      files: files,
      findings: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      claims: claims,
      credits: loaded.placeCredits, edited: edited.map { ($0.kind.rawValue, $0.count) },
      reports: loaded.reports.count)
  }

  private static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return SHA256.hash(data: bytes).reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}
