import Foundation
import Testing

/// Compares bytes with the file `Golden/<name>` beside the test.
///
/// With `FRONTLINE_RECORD=1` the file is rewritten, and the test fails, so that no run that records
/// passes for one that checks.
func golden(
  _ bytes: [UInt8], _ name: String, file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["FRONTLINE_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    Issue.record("recorded \(name); run again without FRONTLINE_RECORD", sourceLocation: location)
    return
  }
  let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  #expect(String(decoding: bytes, as: UTF8.self) == expected, sourceLocation: location)
}
