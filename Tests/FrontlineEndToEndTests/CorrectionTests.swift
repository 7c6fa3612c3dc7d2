import Foundation
import FrontlineTestSupport
import Testing

/// From the sheet that `claims` writes to the map that `build` makes of it.
struct CorrectionTests {
  /// Writes the sheet as a person would, into the theatre.
  private func sheet(_ scratch: Scratch) throws -> String {
    let path = scratch.path("t/corrections.csv")
    let run = try Program.run(
      "claims", scratch.path("t/reports/first.txt"), "--theatre", scratch.path("t"), "--format",
      "csv", "--output", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
    return path
  }

  private func edit(_ path: String, _ change: (String) -> String) throws {
    let rows = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\r\n")
    try Data(rows.map(change).joined(separator: "\r\n").utf8).write(to: URL(fileURLWithPath: path))
  }

  private func build(_ scratch: Scratch) throws -> (run: Program.Run, files: [String: Data]) {
    let run = try Program.run(
      "build", scratch.path("t"), "--output", scratch.path("out"), "--verbose")
    #expect(run.status == 0, "\(run.errors)")
    var files = try Program.files(in: scratch.path("out"))
    files["manifest.json"] = nil
    return (run, files)
  }

  @Test func `a saved sheet without decisions changes no map`() throws {
    let scratch = try DovraTheatre.written()
    let before = try build(scratch).files
    let path = try sheet(scratch)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try build(scratch).files == before)
  }

  @Test func `decisions are on the map, in the manifest and in why, and stay in the next sheet`()
    throws
  {
    let scratch = try DovraTheatre.written()
    let path = try sheet(scratch)
    try edit(path) { row in
      if row.contains("xx-dovra captured") { return "reject,a rumour" + row.dropFirst() }
      guard row.contains("xx-selna captured") else { return row }
      return "change,\"it was the north, they say\""
        + row.dropFirst().replacing(",captured,south,", with: ",captured,north,")
    }
    let (run, files) = try build(scratch)
    #expect(!run.errors.contains("corrections.csv"), "\(run.errors)")
    let layer = String(decoding: files["2031-05-13/claims.geojson"] ?? Data(), as: UTF8.self)
    #expect(!layer.contains("xx-dovra"))
    #expect(
      layer.contains("\"edited\":\"changed\",\"edit_reason\":\"it was the north, they say\""))
    #expect(layer.contains("\"status\":\"held\",\"party\":\"north\""))
    let manifest = try String(contentsOfFile: scratch.path("out/manifest.json"), encoding: .utf8)
    let counts = manifest.filter { !$0.isWhitespace }
    #expect(counts.contains("\"edited\":{\"accepted\":0,\"changed\":1,\"added\":0,\"rejected\":1}"))
    #expect(counts.contains("/t/corrections.csv\",\"sha256\":"))

    let why = try Program.run(
      "why", "Selna", "2031-05-13", scratch.path("out"), "--view", "assessed")
    #expect(
      why.output.contains(
        "      changed by hand: it was the north, they say, read as xx-selna captured 2031-05-13\n")
    )
    let other = try Program.run(
      "why", "Dovra", "2031-05-13", scratch.path("out"), "--view", "assessed")
    #expect(
      other.output.contains(
        "      rejected by hand: a rumour\n      not counted: it was rejected by hand\n"))

    let old = try String(contentsOfFile: path, encoding: .utf8)
    _ = try sheet(scratch)
    let new = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      new.contains("reject,a rumour,") && new.contains("change,\"it was the north, they say\","))
    #expect(new.components(separatedBy: "\r\n").count == old.components(separatedBy: "\r\n").count)
  }

  @Test func `a bad row is a finding with its line, and the others count`() throws {
    let scratch = try DovraTheatre.written()
    let path = try sheet(scratch)
    try edit(path) { row in
      if row.contains("xx-dovra captured") { return "accept," + row.dropFirst() }
      return row.contains("xx-selna captured") ? "perhaps," + row.dropFirst() : row
    }
    let (run, files) = try build(scratch)
    #expect(
      run.errors.contains(
        "corrections.csv:3: error: 'perhaps' is not a decision, so the row changed nothing [unknown-decision]"
      ))
    let layer = String(decoding: files["2031-05-13/claims.geojson"] ?? Data(), as: UTF8.self)
    #expect(layer.contains("\"edited\":\"accepted\"") && layer.contains("xx-selna"))
  }

  @Test func `marked text has brackets where there is no terminal, and a page is written whole`()
    throws
  {
    let scratch = try DovraTheatre.written()
    let file = scratch.path("t/reports/first.txt")
    let marked = try Program.run(
      "claims", file, "--theatre", scratch.path("t"), "--format", "marked")
    #expect(
      marked.output.contains(
        "Northern forces captured ⟦Dovra 1⟧ on Tuesday.\n    1 Dovra: captured by Northern Army"))
    #expect(!marked.output.contains("\u{1B}"))
    let page = try Program.run(
      "claims", file, "--theatre", scratch.path("t"), "--format", "html", "--output",
      scratch.path("page.html"))
    #expect(page.output == "")
    let html = try String(contentsOfFile: scratch.path("page.html"), encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>\n") && html.hasSuffix("</html>\n"))
  }
}
