/// A picture of few colours, written as PNG: always the same bytes, without packing, which the KMZ does.
struct PalettePNG {
  let width: Int
  let height: Int
  /// `0xRRGGBB`, at most 256.
  let palette: [Int]
  /// Row by row, an index into the palette each.
  private(set) var pixels: [UInt8]

  /// All of the first colour.
  init(width: Int, height: Int, palette: [Int]) {
    self.width = width
    self.height = height
    self.palette = palette
    pixels = [UInt8](repeating: 0, count: width * height)
  }

  /// Fills a rectangle; what is outside the picture is left out.
  mutating func fill(x: Int, y: Int, width: Int, height: Int, _ colour: Int) {
    for row in max(0, y)..<max(0, min(self.height, y + height)) {
      for column in max(0, x)..<max(0, min(self.width, x + width)) {
        pixels[row * self.width + column] = UInt8(truncatingIfNeeded: colour)
      }
    }
  }

  func bytes() -> [UInt8] {
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // 8 bits a pixel, by palette, not interlaced.
    png += Self.chunk("IHDR", Self.big(width) + Self.big(height) + [8, 3, 0, 0, 0])
    png += Self.chunk(
      "PLTE",
      palette.flatMap { colour in
        [16, 8, 0].map { UInt8(truncatingIfNeeded: colour >> $0) }
      })
    var rows: [UInt8] = []
    for row in 0..<height {
      rows.append(0)
      rows += pixels[row * width..<(row + 1) * width]
    }
    png += Self.chunk("IDAT", Self.stored(rows))
    return png + Self.chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return big(data.count) + body + big(Int(checksum(body)))
  }

  /// RFC 1950 and 1951: blocks that are stored as they are, and Adler's checksum.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    let most = 0xFFFF
    for start in stride(from: 0, to: bytes.count, by: most) {
      let block = bytes[start..<min(start + most, bytes.count)]
      stream.append(start + most >= bytes.count ? 1 : 0)
      for length in [block.count, ~block.count] {
        stream.append(UInt8(truncatingIfNeeded: length))
        stream.append(UInt8(truncatingIfNeeded: length >> 8))
      }
      stream += block
    }
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + big(b << 16 | a)
  }

  /// CRC-32 as PNG has it (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }

  private static func big(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
