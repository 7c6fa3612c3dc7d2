import Foundation
import FrontlineTestSupport
import Testing

struct BuildTests {
  /// The names of files that differ between two folders, in either direction.
  private func differences(_ left: String, _ right: String) throws -> [String] {
    let (first, second) = (try Program.files(in: left), try Program.files(in: right))
    return Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
  }

  private func build(
    _ extra: [String] = [], environment: [String: String] = [:], into scratch: Scratch,
    _ name: String = "output"
  ) throws -> String {
    let run = try Program.run(
      ["build", "seeds", "--output", scratch.path(name)] + extra, environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    return scratch.path(name)
  }

  @Test func `the committed output is what a fresh run makes`() throws {
    let scratch = try Scratch()
    let committed = Program.repository.appendingPathComponent("output").path
    #expect(try differences(build(into: scratch), committed) == [])
  }

  @Test(arguments: [
    (["--serial"], [:]),
    ([], ["TZ": "Asia/Kabul", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]),
    (["--serial"], ["TZ": "America/Los_Angeles", "LC_ALL": "C"]),
  ])
  func `threads, time zone and locale change no byte`(
    extra: [String], environment: [String: String]
  ) throws {
    let scratch = try Scratch()
    let plain = try build(into: scratch, "plain")
    #expect(
      try differences(plain, build(extra, environment: environment, into: scratch, "other")) == [])
  }

  @Test
  func `a second build into the same folder removes what it no longer makes and nothing else`()
    throws
  {
    let scratch = try Scratch()
    let output = try build(into: scratch)
    let own = try scratch.write("mine", to: "output/2021-08-25/notes.txt")
    _ = try build(["--on", "2021-09-02", "--format", "geojson"], into: scratch)
    let files = try Program.files(in: output).keys.sorted()
    #expect(
      files == [
        "2021-08-25/notes.txt", "2021-09-02/claims.geojson", "2021-09-02/claims.qml",
        "2021-09-02/control_areas.geojson", "2021-09-02/control_areas.qml",
        "2021-09-02/front_lines.geojson", "2021-09-02/front_lines.qml",
        "2021-09-02/front_symbols.geojson", "2021-09-02/front_symbols.qml",
        "2021-09-02/places.geojson", "2021-09-02/places.qml", "2021-09-02/uncertainty.geojson",
        "2021-09-02/uncertainty.qml", "manifest.json", "sources.csv", "summary.csv",
      ])
    #expect(FileManager.default.contents(atPath: own) == Data("mine".utf8))
  }

  @Test func `a build that fails leaves the old output as it was`() throws {
    let scratch = try Scratch()
    let output = try build(["--on", "2021-09-02"], into: scratch)
    let before = try Program.files(in: output)
    let run = try Program.run("build", "seeds", "--output", output, "--on", "2022-01-01")
    #expect(run.status == 64)
    #expect(
      run.errors.contains(
        "2022-01-01 is not covered: what the theatre covers runs from 2021-08-25 to 2021-09-04."))
    #expect(try Program.files(in: output) == before)
  }

  @Test func `what a build left that was stopped is removed, and nobody else's`() throws {
    let scratch = try Scratch()
    // No process has a number so high; this one runs.
    let dead = try scratch.write("x", to: "output.partial-99999999/manifest.json")
    let alive = try scratch.write(
      "x", to: "output.partial-\(ProcessInfo.processInfo.processIdentifier)/manifest.json")
    let named = try scratch.write("x", to: "output.partial-mine/notes.txt")
    _ = try build(["--on", "2021-09-02", "--format", "geojson"], into: scratch)
    #expect(!FileManager.default.fileExists(atPath: dead))
    #expect(FileManager.default.fileExists(atPath: alive))
    #expect(FileManager.default.fileExists(atPath: named))
  }

  @Test func `a claim is listed on the days it is about, also if it was reported later`() throws {
    let scratch = try Scratch()
    let asked = ["--on", "2021-09-01", "--view", "assessed", "--format", "geojson"]
    let all = try String(
      contentsOfFile: build(asked, into: scratch) + "/2021-09-01/claims.geojson", encoding: .utf8)
    #expect(all.contains("\"reported\":\"2021-09-02\""))
    let known = try Program.files(
      in: build(asked + ["--known-by", "2021-09-01"], into: scratch, "known"))
    let listed = known["2021-09-01/claims.geojson"].map { String(decoding: $0, as: UTF8.self) }
    #expect(listed?.contains("\"reported\":\"2021-09-02\"") != true)
  }

  @Test func `those who made the gazetteer's sources are thanked in every file`() throws {
    let output = Program.repository.appendingPathComponent("output").path
    let thanks = "GeoNames (CC BY 4.0)"
    for file in [
      "panjshir-2021.kml", "panjshir-2021-latest.kml", "manifest.json", "index.html",
    ] {
      #expect(
        try String(contentsOfFile: output + "/" + file, encoding: .utf8).contains(thanks), "\(file)"
      )
    }
  }

  @Test func `a box too wide for one map is refused with its size`() throws {
    let scratch = try DovraTheatre.written()
    let path = scratch.path("t/theatre.yaml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    _ = try scratch.write(
      text.replacing("west: 9, south: 49, east: 12", with: "west: -170, south: 49, east: 170"),
      to: "t/theatre.yaml")
    let run = try Program.run("build", scratch.path("t"), "--output", scratch.path("out"))
    #expect(run.status == 1)
    #expect(run.errors.contains("the box is 24803 by 334 km, too wide for one map"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }

  @Test func `a box beside all claims, and prior control that comes too late, are told`() throws {
    let scratch = try DovraTheatre.written()
    let text = try String(contentsOfFile: scratch.path("t/theatre.yaml"), encoding: .utf8)
    _ = try scratch.write(
      text.replacing(
        "west: 9, south: 49, east: 12, north: 52", with: "west: 1, south: 1, east: 2, north: 2")
        + "\nprior:\n  - { place: xx-dovra, party: north, since: 2031-06-01 }\n",
      to: "t/theatre.yaml")
    let run = try Program.run(
      "build", scratch.path("t"), "--output", scratch.path("out"), "--format", "geojson")
    #expect(run.errors.contains("no claim is about a place inside the box [empty-box]"))
    #expect(
      run.errors.contains(
        "prior control of 'xx-dovra' begins on 2031-06-01, after the last day mapped"))
  }

  @Test func `the latest KML is that of the last day, under a name that stays`() throws {
    let scratch = try Scratch()
    let output = try build(
      ["--from", "2021-09-01", "--to", "2021-09-02", "--view", "assessed", "--format", "kml"],
      into: scratch)
    let files = try Program.files(in: output)
    #expect(files["panjshir-2021-latest.kml"] == files["2021-09-02/2021-09-02.kml"])
    #expect(files["2021-09-02/2021-09-02.kml"] != nil)
  }

  @Test func `how much shapes were simplified stands in the manifest`() throws {
    let scratch = try Scratch()
    let asked = ["--on", "2021-09-02", "--view", "assessed", "--format", "geojson"]
    for (extra, said) in [
      ([], "\"simplify_m\": 0,"), (["--simplify", "250"], "\"simplify_m\": 250,"),
    ] {
      let output = try build(asked + extra, into: scratch)
      let manifest = try String(contentsOfFile: output + "/manifest.json", encoding: .utf8)
      #expect(manifest.contains(said))
    }
  }

  @Test func `the KMZ and its link pass every check there is`() throws {
    let scratch = try Scratch()
    let output = try build(["--on", "2021-09-02", "--format", "kmz"], into: scratch)
    #expect(
      try Program.files(in: output).keys.sorted() == [
        "manifest.json", "panjshir-2021-link.kml", "panjshir-2021.kmz", "sources.csv",
        "summary.csv",
      ])
    let earth = try Program.run(
      "validate", output + "/panjshir-2021.kmz", "--gx", "--level", "3")
    #expect(earth.status == 0, "\(earth.output)\(earth.errors)")
    let link = try Program.run("validate", output + "/panjshir-2021-link.kml", "--level", "3")
    #expect(link.status == 0, "\(link.output)\(link.errors)")
  }

  @Test func `the map in a browser is one file, and tells of what it is made`() throws {
    let scratch = try Scratch()
    let output = try build(["--on", "2021-09-02", "--format", "html"], into: scratch)
    #expect(
      try Program.files(in: output).keys.sorted() == [
        "index.html", "manifest.json", "sources.csv", "summary.csv",
      ])
    let manifest = try String(contentsOfFile: output + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains("leaflet.min.js"))
  }

  @Test func `without Leaflet the page is left out, or the build fails that asks for it`() throws {
    let scratch = try Scratch()
    let asked = try Program.run(
      "build", "seeds", "--output", scratch.path("a"), "--on", "2021-09-02", "--leaflet", "nowhere")
    #expect(asked.status == 1)
    #expect(
      asked.errors.contains("the map library Leaflet is not there, so there is no index.html"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a")))
  }

  @Test func `tiles are an address with a place for the tile, and the page names their host`()
    throws
  {
    let scratch = try Scratch()
    let wrong = try Program.run("build", "seeds", "--tiles", "https://tiles.example/")
    #expect(wrong.status == 64)
    #expect(
      wrong.errors.contains("--tiles 'https://tiles.example/' must hold {z}, {x} and {y}."))
    let output = try build(
      [
        "--on", "2021-09-02", "--format", "html", "--tiles",
        "https://tiles.example/{z}/{x}/{y}.png", "--tiles-credit", "The <mapmakers>",
      ], into: scratch)
    let page = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
    #expect(page.contains("img-src data: https://tiles.example\""))
    #expect(page.contains(#""tiles_credit":"The \u003cmapmakers>""#))
  }

  @Test func `a folder that is not ours is not written to`() throws {
    let scratch = try Scratch()
    _ = try scratch.write("precious", to: "home/thesis.txt")
    let run = try Program.run("build", "seeds", "--output", scratch.path("home"))
    #expect(run.status == 1)
    #expect(
      run.errors.contains("the folder holds files that frontline did not make")
        && run.errors.contains("give --output a new or empty folder, or one that frontline wrote"))
    #expect(try Program.files(in: scratch.path("home")).keys.sorted() == ["thesis.txt"])
  }

  @Test func `on the second of September the map says what the reports say`() throws {
    let scratch = try Scratch()
    let output = try build(["--on", "2021-09-02"], into: scratch)
    let places = try states(output + "/2021-09-02/places.geojson")
    // Fought over, says everybody but the party that has not spoken of it.
    #expect(places["assessed"]?["Khawak Pass"] == "contested")
    #expect(places["independent"]?["Khawak Pass"] == "contested")
    #expect(places["claimed:taliban"]?["Khawak Pass"] == "held by nrf")
    #expect(places["assessed"]?["Gulbahar"] == "contested")
    // Said to be captured by unnamed accounts: in the resistance's view, and in no other.
    for place in ["Shirkat Bazaar", "Jamalagha", "Deh Baba Ali"] {
      #expect(places["claimed:nrf"]?[place] == "held by nrf")
      for view in ["assessed", "independent", "claimed:taliban"] {
        #expect(places[view]?[place] == "held by taliban")
      }
    }
    let fronts = try features(output + "/2021-09-02/front_lines.geojson").filter {
      $0["view"] as? String == "assessed"
    }
    #expect(Set(fronts.compactMap { $0["kind"] as? String }) == ["line", "contested_edge"])
    let contested = fronts.compactMap { $0["contested_places"] as? String }.joined(separator: "; ")
    #expect(contested.contains("Khawak Pass") && contested.contains("Gulbahar"))
  }

  private func features(_ path: String) throws -> [[String: Any]] {
    let data = try #require(FileManager.default.contents(atPath: path))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(json["features"] as? [[String: Any]])
    return features.compactMap { $0["properties"] as? [String: Any] }
  }

  /// What each view says of each place: "contested", "unknown" or "held by <party>".
  private func states(_ path: String) throws -> [String: [String: String]] {
    try features(path).reduce(into: [:]) { states, place in
      guard let view = place["view"] as? String, let name = place["name"] as? String,
        let status = place["status"] as? String
      else { return }
      let party = place["party"] as? String
      states[view, default: [:]][name] = party.map { "\(status) by \($0)" } ?? status
    }
  }
}
