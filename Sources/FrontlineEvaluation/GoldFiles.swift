internal import Foundation
internal import Frontline
public import FrontlineReports

/// A text and what a coder found in it.
public struct GoldPair: Sendable {
  public var gold: GoldReport
  public var report: Report
}

/// Opens gold files and the texts they are about.
public enum GoldFiles {
  /// The golds of a folder, or one gold, each with the text of its name.
  ///
  /// - Parameters:
  ///   - gold: A folder of `NAME.json`, or such a file.
  ///   - texts: A folder of `NAME.txt` (or `.md`, `.html`), or such a file for a single gold.
  /// - Returns: In the order of the file names; golds without a text are findings (`no-text`).
  /// - Throws: ``GoldError``, `FileError` or `ReportError` where there is nothing to go on with.
  public static func pairs(
    gold: String, texts: String
  ) throws -> (pairs: [GoldPair], findings: [Finding]) {
    var pairs: [GoldPair] = []
    var findings: [Finding] = []
    for file in try golds(gold) {
      let answers = try GoldReport(json: try File.read(file), file: file)
      guard let path = text(of: file, answers.id, in: texts) else {
        findings.append(noText(file, texts))
        continue
      }
      let (report, found) = try ReportFile.read(path, published: answers.published)
      findings += found
      pairs.append(GoldPair(gold: answers, report: report))
    }
    guard !pairs.isEmpty else {
      throw FileError(
        path: gold, problem: "there is no gold file here with a text in \(texts)",
        remedy: "give a folder of NAME.json and a folder of NAME.txt")
    }
    return (pairs, findings)
  }

  private static func golds(_ path: String) throws -> [String] {
    guard isFolder(path) else { return [path] }
    return try File.list(path).filter { $0.hasSuffix(".json") }.map { path + "/" + $0 }
  }

  private static func text(of gold: String, _ id: String, in texts: String) -> String? {
    guard isFolder(texts) else { return texts }
    let names = [ReportReader.id(ofFile: gold), id]
    return names.flatMap { name in
      ["txt", "md", "html", "htm"].map { "\(texts)/\(name).\($0)" }
    }.first { File.exists($0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func noText(_ gold: String, _ texts: String) -> Finding {
    Finding(
      code: "no-text", message: "no text of this name lies in \(texts); the gold was left out",
      remedy: "put the text beside the others, named like the gold", file: gold)
  }
}
