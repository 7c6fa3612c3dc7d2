import FrontlineGeometry
import FrontlineXML
import Testing

@testable import FrontlinePictures

struct MapPicturesTests {
  /// The colour that a party's colour at 46 % makes on the map's paper.
  private func tint(_ colour: UInt32, on paper: UInt32 = 0xFBFAF7) -> [Double] {
    [16, 8, 0].map { shift in
      Double(colour >> shift & 255) * 0.46 + Double(paper >> shift & 255) * 0.54
    }
  }

  private func colour(
    at longitude: Double, _ latitude: Double, in picture: Raster, of pictures: MapPictures
  ) -> [Double] {
    let at = pictures.point(Position(longitude: longitude, latitude: latitude))
    let pixel = picture.pixels[at.row * picture.width + at.column]
    return [16, 8, 0].map { Double(pixel >> $0 & 255) }
  }

  private func isNear(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) <= 2 }
  }

  @Test func `ground has the pale colour of who holds it`() throws {
    let pictures = try InventedDay.pictures()
    let picture = try pictures.raster(0, amid: [])
    #expect(isNear(colour(at: 10.3, 40.2, in: picture, of: pictures), tint(0x0040C0)))
    #expect(isNear(colour(at: 11.7, 40.8, in: picture, of: pictures), tint(0xC00000)))
  }

  @Test func `what is unknown stays blank, and what was not mapped is grey`() throws {
    let pictures = try InventedDay.pictures()
    let picture = try pictures.raster(0, amid: [])
    #expect(isNear(colour(at: 10.1, 40.5, in: picture, of: pictures), [0xFB, 0xFA, 0xF7]))
    #expect(isNear(colour(at: 9.993, 40.97, in: picture, of: pictures), [0xE9, 0xE6, 0xDF]))
  }

  @Test func `contested ground has stripes in the colours of both sides`() throws {
    let pictures = try InventedDay.pictures()
    let picture = try pictures.raster(0, amid: [])
    let seen = stride(from: 40.15, to: 40.85, by: 0.001).map {
      colour(at: 11.07, $0, in: picture, of: pictures)
    }
    #expect(seen.contains { $0[2] > 150 && $0[0] < 120 })
    #expect(seen.contains { $0[0] > 150 && $0[2] < 120 })
  }

  @Test func `a picture is as wide as asked, and its map the same at any width`() throws {
    let small = try InventedDay.pictures(width: 600)
    let large = try InventedDay.pictures(width: 2400)
    #expect(small.width == 600)
    #expect(large.width == 2400)
    #expect(abs(large.height - 4 * small.height) <= 4)
    let raster = try small.raster(0, amid: [])
    #expect(raster.width == 600)
    #expect(raster.height == small.height)
    let position = Position(longitude: 11, latitude: 40.5)
    #expect(abs(large.point(position).column - 4 * small.point(position).column) <= 4)
  }

  @Test func `pictures made at once show the same ground`() throws {
    let pair = try InventedDay.pictures(borders: [10.6, 11.4], isWhole: false)
    let alone = try InventedDay.pictures(borders: [10.6], isWhole: false)
    let first = try pair.raster(0, amid: [])
    let second = try pair.raster(1, amid: [])
    #expect(isNear(colour(at: 10.95, 40.2, in: first, of: pair), tint(0xC00000)))
    #expect(isNear(colour(at: 10.95, 40.2, in: second, of: pair), tint(0x0040C0)))
    let position = Position(longitude: 10.5, latitude: 40.5)
    #expect(pair.point(position) != alone.point(position))
  }

  @Test func `the same picture has the same bytes, as PNG and as SVG`() throws {
    let first = try InventedDay.pictures()
    let second = try InventedDay.pictures()
    #expect(try first.png(0) == second.png(0))
    let svg = try first.svg(0)
    _ = try first.png(0)
    #expect(svg == (try second.svg(0)))
    #expect(svg != (try InventedDay.pictures(borders: [11.2]).svg(0)))
  }

  @Test func `SVG is well formed and says what it shows`() throws {
    let svg = try InventedDay.pictures().svg(0)
    let text = String(decoding: svg, as: UTF8.self)
    _ = try XMLDocument(svg)
    #expect(text.contains("<title>Island &amp; sea: 2021-08-31, Assessed</title>"))
    #expect(text.contains("width=\"1200px\"") || text.contains("width=\"1200\""))
    #expect(!text.contains("<image"))
  }

  @Test func `the legend says what is on the map and nothing else`() throws {
    let legend = Legend(
      InventedDay.theatre, days: [DayMap(InventedDay.layers())])
    #expect(
      legend.entries.map(legend.words) == [
        "Held by Westerners", "Held by Easterners", "Contested: Easterners, Westerners",
        "Unknown: no report reaches it", "Not mapped",
        "Front line, arcs on each side in its party's colour",
        "Attack, in the attacker's colour", "Dashed: told by one source only",
        "Place in reports, its holder's colour", "Town, for orientation",
      ])
  }

  @Test func `a day is written out`() {
    #expect(InventedDay.day.inWords == "31 August 2021")
  }
}
