internal import Foundation
public import FrontlineClaims
internal import FrontlineEventTables
public import FrontlineGazetteer
public import FrontlineGeometry
public import FrontlineReports
internal import FrontlineXML

/// A theatre as read from its folder, with everything its maps are made from.
public struct LoadedTheatre: Sendable {
  public var theatre: Theatre
  public var tables: [GazetteerTable]
  public var gazetteer: Gazetteer
  /// In the order of their file names.
  public var reports: [Report]
  /// Those of `claims.csv`: coded by hand, or imported.
  public var codedClaims: [Claim] = []
  /// What people decided about claims, from `corrections.csv`.
  public var corrections = Corrections.none
  /// The gazetteer with the places that coded claims bring with them.
  public var mapGazetteer: Gazetteer
  /// Where the map ends, and what named areas look like.
  public var boundaries = Boundaries()
  public var barriers: [Barrier] = []
  public var corridors: [Corridor] = []
  public var findings: [Finding]
  /// Paths of the files that were read, in the order they were.
  public var inputs: [String]
}

extension LoadedTheatre {
  /// What the map is clipped to: valid and disjoint areas; empty where it is not.
  public var boundary: [Polygon] { boundaries.theatre }
  /// The outlines of places, by id.
  public var outlines: [String: [Polygon]] { boundaries.outlines }

  /// The theatre with the places of claims that its gazetteer lacks.
  func withPlaces(of claims: [Claim]) -> LoadedTheatre {
    let own = gazetteer.ownPlaces(of: claims)
    guard !own.isEmpty else { return self }
    var loaded = self
    loaded.mapGazetteer = Gazetteer(places: gazetteer.places + own, names: gazetteer.names)
    return loaded
  }
}

/// Opens the files of a theatre. Everything that comes of them is values.
public enum TheatreFolder {
  /// - Parameters:
  ///   - path: The theatre's folder, which holds `theatre.yaml` and `reports/`.
  ///   - withReports: Whether to read the reports too.
  /// - Throws: ``TheatreError``, ``GazetteerError`` or ``FileError`` where there is nothing to go on with.
  public static func load(
    _ path: String, withReports hasReports: Bool = true
  ) throws -> LoadedTheatre {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let yaml = path + "/theatre.yaml"
    guard let bytes = try? File.read(yaml) else {
      throw FileError(
        path: yaml, problem: "there is no such file, or it cannot be read",
        remedy: "give the folder of a theatre: one with a theatre.yaml, such as 'seeds'")
    }
    let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(
        path: yaml, problem: "the file is not UTF-8 text", remedy: "save it as UTF-8")
    }
    let theatre = try TheatreFile(file: yaml).read(text, defaultID: name)
    let files = try GazetteerFiles.load(theatre.gazetteers.map { location(of: $0, in: path) })
    let own = GazetteerTable(joining: files.tables)
    let all = GazetteerTable(joining: [own, try WorldPlaces.table(besides: own)])
    let gazetteer = all.gazetteer()
    var loaded = LoadedTheatre(
      theatre: theatre, tables: files.tables, gazetteer: gazetteer, reports: [],
      mapGazetteer: gazetteer, findings: files.findings, inputs: [yaml] + files.inputs)
    if hasReports {
      try loadReports(path + "/reports", into: &loaded)
      try loadClaims(path + "/claims.csv", into: &loaded)
      try loadShapes(path, into: &loaded)
      try loadCorrections(path, into: &loaded)
    }
    return loaded
  }

  /// A path of the theatre file: from the theatre's folder, unless it starts at the root.
  static func location(of path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func loadClaims(_ file: String, into loaded: inout LoadedTheatre) throws {
    guard File.exists(file) else { return }
    loaded.inputs.append(file)
    do {
      let read = try ClaimsTableReader.claims(
        CommaTable(try File.read(file)), file: file, parties: loaded.theatre.parties,
        index: GazetteerIndex(loaded.gazetteer))
      loaded.findings += read.findings
      loaded.codedClaims = read.claims
    } catch let error as EventTableError {
      loaded.findings.append(error.finding)
    }
    loaded = loaded.withPlaces(of: loaded.codedClaims)
  }

  /// Reads what people decided about the claims of a theatre's reports.
  ///
  /// - Parameter path: The theatre's folder. Without a `corrections.csv` in it nothing changes.
  public static func loadCorrections(_ path: String, into loaded: inout LoadedTheatre) throws {
    let file = path + "/corrections.csv"
    guard File.exists(file) else { return }
    loaded.inputs.append(file)
    let (corrections, findings) = Corrections.read(try File.read(file), file: file)
    loaded.corrections = corrections
    loaded.findings += findings
  }

  private static func loadReports(_ folder: String, into loaded: inout LoadedTheatre) throws {
    let kinds = ["md", "txt", "html", "htm"] + FeedFile.extensions
    let files = try File.list(folder).filter { name in
      kinds.contains { name.lowercased().hasSuffix("." + $0) }
    }
    var ids: [String: String] = [:]
    for file in files {
      do {
        let (reports, findings) = try ReportFile.readAll(
          folder + "/" + file, timeZone: loaded.theatre.timeZone)
        loaded.findings += findings
        if !reports.isEmpty { loaded.inputs.append(folder + "/" + file) }
        for report in reports {
          if let first = ids[report.id] {
            loaded.findings.append(sameID(report, first))
          } else {
            ids[report.id] = report.file
            loaded.reports.append(report)
          }
        }
      } catch let error as ReportError {
        loaded.findings.append(error.finding)
      }
    }
  }

  private static func sameID(_ report: Report, _ first: String) -> Finding {
    if FeedFile.extensions.contains(where: { report.file.lowercased().hasSuffix("." + $0) }) {
      return Finding(
        code: "duplicate-item", severity: .note,
        message: "the item '\(report.title ?? report.id)' is in \(first) too",
        remedy: "that one was used", file: report.file, line: report.firstLine)
    }
    return Finding(
      code: "duplicate-report", severity: .error,
      message: "the report id '\(report.id)' is taken by \(first); this file was left out",
      remedy: "rename one of the two files", file: report.file)
  }
}

/// Reads a report file of any form: Markdown or plain text, HTML through libxml2.
public enum ReportFile {
  /// - Parameter published: The day for a text that states none.
  /// - Throws: ``ReportError`` for a text without a usable date, ``FileError`` for a file that cannot
  ///   be read.
  public static func read(_ path: String, published: Day? = nil) throws -> (Report, [Finding]) {
    try read(bytes: try File.read(path), path: path, published: published)
  }

  /// The reports of a file: the items of a feed, or the one report of any other file.
  ///
  /// - Parameter timeZone: IANA name; the days of feeds' items are days there.
  public static func readAll(
    _ path: String, published: Day? = nil, timeZone: String
  ) throws -> (reports: [Report], findings: [Finding]) {
    try readAll(
      bytes: try File.read(path), path: path, published: published, timeZone: timeZone)
  }

  public static func readAll(
    bytes: [UInt8], path: String, published: Day? = nil, timeZone: String
  ) throws -> (reports: [Report], findings: [Finding]) {
    if !isHTML(bytes, path), FeedFile.isFeed(bytes, path) {
      return FeedFile.read(bytes, path: path, timeZone: timeZone, published: published)
    }
    let (report, findings) = try read(bytes: bytes, path: path, published: published)
    return ([report], findings)
  }

  public static func read(
    bytes: [UInt8], path: String, published: Day? = nil
  ) throws -> (Report, [Finding]) {
    guard isHTML(bytes, path) else {
      return try ReportReader.read(bytes: bytes, file: path, publishedDefault: published)
    }
    let page = try HTMLText.read(bytes)
    return try ReportReader.report(
      title: page.title, publisher: page.siteName, published: page.published, url: page.url,
      text: page.text, file: path, publishedDefault: published)
  }

  private static func isHTML(_ bytes: [UInt8], _ path: String) -> Bool {
    if [".html", ".htm", ".xhtml"].contains(where: { path.lowercased().hasSuffix($0) }) {
      return true
    }
    let start = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }
}
