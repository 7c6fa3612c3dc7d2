import Foundation
import FrontlineLayers
import Testing

struct ReadmeTests {
  @Test func `the README's tables are the layers' schemas`() throws {
    let file = Program.repository.appendingPathComponent("README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(readme.range(of: "FRONTLINE_RECORD=1 -->\n"))
    let end = try #require(readme.range(of: "<!-- /properties -->"))
    let tables = "\n" + LayerSchema.markdown() + "\n"
    guard readme[start.upperBound..<end.lowerBound] != tables else { return }
    if ProcessInfo.processInfo.environment["FRONTLINE_RECORD"] == "1" {
      let mended = readme[..<start.upperBound] + tables + readme[end.lowerBound...]
      try Data(mended.utf8).write(to: file)
    }
    Issue.record("the README's tables differ from LayerSchema; FRONTLINE_RECORD=1 rewrites them")
  }
}
