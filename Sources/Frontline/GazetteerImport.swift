public import FrontlineGazetteer
public import FrontlineReports

/// Turns GeoNames files and lists of places into our tables.
public enum GazetteerImport {
  /// Reads files and writes `places.tsv` and `names.tsv` into a folder.
  ///
  /// - Parameter paths: Dumps, GeoNames' code files, folders of them, and lists with a header (`.csv`, `.tsv`).
  /// - Throws: ``FileError`` or ``GazetteerError`` where there is nothing to go on with.
  public static func run(
    _ paths: [String], output: String
  ) throws -> (table: GazetteerTable, findings: [Finding]) {
    let lists = paths.filter(isList)
    let dumps = try GazetteerFiles.load(paths.filter { !isList($0) })
    var findings = dumps.findings
    var tables = dumps.tables
    for path in lists {
      let name = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? "list"
      let (table, found) = try PlaceList.read(
        try File.text(path), file: path, prefix: NCName.make(String(name)).lowercased())
      tables.append(table)
      findings += found
    }
    let table = GazetteerTable(joining: tables)
    let text = table.written()
    try File.write(Array(text.places.utf8), to: output + "/places.tsv")
    try File.write(Array(text.names.utf8), to: output + "/names.tsv")
    return (table, findings)
  }

  private static func isList(_ path: String) -> Bool {
    let lower = path.lowercased()
    return lower.hasSuffix(".csv") || (lower.hasSuffix(".tsv") && !File.isFolder(path))
  }
}
