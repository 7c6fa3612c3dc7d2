public import ArgumentParser
import Foundation
import Frontline
public import FrontlineEvaluation
import FrontlineGazetteer

extension Corpus: ExpressibleByArgument {}

struct EvaluateToponymsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toponyms",
    abstract: "Precision, recall and F1 of place names, and how near the places were put.",
    usage: """
      frontline evaluate toponyms GOLD TEXTS [--theatre DIR] [--list] [--format table|json]
      frontline evaluate toponyms --corpus wotr|geovirus FILE [--gazetteer DIR ...]
      """,
    discussion: """
      GOLD and TEXTS are folders of NAME.json and NAME.txt, or one file each.

      With --corpus, FILE is the file of a public corpus: wotr is wotr-topo-test.json (War of the Rebellion), \
      geovirus is GeoVirus.xml. Names count by exact span (first and last letter as marked) and by normalised \
      text (without type word, article, case and accents, as often as the text has them). Resolution is the \
      share of names with coordinates put within 161 km: of those found (at or over the marked letters), and of \
      all. Only names used as places count as found; the corpora mark some that are used otherwise.
      """)

  @Argument(help: "GOLD and TEXTS; or the FILE of a corpus.")
  var files: [String]

  @Option(help: "A public corpus: wotr or geovirus.")
  var corpus: Corpus?

  @Option(
    parsing: .upToNextOption,
    help:
      "Gazetteers for a corpus, instead of the theatre's: GeoNames dumps, or folders with places.tsv."
  )
  var gazetteer: [String] = []

  @OptionGroup var options: EvaluationOptions

  func validate() throws {
    let expected = corpus == nil ? 2 : 1
    guard files.count == expected else {
      throw ValidationError(
        corpus == nil
          ? "Give GOLD and TEXTS (\(files.count) given), or --corpus and its FILE."
          : "Give one FILE of the corpus (\(files.count) given).")
    }
    guard corpus != nil || gazetteer.isEmpty else {
      throw ValidationError("'--gazetteer' goes with '--corpus'; golds are read with '--theatre'.")
    }
  }

  func run() async throws {
    guard let corpus else {
      return try await options.evaluate(gold: files[0], texts: files[1], withClaims: false)
    }
    let texts = try corpus.read(try File.read(files[0]), file: files[0])
    let gazetteer = try places()
    let reader = CorpusReader(gazetteer)
    let start = ProcessorTime.seconds
    let read = reader.mentions(of: texts)
    let seconds = ProcessorTime.seconds - start
    let score = CorpusScore(texts, read: read, gazetteer: gazetteer)
    switch options.format {
    case .json:
      try Console.data(CorpusReport.json(score, seconds: seconds).written() + "\n")
    case .table: try Console.data(CorpusReport.table(score, seconds: seconds))
    }
    if options.list { for error in score.errors { try Console.data(error.line) } }
  }

  private func places() throws -> Gazetteer {
    guard !gazetteer.isEmpty else {
      return try TheatreFolder.load(options.theatre, withReports: false).gazetteer
    }
    let files = try GazetteerFiles.load(gazetteer)
    options.speech.console.report(files.findings)
    return GazetteerTable(joining: files.tables).gazetteer()
  }
}

/// What the program has used of a processor so far: the same on a busy machine.
enum ProcessorTime {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
