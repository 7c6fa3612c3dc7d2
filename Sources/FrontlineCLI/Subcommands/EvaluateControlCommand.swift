import ArgumentParser
import Frontline
import FrontlineEvaluation
import FrontlineReports

struct EvaluateControlCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "control",
    abstract: "How near a map of control comes to a true one.",
    discussion: """
      OUTPUT is a folder that 'frontline build' wrote, or a GeoJSON file. TRUTH is a GeoJSON file. Features have \
      the properties kind (control, contested, unknown, front, band; in TRUTH also theatre), party, date \
      (YYYY-MM-DD; none: every day) and, for a band, level (0 to 1). Every day of TRUTH is compared, in the belt: \
      the theatre within --belt-km of the true line.

      area: IoU is the area both maps give the party over what either does; decided leaves out what OUTPUT draws \
      contested or unknown; wrong is the share of the rest on the wrong side. displaced is wrong area for each \
      kilometre of true line, bias what the party gets too much. line: distances every 0.5 km along both lines; \
      missing from the true to the drawn line, invented the other way. Places with a probability are held \
      against the truth as well.

      The exit code is 1 if a day of TRUTH could not be compared.
      """)

  @Argument(help: "Output folder of a build, or GeoJSON file.")
  var output: String

  @Argument(help: "GeoJSON file of the true areas.")
  var truth: String

  @Option(help: "Id of the party whose area is compared (default: each that TRUTH names).")
  var party: String?

  @Option(help: "GeoJSON file of where a line can be (default: the theatre of TRUTH).")
  var theatre: String?

  @Option(name: [.customLong("date"), .customLong("on")], help: "Compare this DAY alone.")
  var date: Day?

  @Option(help: "How far from the true line things count, in kilometres.")
  var beltKm = 60.0

  @Option(help: "Line within this many kilometres of the theatre's edge is border, not front.")
  var edgeKm = 3.0

  @Option(name: .customLong("min-island-km2"), help: "Islands below this many km² are not counted.")
  var minIslandKm2 = 5.0

  @Option(help: "The view that is read from a folder.")
  var view = "assessed"

  @Option(help: "table for a person, json for a program.")
  var format = EvaluationFormat.table

  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    guard beltKm > 0, beltKm.isFinite else {
      throw ValidationError("--belt-km \(beltKm) is no width: give kilometres above 0.")
    }
    guard edgeKm >= 0, edgeKm.isFinite else {
      throw ValidationError("--edge-km \(edgeKm) is not a distance: give kilometres from 0 up.")
    }
    guard minIslandKm2 >= 0, minIslandKm2.isFinite else {
      throw ValidationError("--min-island-km2 \(minIslandKm2) is no area: give km² from 0 up.")
    }
  }

  func run() throws {
    let evaluations = try ControlEvaluation.evaluate(
      try ControlMaps(output, view: view), against: try TrueMap(truth, theatre: theatre),
      party: party, day: date, options: options)
    switch format {
    case .json: Console.data(ControlJSON.value(evaluations).written(indent: 1) + "\n")
    case .table: Console.data(ControlTable.text(evaluations))
    }
    let findings = evaluations.flatMap { $0.findings(for: output) }
    speech.console.report(findings)
    if !findings.isEmpty { throw ExitCode.failure }
  }

  private var options: ComparisonOptions {
    var options = ComparisonOptions()
    options.beltKilometres = beltKm
    options.edgeKilometres = edgeKm
    options.islandSquareKilometres = minIslandKm2
    return options
  }
}
