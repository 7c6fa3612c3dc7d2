import Foundation
import Frontline
import FrontlineReports

/// Says things to a person, on standard error, and hands data to standard output.
struct Console {
  let isQuiet: Bool
  let isVerbose: Bool
  let usesColour: Bool
  /// Whether data may be coloured: standard output is a terminal, and nobody asked for no colours.
  let paintsData: Bool

  init(isQuiet: Bool, isVerbose: Bool, hasColour: Bool) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    let environment = ProcessInfo.processInfo.environment
    let isAllowed = hasColour && (environment["NO_COLOR"] ?? "").isEmpty
    usesColour = isAllowed && isatty(STDERR_FILENO) == 1
    paintsData = isAllowed && isatty(STDOUT_FILENO) == 1
  }

  func say(_ text: String) {
    if !isQuiet { Self.write(text + "\n", to: FileHandle.standardError) }
  }

  /// How many warnings are told in full unless all are asked for.
  private static let mostWarnings = 5

  /// Errors in full, and the first warnings; what is left counted by code. All in full when verbose.
  func report(_ findings: [Finding]) {
    var warnings = 0
    var silent: [Finding] = []
    for finding in findings {
      if !isVerbose && finding.severity < .error {
        warnings += finding.severity == .warning ? 1 : 0
        if isQuiet || finding.severity != .warning || warnings > Self.mostWarnings {
          silent.append(finding)
          continue
        }
      }
      Self.write(coloured(finding) + "\n", to: FileHandle.standardError)
    }
    guard !silent.isEmpty else { return }
    let counts = Dictionary(grouping: silent, by: \.code).sorted { $0.key < $1.key }
    say(
      "findings: " + counts.map { "\($0.value.count) \($0.key)" }.joined(separator: ", ")
        + " (--verbose shows them)")
  }

  private func coloured(_ finding: Finding) -> String {
    guard usesColour else { return finding.description }
    let colour = finding.severity == .error ? 31 : finding.severity == .warning ? 33 : 36
    return finding.description.replacing(
      "\(finding.severity.rawValue):",
      with: "\u{1B}[\(colour)m\(finding.severity.rawValue):\u{1B}[0m",
      maxReplacements: 1)
  }

  /// - Throws: ``FileError`` where standard output does not take all of it: a full disk must not look like a success.
  static func data(_ text: String) throws { try data(Array(text.utf8)) }

  static func data(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw FileError(
        path: "standard output",
        problem: "the data cannot be written, so what arrived is not whole",
        remedy: "check that the disk has room")
    }
  }

  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
