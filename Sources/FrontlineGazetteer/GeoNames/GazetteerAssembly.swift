import FrontlineGeometry
public import FrontlineReports

/// Puts place tables and GeoNames' files together: one gazetteer, whatever it was listed as.
///
/// Tables stay as they are. A row of a dump becomes a place with the id `gn:` and its geonameid, or lends
/// its names to the table's place that is the same: one whose source names the geonameid (`GeoNames:1147745`),
/// a unit of the same order and name in the same country, or a settlement of the same name within 3 km.
///
/// The codes of a dump's rows become units: the dump's or a table's own where there is one, else a place made
/// of the row of the code file, at the middle of its places, as far as they spread (confidence C). Without
/// code files, codes that no row names are left out, and a finding says so.
public struct GazetteerAssembly: Sendable {
  private var tables: [GazetteerTable] = []
  private var dump = GeoNamesDump()
  private var codes = GeoNamesCodes()
  private var findings: [Finding] = []

  public init() {}

  /// What a file of GeoNames holds.
  public enum FileKind: Sendable {
    case dump, units, countries

    /// By the file's name, `admin1CodesASCII.txt` and the like; else a dump if its first row is one.
    public init?(name: String, bytes: [UInt8]) {
      let lower = name.lowercased()
      if lower.contains("admin1codes") || lower.contains("admin2codes") {
        self = .units
      } else if lower.contains("countryinfo") {
        self = .countries
      } else if GeoNamesDump.isDump(bytes) {
        self = .dump
      } else {
        return nil
      }
    }
  }

  public mutating func add(_ table: GazetteerTable) {
    tables.append(table)
  }

  public mutating func add(_ bytes: [UInt8], kind: FileKind, file: String) {
    switch kind {
    case .dump: findings += dump.read(bytes, file: file)
    case .units: findings += codes.readUnits(bytes, file: file)
    case .countries: findings += codes.readCountries(bytes, file: file)
    }
  }

  /// The tables as they were added and one of what the dumps hold; findings of reading and of linking.
  ///
  /// - Complexity: O(*n*) in the rows.
  public func assembled() -> (tables: [GazetteerTable], findings: [Finding]) {
    guard !dump.entries.isEmpty else { return (tables, findings) }
    var linker = GeoNamesLinker(dump: dump, codes: codes, tables: tables)
    let table = linker.table()
    return (tables + [table], findings + linker.findings)
  }
}
