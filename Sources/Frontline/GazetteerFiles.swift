public import FrontlineGazetteer
public import FrontlineReports

/// Opens what a theatre lists as its gazetteers.
///
/// | what | how it is known |
/// |---|---|
/// | a folder of our tables | it holds `places.tsv`; `names.tsv` beside it |
/// | a folder of GeoNames files | any other: each `.txt` in it that is one |
/// | a GeoNames file | `admin1CodesASCII.txt`, `admin2Codes.txt` and `countryInfo.txt` by name, a dump by its 19 columns |
public enum GazetteerFiles {
  /// What was read: our own tables first, then one of all dumps together.
  public struct Loaded: Sendable {
    public var tables: [GazetteerTable]
    public var findings: [Finding]
    /// The paths that were read, in order.
    public var inputs: [String]
  }

  /// - Throws: ``FileError`` for a path that cannot be read or is no gazetteer, ``GazetteerError`` for a table
  ///   without a usable header. A bad row is a finding.
  public static func load(_ paths: [String]) throws -> Loaded {
    var assembly = GazetteerAssembly()
    var loaded = Loaded(tables: [], findings: [], inputs: [])
    for path in paths.map(shown) {
      if File.exists(path + "/places.tsv") {
        try addTables(path, to: &assembly, &loaded)
      } else if File.isFolder(path) {
        try addFolder(path, to: &assembly, &loaded)
      } else {
        try addFile(path, to: &assembly, &loaded)
      }
    }
    let (tables, findings) = assembly.assembled()
    loaded.tables = tables
    loaded.findings += findings
    return loaded
  }

  private static func addTables(
    _ path: String, to assembly: inout GazetteerAssembly, _ loaded: inout Loaded
  ) throws {
    let (places, names) = (path + "/places.tsv", path + "/names.tsv")
    let (table, findings) = try GazetteerTable.read(
      places: try File.text(places), placesFile: places, names: try File.text(names),
      namesFile: names)
    assembly.add(table)
    loaded.findings += findings
    loaded.inputs += [places, names]
  }

  private static func addFolder(
    _ path: String, to assembly: inout GazetteerAssembly, _ loaded: inout Loaded
  ) throws {
    var isEmpty = true
    for name in try File.list(path) where name.lowercased().hasSuffix(".txt") {
      let file = path + "/" + name
      let bytes = try File.read(file)
      guard let kind = GazetteerAssembly.FileKind(name: name, bytes: bytes) else { continue }
      assembly.add(bytes, kind: kind, file: file)
      loaded.inputs.append(file)
      isEmpty = false
    }
    guard isEmpty else { return }
    throw FileError(
      path: path, problem: "the folder holds neither place tables nor GeoNames files",
      remedy: "put places.tsv and names.tsv in it, or a GeoNames dump such as AF.txt")
  }

  private static func addFile(
    _ path: String, to assembly: inout GazetteerAssembly, _ loaded: inout Loaded
  ) throws {
    let bytes = try File.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let kind = GazetteerAssembly.FileKind(name: name, bytes: bytes) else {
      throw FileError(
        path: path, problem: "this is no GeoNames file: no row has its 19 columns parted by tabs",
        remedy: "list a dump such as AF.txt unpacked, or turn the file into tables with "
          + "'frontline gazetteer import'")
    }
    assembly.add(bytes, kind: kind, file: path)
    loaded.inputs.append(path)
  }

  /// The path without `x/..` steps.
  private static func shown(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let whole = parts.joined(separator: "/")
    return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole
  }
}
