public import ArgumentParser
import Foundation
public import Frontline
import FrontlineValidation

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check anybody's KML, KMZ and GeoJSON files.",
    discussion: """
      KML: refuses a DOCTYPE, checks the root element, the schema of OGC KML 2.2 (with libxml2) and the 77 abstract tests \
      of OGC 07-134r2, up to a level. KMZ: the archive's layout as well, and every document in it. GeoJSON: RFC 7946. \
      Kinds are told by name, or by content where the name says nothing. Files that a document refers to are looked for on disk or in its archive; nothing is \
      fetched from a network. Each message ends with the identifier of the check; --list-checks shows them all.

      Exit codes: 0 all valid, 1 one is invalid, 2 one cannot be judged (unreadable, or the schema does not compile).
      """)

  @Argument(help: "KML, KMZ and GeoJSON files; - for standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "How much of OGC's tests is asked of KML: 1 what the standard demands, 2 what it recommends too, 3 everything.",
      valueName: "1|2|3"))
  var level: Int = 3

  @Flag(help: "Allow Google's extension (gx: elements) where Google has it.")
  var gx = false

  @Option(
    help:
      "How to tell what was found: \(ValidationFormat.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var format: ValidationFormat = .human

  @Flag(help: "Of KML, check the root and the schema only.")
  var schemaOnly = false

  @Option(help: "Another XML schema (.xsd) instead of the built-in one.")
  var schema: String?

  @Flag(name: .shortAndLong, help: "Print nothing for valid files, and no notes.")
  var quiet = false

  @Flag(help: "List all checks with their level and meaning, and stop.")
  var listChecks = false

  func validate() throws {
    guard (1...3).contains(level) else {
      throw ValidationError("There is no level \(level): the levels are 1, 2 and 3.")
    }
    if files.isEmpty && !listChecks {
      throw ValidationError("Name one file or more, or - for standard input.")
    }
  }

  func run() async throws {
    if listChecks { return try Self.printChecks() }
    let request = ValidationRequest(
      level: schemaOnly ? .schemaOnly : .init(rawValue: level) ?? .thorough, allowsGX: gx,
      isQuiet: quiet)
    let validator = try makeValidator(request)
    let format = self.format
    var results: [ValidationResult] = []
    var status: Int32 = 0
    try await Pipeline.inOrder(
      files, isParallel: true,
      { ValidationResult(file: $0, report: Self.report(of: $0, validator)) },
      take: { result in
        status = max(status, Self.status(of: result.report.verdict))
        if format == .human {
          try Console.data(result.text(request))
        } else {
          results.append(result)
        }
      })
    if format != .human { try Console.data(results.written(as: format, request)) }
    if status != 0 { throw ExitCode(status) }
  }

  private func makeValidator(_ request: ValidationRequest) throws -> FileValidator {
    let (level, gx) = (request.level, request.allowsGX)
    do {
      return FileValidator(
        try schema.map { try KMLValidator(schemaFile: $0, level: level, allowsGX: gx) }
          ?? KMLValidator(level: level, allowsGX: gx))
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      throw ExitCode(2)
    }
  }

  private static func report(of file: String, _ validator: FileValidator) -> ValidationReport {
    guard file == "-" else { return validator.validate(file: file) }
    return validator.validate(Array(FileHandle.standardInput.readDataToEndOfFile()))
  }

  private static func status(of verdict: ValidationReport.Verdict) -> Int32 {
    switch verdict {
    case .valid: 0
    case .invalid: 1
    case .cannotJudge: 2
    }
  }

  private static func printChecks() throws {
    for check in KMLValidator.checks {
      try Console.data("ATC \(check.id.number ?? 0)\t\(check.id.name)\t\(check.title)\n")
    }
    for check in GeoJSONValidator.checks {
      try Console.data("-\t\(check.id.name)\t\(check.title)\n")
    }
  }
}

extension ValidationFormat: ExpressibleByArgument {}
