public import ArgumentParser
import Frontline
import FrontlineControl
public import FrontlineReports

extension Day: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(iso: argument)
  }
}

/// Which days: one, a span, or all there are.
struct DayOptions: ParsableArguments {
  @Option(help: "One DAY.")
  var on: Day?

  @Option(help: "First DAY of a span, inclusive.")
  var from: Day?

  @Option(help: "Last DAY of a span, inclusive.")
  var to: Day?

  func validate() throws {
    if on != nil && (from != nil || to != nil) {
      throw ValidationError(
        "'--on' is one day, '--from' and '--to' are a span: give one or the other.")
    }
    if let from, let to, from > to {
      throw ValidationError(
        "The span ends on \(to), before it starts on \(from): swap '--from' and '--to'.")
    }
  }

  /// The days asked for, of those that a build made.
  ///
  /// - Parameter folder: The build's, for the message.
  func days(of manifest: Manifest, in folder: String) throws -> [Day] {
    guard let first = manifest.days.first, let last = manifest.days.last else {
      throw ValidationError("\(folder) holds no days: build it again.")
    }
    return try days(of: first...last, folder)
  }

  /// The days asked for, of those there are.
  ///
  /// - Parameter what: What covers the days, for the message: "the theatre's period".
  func days(of covered: ClosedRange<Day>, _ what: String) throws -> [Day] {
    let first = on ?? from ?? covered.lowerBound
    let last = on ?? to ?? covered.upperBound
    for day in [first, last] where !covered.contains(day) {
      throw ValidationError(
        "\(day) is not covered: \(what) runs from \(covered.lowerBound) to \(covered.upperBound).")
    }
    guard first <= last else {
      throw ValidationError(
        "The span ends on \(last), before it starts on \(first): give '--from' and '--to' in order."
      )
    }
    return Array(first...last)
  }
}

/// Which reports may count.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .customLong("known-by"),
    help: "Use only reports published by this DAY (default: for each map, by its own day).")
  var knownBy: Day?

  @Flag(help: "Use every report for every day, whenever it was published.")
  var hindsight = false

  func validate() throws {
    if hindsight && knownBy != nil {
      throw ValidationError(
        "'--known-by' limits the reports, '--hindsight' uses them all: give one or the other.")
    }
  }

  /// Nil where neither option is given.
  var given: Knowledge? { hindsight ? .hindsight : knownBy.map { .by($0) } }
}

/// How much is said on standard error.
struct SpeechOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say only what failed.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print every finding in full.")
  var verbose = false

  @Flag(name: .customLong("no-color"), help: "No colours (as does the variable NO_COLOR).")
  var noColor = false

  func validate() throws {
    if quiet && verbose {
      throw ValidationError("'--quiet' and '--verbose' contradict each other.")
    }
  }

  var console: Console { Console(isQuiet: quiet, isVerbose: verbose, hasColour: !noColor) }
}

extension Theatre {
  /// The views named on a command line; all if none is.
  func views(named names: [String], all: [View]) throws -> [View] {
    guard !names.isEmpty else { return all }
    return try names.map { name in
      guard let view = all.first(where: { $0.description == name }) else {
        throw ValidationError(
          "There is no view '\(name)'. Views: \(all.map(\.description).joined(separator: ", ")).")
      }
      return view
    }
  }
}
