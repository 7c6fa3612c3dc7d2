import FrontlineGeometry

extension GazetteerTable {
  /// The rows as the text of `places.tsv` and `names.tsv`, in their order.
  ///
  /// Tabs and line breaks inside a value become blanks. `population` is a column only if a place has one.
  public func written() -> (places: String, names: String) {
    let hasPeople = places.contains { $0.value.population != nil }
    let people = hasPeople ? ["population"] : []
    var placesText = Self.line(
      [
        "id", "name", "feature_class", "feature_code", "country", "admin1", "admin2", "parent",
        "latitude", "longitude", "radius_km", "west", "south", "east", "north",
      ] + people + ["source", "confidence", "note"])
    for row in places { placesText += Self.line(Self.cells(of: row.value, hasPeople)) }
    var namesText = Self.line(["place_id", "name", "language", "script", "kind"])
    for name in names.lazy.map(\.value) {
      namesText += Self.line([
        name.placeID, name.text, name.language, name.script, name.kind.rawValue,
      ])
    }
    return (placesText, namesText)
  }

  private static func cells(of place: Place, _ hasPeople: Bool) -> [String] {
    let box = place.extent
    return [
      place.id, place.name, place.featureClass, place.featureCode, place.country, place.admin1,
      place.admin2, place.parent ?? "", number(place.position.latitude),
      number(place.position.longitude),
      number(place.radiusKilometres), number(box?.west), number(box?.south), number(box?.east),
      number(box?.north),
    ] + (hasPeople ? [place.population.map { "\($0)" } ?? ""] : [])
      + [place.source, place.confidence.rawValue, place.note]
  }

  /// As short as it is exact; no power of ten, which the tables do not have.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return abs(value) < 1e-4 || abs(value) >= 1e15 ? "0" : "\(value)"
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.utf8.contains { $0 < 0x20 }
        ? String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : cell
    }.joined(separator: "\t") + "\n"
  }
}
