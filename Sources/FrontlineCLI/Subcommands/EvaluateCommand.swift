import ArgumentParser
import Frontline
import FrontlineEvaluation
import FrontlineReports

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure what is read out of texts, and the maps made of it, against the truth.",
    subcommands: [
      EvaluateClaimsCommand.self, EvaluateToponymsCommand.self, EvaluateControlCommand.self,
    ])
}

enum EvaluationFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

struct EvaluateClaimsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Precision, recall and F1 of place names, places and claims.",
    discussion: """
      GOLD and TEXTS are folders of NAME.json and NAME.txt, or one file each. Every text is read with the
      theatre's parties and gazetteers, as if published on the day its gold gives.

      Claims are measured at three levels. L1: the place and who holds it. L2: also the date, within a day. \
      L3: also the event and the claimant. Claims the gold marks as optional count neither way.

      json prints one object a report and one for all; with --list also one a fault.
      """)

  @Argument(help: "Gold file, or folder of NAME.json.")
  var gold: String

  @Argument(help: "Text, or folder of NAME.txt.")
  var texts: String

  @OptionGroup var options: EvaluationOptions

  func run() async throws {
    try await options.evaluate(gold: gold, texts: texts, withClaims: true)
  }
}

/// What both kinds of evaluation against golds take.
struct EvaluationOptions: ParsableArguments {
  @Option(help: "The theatre whose parties and gazetteers are used.")
  var theatre = "seeds"

  @Option(
    name: .customLong("km"),
    help: "A claim within KM kilometres of a gold place is about it, unless its name is another's.")
  var kilometres = 25.0

  @Flag(help: "Also list what was missed and what was wrong, with sentence and rule.")
  var list = false

  @Option(help: "table for a person, json for a program.")
  var format = EvaluationFormat.table

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    guard kilometres >= 0, kilometres.isFinite else {
      throw ValidationError("--km \(kilometres) is not a distance: give kilometres from 0 up.")
    }
  }

  func evaluate(gold: String, texts: String, withClaims hasClaims: Bool) async throws {
    let loaded = try TheatreFolder.load(theatre, withReports: false)
    let (pairs, findings) = try GoldFiles.pairs(gold: gold, texts: texts)
    let extractor = Extractor(
      parties: loaded.theatre.parties, gazetteer: loaded.gazetteer, box: loaded.theatre.box)
    let read = await extractor.extract(pairs.map(\.report))
    speech.console.report(loaded.findings + findings)
    let scores = zip(pairs, read).map { pair, extraction in
      ReportScore(
        gold: pair.gold, extraction, gazetteer: loaded.gazetteer, parties: loaded.theatre.parties,
        radiusKilometres: kilometres)
    }
    try print(scores, withClaims: hasClaims)
  }

  private func print(_ scores: [ReportScore], withClaims hasClaims: Bool) throws {
    let total = TotalScore(scores)
    switch format {
    case .json:
      for score in scores {
        try Console.data(ScoreJSON.report(score, withClaims: hasClaims).written() + "\n")
        for error in errors(of: score, hasClaims) {
          try Console.data(ScoreJSON.error(error, in: score.report).written() + "\n")
        }
      }
      try Console.data(ScoreJSON.total(total, withClaims: hasClaims).written() + "\n")
    case .table:
      try Console.data(ScoreTable.text(scores, total, withClaims: hasClaims))
      for score in scores {
        for error in errors(of: score, hasClaims) {
          try Console.data(ScoreTable.line(error, in: score.report))
        }
      }
    }
  }

  private func errors(of score: ReportScore, _ hasClaims: Bool) -> [ExtractionError] {
    guard list else { return [] }
    return hasClaims ? score.errors : score.toponyms.errors
  }
}
