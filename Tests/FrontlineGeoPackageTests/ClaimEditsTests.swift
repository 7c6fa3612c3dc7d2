import Foundation
import FrontlineGeoPackage
import FrontlineTestSupport
import Testing

struct ClaimEditsTests {
  @Test func `a file that nobody touched has no edits`() throws {
    let scratch = try Scratch()
    #expect(try ClaimEdits(path: SmallWar.write(scratch)).edits == [])
  }

  @Test func `changed, deleted and added rows are told apart`() throws {
    let scratch = try Scratch()
    let path = try SmallWar.write(scratch)
    try SmallWar.edit(
      path,
      """
      UPDATE claims SET event = 'captured', actor = 'red' WHERE claim_id = 'c-1';
      DELETE FROM claims WHERE claim_id = 'c-2';
      INSERT INTO claims (geom, event, valid_from)
      SELECT geom, 'fighting', '2024-10-05T00:00:00' FROM claims WHERE claim_id = 'c-3';
      """)
    let edits = try ClaimEdits(path: path).edits
    #expect(edits.map(\.kind) == [.changed, .deleted, .added])
    #expect(edits.map(\.fid) == [1, 2, 4])
    #expect(edits[0].columns == ["actor", "event"])
    #expect(edits[0].before["found"] == "xx-ford holds 2024-10-04")
    #expect(edits[1].before["name"] == "Mill")
    #expect(edits[2].now["lon"] == "10.75")
    #expect(edits[2].now["valid_from"] == "2024-10-05")
  }

  @Test func `the same instant written otherwise, and an empty text for none, are no edits`() throws
  {
    let scratch = try Scratch()
    let path = try SmallWar.write(scratch)
    try SmallWar.edit(
      path,
      "UPDATE claims SET valid_from = replace(valid_from, '.000Z', 'Z'), actor = ''")
    #expect(try ClaimEdits(path: path).edits == [])
  }

  @Test func `a moved point is an edit of its coordinates`() throws {
    let scratch = try Scratch()
    let path = try SmallWar.write(scratch)
    try SmallWar.edit(
      path,
      "UPDATE claims SET geom = (SELECT geom FROM claims WHERE claim_id = 'c-2') WHERE claim_id = 'c-1'"
    )
    let edits = try ClaimEdits(path: path).edits
    #expect(edits.map(\.columns) == [["lon"]])
  }

  @Test func `a file that is not ours is refused with a reason`() throws {
    let scratch = try Scratch()
    #expect(throws: GeoPackageError.self) { try ClaimEdits(path: scratch.path("none.gpkg")) }
    try Data("not a database, but long enough to be read as one".utf8)
      .write(to: URL(fileURLWithPath: scratch.path("text.gpkg")))
    #expect {
      try ClaimEdits(path: scratch.path("text.gpkg"))
    } throws: { error in
      "\(error)".contains("text.gpkg: error: the file is no GeoPackage [geopackage]")
    }
    let path = try SmallWar.write(scratch)
    try SmallWar.edit(path, "DELETE FROM gpkg_metadata_reference; DELETE FROM gpkg_metadata")
    #expect {
      try ClaimEdits(path: path)
    } throws: { error in
      "\(error)".contains("the file does not say what its claims were before they were edited")
    }
  }
}
