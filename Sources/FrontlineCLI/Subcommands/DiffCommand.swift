import ArgumentParser
import Frontline
import FrontlineReports

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "What changed between two days: ground won and lost, places, and the claims behind it.",
    discussion: """
      OUTPUT is a folder that 'frontline build' wrote with maps of both days; the claims' sentences come from the \
      theatre it was built from. Ranges hold four times in five: they count the errors of both days' lines along \
      ground that changed, as independent of each other.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, geojson
  }

  @Argument(help: "The first DAY.")
  var first: Day

  @Argument(help: "The second DAY.")
  var second: Day

  @Argument(help: "The folder a build wrote.")
  var output = "output"

  @Option(help: "The view to compare: assessed, claimed:<party>, independent.")
  var view = "assessed"

  @Option(
    help: "text for a person, csv for a table of everything, geojson for the ground that changed.")
  var format = Format.text

  @Flag(help: "In the text, tell every piece of ground and every claim, not the first of them.")
  var all = false

  @OptionGroup var speech: SpeechOptions

  func run() async throws {
    let (diff, findings) = try await OutputFolder(output).diff(from: first, to: second, view: view)
    speech.console.report(findings)
    switch format {
    case .text: try Console.data(all ? diff.text(limit: nil) : diff.text())
    case .csv: try Console.data(diff.table.written())
    case .geojson: try Console.data(diff.geoJSON)
    }
  }
}
