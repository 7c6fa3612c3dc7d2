import Foundation
import FrontlineTestSupport
import Testing

struct RenderTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Width and height as a PNG's header has them.
  private func size(_ png: Data) -> [Int] {
    [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func `pictures of a span are written, a file a day, the same on every run`() throws {
    let scratch = try Scratch()
    for folder in ["one", "two"] {
      let run = try Program.run(
        "render", "output", "--from", "2021-09-02", "--to", "2021-09-03", "--width", "800", "-o",
        scratch.path(folder))
      #expect(run.status == 0, "\(run.errors)")
    }
    for day in ["2021-09-02", "2021-09-03"] {
      let png = try bytes(scratch.path("one/panjshir-2021-\(day).png"))
      #expect(size(png)[0] == 800)
      #expect(png == (try bytes(scratch.path("two/panjshir-2021-\(day).png"))))
    }
  }

  @Test func `an animation has a frame for each day`() throws {
    let scratch = try Scratch()
    let run = try Program.run(
      "render", "output", "--from", "2021-09-01", "--to", "2021-09-04", "--format", "apng",
      "--width", "400", "--view", "claimed:nrf", "-o", scratch.path("made"))
    #expect(run.status == 0, "\(run.errors)")
    let png = try bytes(scratch.path("made/panjshir-2021-animated-claimed-nrf.png"))
    let control = try #require(png.range(of: Data("acTL".utf8)))
    #expect(png[control.upperBound..<control.upperBound + 4] == Data([0, 0, 0, 4]))
  }

  @Test func `what is not there is named`() throws {
    let scratch = try Scratch()
    let target = scratch.path("made")
    for (arguments, status, words) in [
      (["output", "--on", "2020-01-01"], Int32(64), "2020-01-01 is not covered"),
      (["output", "--view", "claimed:romans"], 1, "there is no view 'claimed:romans'"),
      (["output", "--width", "20"], 64, "'--width' is 400 to 6000 points, not 20."),
      (["seeds"], 1, "the folder has no manifest.json"),
    ] {
      let run = try Program.run(["render"] + arguments + ["-o", target])
      #expect(run.status == status)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test func `a build without GeoJSON has nothing to draw`() throws {
    let scratch = try Scratch()
    _ = try scratch.write(
      """
      {"theatre_id": "t", "title": "T", "theatre": "seeds", "days": ["2021-09-02"],
       "views": ["assessed"], "files": ["2021-09-02/2021-09-02.kml"]}
      """, to: "built/manifest.json")
    let run = try Program.run("render", scratch.path("built"), "-o", scratch.path("made"))
    #expect(run.status == 1)
    #expect(
      run.errors.contains("the build wrote no GeoJSON, from which pictures are drawn"),
      "\(run.errors)")
  }
}
