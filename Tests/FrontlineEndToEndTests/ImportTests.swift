import Foundation
import FrontlineTestSupport
import Testing

struct ImportTests {
  private static let acled = """
    event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities
    INV1,02 September 2021,1,Battles,Armed clash,Taliban,State forces,NRF: National Resistance Front,Rebel group,Afghanistan,Panjshir,Bazarak,Invented Hamlet,35.315,69.525,1,Invented Agency,"An invented clash, for a test.",2
    INV2,2021-09-03,1,Battles,Armed clash,Border Guild,Rebel group,Taliban,State forces,Afghanistan,Panjshir,Bazarak,Bazarak,35.31,69.51,1,Invented Agency,Another invented clash.,0

    """

  /// A copy of the first theatre whose gazetteer is found where the original's is.
  private func theatre(in scratch: Scratch) throws -> String {
    let seeds = Program.repository.appendingPathComponent("seeds")
    let copy = scratch.folder.appendingPathComponent("seeds")
    try FileManager.default.copyItem(at: seeds, to: copy)
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appendingPathComponent("Gazetteer"),
      withDestinationURL: Program.repository.appendingPathComponent("Gazetteer"))
    return copy.path
  }

  @Test func `imported events are on the map, and come out as they went in`() throws {
    let scratch = try Scratch()
    let theatre = try theatre(in: scratch)
    let table = try scratch.write(Self.acled, to: "events.csv")
    let imported = try Program.run(
      "import", "acled", table, "--theatre", theatre, "--output", theatre + "/claims.csv",
      "--left-out", scratch.path("left-out.csv"), "--verbose")
    #expect(imported.status == 0)
    #expect(
      imported.errors == """
        \(table):3: warning: 'Border Guild' is no party of the theatre [unmapped-actor]
            add "Border Guild" to the aliases of a party in theatre.yaml
        2 rows: 1 claims, 1 left out

        """)
    #expect(
      try String(contentsOfFile: scratch.path("left-out.csv"), encoding: .utf8)
        == "line,code,value\r\n3,unmapped-actor,Border Guild\r\n")

    let output = scratch.path("out")
    let built = try Program.run(
      "build", theatre, "--output", output, "--on", "2021-09-02", "--format", "geojson")
    #expect(built.status == 0, "\(built.errors)")
    let places = try String(
      contentsOfFile: output + "/2021-09-02/places.geojson", encoding: .utf8)
    #expect(places.contains("acled-invented-hamlet-n35.315-e69.525"))

    let exported = try Program.run("export", output, "--format", "acled")
    #expect(exported.status == 0, "\(exported.errors)")
    let again = try Program.run(
      "import", "acled", try scratch.write(exported.output, to: "again.csv"), "--theatre", theatre)
    #expect(again.errors.contains(" 0 left out"))
    let first = try String(contentsOfFile: theatre + "/claims.csv", encoding: .utf8)
    let row = try #require(first.split(separator: "\r\n").last)
    #expect(again.output.contains(row))
    let hxl = try Program.run("export", output, "--format", "hxl")
    #expect(
      hxl.output.split(separator: "\r\n").dropFirst().first?.hasPrefix("#event+code,#date+start")
        == true)
  }

  @Test func `what cannot be imported says why`() throws {
    let scratch = try Scratch()
    let table = try scratch.write("a,b\n1,2\n", to: "events.csv")
    let refused = try Program.run("import", "ucdp", table, "--theatre", "seeds")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("[missing-columns]"), "\(refused.errors)")
    let map = try scratch.write("columns: { date: a, colour: b }\n", to: "map.yaml")
    let unknown = try Program.run("import", "csv", table, "--map", map, "--theatre", "seeds")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("we have no column 'colour'"), "\(unknown.errors)")
  }
}
