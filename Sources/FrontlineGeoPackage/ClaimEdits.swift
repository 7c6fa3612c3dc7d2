internal import Foundation
internal import FrontlineLayers
internal import GRDB

/// What people changed in the claims table of a GeoPackage of ours since it was written.
public struct ClaimEdits: Sendable {
  /// A row that was changed, with its cells by the names of the table's columns; `lon` and `lat` stand for the shape.
  public struct Edit: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case changed, added, deleted
    }

    public var kind: Kind
    /// The row's number in the table.
    public var fid: Int
    /// Before; empty for an added row.
    public var before: [String: String]
    /// Now; empty for a deleted row.
    public var now: [String: String]

    /// The columns that differ, sorted.
    public var columns: [String] {
      Set(before.keys).union(now.keys).filter { before[$0] ?? "" != now[$0] ?? "" }.sorted()
    }

    public init(kind: Kind, fid: Int, before: [String: String], now: [String: String]) {
      self.kind = kind
      self.fid = fid
      self.before = before
      self.now = now
    }
  }

  /// In the order of the rows.
  public var edits: [Edit]

  /// Compares the claims of a file with what they were when it was written. The file is only read.
  ///
  /// - Throws: ``GeoPackageError`` if it is no GeoPackage, or does not say what its claims were.
  public init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw GeoPackageError(
        path: path, problem: "there is no such file",
        remedy: "name the GeoPackage that a build wrote and you edited")
    }
    edits = try GeoPackageError.from(path) {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { try Self.edits($0, path) }
    }
  }

  private static func edits(_ database: Database, _ path: String) throws -> [Edit] {
    guard try database.tableExists("gpkg_metadata"),
      let kept = try String.fetchOne(
        database, sql: "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = ?",
        arguments: [ClaimsAsWritten.name])
    else {
      throw GeoPackageError(
        path: path, problem: "the file does not say what its claims were before they were edited",
        remedy: "edit the GeoPackage that 'frontline build' wrote, not a copy another program made")
    }
    let before = ClaimsAsWritten.read(kept)
    let now = try ClaimsAsWritten.rows(database)
    return Set(before.keys).union(now.keys).sorted().compactMap { fid in
      edit(fid, before[fid], now[fid])
    }
  }

  private static func edit(
    _ fid: Int, _ before: [String: String]?, _ now: [String: String]?
  ) -> Edit? {
    let before = before?.filter { $0.key != "fid" }
    switch (before, now) {
    case (let before?, nil): return Edit(kind: .deleted, fid: fid, before: before, now: [:])
    case (nil, let now?): return Edit(kind: .added, fid: fid, before: [:], now: now)
    case (let before?, var now?):
      // What is only in the record is no edit.
      now[ClaimsAsWritten.found] = before[ClaimsAsWritten.found]
      let edit = Edit(kind: .changed, fid: fid, before: before, now: now)
      return edit.columns.isEmpty ? nil : edit
    case (nil, nil): return nil
    }
  }
}
