import ArgumentParser
import Frontline

@main
struct FrontlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontline",
    abstract: "Turns dated, contradictory reports of a conflict into front-line maps.",
    discussion: """
      DAY is a day as in 2021-09-02. Data goes to standard output, words to standard error.
      Exit codes: 0 done, 1 the run failed or found errors, 2 cannot judge (validate), 64 wrong usage.
      """,
    version: FrontlineVersion.number,
    subcommands: [
      BuildCommand.self, ClaimsCommand.self, PlacesCommand.self, GazetteerCommand.self,
      ImportCommand.self, ExportCommand.self, WhyCommand.self, DiffCommand.self,
      RenderCommand.self, ValidateCommand.self,
      EvaluateCommand.self,
    ])
}
