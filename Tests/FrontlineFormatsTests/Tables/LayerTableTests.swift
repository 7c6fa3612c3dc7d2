import FrontlineLayers
import FrontlineReports
import Testing

@testable import FrontlineFormats

@Suite struct LayerTableTests {
  private let layers = InventedTheatre.layers()

  @Test func `places have a row of hashtags and their position`() throws {
    let table = LayerTable.table(layers[2])
    #expect(table.columns.prefix(4) == ["id", "date", "valid_from", "valid_to"])
    #expect(table.rows[0].cells.prefix(4) == ["#meta+id", "#date", "#date+start", "#date+end"])
    #expect(table.columns.suffix(2) == ["latitude", "longitude"])
    #expect(table.rows[0].cells.suffix(2) == ["#geo+lat", "#geo+lon"])
    #expect(table.rows.count == layers[2].features.count + 1)
    let ford = try #require(table.rows.first { $0.cells.contains("ford") })
    #expect(ford.cells.suffix(2) == ["50.05", "10.15"])
  }

  @Test func `areas have no position`() {
    #expect(!LayerTable.table(layers[0]).columns.contains("latitude"))
  }

  /// HXL 1.1: `#`, a letter, letters, digits and `_`; attributes after `+`.
  @Test func `every column of every layer has a hashtag, and no two in a layer the same`() {
    for schema in LayerSchema.all {
      let tags = (["id"] + schema.columns.map(\.name)).map(LayerTable.tag)
      for tag in tags {
        #expect(tag.wholeMatch(of: /#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*/) != nil, "\(tag)")
      }
      #expect(Set(tags).count == tags.count, "\(schema.name): \(tags)")
    }
  }

  @Test func `a table of our own keeps its rows below the hashtags`() {
    let table = CommaTable(
      columns: ["date", "area_km2"], rows: [.init(line: 2, cells: ["2021-09-02", "3.5"])])
    #expect(
      LayerTable.tagged(table).written()
        == "date,area_km2\r\n#date,#indicator+area_km2+num\r\n2021-09-02,3.5\r\n")
  }

  @Test func `a text sequence has a record a feature`() {
    let text = String(decoding: GeoJSONWriter.sequence(layers[2]), as: UTF8.self)
    let records = text.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    #expect(records.count == layers[2].features.count + 1)
    #expect(records[0].isEmpty)
    #expect(
      records.dropFirst().allSatisfy {
        $0.hasPrefix("{\"type\":\"Feature\"") && $0.hasSuffix("}}\n")
      })
  }
}
