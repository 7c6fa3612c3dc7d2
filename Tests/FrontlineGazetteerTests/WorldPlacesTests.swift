import FrontlineGazetteer
import FrontlineGeometry
import FrontlineReports
import Testing

@Suite("The world's places") struct WorldPlacesTests {
  private func row(_ place: Place) -> GazetteerTable.Row<Place> {
    .init(place, file: "own.tsv", line: 2)
  }

  @Test func `are known without a gazetteer of one's own`() throws {
    let world = try WorldPlaces.table(besides: GazetteerTable()).gazetteer()
    #expect(world.places.count == 440)
    #expect(world.place(id: "fr")?.name == "France")
    #expect(world.place(id: "fr-paris")?.featureCode == "PPLC")
  }

  @Test func `give way to the theatre's own`() throws {
    let own = GazetteerTable(places: [
      row(
        Place(
          id: "own-france", name: "Frankreich", featureClass: "A", featureCode: "PCLI",
          country: "FR",
          position: Position(longitude: 2, latitude: 47))),
      row(
        Place(
          id: "own-paris", name: "Paris", featureClass: "P", featureCode: "PPLC", country: "FR",
          position: Position(longitude: 2.35, latitude: 48.85))),
    ])
    let world = try WorldPlaces.table(besides: own).gazetteer()
    #expect(world.places.count == 438)
    #expect(world.place(id: "fr") == nil)
    #expect(world.place(id: "fr-paris") == nil)
    #expect(world.place(id: "de-berlin") != nil)
  }
}
