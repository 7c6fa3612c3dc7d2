import FrontlineGeometry
import FrontlineReports

extension Finding {
  typealias PlaceRow = GazetteerTable.Row<Place>

  private init(
    _ code: String, _ severity: Severity, _ row: PlaceRow, _ message: String, remedy: String
  ) {
    self.init(
      code: code, severity: severity, message: message, remedy: remedy, file: row.file,
      line: row.line)
  }

  static func duplicateID(_ row: PlaceRow, first: PlaceRow) -> Finding {
    Finding(
      "duplicate-id", .error, row,
      "id '\(row.value.id)' was already used \(whereabouts(first.file, first.line, from: row.file)), for '\(first.value.name)'",
      remedy: "give '\(row.value.name)' an id of its own, or remove the row")
  }

  static func badID(_ row: PlaceRow) -> Finding {
    Finding(
      "bad-id", .error, row, "id '\(row.value.id)' cannot be an id in KML",
      remedy: "start it with a letter and use letters, digits, '-', '.' and '_' only")
  }

  static func emptyName(of id: String, _ name: String, _ file: String, _ line: Int) -> Finding {
    Finding(
      code: "empty-name", severity: .error, message: "the name '\(name)' of '\(id)' has no letters",
      remedy: "write the name, or remove the row", file: file, line: line)
  }

  static func unknownClass(_ row: PlaceRow) -> Finding {
    Finding(
      "unknown-class", .warning, row,
      "feature class '\(row.value.featureClass)' of '\(row.value.id)' is unknown",
      remedy:
        "write A (unit), P (settlement), T (relief), H (water), L (area), R (road), S (spot) or V (forest)"
    )
  }

  static func offEarth(_ row: PlaceRow) -> Finding {
    let position = row.value.position
    let isSwapped = abs(position.latitude) <= 180 && abs(position.longitude) <= 90
    return Finding(
      "impossible-position", .error, row,
      "'\(row.value.id)' is at latitude \(position.latitude), longitude \(position.longitude)",
      remedy: isSwapped
        ? "swap them, if they are the wrong way round: latitude is within 90 degrees, longitude within 180"
        : "write degrees: latitude within 90, longitude within 180")
  }

  static func nullIsland(_ row: PlaceRow) -> Finding {
    Finding(
      "impossible-position", .error, row, "'\(row.value.id)' is at latitude 0, longitude 0",
      remedy: "write where it is, or remove the row: 0, 0 is what missing coordinates turn into")
  }

  static func invertedExtent(_ row: PlaceRow, _ box: BoundingBox) -> Finding {
    let isWide = box.west > box.east
    return Finding(
      "inverted-extent", .error, row,
      isWide
        ? "the extent of '\(row.value.id)' has its west, \(box.west), east of its east, \(box.east)"
        : "the extent of '\(row.value.id)' has its south, \(box.south), north of its north, \(box.north)",
      remedy: "swap the two; an extent cannot cross the 180th meridian")
  }

  static func orphanParent(_ row: PlaceRow, _ id: String, near: String?) -> Finding {
    Finding(
      "orphan-parent", .error, row, "the parent '\(id)' of '\(row.value.id)' is not in the tables",
      remedy: near.map { "write '\($0)', if that is meant" }
        ?? "add a row for it, or leave the parent empty")
  }

  static func parentLoop(_ row: PlaceRow, ids: [String]) -> Finding {
    Finding(
      "parent-loop", .error, row,
      ids.count == 2
        ? "'\(row.value.id)' is its own parent"
        : "places contain each other: \(ids.map { "'\($0)'" }.joined(separator: " in "))",
      remedy: "correct the parent of one of them")
  }

  static func outsideBox(_ row: PlaceRow, _ parent: Place, _ box: BoundingBox) -> Finding {
    let position = row.value.position
    return Finding(
      "outside-parent", .warning, row,
      "'\(row.value.id)' at \(position.latitude), \(position.longitude) is outside its parent '\(parent.id)', "
        + "latitude \(box.south) to \(box.north), longitude \(box.west) to \(box.east)",
      remedy: "correct the position, the parent, or the parent's extent")
  }

  static func outsideCircle(
    _ row: PlaceRow, _ parent: Place, _ radius: Double, _ distance: Double
  ) -> Finding {
    Finding(
      "outside-parent", .warning, row,
      "'\(row.value.id)' is \(oneDecimal(distance)) km from its parent '\(parent.id)', whose radius is "
        + "\(oneDecimal(radius)) km",
      remedy: "correct the position, the parent, or the parent's radius")
  }

  static func duplicatePlace(_ row: PlaceRow, _ first: PlaceRow, _ distance: Double) -> Finding {
    Finding(
      "duplicate-place", .note, row,
      "'\(row.value.id)' is \(oneDecimal(distance)) km from '\(first.value.id)' "
        + "\(whereabouts(first.file, first.line, from: row.file)), of the same name and class",
      remedy: "keep one of them, if they are the same place")
  }

  static func orphanName(_ row: GazetteerTable.Row<PlaceName>, near: String?) -> Finding {
    Finding(
      code: "orphan-name",
      message: "the name '\(row.value.text)' belongs to '\(row.value.placeID)', "
        + "which is not in the tables",
      remedy: near.map { "write '\($0)', if that is meant" }
        ?? "add a row for the place, or remove the name",
      file: row.file, line: row.line)
  }

  static func duplicateName(
    _ row: GazetteerTable.Row<PlaceName>, first: GazetteerTable.Row<PlaceName>
  ) -> Finding {
    Finding(
      code: "duplicate-name", severity: .note,
      message: "the name '\(row.value.text)' of '\(row.value.placeID)' is also "
        + whereabouts(first.file, first.line, from: row.file),
      remedy: "remove one of the two rows", file: row.file, line: row.line)
  }

  private static func whereabouts(_ file: String, _ line: Int, from here: String) -> String {
    file == here ? "on line \(line)" : "in \(file), line \(line)"
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e15 else { return "\(value)" }
    return "\(Int(tenths) / 10).\(abs(Int(tenths) % 10))"
  }
}
