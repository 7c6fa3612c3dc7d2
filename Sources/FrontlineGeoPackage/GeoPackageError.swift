import GRDB

/// A GeoPackage that cannot be written or read.
public struct GeoPackageError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  public var problem: String
  public var remedy: String

  public var description: String { "\(path): error: \(problem) [geopackage]\n    \(remedy)" }

  /// The work's result, with SQLite's errors told as ours.
  static func from<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw GeoPackageError(
        path: path, problem: "the file is no GeoPackage",
        remedy: "name the GeoPackage that a build wrote and you edited")
    } catch let error as DatabaseError {
      throw GeoPackageError(
        path: path,
        problem: "SQLite says: \(error.message ?? "error \(error.resultCode.rawValue)")",
        remedy: "check that the disk has room and nobody else writes to the file")
    }
  }
}
