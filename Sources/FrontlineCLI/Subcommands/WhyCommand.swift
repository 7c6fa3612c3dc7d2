import ArgumentParser
import Frontline
import FrontlineClaims
import FrontlineReports

struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Print the chain from the map to the sentences for a place and a day.",
    discussion: "PLACE is a name, an id of the gazetteer, or LON,LAT for the nearest place.")

  @Argument(help: "A name, an id, or LON,LAT.")
  var place: String

  @Argument(help: "The DAY of the map.")
  var day: Day

  @Argument(help: "The theatre's folder, or the folder a build wrote from it.")
  var folder = "seeds"

  @Option(name: .customLong("view"), help: "A view to explain; may be repeated (default: all).")
  var views: [String] = []

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let source = OutputFolder(folder)
    let theatre = File.exists(folder + "/theatre.yaml") ? folder : try source.readManifest().theatre
    let loaded = try TheatreFolder.load(theatre)
    let chosen = try loaded.theatre.views(named: views, all: Pipeline(loaded).allViews())
    let read = await loaded.claims()
    if let covered = loaded.theatre.coverage(of: read.corrected.claims) {
      _ = try DayOptions.parse(["--on", day.description]).days(
        of: covered, "what the theatre covers")
    }
    let (explanation, note) = try await read.theatre.explain(
      place, on: day, views: chosen, claims: read.corrected)
    if let note { speech.console.say(note) }
    if speech.verbose { speech.console.report(read.findings) }
    Console.data(explanation.written(parties: loaded.theatre.parties))
  }
}
