import ArgumentParser
import Frontline
import FrontlineClaims
import FrontlineControl
import FrontlineEvaluation
import FrontlineReports

struct EvaluateControlCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "control",
    abstract: "How near a map of control comes to a true one, or foretells what it was not told.",
    usage: """
      frontline evaluate control <output> <truth> [<options>]
      frontline evaluate control --leave-out [<theatre>] [--on <day>] [--method <method> ...] [<options>]
      """,
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

      Where nobody knows the truth, --leave-out THEATRE leaves a tenth of the places out at a time, makes the map \
      of the claims about the others, and holds its probabilities at the places left out against what their own \
      claims say: log score, Brier score, and the share of places with sure claims that the map gives to another \
      party, for each --method. It can show that one method foretells more of what is said than another. It \
      cannot show where the line truly runs, since claims err, and err alike at neighbouring places; and it favours \
      too much smoothing, so parameters must not be chosen by it.
      """)

  @Argument(
    help:
      "Output folder of a build, or GeoJSON file; with --leave-out a theatre's folder (default: seeds)."
  )
  var output: String?

  @Argument(help: "GeoJSON file of the true areas.")
  var truth: String?

  @Flag(help: "Leave places out and ask the map of the others about them; needs no truth.")
  var leaveOut = false

  @Option(
    name: .customLong("method"),
    help: "With --leave-out: a method to score; may be repeated (default: all).")
  var methods: [ControlMethod] = []

  @Option(help: "With --leave-out: first DAY of a span, inclusive.")
  var from: Day?

  @Option(help: "With --leave-out: last DAY of a span, inclusive.")
  var to: Day?

  @Option(help: "With --leave-out: every so many days of the span (default: as many as make ten).")
  var every: Int?

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

  @Option(help: "The view that is read; features of a file that have none count too.")
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
    if let every, every < 1 {
      throw ValidationError("--every \(every) is no step: give days from 1 up.")
    }
    if leaveOut {
      guard truth == nil else {
        throw ValidationError("'--leave-out' takes a theatre and no TRUTH.")
      }
    } else {
      guard output != nil, truth != nil else {
        throw ValidationError("Give OUTPUT and TRUTH, or '--leave-out' and a theatre.")
      }
      guard methods.isEmpty, from == nil, to == nil, every == nil else {
        throw ValidationError("'--method', '--from', '--to' and '--every' go with '--leave-out'.")
      }
    }
  }

  func run() async throws {
    if leaveOut { return try await leavePlacesOut() }
    guard let output, let truth else { return }
    let evaluations = try ControlEvaluation.evaluate(
      try ControlMaps(output, view: view), against: try TrueMap(truth, theatre: theatre),
      party: party, day: date, options: options)
    switch format {
    case .json: try Console.data(ControlJSON.value(evaluations).written(indent: 1) + "\n")
    case .table: try Console.data(ControlTable.text(evaluations))
    }
    let findings = evaluations.flatMap { $0.findings(for: output) }
    speech.console.report(findings)
    if !findings.isEmpty { throw ExitCode.failure }
  }

  private func leavePlacesOut() async throws {
    let folder = output ?? "seeds"
    let loaded = try TheatreFolder.load(folder)
    let read = await loaded.claims()
    let claims = read.corrected.claims
    speech.console.report(loaded.findings + read.findings)
    guard let covered = read.theatre.theatre.coverage(of: claims) else {
      throw ValidationError("\(folder) has no period and no claims, so there is no day to map.")
    }
    let span = [("--on", date), ("--from", from), ("--to", to)]
      .flatMap { name, day in day.map { [name, $0.description] } ?? [] }
    let all = try DayOptions.parse(span).days(of: covered, "what the theatre covers")
    // The last day first, because most is known then.
    let step = every ?? max(1, (all.count + 9) / 10)
    let days = stride(from: all.count - 1, through: 0, by: -step).map { all[$0] }.reversed()
    let scores = try await LeaveOut(
      Pipeline(read.theatre), claims: claims, days: Array(days),
      methods: methods.isEmpty ? ControlMethod.allCases : methods)
    switch format {
    case .json: try Console.data(scores.json.written(indent: 1) + "\n")
    case .table: try Console.data(scores.table)
    }
  }

  private var options: ComparisonOptions {
    var options = ComparisonOptions()
    options.beltKilometres = beltKm
    options.edgeKilometres = edgeKm
    options.islandSquareKilometres = minIslandKm2
    return options
  }
}
