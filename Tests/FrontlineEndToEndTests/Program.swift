import Foundation
import FrontlineTestSupport
import Testing

/// Runs the built `frontline` as a user does.
enum Program {
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The executable of the build that these tests belong to.
  static func executable() throws -> URL {
    let builds = ["debug", "release"].map {
      repository.appendingPathComponent(".build/\($0)/frontline")
    }
    return try #require(
      builds.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "there is no built frontline: run 'swift build'")
  }

  /// - Parameter environment: Added to the test's own.
  static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:],
    in folder: URL = repository
  ) throws -> Run {
    try run(arguments, input: input, environment: environment, in: folder)
  }

  static func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    in folder: URL = repository, program: URL? = nil
  ) throws -> Run {
    let scratch = try Scratch()
    let (out, err) = (scratch.path("out"), scratch.path("err"))
    for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
    let process = Process()
    process.executableURL = try program ?? executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    if let input {
      try Data(input.utf8).write(to: URL(fileURLWithPath: scratch.path("in")))
      process.standardInput = FileHandle(forReadingAtPath: scratch.path("in"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try String(contentsOfFile: out, encoding: .utf8),
      errors: try String(contentsOfFile: err, encoding: .utf8))
  }

  /// Runs a line of shell, in which `FRONTLINE` is the program.
  static func shell(_ line: String) throws -> Run {
    try run(
      ["-c", line], environment: ["FRONTLINE": try executable().path],
      program: URL(fileURLWithPath: "/bin/sh"))
  }

  /// The files below a folder with their bytes, by path.
  static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    for path in paths {
      let full = folder + "/" + path
      let attributes = try FileManager.default.attributesOfItem(atPath: full)
      if attributes[.type] as? FileAttributeType == .typeRegular {
        files[path] = FileManager.default.contents(atPath: full)
      }
    }
    return files
  }
}
