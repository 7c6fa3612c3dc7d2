internal import Foundation
public import FrontlineClaims
public import FrontlineGazetteer
public import FrontlineReports

/// The points of a GeoJSON file as a table: a row a feature, its properties as columns, `longitude` and `latitude`
/// beside them, and `feature_id`. A row's line is the number of its feature, from 1.
///
/// Columns are sorted by name, since a JSON object has no order.
public struct PointTable: Sendable {
  public var table: CommaTable
  /// `not-a-point`, `bad-coordinates`, `not-a-feature`: features without a row, one finding for each kind.
  public var findings: [Finding]
  public var leftOut: [EventImport.LeftOut]

  /// - Parameter file: Its name for findings.
  /// - Throws: ``EventTableError`` `not-geojson` for a file that holds no collection of features.
  public init(_ bytes: [UInt8], file: String) throws(EventTableError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let parsed = try? JSONSerialization.jsonObject(with: Data(bytes.dropFirst(start)))
    guard let root = parsed as? [String: Any] else { throw .notGeoJSON("it is not JSON", file) }
    let type = root["type"] as? String ?? "none"
    guard type == "Feature" || type == "FeatureCollection",
      let features = type == "Feature" ? [root] : root["features"] as? [Any]
    else { throw .notGeoJSON("its type is '\(type)'", file) }
    var tally = ImportTally()
    var points: [(number: Int, cells: [String: String])] = []
    for (index, feature) in features.enumerated() {
      do throws(ImportFault) {
        points.append((index + 1, try Self.cells(of: feature)))
      } catch {
        tally.add(error, line: index + 1)
      }
    }
    let columns = Set(points.flatMap(\.cells.keys)).sorted()
    table = CommaTable(
      columns: columns,
      rows: points.map { point in
        .init(line: point.number, cells: columns.map { point.cells[$0] ?? "" })
      })
    findings = tally.findings(file: file)
    leftOut = tally.leftOut
  }

  /// The claims of a file's points; `lat`, `lon` and `row` need no mapping.
  ///
  /// - Throws: ``EventTableError`` as ``init(_:file:)`` and ``MappedTable`` do.
  public static func claims(
    _ bytes: [UInt8], mapping: ColumnMapping, file: String, parties: [Party],
    index: GazetteerIndex
  ) throws(EventTableError) -> EventImport {
    let points = try PointTable(bytes, file: file)
    var mapping = mapping
    let ready = [("lat", "latitude"), ("lon", "longitude"), ("row", "feature_id")]
    for (ours, theirs) in ready where points.table.index(of: theirs) != nil {
      if mapping.columns[ours] == nil { mapping.columns[ours] = theirs }
    }
    var made = try MappedTable.claims(
      points.table, mapping: mapping, file: file, parties: parties, index: index)
    made.leftOut = (points.leftOut + made.leftOut).sorted { $0.line < $1.line }
    made.rows += points.leftOut.count
    return made.adding(points.findings)
  }

  private static func cells(of item: Any) throws(ImportFault) -> [String: String] {
    guard let feature = item as? [String: Any], feature["type"] as? String == "Feature" else {
      throw .notAFeature
    }
    let geometry = feature["geometry"] as? [String: Any]
    guard geometry?["type"] as? String == "Point" else {
      throw .notAPoint(geometry?["type"] as? String ?? "none")
    }
    guard let numbers = geometry?["coordinates"] as? [Double], numbers.count >= 2,
      abs(numbers[0]) <= 180, abs(numbers[1]) <= 90
    else { throw .badCoordinates }
    var cells = (feature["properties"] as? [String: Any] ?? [:]).mapValues(text)
    cells["longitude"] = "\(numbers[0])"
    cells["latitude"] = "\(numbers[1])"
    if let id = feature["id"] { cells["feature_id"] = text(id) }
    return cells
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let text as String: return text
    case is NSNull: return ""
    case let number as NSNumber:
      if String(cString: number.objCType) == "c" { return number.boolValue ? "true" : "false" }
      return number.stringValue
    default:
      let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
      let data = try? JSONSerialization.data(withJSONObject: value, options: options)
      return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
}

extension EventTableError {
  static func notGeoJSON(_ reason: String, _ file: String) -> EventTableError {
    EventTableError(
      code: "not-geojson", file: file, message: "the file is no collection of features: \(reason)",
      remedy: "give a GeoJSON FeatureCollection of points in UTF-8 (RFC 7946)")
  }
}

extension ImportFault {
  static let notAFeature = ImportFault(
    code: "not-a-feature", value: "", message: "a member of 'features' is no feature",
    remedy: "give it the type 'Feature', a geometry and properties")

  static func notAPoint(_ type: String) -> ImportFault {
    ImportFault(
      code: "not-a-point", value: type,
      message: "the geometry of a feature is '\(type)', not 'Point'",
      remedy:
        "an event is at a point: give its centre, and radius_km for an area (line: the feature's number)"
    )
  }

  static let badCoordinates = ImportFault(
    code: "bad-coordinates", value: "", message: "the coordinates of a point are not a position",
    remedy: "write [longitude, latitude] in degrees of WGS 84 (line: the feature's number)")
}
