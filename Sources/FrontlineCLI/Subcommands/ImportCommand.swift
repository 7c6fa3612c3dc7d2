import ArgumentParser
import Frontline
import FrontlineEventTables
import FrontlineGazetteer
import FrontlineReports

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn coded event data into claims of a theatre.",
    discussion: """
      Writes rows of a theatre's claims.csv, which 'build' reads beside the reports. Rows that make no claim are
      findings, one for each value; --left-out lists them all.
      """,
    subcommands: [ACLED.self, UCDP.self, CSV.self, GeoJSON.self])

  /// What every kind of table is imported with.
  struct Options: ParsableArguments {
    @Argument(help: "The table.")
    var file: String

    @Option(help: "The theatre whose parties and places are used.")
    var theatre: String

    @Option(
      name: .shortAndLong,
      help:
        "The file to write, such as THEATRE/claims.csv; rows in it from other data sets stay (default: standard output)."
    )
    var output: String?

    @Option(
      name: .customLong("left-out"), help: "A file for the rows that make no claim, with reasons.")
    var leftOut: String?

    @OptionGroup var speech: SpeechOptions

    func run(_ read: (CommaTable, LoadedTheatre, GazetteerIndex) throws -> EventImport) throws {
      let loaded = try TheatreFolder.load(theatre, withReports: false)
      let made = try read(
        CommaTable(try File.read(file)), loaded, GazetteerIndex(loaded.gazetteer))
      try write(made, loaded)
    }

    func write(_ made: EventImport, _ loaded: LoadedTheatre) throws {
      let console = speech.console
      console.report(made.findings)
      if let leftOut { try File.write(Array(made.leftOutTable.written().utf8), to: leftOut) }
      guard let output else {
        try Console.data(made.table(loaded.gazetteer).written())
        return console.say(summary(made))
      }
      let (bytes, kept) = try ClaimsFile.bytes(adding: made, to: output, loaded)
      try File.write(bytes, to: output)
      console.say(summary(made) + (kept > 0 ? "; \(kept) other rows of \(output) kept" : ""))
    }

    private func summary(_ made: EventImport) -> String {
      "\(made.rows) rows: \(made.claims.count) claims, \(made.leftOut.count) left out"
    }
  }

  /// A table of codes of the analyst's own.
  struct Codes: ParsableArguments {
    @Option(help: "A table of codes to use instead of the built-in one, in its form.")
    var codes: String?

    func map(_ ours: EventMap) throws -> EventMap {
      guard let codes else { return ours }
      let name = codes.split(separator: "/").last.map(String.init) ?? codes
      return EventMap(try File.read(codes), name: name)
    }
  }

  struct ACLED: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "acled", abstract: "Import an export of ACLED, of any codebook.")

    @OptionGroup var options: Options
    @OptionGroup var codes: Codes

    func run() throws {
      let map = try codes.map(.acled)
      try options.run { table, loaded, index in
        try ACLEDTable.claims(
          table, file: options.file, parties: loaded.theatre.parties, index: index, map: map)
      }
    }
  }

  struct UCDP: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ucdp", abstract: "Import an export of UCDP's Georeferenced Event Dataset.")

    @OptionGroup var options: Options
    @OptionGroup var codes: Codes

    func run() throws {
      let map = try codes.map(.ucdp)
      try options.run { table, loaded, index in
        try UCDPTable.claims(
          table, file: options.file, parties: loaded.theatre.parties, index: index, map: map)
      }
    }
  }

  /// Whose columns are which of ours.
  struct Mapping: ParsableArguments {
    @Option(name: .customLong("map"), help: "A YAML file: our columns to theirs, constants, words.")
    var map: String

    func read() throws -> ColumnMapping {
      try ColumnMappingFile(file: map).read(try File.text(map))
    }
  }

  struct CSV: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv", abstract: "Import a table of any make by a mapping of its columns.")

    @OptionGroup var options: Options
    @OptionGroup var mapping: Mapping

    func run() throws {
      let mapping = try mapping.read()
      try options.run { table, loaded, index in
        try MappedTable.claims(
          table, mapping: mapping, file: options.file, parties: loaded.theatre.parties,
          index: index)
      }
    }
  }

  struct GeoJSON: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "geojson", abstract: "Import the points of a GeoJSON file by a mapping.",
      discussion: """
        The mapping's columns are the properties; 'longitude', 'latitude' and 'feature_id' stand beside them
        and need not be mapped. The line of a finding is the number of its feature.
        """)

    @OptionGroup var options: Options
    @OptionGroup var mapping: Mapping

    func run() throws {
      let mapping = try mapping.read()
      let loaded = try TheatreFolder.load(options.theatre, withReports: false)
      let made = try PointTable.claims(
        try File.read(options.file), mapping: mapping, file: options.file,
        parties: loaded.theatre.parties, index: GazetteerIndex(loaded.gazetteer))
      try options.write(made, loaded)
    }
  }
}
