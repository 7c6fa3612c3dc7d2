import Foundation
import FrontlineTestSupport
import Testing

/// What `diff`, `why --format json`, `build --method` and `evaluate control` print for the seeds.
struct MapCommandTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func rows(_ table: String) -> [[String: Substring]] {
    let lines = table.split(whereSeparator: \.isNewline)
    guard let head = lines.first?.split(separator: ",") else { return [] }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(zip(head.map(String.init), cells)) { first, _ in first }
    }
  }

  // MARK: diff

  @Test func `diff tells what was won and lost, with a range, the places and the sentences`() throws
  {
    let run = try Program.run("diff", "2021-09-01", "2021-09-02", "output")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "Panjshir, August-September 2021, assessed: from 2021-09-01 to 2021-09-02\n"))
    #expect(run.output.contains("Khawak Pass: held by National Resistance Front"))
    #expect(run.output.contains("“On Wednesday, 1 September, the Taliban attacked from the south"))
  }

  @Test func `diff balances: what one side loses others win or is contested`() throws {
    let run = try Program.run("diff", "2021-09-01", "2021-09-02", "output", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    func sum(_ kind: String) -> Double {
      rows(run.output).filter { $0["kind"] == kind[...] }
        .reduce(0) { $0 + (Double($1["km2"] ?? "") ?? 0) }
    }
    // Nothing comes within reach or falls out of it but what these two tell.
    #expect(sum("lost") > 20)
    #expect(abs(sum("net") - sum("won") + sum("lost")) < 0.5)
    for row in rows(run.output) where row["kind"] == "net" {
      let value = try #require(Double(row["km2"] ?? ""))
      let low = Double(row["low_km2"] ?? "") ?? value
      let high = Double(row["high_km2"] ?? "") ?? value
      #expect(low <= value && value <= high)
    }
  }

  @Test func `diff draws the ground that changed, and refuses a day and itself`() throws {
    let run = try Program.run("diff", "2021-09-01", "2021-09-02", "output", "--format", "geojson")
    let features = try #require(try json(run.output)["features"] as? [Any])
    #expect(features.count >= 3)
    let same = try Program.run("diff", "2021-09-02", "2021-09-02", "output")
    #expect(same.status != 0)
    #expect(same.errors.contains("give the earlier day first, and two different ones"))
  }

  // MARK: why

  @Test func `why as JSON has the chain from the map to the sentence`() throws {
    let run = try Program.run(
      "why", "Khawak Pass", "2021-09-02", "--view", "assessed", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let answer = try json(run.output)
    let views = try #require(answer["views"] as? [[String: Any]])
    #expect(views.map { $0["view"] as? String } == ["assessed"])
    let view = try #require(views.first)
    #expect(view["status"] as? String == "contested")
    #expect(view["latest_word_stands"] as? Bool == false)
    let line = try #require(view["front_line"] as? [String: Any])
    #expect(((line["half_width_km"] as? Double) ?? 0) > 0)
    let claims = try #require(view["claims"] as? [[String: Any]])
    let sentences = claims.compactMap { ($0["claim"] as? [String: Any])?["sentence"] as? String }
    #expect(sentences.contains { $0.contains("at the Khawak Pass to the west") })
    #expect(claims.contains { ($0["weighed"] as? [String: Any])?["negated"] as? Bool == false })
  }

  // MARK: Methods and evaluation

  @Test func `a baseline draws another map without bands, and the manifest names it`() throws {
    let scratch = try Scratch()
    let folder = scratch.path("map")
    let run = try Program.run(
      "build", "--on", "2021-09-02", "--view", "assessed", "--format", "geojson", "--method",
      "tessellation", "--output", folder)
    #expect(run.status == 0, "\(run.errors)")
    func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    #expect(try read(folder + "/manifest.json").contains("tessellation"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/2021-09-02/uncertainty.geojson"))
    let ours = Program.repository.appendingPathComponent("output/2021-09-02/control_areas.geojson")
    #expect(try read(folder + "/2021-09-02/control_areas.geojson") != read(ours.path))
  }

  @Test func `a map measured against itself is faultless, and against another's day is not`() throws
  {
    func figures(_ truth: String) throws -> [String: Any] {
      let run = try Program.run(
        "evaluate", "control", "output", truth, "--party", "nrf", "--date", "2021-09-02",
        "--format",
        "json")
      #expect(run.status == 0, "\(run.errors)")
      return try #require(try json(run.output)["mean"] as? [String: Any])
    }
    let scratch = try Scratch()
    func truth(_ view: String) throws -> String {
      let run = try Program.run(
        "export", "output", "--on", "2021-09-02", "--layer", "control_areas", "--view", view,
        "--format", "geojson")
      // A truth is of no view.
      let areas = run.output.replacingOccurrences(of: "\"view\":\"\(view)\"", with: "\"view\":null")
      return try scratch.write(areas, to: view.filter(\.isLetter) + ".geojson")
    }
    let own = try figures(truth("assessed"))
    let other = try figures(truth("claimed:nrf"))
    #expect(((own["displacement_km"] as? Double) ?? 1) < 1e-6)
    #expect(((other["displacement_km"] as? Double) ?? 0) > 0.5)
  }

  @Test func `places left out are foretold by those that stay`() throws {
    let run = try Program.run(
      "evaluate", "control", "--leave-out", "--on", "2021-09-02", "--method", "kriging", "--method",
      "tessellation")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("kriging") && run.output.contains("tessellation"))
    #expect(!run.output.contains("natural-neighbour"))
  }
}
