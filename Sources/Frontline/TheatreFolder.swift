internal import Foundation
public import FrontlineGazetteer
public import FrontlineReports
internal import FrontlineXML

/// A theatre as read from its folder, with everything its maps are made from.
public struct LoadedTheatre: Sendable {
  public var theatre: Theatre
  public var tables: [GazetteerTable]
  public var gazetteer: Gazetteer
  /// In the order of their file names.
  public var reports: [Report]
  public var findings: [Finding]
  /// Paths of the files that were read, in the order they were.
  public var inputs: [String]
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
    let theatre = try TheatreFile(file: yaml).read(
      String(decoding: bytes, as: UTF8.self), defaultID: name)
    let files = try GazetteerFiles.load(theatre.gazetteers.map { location(of: $0, in: path) })
    let own = GazetteerTable(joining: files.tables)
    let all = GazetteerTable(joining: [own, try WorldPlaces.table(besides: own)])
    var loaded = LoadedTheatre(
      theatre: theatre, tables: files.tables, gazetteer: all.gazetteer(), reports: [],
      findings: files.findings, inputs: [yaml] + files.inputs)
    if hasReports { try loadReports(path + "/reports", into: &loaded) }
    return loaded
  }

  /// A path of the theatre file: from the theatre's folder, unless it starts at the root.
  private static func location(of path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func loadReports(_ folder: String, into loaded: inout LoadedTheatre) throws {
    let files = try File.list(folder).filter { name in
      ["md", "txt", "html", "htm"].contains { name.lowercased().hasSuffix("." + $0) }
    }
    var ids: [String: String] = [:]
    for file in files {
      do {
        let (report, findings) = try ReportFile.read(folder + "/" + file)
        loaded.findings += findings
        if let first = ids[report.id] {
          loaded.findings.append(sameID(report, first))
        } else {
          ids[report.id] = report.file
          loaded.inputs.append(folder + "/" + file)
          loaded.reports.append(report)
        }
      } catch let error as ReportError {
        loaded.findings.append(error.finding)
      }
    }
  }

  private static func sameID(_ report: Report, _ first: String) -> Finding {
    Finding(
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
