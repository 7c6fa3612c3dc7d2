import FrontlineFormats
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

struct QGISTablesTests {
  private typealias Table = QGISMap.Table

  @Test func `views and what features are told apart by are gathered, sorted, over all days`() {
    var tables = QGISTables(InventedTheatre.layers())
    tables.merge(QGISTables(InventedTheatre.layers(on: InventedTheatre.day.advanced(by: 1))))
    let views = ["assessed", "claimed:red", "independent"]
    #expect(
      tables.tables == [
        Table(
          name: "control_areas", shape: .polygon, views: views,
          classes: ["blue", "blue red", "red"]
        ),
        Table(
          name: "front_lines", shape: .line, views: views, classes: ["contested_edge", "line"]),
        Table(
          name: "places", shape: .point, views: views,
          classes: ["blue", "contested", "red", "unknown"]),
        Table(
          name: "claims", shape: .point, views: ["claims"], classes: ["red"]),
      ])
    #expect(tables.places == ["ford", "hut", "lower", "upper"])
  }

  @Test func `the map opens on fronts and places, with some land round them`() throws {
    let extent = try #require(QGISTables(InventedTheatre.layers()).extent)
    // From 9.8 to 10.25 and from 50 to 50.3 degrees, and 8 % more on each side.
    let edges = [extent.west, extent.south, extent.east, extent.north]
    for (edge, expected) in zip(edges, [9.764, 49.976, 10.286, 50.324]) {
      #expect(abs(edge - expected) < 1e-9)
    }
  }

  @Test func `without features there is nothing to open on`() {
    let empty = Layer(name: "places", columns: LayerSchema.places.columns, features: [])
    #expect(QGISTables([empty]).extent == nil)
    #expect(QGISTables([empty]).tables.isEmpty)
  }
}
