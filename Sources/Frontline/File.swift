internal import Foundation

/// A file or folder that cannot be used: which, why, and what to do.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var problem: String
  public var remedy: String

  public init(path: String, problem: String, remedy: String) {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(path): error: \(problem) [file]\n    \(remedy)" }
}

/// Files, with messages for people.
public enum File {
  public static func read(_ path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileError(
        path: path, problem: "there is no such file",
        remedy: "check the path; it is taken from the current folder")
    }
    guard !isFolder.boolValue else {
      throw FileError(path: path, problem: "this is a folder", remedy: "name a file in it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(
        path: path, problem: "the file cannot be read", remedy: "check its permissions")
    }
    return Array(data)
  }

  public static func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// The names in a folder, sorted by their bytes; none if it does not exist.
  public static func list(_ path: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw FileError(
        path: path, problem: "the folder cannot be listed", remedy: "check its permissions")
    }
  }

  public static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  public static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  public static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw FileError(
        path: path, problem: "the file cannot be written",
        remedy: "check that the disk has room and the folder can be written to")
    }
  }

  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(
        path: path, problem: "the folder cannot be made", remedy: "check the permissions")
    }
  }

  /// Writes a file beside the one it takes the place of, so that nothing is lost if that fails.
  public static func replace(_ path: String, with bytes: [UInt8]) throws {
    let staging = path + ".partial-\(ProcessInfo.processInfo.processIdentifier)"
    defer { remove(staging) }
    try write(bytes, to: staging)
    try move(staging, to: path)
  }

  /// Puts a finished file in the place of another, in one step.
  static func move(_ from: String, to path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
    } catch {
      throw FileError(
        path: path, problem: "its folder cannot be made", remedy: "check the permissions")
    }
    guard rename(from, path) == 0 else {
      throw FileError(
        path: path, problem: "the finished file cannot be put in its place",
        remedy: "check that the folder can be written to")
    }
  }

  static func copy(_ from: String, to path: String) throws {
    do {
      try FileManager.default.copyItem(atPath: from, toPath: path)
    } catch {
      throw FileError(
        path: path, problem: "the file cannot be written",
        remedy: "check that the disk has room and the folder can be written to")
    }
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes a folder if nothing is left in it.
  static func removeIfEmpty(_ path: String) {
    if let left = try? FileManager.default.contentsOfDirectory(atPath: path), left.isEmpty {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
