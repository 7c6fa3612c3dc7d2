/// Well-known binary: the form in which shapes go to GEOS and into a GeoPackage.
///
/// Little endian, two dimensions. Source: OGC 06-103r4, 8.2.
public enum WKB {
  /// Shapes of every kind, as found in a collection.
  package struct Parts: Hashable, Sendable {
    package var points: [Position] = []
    package var lines: [LineString] = []
    package var polygons: [Polygon] = []
  }

  /// The bytes of a geometry.
  ///
  /// - Parameter multi: Whether one line or polygon is written as a multi-shape all the same, as a
  ///   table whose column is declared `MULTIPOLYGON` needs. Several parts always are.
  public static func encode(_ geometry: Geometry, multi: Bool = false) -> [UInt8] {
    var writer = WKBWriter()
    switch geometry {
    case .point(let position): writer.point(position)
    case .lines(let lines):
      writer.several(lines, as: .multiLineString, multi: multi) { $0.line($1) }
    case .polygons(let polygons):
      writer.several(polygons, as: .multiPolygon, multi: multi) { $0.polygon($1) }
    }
    return writer.bytes
  }

  /// The bytes of a multi-point.
  public static func encode(points: [Position]) -> [UInt8] {
    var writer = WKBWriter()
    writer.several(points, as: .multiPoint, multi: true) { $0.point($1) }
    return writer.bytes
  }

  /// The geometry in some bytes.
  ///
  /// A multi-shape, or a collection of shapes of one kind, gives one geometry with several parts.
  ///
  /// - Throws: ``WKBError`` if the bytes end early or go on too long, are of another byte order,
  ///   dimension or type, or hold nothing, several points, or shapes of different kinds.
  public static func decode(_ bytes: [UInt8]) throws(WKBError) -> Geometry {
    let parts = try parts(of: bytes)
    switch (parts.points.count, parts.lines.isEmpty, parts.polygons.isEmpty) {
    case (1, true, true): return .point(parts.points[0])
    case (0, false, true): return .lines(parts.lines)
    case (0, true, false): return .polygons(parts.polygons)
    default: throw .notOneGeometry(parts)
    }
  }

  /// The shapes in some bytes, by kind and in order; empty shapes are left out.
  package static func parts(of bytes: [UInt8]) throws(WKBError) -> Parts {
    var reader = WKBReader(bytes: bytes)
    var parts = Parts()
    try reader.geometry(into: &parts, depth: 0)
    guard reader.offset == bytes.count else { throw .trailingBytes(after: reader.offset) }
    return parts
  }
}

/// What is wrong with bytes that should be WKB.
public struct WKBError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

extension WKBError {
  static func ended(at offset: Int) -> WKBError {
    WKBError(description: "WKB ends at byte \(offset), inside a shape")
  }
  static func trailingBytes(after offset: Int) -> WKBError {
    WKBError(description: "WKB goes on after the shape that ends at byte \(offset)")
  }
  static func byteOrder(_ value: UInt8, at offset: Int) -> WKBError {
    WKBError(description: "WKB byte order is \(value) at byte \(offset); expected 1, little endian")
  }
  static func type(_ code: UInt32, at offset: Int) -> WKBError {
    WKBError(description: "WKB type is \(code) at byte \(offset); expected 1 to 7, two dimensions")
  }
  static func tooDeep(at offset: Int) -> WKBError {
    WKBError(description: "WKB collections are nested over 16 deep at byte \(offset)")
  }
  static func notOneGeometry(_ parts: WKB.Parts) -> WKBError {
    WKBError(
      description: "WKB holds \(parts.points.count) points, \(parts.lines.count) lines and "
        + "\(parts.polygons.count) polygons; expected one point, or shapes of one kind")
  }
}

/// OGC's codes of the types of shapes.
enum WKBType: UInt32 {
  case point = 1
  case lineString, polygon, multiPoint, multiLineString, multiPolygon, collection
}

private struct WKBWriter {
  var bytes: [UInt8] = []

  mutating func several<Part>(
    _ parts: [Part], as type: WKBType, multi: Bool, each: (inout WKBWriter, Part) -> Void
  ) {
    if multi || parts.count != 1 {
      header(type)
      count(parts.count)
    }
    for part in parts { each(&self, part) }
  }

  mutating func point(_ position: Position) {
    header(.point)
    coordinates(position)
  }

  mutating func line(_ line: LineString) {
    header(.lineString)
    sequence(line.positions)
  }

  mutating func polygon(_ polygon: Polygon) {
    header(.polygon)
    count(1 + polygon.holes.count)
    sequence(polygon.exterior.positions)
    for hole in polygon.holes { sequence(hole.positions) }
  }

  private mutating func header(_ type: WKBType) {
    bytes.append(1)
    number(type.rawValue)
  }

  private mutating func sequence(_ positions: [Position]) {
    count(positions.count)
    for position in positions { coordinates(position) }
  }

  private mutating func coordinates(_ position: Position) {
    number(position.longitude.bitPattern)
    number(position.latitude.bitPattern)
  }

  private mutating func count(_ count: Int) { number(UInt32(count)) }

  private mutating func number(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

private struct WKBReader {
  let bytes: [UInt8]
  var offset = 0

  mutating func geometry(into parts: inout WKB.Parts, depth: Int) throws(WKBError) {
    guard depth <= 16 else { throw .tooDeep(at: offset) }
    switch try type() {
    case .point:
      let position = try position()
      // An empty point has no number for its coordinates.
      if !position.longitude.isNaN { parts.points.append(position) }
    case .lineString:
      let positions = try positions()
      if !positions.isEmpty { parts.lines.append(LineString(positions)) }
    case .polygon:
      if let polygon = try polygon() { parts.polygons.append(polygon) }
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      for _ in 0..<(try count()) { try geometry(into: &parts, depth: depth + 1) }
    }
  }

  private mutating func type() throws(WKBError) -> WKBType {
    let order = try number(UInt8.self)
    guard order == 1 else { throw .byteOrder(order, at: offset - 1) }
    let code = try number(UInt32.self)
    guard let type = WKBType(rawValue: code) else { throw .type(code, at: offset - 4) }
    return type
  }

  private mutating func polygon() throws(WKBError) -> Polygon? {
    let ringCount = try count()
    guard ringCount > 0 else { return nil }
    var polygon = Polygon(exterior: Ring(try positions()))
    for _ in 1..<ringCount { polygon.holes.append(Ring(try positions())) }
    return polygon
  }

  private mutating func positions() throws(WKBError) -> [Position] {
    let count = try count()
    guard count <= (bytes.count - offset) / 16 else { throw .ended(at: bytes.count) }
    var positions: [Position] = []
    positions.reserveCapacity(count)
    for _ in 0..<count { positions.append(try position()) }
    return positions
  }

  private mutating func position() throws(WKBError) -> Position {
    let longitude = Double(bitPattern: try number(UInt64.self))
    return Position(longitude: longitude, latitude: Double(bitPattern: try number(UInt64.self)))
  }

  private mutating func count() throws(WKBError) -> Int { Int(try number(UInt32.self)) }

  private mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _: Number.Type
  ) throws(WKBError) -> Number {
    let end = offset + MemoryLayout<Number>.size
    guard end <= bytes.count else { throw .ended(at: bytes.count) }
    defer { offset = end }
    return Number(
      littleEndian: bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: Number.self)
      })
  }
}
