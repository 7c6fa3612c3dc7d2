/// Goes through GeoJSON and notes what RFC 7946 does not allow.
struct GeoJSONChecks {
  var faults: [ValidationFault] = []
  private var ids: [String: Int] = [:]

  var report: ValidationReport { ValidationReport(kind: .geojson, all: faults) }

  mutating func add(
    _ rule: GeoJSONRule, _ line: Int, _ path: String, _ message: String,
    severity: ValidationFault.Severity = .error
  ) {
    faults.append(
      ValidationFault(
        severity, line: line, element: path.isEmpty ? nil : path, check: rule.id, message: message))
  }

  private static let geometries = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
  ]

  // MARK: Objects

  mutating func check(_ root: JSONTree) {
    guard root.isObject else {
      return add(.type, root.line, "", "GeoJSON is an object, not \(root.kind)")
    }
    switch root["type"]?.string {
    case "FeatureCollection": _ = collection(root)
    case "Feature": _ = feature(root, at: "")
    case let type? where Self.geometries.contains(type): _ = geometry(root, at: "")
    default: badType(root, at: "", "FeatureCollection, Feature or a geometry")
    }
  }

  private mutating func badType(_ node: JSONTree, at path: String, _ wanted: String) {
    let found = node["type"].map { $0.string.map { "'\($0)'" } ?? $0.kind } ?? "missing"
    add(.type, node.line, path, "its type is \(found); here it must be \(wanted)")
  }

  private mutating func collection(_ node: JSONTree) -> GeoJSONExtent {
    refuse(["coordinates", "geometries", "geometry", "properties"], in: node, at: "")
    var extent = GeoJSONExtent()
    switch node["features"]?.value {
    case .array(let features):
      for (index, item) in features.enumerated() {
        let path = "features[\(index)]"
        if item["type"]?.string == "Feature" {
          extent.add(feature(item, at: path))
        } else {
          badType(item, at: path, "Feature")
        }
      }
    case nil: add(.members, node.line, "", "it has no features")
    default: add(.members, node.line, "", "its features are no array of objects")
    }
    common(node, extent, at: "")
    return extent
  }

  private mutating func feature(_ node: JSONTree, at path: String) -> GeoJSONExtent {
    refuse(["coordinates", "geometries", "features"], in: node, at: path)
    checkID(node, at: path)
    if let properties = node["properties"] {
      if !properties.isObject && !properties.isNull {
        add(.members, properties.line, path, "its properties are \(properties.kind), not an object")
      }
    } else {
      add(.members, node.line, path, "it has no properties; write null if there are none")
    }
    var extent = GeoJSONExtent()
    let inner = path.isEmpty ? "geometry" : path + ".geometry"
    if let geometry = node["geometry"] {
      if !geometry.isNull { extent = self.geometry(geometry, at: inner) }
    } else {
      add(.members, node.line, path, "it has no geometry; write null if there is none")
    }
    common(node, extent, at: path)
    return extent
  }

  private mutating func checkID(_ node: JSONTree, at path: String) {
    guard let id = node["id"] else { return }
    let key: String
    switch id.value {
    case .string(let text): key = "'\(text)'"
    case .number(let number):
      key =
        number == number.rounded() && abs(number) < 1e15
        ? String(Int(number)) : String(number)
    default: return add(.id, id.line, path, "its id is \(id.kind), not a string or a number")
    }
    if let line = ids[key] {
      add(.duplicateID, id.line, path, "the id \(key) is that of the feature in line \(line) too")
    } else {
      ids[key] = node.line
    }
  }

  private mutating func refuse(_ keys: [String], in node: JSONTree, at path: String) {
    for key in keys {
      guard let member = node[key] else { continue }
      let type = node["type"]?.string ?? "object"
      add(.foreign, member.line, path, "a \(type) must not have a member '\(key)'")
    }
  }

  /// What every object may have.
  private mutating func common(_ node: JSONTree, _ extent: GeoJSONExtent, at path: String) {
    if let crs = node["crs"] {
      add(
        .crs, crs.line, path, "it has a crs; RFC 7946 knows WGS 84 only, so take the member out")
    }
    if let box = node["bbox"] { check(box: box, extent, at: path) }
  }

  private mutating func check(box: JSONTree, _ extent: GeoJSONExtent, at path: String) {
    guard case .numbers(let numbers) = box.value, numbers.count == 4 || numbers.count == 6 else {
      return add(.bbox, box.line, path, "its bbox is not an array of four or six numbers")
    }
    let half = numbers.count / 2
    let (west, south) = (numbers[0], numbers[1])
    let (east, north) = (numbers[half], numbers[half + 1])
    guard abs(west) <= 180, abs(east) <= 180, abs(south) <= 90, abs(north) <= 90, south <= north
    else {
      return add(
        .bbox, box.line, path,
        "its bbox is not west, south, east, north, with the south below the north")
    }
    if let outside = extent.fault(west: west, south: south, east: east, north: north) {
      add(.bbox, box.line, path, outside)
    }
  }

  // MARK: Geometries

  private mutating func geometry(
    _ node: JSONTree, at path: String, isInCollection: Bool = false
  ) -> GeoJSONExtent {
    guard node.isObject, let type = node["type"]?.string, Self.geometries.contains(type) else {
      badType(node, at: path, Self.geometries.joined(separator: ", "))
      return GeoJSONExtent()
    }
    refuse(["geometry", "properties", "features"], in: node, at: path)
    let extent: GeoJSONExtent
    if type == "GeometryCollection" {
      extent = geometryCollection(node, at: path, isInCollection)
    } else {
      extent = shape(type, node, at: path)
    }
    common(node, extent, at: path)
    return extent
  }

  private mutating func geometryCollection(
    _ node: JSONTree, at path: String, _ isInCollection: Bool
  ) -> GeoJSONExtent {
    refuse(["coordinates"], in: node, at: path)
    if isInCollection {
      add(.collection, node.line, path, "a GeometryCollection stands in another")
    }
    guard case .array(let parts) = node["geometries"]?.value else {
      add(.members, node.line, path, "it has no array of geometries")
      return GeoJSONExtent()
    }
    if parts.count == 1 {
      add(.collection, node.line, path, "a GeometryCollection of one; write the geometry itself")
    }
    var extent = GeoJSONExtent()
    for (index, part) in parts.enumerated() {
      extent.add(geometry(part, at: "\(path).geometries[\(index)]", isInCollection: true))
    }
    return extent
  }

  private mutating func shape(_ type: String, _ node: JSONTree, at path: String) -> GeoJSONExtent {
    refuse(["geometries"], in: node, at: path)
    guard let coordinates = node["coordinates"] else {
      add(.members, node.line, path, "it has no coordinates")
      return GeoJSONExtent()
    }
    var shape = GeoJSONShape(path: path)
    shape.read(type, coordinates)
    faults += shape.faults
    return shape.extent
  }
}

/// How far positions reach.
struct GeoJSONExtent {
  private var west = Double.infinity
  private var south = Double.infinity
  private var east = -Double.infinity
  private var north = -Double.infinity
  /// Of the two halves of the Earth, since a box across the antimeridian has its west in the east.
  private var westOfEasternHalf = Double.infinity
  private var eastOfWesternHalf = -Double.infinity

  private var isEmpty: Bool { west > east }

  mutating func add(longitude: Double, latitude: Double) {
    west = min(west, longitude)
    east = max(east, longitude)
    south = min(south, latitude)
    north = max(north, latitude)
    if longitude >= 0 {
      westOfEasternHalf = min(westOfEasternHalf, longitude)
    } else {
      eastOfWesternHalf = max(eastOfWesternHalf, longitude)
    }
  }

  mutating func add(_ other: GeoJSONExtent) {
    west = min(west, other.west)
    east = max(east, other.east)
    south = min(south, other.south)
    north = max(north, other.north)
    westOfEasternHalf = min(westOfEasternHalf, other.westOfEasternHalf)
    eastOfWesternHalf = max(eastOfWesternHalf, other.eastOfWesternHalf)
  }

  /// What of the positions lies outside a box, if any; a tenth of a metre is left to rounding.
  func fault(west: Double, south: Double, east: Double, north: Double) -> String? {
    if isEmpty { return nil }
    let slack = 1e-6
    let isAround =
      west <= east
      ? self.west >= west - slack && self.east <= east + slack
      : westOfEasternHalf >= west - slack && eastOfWesternHalf <= east + slack
    guard isAround, self.south >= south - slack, self.north <= north + slack else {
      return "positions reach from \(self.west),\(self.south) to \(self.east),\(self.north),"
        + " out of its bbox"
    }
    return nil
  }
}
