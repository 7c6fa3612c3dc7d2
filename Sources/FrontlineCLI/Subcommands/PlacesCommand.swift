import ArgumentParser
import Frontline
import FrontlineGazetteer
import FrontlineReports

struct PlacesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Show what the gazetteer knows under a name, and how the spelling matched.")

  @Argument(help: "Names, in any script and spelling.")
  var names: [String]

  @Option(help: "The theatre whose gazetteers are searched.")
  var theatre = "seeds"

  @Option(help: "How many candidates a name, at most.")
  var limit = 8

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let loaded = try TheatreFolder.load(theatre, withReports: false)
    speech.console.report(loaded.findings)
    let index = GazetteerIndex(loaded.gazetteer)
    var isMissing = false
    for name in names {
      let matches = index.lookup(name)
      if matches.isEmpty {
        isMissing = true
        speech.console.say(
          "'\(name)': no gazetteer of \(theatre) has such a name; try another spelling, or add it to names.tsv"
        )
      } else {
        try Console.data(PlacesTable.written(name, Array(matches.prefix(limit)), loaded.gazetteer))
      }
    }
    if isMissing { throw ExitCode.failure }
  }
}

struct GazetteerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Make and check place tables.",
    subcommands: [GazetteerImportCommand.self, GazetteerCheckCommand.self])
}

struct GazetteerCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong in place tables.",
    discussion: "Exit code 1 if a table has an error; notes alone leave it 0.")

  @Argument(
    help: """
      Folders with places.tsv and names.tsv, GeoNames dumps and folders of them, read together \
      (default: those of the theatre).
      """)
  var folders: [String] = []

  @Option(help: "The theatre whose gazetteers are checked when none is named.")
  var theatre = "seeds"

  func run() async throws {
    var findings: [Finding] = []
    let tables: [GazetteerTable]
    if folders.isEmpty {
      let loaded = try TheatreFolder.load(theatre, withReports: false)
      (tables, findings) = (loaded.tables, loaded.findings)
    } else {
      let loaded = try GazetteerFiles.load(folders)
      (tables, findings) = (loaded.tables, loaded.findings)
    }
    findings += GazetteerCheck.findings(GazetteerTable(joining: tables))
    for finding in findings { try Console.data(finding.description + "\n") }
    let errors = findings.count { $0.severity == .error }
    let places = tables.reduce(0) { $0 + $1.places.count }
    let names = tables.reduce(0) { $0 + $1.names.count }
    Console(isQuiet: false, isVerbose: true, hasColour: false).say(
      "\(places) places, \(names) names: \(errors) errors, \(findings.count - errors) warnings and notes"
    )
    if errors > 0 { throw ExitCode.failure }
  }
}
