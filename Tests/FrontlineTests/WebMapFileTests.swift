import FrontlineFormats
import FrontlineGazetteer
import FrontlineGeometry
import FrontlineLayers
import FrontlineReports
import Testing

@testable import Frontline

struct WebMapFileTests {
  @Test func `what the page leaves out is told, with what to do`() {
    var loss = WebMapLoss()
    #expect(WebMapFile.findings(loss).isEmpty)
    loss.metres = 100
    loss.leftOut = ["where the line may run"]
    #expect(
      WebMapFile.findings(loss).map(\.description) == [
        "index.html: note: to stay below 24 MB, the map in a browser leaves out where the line may run, and draws shapes to some 100 m [page-simplified]\n    take fewer days with --from and --to, or fewer views with --view; the other files have all"
      ])
    loss.isTooLarge = true
    #expect(
      WebMapFile.findings(loss).map(\.description) == [
        "index.html: warning: the map in a browser would be larger than 24 MB, so it was not made [page-too-large]\n    take fewer days with --from and --to, or fewer views with --view; the other files have all"
      ])
  }

  @Test func `a folder without Leaflet is refused by the file that is missing`() {
    #expect(
      throws: FileError(
        path: "nowhere/leaflet.min.js",
        problem: "the map library Leaflet is not there, so there is no index.html",
        remedy:
          "install Debian's libjs-leaflet, or name with --leaflet a folder with leaflet.js, leaflet.css and LICENSE"
      )
    ) {
      try MapLibraryFolder("nowhere")
    }
  }

  private func place(
    _ id: String, _ code: String, _ longitude: Double, population: Int? = nil, admin1: String = ""
  ) -> Place {
    Place(
      id: id, name: id, featureClass: code.hasPrefix("PPL") ? "P" : "T", featureCode: code,
      admin1: admin1, position: Position(longitude: longitude, latitude: 50),
      population: population)
  }

  @Test func `names for orientation are those of capitals, units, passes and towns in the box`() {
    let places = [
      place("hamlet", "PPL", 10.1), place("town", "PPL", 10.2, population: 4_000),
      place("larger town", "PPL", 10.3, population: 9_000), place("pass", "PASS", 10.4),
      place("Northern Province", "ADM1", 10.5, admin1: "Northern"), place("seat", "PPLA", 10.6),
      place("far seat", "PPLA", 20),
    ]
    let box = BoundingBox(west: 10, south: 49, east: 11, north: 51)
    let chosen = MapReferences.chosen(from: places, in: box)
    #expect(chosen.map(\.name) == ["seat", "Northern", "pass", "larger town", "town"])
    #expect(chosen.map(\.kind) == [.capital, .unit, .pass, .town, .town])
  }
}
