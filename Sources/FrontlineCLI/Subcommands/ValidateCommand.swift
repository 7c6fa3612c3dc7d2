import ArgumentParser
import Foundation
import Frontline
import FrontlineFormats

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check KML files against OGC KML 2.2.",
    discussion: """
      Refuses a DOCTYPE, checks the root element, then the schema (with libxml2), then what a schema cannot say.
      Exit codes: 0 all valid, 1 one is invalid, 2 one cannot be judged (unreadable, or the schema does not compile).
      """)

  @Argument(help: "KML files; - for standard input.")
  var files: [String]

  @Flag(help: "Stop after the schema's verdict.")
  var schemaOnly = false

  @Option(help: "Another XML schema (.xsd) instead of the built-in one.")
  var schema: String?

  @Flag(name: .shortAndLong, help: "Print nothing for valid files.")
  var quiet = false

  func run() async throws {
    let validator: KMLValidator
    do {
      validator = try schema.map { try KMLValidator(schemaFile: $0) } ?? KMLValidator()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      throw ExitCode(2)
    }
    let (validate, schemaOnly) = (validator, self.schemaOnly)
    let verdicts = try await Pipeline.inOrder(files, isParallel: true) {
      file -> (String, KMLVerdict) in
      (file, Self.verdict(of: file, validate, schemaOnly))
    }
    var status: Int32 = 0
    for (file, verdict) in verdicts {
      switch verdict {
      case .valid: if !quiet { Console.data("\(file): valid\n") }
      case .invalid(let faults):
        status = max(status, 1)
        for fault in faults { Console.data("\(file):\(fault)\n") }
      case .cannotJudge(let reason):
        status = 2
        Console.data("\(file): cannot judge: \(reason)\n")
      }
    }
    if status != 0 { throw ExitCode(status) }
  }

  private static func verdict(
    of file: String, _ validator: KMLValidator, _ schemaOnly: Bool
  ) -> KMLVerdict {
    do {
      let bytes =
        file == "-" ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try File.read(file)
      return validator.validate(bytes, schemaOnly: schemaOnly)
    } catch let error as FileError {
      return .cannotJudge("\(error.problem); \(error.remedy)")
    } catch {
      return .cannotJudge("\(error)")
    }
  }
}
