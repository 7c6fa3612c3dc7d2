import ArgumentParser
import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineReports

struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Print the chain from the map to the sentences for a place or a point, and a day.",
    discussion: """
      For each view: what the map shows there and how probable that is, the nearest front line and how far it may be \
      off, the nearest places of each side that hold it, the claims about them with what each counts for and how far \
      its source is to be believed, what was outvoted and why, and what did not count.

      Where FOLDER is one that a build wrote, the reports count that counted there, unless --known-by or --hindsight \
      say otherwise.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "A name, an id of the gazetteer, or LON,LAT for any point.")
  var place: String

  @Argument(help: "The DAY of the map.")
  var day: Day

  @Argument(help: "The theatre's folder, or the folder a build wrote from it.")
  var folder = "seeds"

  @Option(name: .customLong("view"), help: "A view to explain; may be repeated (default: all).")
  var views: [String] = []

  @OptionGroup var known: KnowledgeOptions

  @Option(help: "text for a person, json for a program, which leaves nothing out.")
  var format = Format.text

  @Flag(help: "In the text, tell every claim, not the weightiest twelve a view.")
  var all = false

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let isTheatre = File.exists(folder + "/theatre.yaml")
    let manifest = isTheatre ? nil : try OutputFolder(folder).readManifest()
    let loaded = try TheatreFolder.load(manifest?.theatre ?? folder)
    let chosen = try loaded.theatre.views(named: views, all: Pipeline(loaded).allViews())
    let read = await loaded.claims()
    if let covered = loaded.theatre.coverage(of: read.corrected.claims) {
      _ = try DayOptions.parse(["--on", day.description]).days(
        of: covered, "what the theatre covers")
    }
    let (explanation, note) = try await read.theatre.explain(
      place, on: day, views: chosen,
      knowledge: known.given ?? manifest?.knowledge ?? .ofTheDay,
      method: manifest?.method ?? .kriging, claims: read.corrected)
    if let note { speech.console.say(note) }
    if speech.verbose { speech.console.report(read.findings) }
    switch format {
    case .text:
      try Console.data(
        explanation.written(parties: loaded.theatre.parties, limit: all ? nil : 12))
    case .json:
      try Console.data(
        explanation.json(gazetteer: read.theatre.mapGazetteer).written(indent: 1) + "\n")
    }
  }
}
