import FrontlineGeometry
public import FrontlineReports

/// What is wrong with place tables whose rows can be read.
///
/// | code | severity | what |
/// |---|---|---|
/// | `duplicate-id` | error | a second row of an id |
/// | `bad-id` | error | an id that is no NCName, which KML needs |
/// | `empty-name` | error | a place or name row without a name |
/// | `impossible-position` | error | not on Earth, or at 0, 0 |
/// | `inverted-extent` | error | a west side east of its east side, or a south north of its north |
/// | `orphan-parent` | error | a parent that is not in the tables |
/// | `parent-loop` | error | places that contain each other |
/// | `orphan-name` | warning | a name whose place is not in the tables |
/// | `outside-parent` | warning | a position outside its parent's extent or 1.5 times its radius |
/// | `unknown-class` | warning | a feature class that is none of GeoNames' |
/// | `duplicate-place` | note | the same folded name and class within 0.5 km |
/// | `duplicate-name` | note | the same name of one place twice in the names table |
public enum GazetteerCheck {
  /// Findings in the order of the files as they first come up, then by line.
  ///
  /// - Complexity: O(*n* log *n*), but for namesakes on one parallel.
  public static func findings(_ table: GazetteerTable) -> [Finding] {
    let check = Check(table)
    let files = (table.places.map { $0.file } + table.names.map { $0.file }).reduce(
      into: [String]()
    ) {
      if $0.last != $1, !$0.contains($1) { $0.append($1) }
    }
    let all = check.placeFindings() + check.loops() + check.twins() + check.nameFindings()
    return all.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let ranks = [a, b].map { finding in files.firstIndex { $0 == finding.file } ?? 0 }
      return (ranks[0], a.line ?? 0, left.offset) < (ranks[1], b.line ?? 0, right.offset)
    }.map { $0.element }
  }
}

private struct Check {
  /// How far, in degrees, a place may lie outside its parent's box: about 2 km, within which two sources of
  /// confidence A agree.
  static let slack = 0.02
  /// How many radii of its parent a place may be from its centre: few areas are round.
  static let reach = 1.5
  /// Namesakes of one class this near, in km, are probably one place.
  static let twinDistance = 0.5

  typealias PlaceRow = GazetteerTable.Row<Place>

  let table: GazetteerTable
  /// The first row of each id.
  let rowByID: [String: Int]
  let ids: [String]

  init(_ table: GazetteerTable) {
    self.table = table
    var rowByID: [String: Int] = [:]
    for (index, row) in table.places.enumerated() where rowByID[row.value.id] == nil {
      rowByID[row.value.id] = index
    }
    self.rowByID = rowByID
    ids = table.places.map { $0.value.id }
  }

  // MARK: Row by row

  func placeFindings() -> [Finding] {
    table.places.enumerated().flatMap { index, row in
      [
        duplicateID(row, index), badID(row), emptyName(row), unknownClass(row), position(row),
        extent(row), parent(row),
      ].compactMap { $0 }
    }
  }

  private func duplicateID(_ row: PlaceRow, _ index: Int) -> Finding? {
    guard let first = rowByID[row.value.id], first != index else { return nil }
    return .duplicateID(row, first: table.places[first])
  }

  private func badID(_ row: PlaceRow) -> Finding? {
    NCName.isValid(row.value.id) ? nil : .badID(row)
  }

  private func emptyName(_ row: PlaceRow) -> Finding? {
    NameKey.fold(row.value.name).isEmpty
      ? .emptyName(of: row.value.id, row.value.name, row.file, row.line) : nil
  }

  private func unknownClass(_ row: PlaceRow) -> Finding? {
    ["A", "H", "L", "P", "R", "S", "T", "U", "V"].contains(row.value.featureClass)
      ? nil : .unknownClass(row)
  }

  private func position(_ row: PlaceRow) -> Finding? {
    let position = row.value.position
    if !position.isOnEarth { return .offEarth(row) }
    return position.longitude == 0 && position.latitude == 0 ? .nullIsland(row) : nil
  }

  private func extent(_ row: PlaceRow) -> Finding? {
    guard let box = row.value.extent else { return nil }
    return box.west > box.east || box.south > box.north ? .invertedExtent(row, box) : nil
  }

  private func parent(_ row: PlaceRow) -> Finding? {
    guard let id = row.value.parent else { return nil }
    guard let index = rowByID[id] else {
      return .orphanParent(row, id, near: NearMiss.of(id, among: ids))
    }
    let parent = table.places[index].value
    guard id != row.value.id, row.value.position.isOnEarth, parent.position.isOnEarth else {
      return nil
    }
    return outside(row, parent)
  }

  private func outside(_ row: PlaceRow, _ parent: Place) -> Finding? {
    let position = row.value.position
    if let box = parent.extent {
      // An inverted box is a finding of its own, and contains nothing.
      guard box.west <= box.east, box.south <= box.north else { return nil }
      let wide = BoundingBox(
        west: box.west - Check.slack, south: box.south - Check.slack, east: box.east + Check.slack,
        north: box.north + Check.slack)
      return wide.contains(position) ? nil : .outsideBox(row, parent, box)
    }
    guard let radius = parent.radiusKilometres else { return nil }
    let distance = greatCircleDistance(from: position, to: parent.position) / 1000
    return distance <= radius * Check.reach ? nil : .outsideCircle(row, parent, radius, distance)
  }

  // MARK: Rows together

  /// One finding for each loop, on the first of its rows.
  func loops() -> [Finding] {
    var isDone = [Bool](repeating: false, count: table.places.count)
    var findings: [Finding] = []
    for start in table.places.indices where !isDone[start] {
      var path: [Int] = []
      var placeInPath: [Int: Int] = [:]
      var next: Int? = start
      while let index = next, !isDone[index], placeInPath[index] == nil {
        placeInPath[index] = path.count
        path.append(index)
        next = table.places[index].value.parent.flatMap { rowByID[$0] }
      }
      if let index = next, let first = placeInPath[index] {
        findings.append(loop(Array(path[first...])))
      }
      for index in path { isDone[index] = true }
    }
    return findings
  }

  private func loop(_ rows: [Int]) -> Finding {
    let first = rows.min() ?? 0
    let start = rows.firstIndex(of: first) ?? 0
    let ids = (rows[start...] + rows[..<start]).map { table.places[$0].value.id }
    return .parentLoop(table.places[first], ids: ids + [table.places[first].value.id])
  }

  /// Namesakes of one class that are hardly apart: one finding on each row but the first of a group.
  func twins() -> [Finding] {
    var groups: [String: [Int]] = [:]
    var keys: [String] = []
    for (index, row) in table.places.enumerated()
    where row.value.position.isOnEarth && rowByID[row.value.id] == index {
      let key = row.value.featureClass + " " + NameKey.fold(row.value.name)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(index)
    }
    return keys.flatMap { twins(among: groups[$0] ?? []) }
  }

  private func twins(among rows: [Int]) -> [Finding] {
    if rows.count < 2 { return [] }
    let northward = rows.sorted { latitude($0) < latitude($1) }
    var firstTwin: [Int: Int] = [:]
    for (offset, south) in northward.enumerated() {
      for north in northward[(offset + 1)...] {
        if (latitude(north) - latitude(south)) * LocalPlane.metresPerDegreeNorth / 1000
          > Check.twinDistance
        {
          break
        }
        guard distance(south, north) <= Check.twinDistance else { continue }
        let (early, late) = (min(south, north), max(south, north))
        firstTwin[late] = min(firstTwin[late] ?? early, early)
      }
    }
    return rows.compactMap { late in
      firstTwin[late].map {
        .duplicatePlace(table.places[late], table.places[$0], distance(late, $0))
      }
    }
  }

  private func latitude(_ index: Int) -> Double { table.places[index].value.position.latitude }

  private func distance(_ left: Int, _ right: Int) -> Double {
    greatCircleDistance(
      from: table.places[left].value.position, to: table.places[right].value.position) / 1000
  }

  // MARK: Names

  func nameFindings() -> [Finding] {
    var firstRows: [PlaceName: GazetteerTable.Row<PlaceName>] = [:]
    return table.names.compactMap { row in
      let name = row.value
      if NameKey.fold(name.text).isEmpty {
        return .emptyName(of: name.placeID, name.text, row.file, row.line)
      }
      if rowByID[name.placeID] == nil {
        return .orphanName(row, near: NearMiss.of(name.placeID, among: ids))
      }
      // The same spelling may be official and in use elsewhere as well: only language and script tell apart.
      var key = name
      key.kind = .variant
      if let first = firstRows[key] { return .duplicateName(row, first: first) }
      firstRows[key] = row
      return nil
    }
  }
}

/// Names (Namespaces in XML 1.0, production 4), here for ASCII letters and all beyond ASCII; with one colon
/// between the list an id comes from and its id there, which layers write as a hyphen.
private enum NCName {
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[1].isEmpty {
      return isName(String(parts[0])) && isName("a" + parts[1])
    }
    return isName(text)
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || byte >= 0x80
  }
}
