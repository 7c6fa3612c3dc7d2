import ArgumentParser
import Frontline
import FrontlineEvaluation

struct EvaluateToponymsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toponyms",
    abstract: "Precision, recall and F1 of place names, and how near the places were put.",
    discussion: """
      GOLD and TEXTS are folders of NAME.json and NAME.txt, or one file each.
      """)

  @Argument(help: "GOLD and TEXTS.")
  var files: [String]

  @OptionGroup var options: EvaluationOptions

  func run() async throws {
    try await options.evaluate(gold: files[0], texts: files[1], withClaims: false)
  }
}
