import FrontlineGeometry
import Testing

@Suite struct `Well-known binary` {
  static let line = LineString([position(1, 2), position(3, 4)])
  static let polygon = Polygon(
    exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)), holes: [ring((1, 1), (1, 2), (2, 2))])

  /// 1.0 is 3ff0…, 2.0 is 4000…: IEEE 754, least significant byte first.
  @Test func `of a point is 21 bytes`() {
    let expected: [UInt8] =
      [1, 1, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0xf0, 0x3f] + [0, 0, 0, 0, 0, 0, 0, 0x40]
    #expect(WKB.encode(.point(position(1, 2))) == expected)
  }

  @Test func `counts parts, rings and positions`() {
    let lines = WKB.encode(.lines([Self.line]))
    #expect(Array(lines[..<9]) == [1, 2, 0, 0, 0, 2, 0, 0, 0])
    #expect(lines.count == 9 + 2 * 16)
    let multi = WKB.encode(.lines([Self.line]), multi: true)
    #expect(multi == [1, 5, 0, 0, 0, 1, 0, 0, 0] + lines)
    let polygon = WKB.encode(.polygons([Self.polygon]))
    #expect(Array(polygon[..<13]) == [1, 3, 0, 0, 0, 2, 0, 0, 0, 5, 0, 0, 0])
    #expect(polygon.count == 13 + 5 * 16 + 4 + 4 * 16)
    #expect(WKB.encode(points: []) == [1, 4, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: [
    Geometry.point(position(-69.515, 35.312)),
    .lines([line]), .lines([line, line]), .lines([]),
    .polygons([polygon]), .polygons([polygon, polygon]),
  ])
  func `gives back what was put in`(geometry: Geometry) throws {
    guard geometry != .lines([]) else {
      #expect(failure(WKB.encode(geometry)) == nothing)
      return
    }
    #expect(try WKB.decode(WKB.encode(geometry)) == geometry)
    #expect(try WKB.decode(WKB.encode(geometry, multi: true)) == geometry)
  }

  @Test func `of a multi-point with one position is read as that point`() throws {
    #expect(
      try WKB.decode(WKB.encode(points: [position(1, 2)])) == .point(position(1, 2)))
  }

  @Test func `of a collection is read if its shapes are of one kind`() throws {
    let header: [UInt8] = [1, 7, 0, 0, 0, 2, 0, 0, 0]
    let line = WKB.encode(.lines([Self.line]))
    #expect(try WKB.decode(header + line + line) == .lines([Self.line, Self.line]))
    #expect(
      failure(header + line + WKB.encode(.point(position(1, 2))))
        == "WKB holds 1 points, 1 lines and 0 polygons; expected one point, or shapes of one kind")
  }

  @Test func `that is cut short anywhere says where it ends`() {
    let bytes = WKB.encode(.polygons([Self.polygon, Self.polygon]))
    for end in 0..<bytes.count {
      #expect(failure(Array(bytes[..<end])) == "WKB ends at byte \(end), inside a shape")
    }
  }

  @Test func `that promises more positions than it has takes no memory for them`() {
    #expect(
      failure([1, 2, 0, 0, 0, 255, 255, 255, 255]) == "WKB ends at byte 9, inside a shape")
  }

  @Test func `of another byte order, type or length is refused`() {
    #expect(failure([0, 0]) == "WKB byte order is 0 at byte 0; expected 1, little endian")
    #expect(
      failure([1, 0xe9, 3, 0, 0])
        == "WKB type is 1001 at byte 1; expected 1 to 7, two dimensions")
    #expect(
      failure(WKB.encode(.point(position(1, 2))) + [0])
        == "WKB goes on after the shape that ends at byte 21")
  }

  @Test func `nested too deep is refused`() {
    let level: [UInt8] = [1, 7, 0, 0, 0, 1, 0, 0, 0]
    let bytes = Array(repeating: level, count: 40).flatMap { $0 }
    #expect(failure(bytes) == "WKB collections are nested over 16 deep at byte 153")
  }

  private let nothing =
    "WKB holds 0 points, 0 lines and 0 polygons; expected one point, or shapes of one kind"

  private func failure(_ bytes: [UInt8]) -> String? {
    do {
      _ = try WKB.decode(bytes)
      return nil
    } catch {
      return error.description
    }
  }
}
