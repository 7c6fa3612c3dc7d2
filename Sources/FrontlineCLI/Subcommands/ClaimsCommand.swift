import ArgumentParser
import Foundation
import Frontline
import FrontlineClaims
import FrontlineEventTables
import FrontlineFormats
import FrontlineGazetteer
import FrontlineReports

struct ClaimsCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, ndjson, csv, table, acled, hxl, marked, html
  }

  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Read reports and print the places they name and the claims they make.",
    discussion: "FILE is Markdown, plain text, HTML or a feed (RSS, Atom); - reads standard input.")

  @Argument(help: "Reports to read; - for standard input.")
  var files: [String]

  @Option(help: "The theatre whose parties and gazetteer are used.")
  var theatre = "seeds"

  @Option(help: "The DAY of publication of texts that state none.")
  var published: Day?

  @Option(
    help: """
      json: mentions and claims; ndjson, table, acled, hxl: claims, one a line; csv: a sheet for decisions, with those of the \
      theatre's corrections.csv; marked, html: the text with its places and claims marked, for a terminal or as one page.
      """)
  var format = Format.json

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
  var output: String?

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let console = speech.console
    var loaded = try TheatreFolder.load(theatre, withReports: false)
    if [.csv, .marked, .html].contains(format) {
      try TheatreFolder.loadCorrections(theatre, into: &loaded)
    }
    let extractor = Extractor(
      parties: loaded.theatre.parties, gazetteer: loaded.gazetteer, box: loaded.theatre.box)
    var reports: [Report] = []
    var findings = loaded.findings
    for file in files {
      let bytes =
        file == "-" ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try File.read(file)
      let path = file == "-" ? "standard-input.txt" : file
      let (read, found) = try ReportFile.readAll(
        bytes: bytes, path: path, published: published, timeZone: loaded.theatre.timeZone)
      reports += read
      findings += found
    }
    let read = await extractor.extract(reports)
    let decided = read.corrected(
      by: loaded.corrections, parties: loaded.theatre.parties, gazetteer: loaded.gazetteer)
    console.report(findings + read.flatMap(\.findings) + decided.findings)
    let text = text(read, decided.corrected, decided.others, loaded)
    guard let output else { return try Console.data(text) }
    // A spreadsheet takes a table for UTF-8 only if it begins with a byte order mark.
    let mark = format == .csv ? "\u{FEFF}" : ""
    try File.replace(output, with: Array((mark + text).utf8))
  }

  private func text(
    _ read: [ReportExtraction], _ corrected: CorrectedClaims, _ others: [Correction],
    _ loaded: LoadedTheatre
  ) -> String {
    let gazetteer = loaded.gazetteer
    switch format {
    case .json: return ClaimsJSON.document(read, gazetteer: gazetteer).written(indent: 1) + "\n"
    case .ndjson:
      return read.flatMap(\.claims).map {
        ClaimsJSON.claim($0, gazetteer: gazetteer).written() + "\n"
      }.joined()
    case .csv:
      // Rows about reports that were not read stay only in the file that they are in.
      return corrected.sheet(others: output == nil ? [] : others) {
        gazetteer.place(id: $0)?.confidence.rawValue ?? ""
      }.written()
    case .table: return ClaimsTable.written(read.flatMap(\.claims))
    case .acled, .hxl:
      let format: ClaimTables.Format = format == .acled ? .acled : .hxl
      return loaded.table(read.flatMap(\.claims), as: format, reports: read.map(\.report)).written()
    case .marked:
      return TerminalWriter(
        parties: loaded.theatre.parties, gazetteer: gazetteer,
        usesColour: output == nil && speech.console.paintsData
      ).text(read.marked(by: corrected, parties: loaded.theatre.parties))
    case .html:
      return ReportPage(parties: loaded.theatre.parties, gazetteer: gazetteer)
        .html(read.marked(by: corrected, parties: loaded.theatre.parties))
    }
  }
}
