import FrontlineFormats
import FrontlineGeometry

/// A shape as a GeoPackage holds it: header, envelope, WKB (OGC 12-128r15, 2.1.3).
struct GeometryBlob: Sendable {
  /// The kinds of shapes a table can hold. Lines and polygons are always multi-shapes, so that each table has one kind.
  enum Kind: String, Sendable {
    case point = "POINT"
    case multiPoint = "MULTIPOINT"
    case lines = "MULTILINESTRING"
    case polygons = "MULTIPOLYGON"
  }

  let kind: Kind
  let bytes: [UInt8]
  let box: BoundingBox

  /// Nil for a shape that has no part left on the grid of the other formats.
  init?(_ geometry: Geometry) {
    guard let grid = GridGeometry(geometry), let box = BoundingBox(grid.positions) else {
      return nil
    }
    self.box = box
    switch grid {
    case .point(let position):
      kind = .point
      // A point's envelope would only say its position again.
      bytes = Self.header(nil) + WKB.encode(.point(position))
    case .lines(let lines):
      kind = .lines
      bytes = Self.header(box) + WKB.encode(.lines(lines), multi: true)
    case .polygons(let polygons):
      kind = .polygons
      bytes = Self.header(box) + WKB.encode(.polygons(polygons), multi: true)
    }
  }

  /// Several points as one shape; nil if none is on Earth.
  init?(points: [Position]) {
    let points = points.compactMap { point -> Position? in
      guard case .point(let snapped) = GridGeometry(.point(point)) else { return nil }
      return snapped
    }
    guard let box = BoundingBox(points) else { return nil }
    self.box = box
    kind = .multiPoint
    bytes = Self.header(box) + WKB.encode(points: points)
  }

  /// The point in a blob; nil for any other shape, and for what is no blob.
  static func point(_ bytes: [UInt8]) -> Position? {
    guard bytes.count > 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
    // Bits 1 to 3 of the flags: which envelope comes before the shape.
    let sizes = [0, 32, 48, 48, 64]
    let kind = Int(bytes[3] >> 1 & 7)
    guard sizes.indices.contains(kind), bytes.count > 8 + sizes[kind],
      case .point(let position)? = try? WKB.decode(Array(bytes[(8 + sizes[kind])...]))
    else { return nil }
    return position
  }

  /// `GP`, version 0, flags for little endian and the envelope, the reference system, the envelope.
  private static func header(_ box: BoundingBox?) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, box == nil ? 0b01 : 0b11]
    append(Int32(GeoPackageSchema.wgs84), to: &bytes)
    if let box {
      for degrees in [box.west, box.east, box.south, box.north] {
        append(degrees.bitPattern, to: &bytes)
      }
    }
    return bytes
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
