import Foundation
import FrontlineTestSupport
import Testing

struct CommandTests {
  private func check(
    _ arguments: [String], input: String? = nil, status: Int32, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Program.run(arguments, input: input)
    #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(
      (run.errors + run.output).contains(words), "\(run.errors)\(run.output)",
      sourceLocation: sourceLocation)
  }

  // MARK: Wrong usage

  @Test func `days that contradict each other are told apart`() throws {
    try check(
      ["build", "--on", "2021-09-02", "--from", "2021-09-01"], status: 64,
      says: "'--on' is one day, '--from' and '--to' are a span: give one or the other.")
    try check(
      ["build", "--from", "2021-09-03", "--to", "2021-09-01"], status: 64,
      says: "The span ends on 2021-09-01, before it starts on 2021-09-03: swap '--from' and '--to'."
    )
    try check(["build", "--on", "2021-02-30"], status: 64, says: "2021-02-30")
  }

  @Test func `what is not there is named, with what is`() throws {
    try check(
      ["build", "--view", "claimed:romans", "--output", "/nowhere/at/all"], status: 64,
      says:
        "There is no view 'claimed:romans'. Views: assessed, claimed:taliban, claimed:nrf, independent."
    )
    try check(
      ["build", "no-such-theatre"], status: 1,
      says:
        "no-such-theatre/theatre.yaml: error: there is no such file, or it cannot be read [file]")
    try check(
      ["why", "Atlantis", "2021-09-02"], status: 1,
      says: "error: 'Atlantis' is not a place of the theatre [unknown-place]")
    try check(
      ["why", "Gulbahar", "2021-12-24"], status: 64, says: "2021-12-24 is not covered")
    try check(
      ["claims", "no-such-file.txt"], status: 1,
      says: "no-such-file.txt: error: there is no such file")
    try check(["export", "seeds"], status: 1, says: "the folder has no manifest.json")
    try check(
      ["export", "output", "--layer", "rivers"], status: 1,
      says: "there is no layer 'rivers'")
  }

  // MARK: evaluate

  @Test func `an evaluation says what it was not given`() throws {
    try check(
      ["evaluate", "toponyms", "one"], status: 64,
      says: "Give GOLD and TEXTS (1 given), or --corpus and its FILE.")
    try check(
      ["evaluate", "toponyms", "--corpus", "wotr", "one", "two"], status: 64,
      says: "Give one FILE of the corpus (2 given).")
    try check(
      ["evaluate", "claims", "no-golds", "no-texts"], status: 1,
      says: "no-golds: error: there is no")
    try check(
      ["evaluate", "claims", "Tests/FrontlineEvaluationTests/Golds", "Tests"], status: 1,
      says: "there is no gold file here with a text in Tests")
  }

  @Test func `a gold is measured with the text of its name`() throws {
    let scratch = try Scratch()
    let gold = try scratch.write(
      """
      {"id": "a", "published": "2021-09-02", "mentions": [{"text": "Gulbahar", "count": 1,
       "place": "Gulbahar", "kind": "settlement", "lat": 35.148, "lon": 69.291}], "claims": []}
      """, to: "golds/a.json")
    _ = try scratch.write("People left Gulbahar.", to: "texts/a.txt")
    let run = try Program.run(
      "evaluate", "toponyms", gold, scratch.path("texts"), "--format", "json")
    #expect(
      run.output.split(separator: "\n").map(String.init).first
        == #"{"doc":"a","toponyms":{"p":1,"r":1,"f1":1,"tp":1,"fp":0,"fn":0,"ignored":0},"#
        + #""toponyms_exact":{"p":1,"r":1,"f1":1,"tp":1,"fp":0,"fn":0,"ignored":0},"#
        + #""geo":{"n":1,"points_n":1,"acc25":1,"acc161":1,"points_acc25":1,"points_acc161":1}}"#)
  }

  // MARK: claims

  private static let text = """
    date 2021-09-03

    The Taliban captured Bazarak on Thursday, Zabihullah Mujahid said. The National Resistance Front denied it.
    """

  @Test func `claims reads standard input and prints mentions and claims`() throws {
    let run = try Program.run("claims", "-", input: Self.text)
    #expect(run.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let claims = try #require(json["claims"] as? [[String: Any]])
    let claim = try #require(claims.first)
    let told = [
      "place", "event", "actor", "status", "party", "date", "asserted_by", "hedge", "speaker",
    ].map {
      claim[$0] as? String
    }
    #expect(
      told == [
        "Bazarak", "captured", "taliban", "held", "taliban", "2021-09-02", "taliban", "claimed",
        "Zabihullah Mujahid",
      ])
    let mentions = try #require(json["mentions"] as? [[String: Any]])
    #expect(mentions.map { $0["text"] as? String } == ["Bazarak"])
    #expect(mentions.first?["start"] as? Int == 21)
  }

  @Test func `a text without a date is refused, and dated by an option`() throws {
    let text = "The Taliban captured Bazarak."
    try check(["claims", "-"], input: text, status: 1, says: "[no-date]")
    let run = try Program.run(
      "claims", "-", "--published", "2021-09-05", "--format", "ndjson", input: text)
    #expect(run.status == 0)
    #expect(run.output.contains("\"date\":\"2021-09-05\""))
  }

  @Test func `a page is read as its text`() throws {
    let scratch = try Scratch()
    let page = try scratch.write(
      """
      <html><head><title>News</title><meta property="article:published_time" content="2021-09-03T08:00:00Z"></head>
      <body><nav>Kabul</nav><p>The Taliban captured <b>Bazarak</b>.</p><script>"Rukha"</script></body></html>
      """, to: "page.html")
    let run = try Program.run("claims", page, "--format", "csv")
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows[1].contains(",page,Bazarak,"))
  }

  // MARK: places, gazetteer

  @Test func `places shows class, position, path, confidence and how the spelling matched`() throws
  {
    let run = try Program.run("places", "Panjsher", "Rah Tang")
    #expect(run.status == 0)
    #expect(run.output.contains("af-panjshir  ") || run.output.contains("af-panjshir "))
    #expect(run.output.contains("A.ADM1") && run.output.contains("listed as 'Panjsher'"))
    #expect(run.output.contains("D (position inferred)"))
    try check(
      ["places", "Xyzzyville"], status: 1,
      says: "'Xyzzyville': no gazetteer of seeds has such a name")
  }

  @Test(arguments: [
    "Shotul", "Shutul", "Rah Tang", "Bazaar Shirkat", "Jamalagha", "Deh Baba Ali", "Kuhband",
    "Gulbahar",
    "Khawak", "Banu", "Bel Hisar", "De Salah", "Andarab",
  ])
  func `every spelling of the seeds is listed`(name: String) throws {
    let run = try Program.run("places", name)
    #expect(run.status == 0)
    #expect(run.output.contains("listed as '\(name)'"), "\(run.output)")
  }

  @Test func `our tables have no fault, and a broken one has each with file and line`() throws {
    #expect(try Program.run("gazetteer", "check").status == 0)
    let scratch = try Scratch()
    let header =
      "id\tname\tfeature_class\tfeature_code\tcountry\tadmin1\tadmin2\tparent\tlatitude\tlongitude\tradius_km\twest\tsouth\teast\tnorth\tsource\tconfidence\tnote\n"
    func row(
      _ id: String, _ name: String, _ parent: String, _ latitude: String, _ longitude: String,
      _ extent: String = "\t\t\t"
    ) -> String {
      "\(id)\t\(name)\tP\tPPL\tXX\t\t\t\(parent)\t\(latitude)\t\(longitude)\t\t\(extent)\tinvented\tB\t\n"
    }
    _ = try scratch.write(
      header + row("xx", "Land", "", "10", "10", "9\t9\t11\t11") + row("a", "Kel", "xx", "10", "10")
        + row("a", "Kol", "xx", "10.1", "10") + row("b", "Far", "xx", "20", "10")
        + row("c", "Orphan", "nobody", "10", "10.5") + row("d", "Lost", "xx", "95", "10"),
      to: "g/places.tsv")
    _ = try scratch.write(
      "place_id\tname\tlanguage\tscript\tkind\nzz\tNobody\tund\tLatn\tvariant\n", to: "g/names.tsv")
    let run = try Program.run("gazetteer", "check", scratch.path("g"))
    #expect(run.status == 1)
    for (line, code) in [
      (4, "duplicate-id"), (5, "outside-parent"), (6, "orphan-parent"), (7, "impossible-position"),
    ] {
      #expect(
        run.output.split(separator: "\n").contains {
          $0.contains("places.tsv:\(line):") && $0.hasSuffix("[\(code)]")
        }, "\(code): \(run.output)")
    }
    #expect(run.output.contains("names.tsv:2:") && run.output.contains("[orphan-name]"))
  }

  // MARK: export, why, validate

  @Test func `export of one day and layer is that day's file`() throws {
    let run = try Program.run(
      "export", "output", "--on", "2021-09-02", "--layer", "front_lines", "--format", "geojson")
    let file = Program.repository.appendingPathComponent("output/2021-09-02/front_lines.geojson")
    #expect(run.status == 0)
    #expect(run.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `export of a span has a time span on each placemark and is valid`() throws {
    let scratch = try Scratch()
    let run = try Program.run(
      "export", "output", "--from", "2021-08-30", "--to", "2021-09-02", "--view", "assessed")
    #expect(run.status == 0)
    let placemarks = run.output.split(separator: "<Placemark", omittingEmptySubsequences: false)
      .dropFirst()
    #expect(placemarks.count > 10)
    #expect(placemarks.allSatisfy { $0.contains("<TimeSpan>") })
    #expect(!run.output.contains("claimed:nrf</value>"))
    let file = try scratch.write(run.output, to: "span.kml")
    try check(["validate", file], status: 0, says: "span.kml: valid")
  }

  @Test func `export of a box keeps what touches it, as text sequence and as table with hashtags`()
    throws
  {
    let all = ["export", "output", "--on", "2021-09-02", "--layer", "places"]
    let table = try Program.run(all + ["--format", "csv", "--box", "69.2,35.1,69.4,35.2"])
    #expect(table.status == 0, "\(table.errors)")
    let rows = table.output.split(separator: "\r\n")
    #expect(rows.count > 2)
    #expect(rows[1].hasPrefix("#meta+id,#date,#date+start,#date+end,#meta+view,#event+status"))
    #expect(rows[1].hasSuffix(",#geo+lat,#geo+lon"))
    for row in rows.dropFirst(2) {
      let position = row.split(separator: ",").suffix(2).compactMap { Double($0) }
      #expect((35.1...35.2).contains(position[0]) && (69.2...69.4).contains(position[1]))
    }
    let box = "69.2,35.1,69.4,35.2"
    let sequence = try Program.run(all + ["--format", "geojsonseq", "--box", box])
    #expect(sequence.output.split(separator: "\u{1E}").count == rows.count - 2)
    let none = try Program.run(all + ["--format", "csv", "--box", "0,0,1,1"])
    #expect(none.output.split(separator: "\r\n").count == 2)
    try check(["export", "output", "--box", "1,2,0,3"], status: 64, says: "'1,2,0,3' is invalid")
  }

  @Test func `data that cannot be written is an error, not a short file`() throws {
    let run = try Program.shell(
      "\"$FRONTLINE\" export output --on 2021-09-02 --format kml > /dev/full")
    #expect(run.status == 1)
    #expect(run.errors.contains("standard output: error: the data cannot be written"))
  }

  @Test func `a longitude west of Greenwich is a value, not an option`() throws {
    let export = try Program.run(
      "export", "output", "--on", "2021-09-02", "--format", "geojson", "--layer", "places",
      "--box", "-10,30,80,40")
    #expect(export.status == 0 && export.output.contains("Gulbahar"), "\(export.errors)")
    let why = try Program.run("why", "-69.3,35.1", "2021-09-02")
    #expect(why.status == 0, "\(why.errors)")
    #expect(why.output.hasPrefix("-69.3,35.1 on 2021-09-02\n"))
  }

  @Test func `export of the summary has hashtags and the days and views asked for`() throws {
    let run = try Program.run(
      "export", "output", "--on", "2021-09-02", "--layer", "summary", "--format", "csv", "--view",
      "assessed")
    let rows = run.output.split(separator: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("#date,#meta+view,#group+name+holder,#indicator+area_km2+num"))
    #expect(rows.dropFirst(2).allSatisfy { $0.hasPrefix("2021-09-02,assessed,") })
  }

  @Test func `simplified shapes have fewer corners and stay valid`() throws {
    let scratch = try Scratch()
    let asked = ["export", "output", "--on", "2021-09-02", "--layer", "control_areas", "--format"]
    let whole = try Program.run(asked + ["geojson"])
    let few = try Program.run(asked + ["geojson", "--simplify", "500"])
    #expect(few.output.utf8.count * 3 < whole.output.utf8.count)
    let file = try scratch.write(few.output, to: "areas.geojson")
    try check(["validate", file], status: 0, says: "areas.geojson: valid")
    let map = try Program.run(
      "export", "output", "--on", "2021-09-02", "--format", "kml", "--simplify", "500")
    let kml = try scratch.write(map.output, to: "map.kml")
    try check(["validate", kml], status: 0, says: "map.kml: valid")
  }

  @Test func `why prints the sentences, and takes a name, an id, a position and an output folder`()
    throws
  {
    for place in ["Gulbahar", "af-parwan-gulbahar", "69.288,35.149"] {
      let run = try Program.run("why", place, "2021-09-02", "output", "--view", "assessed")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasPrefix("Gulbahar on 2021-09-02\n\nassessed: contested between "))
      #expect(run.output.contains("“Especially heavy fighting is reported from Gulbahar"))
      #expect(run.output.contains("claims that did not count here:"))
    }
  }

  @Test func `validate says valid, invalid and cannot judge by its exit code`() throws {
    let scratch = try Scratch()
    let point = "<Point><coordinates>69.2,35.1</coordinates></Point>"
    func kml(_ inside: String) -> String {
      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark>\(inside)\(point)</Placemark></kml>"
    }
    let good = try scratch.write(kml(""), to: "good.kml")
    let bad = try scratch.write(kml("<names/>"), to: "bad.kml")
    let span = try scratch.write(kml("<TimeSpan/>"), to: "span.kml")
    let snippet = try scratch.write(kml("<Snippet>A</Snippet>"), to: "snippet.kml")
    try check(["validate", good], status: 0, says: "good.kml: valid")
    try check(["validate", good, bad], status: 1, says: "[ATC 2 level-1/XmlSchemaConstraints]")
    try check(
      ["validate", bad, scratch.path("none.kml")], status: 2, says: "none.kml: cannot judge")
    try check(["validate", "--schema-only", span], status: 0, says: "valid")
    try check(["validate", span], status: 1, says: "[ATC 4 level-1/TimeSpan]")
    try check(["validate", snippet], status: 1, says: "[ATC 76 level-3/Snippet]")
    try check(["validate", "--level", "2", snippet], status: 0, says: "valid")
    try check(["validate", "--schema", good, good], status: 2, says: "the schema does not compile")
  }

  @Test func `validate reads what comes through a pipe, under any name`() throws {
    for file in ["2021-09-02/2021-09-02.kml", "2021-09-02/places.geojson"] {
      let run = try Program.shell("cat output/\(file) | \"$FRONTLINE\" validate /dev/stdin")
      #expect(run.status == 0 && run.output == "/dev/stdin: valid\n", "\(run.output)\(run.errors)")
    }
  }

  @Test func `validate takes GeoJSON, tells in the files' order and in three formats`() throws {
    let scratch = try Scratch()
    let ring = try scratch.write(
      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,0]]]}", to: "a.geojson")
    let point = try scratch.write("{\"type\":\"Point\",\"coordinates\":[1,2]}", to: "b.geojson")
    let human = try Program.run(["validate", point, ring, point])
    #expect(
      human.output == """
        \(point): valid
        \(ring):1: error: the outer ring runs clockwise; it must run counter-clockwise [rfc7946/winding]
        \(point): valid

        """)
    let json = try Program.run(["validate", "--format", "json", ring])
    #expect(json.status == 1)
    #expect(json.output.contains("\"check\": \"rfc7946/winding\""))
    let junit = try Program.run(["validate", "--format", "junit", ring])
    #expect(junit.status == 1)
    #expect(junit.output.contains("<testcase classname=\"rfc7946\" name=\"winding\"><failure"))
  }

  @Test func `every committed KML is valid`() throws {
    let output = Program.repository.appendingPathComponent("output").path
    let kml = try Program.files(in: output).keys.filter { $0.hasSuffix(".kml") }.map {
      output + "/" + $0
    }
    #expect(kml.count == 14)
    let run = try Program.run(["validate", "--quiet"] + kml.sorted())
    #expect(run.status == 0)
    #expect(run.output == "")
  }
}
