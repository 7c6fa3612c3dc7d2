import ArgumentParser
import Foundation
import Frontline
import FrontlineEventTables
import FrontlineReports

struct ClaimsCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, ndjson, csv, table, acled, hxl
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

  @Option(help: "json: mentions and claims; ndjson, csv, table, acled, hxl: claims, one a line.")
  var format = Format.json

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let console = speech.console
    let loaded = try TheatreFolder.load(theatre, withReports: false)
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
    console.report(findings + read.flatMap(\.findings))
    switch format {
    case .json:
      Console.data(ClaimsJSON.document(read, gazetteer: loaded.gazetteer).written(indent: 1) + "\n")
    case .ndjson:
      for claim in read.flatMap(\.claims) {
        Console.data(ClaimsJSON.claim(claim, gazetteer: loaded.gazetteer).written() + "\n")
      }
    case .csv: Console.data(ClaimsTable.csv(read.flatMap(\.claims), loaded.gazetteer))
    case .acled, .hxl:
      let format: ClaimTables.Format = format == .acled ? .acled : .hxl
      Console.data(loaded.table(read.flatMap(\.claims), as: format, reports: reports).written())
    case .table: Console.data(ClaimsTable.table(read.flatMap(\.claims), loaded.gazetteer))
    }
  }
}
