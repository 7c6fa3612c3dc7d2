internal import FrontlineGeometry

/// Reads the coordinates of one geometry.
struct GeoJSONShape {
  let path: String
  private(set) var faults: [ValidationFault] = []
  private(set) var extent = GeoJSONExtent()

  init(path: String) {
    self.path = path
  }

  mutating func read(_ type: String, _ coordinates: JSONTree) {
    switch type {
    case "Point": _ = position(coordinates)
    case "MultiPoint": for item in items(coordinates) { _ = position(item) }
    case "LineString": line(coordinates)
    case "MultiLineString": for item in items(coordinates) { line(item) }
    case "Polygon": polygon(coordinates)
    default: for item in items(coordinates) { polygon(item) }
    }
  }

  private mutating func add(_ rule: GeoJSONRule, _ line: Int, _ message: String) {
    faults.append(
      ValidationFault(
        line: line, element: path.isEmpty ? nil : path, check: rule.id, message: message))
  }

  private mutating func items(_ node: JSONTree) -> [JSONTree] {
    guard case .array(let items) = node.value else {
      add(
        .coordinates, node.line, "its coordinates are \(node.kind) where an array of arrays belongs"
      )
      return []
    }
    return items
  }

  private mutating func position(_ node: JSONTree) -> Position? {
    guard case .numbers(let numbers) = node.value else {
      let rule: GeoJSONRule =
        if case .array(let items) = node.value, items.isEmpty { .position } else { .coordinates }
      add(rule, node.line, "a position is an array of numbers, not \(node.kindOfItems)")
      return nil
    }
    guard numbers.count == 2 || numbers.count == 3 else {
      add(.position, node.line, "a position has two or three numbers, not \(numbers.count)")
      return nil
    }
    guard numbers.allSatisfy(\.isFinite) else {
      add(.position, node.line, "a position has a number too large to be one")
      return nil
    }
    guard abs(numbers[0]) <= 180, abs(numbers[1]) <= 90 else {
      add(
        .range, node.line,
        "\(numbers[0]),\(numbers[1]) is not on the Earth: longitude comes first, within 180 degrees"
      )
      return nil
    }
    extent.add(longitude: numbers[0], latitude: numbers[1])
    return Position(longitude: numbers[0], latitude: numbers[1])
  }

  /// The positions; nil if one of them is none.
  private mutating func positions(_ node: JSONTree) -> [Position]? {
    guard case .array(let items) = node.value else {
      add(.coordinates, node.line, "its coordinates are \(node.kind) where positions belong")
      return nil
    }
    let positions = items.compactMap { position($0) }
    return positions.count == items.count ? positions : nil
  }

  private mutating func line(_ node: JSONTree) {
    guard let positions = positions(node) else { return }
    if positions.count < 2 {
      add(.line, node.line, "a line has two positions or more, this one has \(positions.count)")
    }
    _ = isCut(positions, node.line)
  }

  /// Whether no two positions in a row are further apart than half the Earth; only the map's own edges may be.
  private mutating func isCut(_ positions: [Position], _ line: Int) -> Bool {
    for (start, end) in zip(positions, positions.dropFirst()) {
      let isEdge = abs(start.longitude) == 180 && abs(end.longitude) == 180
      guard abs(start.longitude - end.longitude) > 180, !isEdge else { continue }
      add(
        .antimeridian, line,
        "from longitude \(start.longitude) to \(end.longitude) it crosses the antimeridian; cut it there"
      )
      return false
    }
    return true
  }

  private mutating func polygon(_ node: JSONTree) {
    for (index, item) in items(node).enumerated() { ring(item, isOuter: index == 0) }
  }

  private mutating func ring(_ node: JSONTree, isOuter: Bool) {
    guard let positions = positions(node) else { return }
    guard positions.count >= 4 else {
      return add(
        .ring, node.line, "a ring has four positions or more, this one has \(positions.count)")
    }
    guard isClosed(node) else {
      return add(.closure, node.line, "the ring does not end with the position it begins with")
    }
    let area = Ring(positions).planarDoubleArea
    guard isCut(positions, node.line), area != 0, (area > 0) != isOuter else { return }
    add(
      .winding, node.line,
      isOuter
        ? "the outer ring runs clockwise; it must run counter-clockwise"
        : "the hole runs counter-clockwise; it must run clockwise")
  }

  /// Heights count too.
  private func isClosed(_ node: JSONTree) -> Bool {
    guard case .array(let items) = node.value, case .numbers(let first) = items.first?.value,
      case .numbers(let last) = items.last?.value
    else { return false }
    return first == last
  }
}
