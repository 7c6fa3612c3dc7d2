import Foundation
import FrontlineTestSupport
import GRDB
import Testing

/// From the claims table edited in a GeoPackage to the corrections and the map made of them.
struct EditedGeoPackageTests {
  private func build(_ scratch: Scratch, _ extra: String..., says words: String? = nil) throws {
    let run = try Program.run(
      [
        "build", scratch.path("t"), "--output", scratch.path("out"), "--format", "gpkg",
        "--verbose",
      ]
        + extra)
    #expect(run.status == 0, "\(run.errors)")
    if let words { #expect(run.errors.contains(words), "\(run.errors)") }
  }

  /// Changes a file as a program with spatial functions does.
  private func edit(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      for name in ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY", "ST_IsEmpty"] {
        database.add(function: DatabaseFunction(name, argumentCount: 1) { _ in 0 })
      }
    }
    try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
  }

  /// Builds the theatre and changes a copy of its GeoPackage.
  ///
  /// - Returns: The copy's path.
  private func editedCopy(_ scratch: Scratch, _ sql: String) throws -> String {
    try build(scratch)
    let copy = scratch.path("edited.gpkg")
    try FileManager.default.copyItem(atPath: scratch.path("out/dovra.gpkg"), toPath: copy)
    try edit(copy, sql)
    return copy
  }

  /// Name, event, party and edit of each claim.
  private func claims(_ scratch: Scratch) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(
      path: scratch.path("out/dovra.gpkg"), configuration: configuration)
    return try queue.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name || ' ' || event || ' ' || ifnull(party, '') || ' ' || ifnull(edited, '')
          || ' ' || ifnull(edit_reason, '') FROM claims ORDER BY name, event
          """)
    }
  }

  @Test func `edits of the claims table become corrections, once`() throws {
    let scratch = try DovraTheatre.written()
    try build(scratch)
    #expect(try claims(scratch) == ["Dovra captured north  ", "Selna captured south  "])
    let edited = scratch.path("edited.gpkg")
    try FileManager.default.copyItem(atPath: scratch.path("out/dovra.gpkg"), toPath: edited)
    try edit(
      edited,
      """
      UPDATE claims SET actor = 'south', edit_reason = 'seen on film' WHERE name = 'Dovra';
      DELETE FROM claims WHERE name = 'Selna';
      """)
    try build(
      scratch, "--corrections-from", edited,
      says: "2 edited claims taken over into \(scratch.path("t"))/corrections.csv")
    #expect(try claims(scratch) == ["Dovra captured south changed seen on film"])
    let corrections = try String(contentsOfFile: scratch.path("t/corrections.csv"), encoding: .utf8)
    #expect(corrections.contains("reject,deleted in QGIS,"))
    #expect(corrections.contains("change,seen on film,"))
    // Without the option, what was taken over still holds; with it again, nothing changes.
    try build(scratch)
    #expect(try claims(scratch) == ["Dovra captured south changed seen on film"])
    try build(scratch, "--corrections-from", edited)
    #expect(
      try String(contentsOfFile: scratch.path("t/corrections.csv"), encoding: .utf8) == corrections)
    try build(
      scratch, "--corrections-from", scratch.path("out/dovra.gpkg"), says: "no claim was edited")
  }

  @Test func `a claim added as a row, and columns that cannot be corrected`() throws {
    let scratch = try DovraTheatre.written()
    try build(scratch)
    let edited = scratch.path("out/dovra.gpkg")
    try edit(
      edited,
      """
      INSERT INTO claims (geom, name, event, actor, report, claimant, valid_from)
      SELECT geom, name, 'fighting', 'south', report, 'analyst', '2031-05-14T00:00:00.000Z'
      FROM claims WHERE name = 'Dovra';
      UPDATE claims SET summary = 'mine' WHERE name = 'Selna';
      """)
    for _ in 1...2 {
      let copy = scratch.path("copy.gpkg")
      if !FileManager.default.fileExists(atPath: copy) {
        try FileManager.default.copyItem(atPath: edited, toPath: copy)
      }
      try build(
        scratch, "--corrections-from", copy,
        says: "was edited in summary, which corrections cannot change")
      #expect(
        try claims(scratch) == [
          "Dovra captured north  ", "Dovra fighting  added added in QGIS",
          "Selna captured south  ",
        ])
    }
  }

  @Test func `a decision that is none is told, and blanks round one do not matter`() throws {
    let scratch = try DovraTheatre.written()
    let edited = try editedCopy(
      scratch,
      """
      UPDATE claims SET edited = 'rejct' WHERE name = 'Dovra';
      UPDATE claims SET edited = 'REJECTED ' WHERE name = 'Selna';
      """)
    try build(
      scratch, "--corrections-from", edited,
      says: "row 1 of the claims has 'rejct' in 'edited', which decides nothing")
    #expect(try claims(scratch) == ["Dovra captured north  "])
  }

  @Test func `a claim added without report was reported on its day`() throws {
    let scratch = try DovraTheatre.written()
    let edited = try editedCopy(
      scratch,
      """
      INSERT INTO claims (geom, name, event, actor, claimant, valid_from)
      SELECT geom, name, 'fighting', 'south', 'analyst', '2031-05-14T00:00:00.000Z'
      FROM claims WHERE name = 'Dovra';
      """)
    try build(scratch, "--corrections-from", edited)
    let corrections = try String(contentsOfFile: scratch.path("t/corrections.csv"), encoding: .utf8)
    #expect(corrections.contains("2031-05-14"))
    #expect(try claims(scratch).contains("Dovra fighting  added added in QGIS"))
  }

  @Test func `what is no GeoPackage is not taken for one`() throws {
    let scratch = try DovraTheatre.written()
    let run = try Program.run(
      "build", scratch.path("t"), "--output", scratch.path("out"), "--corrections-from",
      scratch.path("t/theatre.yaml"))
    #expect(run.status == 1)
    #expect(run.errors.contains("theatre.yaml: error: the file is no GeoPackage [geopackage]"))
  }

  @Test func `a file without claims of ours stops the build with a reason`() throws {
    let scratch = try DovraTheatre.written()
    let run = try Program.run(
      "build", scratch.path("t"), "--output", scratch.path("out"), "--corrections-from",
      scratch.path("none.gpkg"))
    #expect(run.status == 1)
    #expect(run.errors.contains("none.gpkg: error: there is no such file [geopackage]"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }
}
