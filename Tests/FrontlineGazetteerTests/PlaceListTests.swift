import FrontlineGeometry
import FrontlineReports
import Testing

@testable import FrontlineGazetteer

@Suite struct `A list of places` {
  @Test func `is read by the names of its columns, with quotes`() throws {
    let (table, findings) = try PlaceList.read(
      """
      Name;Lon;Lat;Population;names
      "Novy; Mir";20.5;10.25;12000;"Новый Мир|Novi Mir"
      Kelmin;20;10;;
      """, file: "list.csv", prefix: "list")
    #expect(findings == [])
    #expect(
      table.places.map(\.value) == [
        Place(
          id: "list-1", name: "Novy; Mir", featureClass: "P", featureCode: "PPL",
          position: Position(longitude: 20.5, latitude: 10.25), radiusKilometres: 2,
          population: 12000),
        Place(
          id: "list-2", name: "Kelmin", featureClass: "P", featureCode: "PPL",
          position: Position(longitude: 20, latitude: 10), radiusKilometres: 1),
      ])
    #expect(table.names.map(\.value.text) == ["Novy; Mir", "Новый Мир", "Novi Mir", "Kelmin"])
  }

  @Test func `names its bad rows and goes on`() throws {
    let (table, findings) = try PlaceList.read(
      "name,lat,lon\nA\nBel,x,2\nCel,95,2\n-,1,2\nDel,1,2\n", file: "list.csv", prefix: "list")
    #expect(table.places.map(\.value.name) == ["Del"])
    #expect(
      findings.map { "\($0.line ?? 0) \($0.code)" } == [
        "2 cell-count", "3 not-a-number", "4 impossible-position", "5 empty-name",
      ])
  }

  @Test func `without a position column cannot be read`() {
    #expect(throws: GazetteerError.self) {
      try PlaceList.read("name,lat\nA,1\n", file: "list.csv", prefix: "list")
    }
  }

  @Test func `written as tables is read back the same`() throws {
    let (list, _) = try PlaceList.read(
      "name,lat,lon,population\nNovy Mir,10.5,20.25,500\nKelmin,-1,2,\n", file: "list.csv",
      prefix: "list")
    let text = list.written()
    let (read, findings) = try GazetteerTable.read(
      places: text.places, placesFile: "places.tsv", names: text.names, namesFile: "names.tsv")
    #expect(findings == [])
    #expect(read.places.map(\.value) == list.places.map(\.value))
    #expect(read.names.map(\.value) == list.names.map(\.value))
  }
}
