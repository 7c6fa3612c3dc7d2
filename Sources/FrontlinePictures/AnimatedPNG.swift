/// Pictures shown one after another: a PNG file with the chunks of APNG.
///
/// Source: "Portable Network Graphics (PNG) Specification (Third Edition)", W3C 2025, 11.3.6.
enum AnimatedPNG {
  /// - Parameters:
  ///   - milliseconds: How long each picture is shown.
  ///   - last: How long the last one is, before the first comes again.
  static func bytes(
    _ frames: [Raster], milliseconds: Int, last: Int
  ) throws(PictureError) -> [UInt8] {
    var result: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    var sequence = 0
    for (index, frame) in frames.enumerated() {
      let before = index > 0 ? frames[index - 1] : nil
      guard before.map({ $0.width == frame.width && $0.height == frame.height }) ?? true else {
        throw .frames
      }
      let part = before.map { frame.difference(from: $0) } ?? frame.whole
      let chunks = chunks(of: try frame.png(of: part))
      if index == 0 {
        for chunk in chunks where chunk.type == "IHDR" { add("IHDR", chunk.data, to: &result) }
        // How many frames, and that they are shown for ever.
        add("acTL", ArraySlice(number(frames.count) + number(0)), to: &result)
      }
      let delay = index == frames.count - 1 ? last : milliseconds
      add("fcTL", ArraySlice(control(part, delay: delay, &sequence)), to: &result)
      for chunk in chunks where chunk.type == "IDAT" {
        guard index > 0 else {
          add("IDAT", chunk.data, to: &result)
          continue
        }
        add("fdAT", number(sequence) + chunk.data, to: &result)
        sequence += 1
      }
    }
    add("IEND", [], to: &result)
    return result
  }

  /// Where a frame lies, for how long, and that it is put over what was there, which stays.
  private static func control(_ part: Raster.Part, delay: Int, _ sequence: inout Int) -> [UInt8] {
    defer { sequence += 1 }
    return number(sequence) + number(part.width) + number(part.height) + number(part.left)
      + number(part.top) + short(delay) + short(1000) + [0, 0]
  }

  private static func chunks(of png: [UInt8]) -> [(type: String, data: ArraySlice<UInt8>)] {
    var found: [(type: String, data: ArraySlice<UInt8>)] = []
    var at = 8
    while at + 12 <= png.count {
      let length = png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      guard at + 12 + length <= png.count else { break }
      found.append(
        (String(decoding: png[at + 4..<at + 8], as: UTF8.self), png[at + 8..<at + 8 + length]))
      at += 12 + length
    }
    return found
  }

  private static func add(_ type: String, _ data: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let body = Array(type.utf8) + data
    bytes += number(data.count)
    bytes += body
    bytes += number(Int(checksum(body)))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }
  }

  private static func short(_ value: Int) -> [UInt8] {
    [8, 0].map { UInt8(min(value, 0xFFFF) >> $0 & 255) }
  }

  /// CRC-32 with the polynomial of ISO 3309, as PNG's annex D has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 255)] ^ ($0 >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { value in
    var rest = UInt32(value)
    for _ in 0..<8 {
      let isOdd = rest & 1 == 1
      rest >>= 1
      if isOdd { rest ^= 0xEDB8_8320 }
    }
    return rest
  }
}
