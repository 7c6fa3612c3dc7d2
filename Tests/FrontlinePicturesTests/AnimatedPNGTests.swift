import Testing

@testable import FrontlinePictures

struct AnimatedPNGTests {
  private func chunks(_ bytes: [UInt8]) -> [(type: String, data: [UInt8])] {
    var found: [(String, [UInt8])] = []
    var at = 8
    while at < bytes.count {
      let length = number(bytes[at..<at + 4])
      found.append(
        (
          String(decoding: bytes[at + 4..<at + 8], as: UTF8.self),
          Array(bytes[at + 8..<at + 8 + length])
        ))
      at += 12 + length
    }
    return found
  }

  private func number(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  @Test func `an animation has a frame for each day, numbered in one row`() throws {
    let bytes = try InventedDay.pictures(borders: [10.8, 11, 11.2], width: 400).animation()
    let chunks = chunks(bytes)
    #expect(chunks.first?.type == "IHDR")
    #expect(chunks.last?.type == "IEND")
    let control = try #require(chunks.first { $0.type == "acTL" })
    #expect(control.data == [0, 0, 0, 3, 0, 0, 0, 0])
    let numbered = chunks.filter { ["fcTL", "fdAT"].contains($0.type) }
    #expect(numbered.filter { $0.type == "fcTL" }.count == 3)
    #expect(numbered.map { number($0.data.prefix(4)) } == Array(0..<numbered.count))
    let delays = numbered.filter { $0.type == "fcTL" }.map { number($0.data[20..<22]) }
    #expect(delays == [900, 900, 2700])
  }

  @Test func `the checksum is PNG's`() throws {
    let bytes = try InventedDay.pictures(width: 400).animation()
    // The end of every PNG file, as its specification prints it.
    #expect(bytes.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
  }

  @Test func `a later frame holds only what is different`() throws {
    let square = { (column: Double) in
      try Raster(width: 20, height: 10, scale: 1) {
        $0.fill(
          .rectangle(PageBox(left: 0, top: 0, width: 20, height: 10)), Palette.white)
        $0.fill(.rectangle(PageBox(left: column, top: 3, width: 2, height: 4)), Palette.ink)
      }
    }
    let (first, second) = (try square(4), try square(9))
    #expect(
      second.difference(from: first) == Raster.Part(left: 4, top: 3, width: 7, height: 4))
    #expect(first.difference(from: first) == Raster.Part(left: 0, top: 0, width: 1, height: 1))
  }

  @Test func `frames of different sizes are refused`() throws {
    let frames = try [10, 12].map { try Raster(width: $0, height: 10, scale: 1) { _ in } }
    #expect(throws: PictureError.frames) {
      try AnimatedPNG.bytes(frames, milliseconds: 1, last: 1)
    }
  }
}
