/// Judges GeoJSON by RFC 7946. The file is held in memory, at about three times its size.
public struct GeoJSONValidator: Sendable {
  public init() {}

  /// Every rule that a file is held to, by identifier.
  public static let checks: [(id: CheckID, title: String)] = GeoJSONRule.allCases.map {
    ($0.id, $0.title)
  }

  public func validate(_ bytes: [UInt8]) -> ValidationReport {
    var checks = GeoJSONChecks()
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark {
      checks.add(.bom, 1, "", "the file begins with a byte order mark; save it without one")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      checks.add(.encoding, 1, "", "the file is not UTF-8")
      return checks.report
    }
    bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(UnsafeBufferPointer(rebasing: buffer.dropFirst(hasMark ? 3 : 0)))
      do throws(JSONSyntaxError) {
        let root = try parser.parse()
        for repetition in parser.repetitions {
          checks.add(
            .duplicateKey, repetition.line, "",
            "the object has two members called '\(repetition.key)'; readers disagree which counts")
        }
        checks.check(root)
      } catch {
        checks.add(.json, error.line, "", error.message)
      }
    }
    return checks.report
  }
}

/// The rules of RFC 7946, and of RFC 8259 as far as it needs them.
enum GeoJSONRule: String, CaseIterable, Sendable {
  case bom
  case encoding
  case json
  case duplicateKey = "duplicate-key"
  case type
  case members
  case foreign
  case crs
  case bbox
  case id
  case duplicateID = "duplicate-id"
  case position
  case range
  case coordinates
  case line
  case ring
  case closure
  case winding
  case antimeridian
  case collection = "geometry-collection"

  var id: CheckID { CheckID("rfc7946/" + rawValue) }

  var title: String {
    switch self {
    case .bom: "no byte order mark (RFC 8259, 8.1)"
    case .encoding: "UTF-8 (RFC 8259, 8.1)"
    case .json: "well-formed JSON (RFC 8259)"
    case .duplicateKey: "no object has a member twice (RFC 8259, 4)"
    case .type: "a type that GeoJSON knows, where it may stand (1.4, 7)"
    case .members: "the members that the type demands (3)"
    case .foreign: "no member of another type (7.1)"
    case .crs: "no crs: everything is WGS 84 (4)"
    case .bbox: "a bbox of west, south, east, north around all positions (5)"
    case .id: "an id is a string or a number (3.2)"
    case .duplicateID: "no two features have an id in common"
    case .position: "a position is two or three finite numbers (3.1.1)"
    case .range: "longitude within 180, latitude within 90 degrees (4)"
    case .coordinates: "coordinates nested as the type demands (3.1)"
    case .line: "a line has two positions or more (3.1.4)"
    case .ring: "a ring has four positions or more (3.1.6)"
    case .closure: "a ring ends where it began (3.1.6)"
    case .winding: "outer rings run counter-clockwise, holes clockwise (3.1.6)"
    case .antimeridian: "nothing crosses the antimeridian uncut (3.1.9)"
    case .collection: "no GeometryCollection of one, or in another (3.1.8)"
    }
  }
}
