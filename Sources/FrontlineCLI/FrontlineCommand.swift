import ArgumentParser
import Frontline

@main
struct FrontlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontline",
    abstract: "Turns dated, contradictory reports of a conflict into front-line maps.",
    discussion: """
      DAY is a day as in 2021-09-02. Data goes to standard output, words to standard error.
      Exit codes: 0 done, 1 the run failed, or what was checked is wrong, 2 cannot judge (validate), 64 wrong usage.
      """,
    version: FrontlineVersion.number,
    subcommands: [
      BuildCommand.self, ClaimsCommand.self, PlacesCommand.self, GazetteerCommand.self,
      ImportCommand.self, ExportCommand.self, WhyCommand.self, DiffCommand.self,
      RenderCommand.self, ValidateCommand.self,
      EvaluateCommand.self,
    ])

  /// A longitude west of Greenwich is a value, not an option: its minus becomes the sign that no option begins with.
  static func main() async {
    await main(CommandLine.arguments.dropFirst().map(Self.withSign))
  }

  /// Only for what begins as coordinates do: `-69.3,35.1`.
  private static func withSign(_ argument: String) -> String {
    argument.firstMatch(of: /^-(?:[0-9]+\.?|\.)[0-9]*,/) == nil
      ? argument : "\u{2212}" + argument.dropFirst()
  }
}
