import FrontlineGeometry

/// The places of tables that a row of a dump may be the same as.
struct TableTwins {
  /// The tables' countries by ISO code: id and name.
  private(set) var countries: [String: (id: String, name: String)] = [:]
  private var byGeoName: [Int: String] = [:]
  /// First-order units by country and folded name without type word.
  private var firstUnits: [String: String] = [:]
  private var settlements: [String: [Place]] = [:]
  private var texts: [String: Set<String>] = [:]

  /// Settlements of one name this near, in km, are one place: what two sources say of a town may differ by
  /// as much as it is wide.
  static let distance = 3.0

  init(_ tables: [GazetteerTable]) {
    var kindOf: [String: Place] = [:]
    for place in tables.lazy.flatMap({ $0.places }).map(\.value) {
      kindOf[place.id] = place
      if let id = Self.geoNameID(in: place.source) { byGeoName[id] = byGeoName[id] ?? place.id }
      if place.featureClass == "A", place.featureCode.hasPrefix("PCL"),
        countries[place.country] == nil
      {
        countries[place.country] = (place.id, place.name)
      }
      note(place.name, of: place)
    }
    for name in tables.lazy.flatMap({ $0.names }).map(\.value) {
      texts[name.placeID, default: []].insert(name.text)
      if let place = kindOf[name.placeID] { note(name.text, of: place) }
    }
  }

  private mutating func note(_ name: String, of place: Place) {
    if place.featureCode == "ADM1" {
      let key = "\(place.country) \(Self.bareKey(name))"
      firstUnits[key] = firstUnits[key] ?? place.id
    } else if place.featureClass == "P" {
      settlements[NameKey.fold(name), default: []].append(place)
    }
  }

  /// The table's place that a row of a dump stands for; nil if there is none.
  func id(of entry: GeoNamesDump.Entry) -> String? {
    if let id = byGeoName[entry.id] { return id }
    let place = entry.place
    if entry.isCountry { return countries[place.country]?.id }
    if place.featureCode == "ADM1" {
      return entry.names.lazy.compactMap {
        firstUnits["\(place.country) \(Self.bareKey($0.text))"]
      }.first
    }
    guard place.featureClass == "P", !settlements.isEmpty else { return nil }
    return entry.names.lazy.flatMap { settlements[NameKey.fold($0.text)] ?? [] }.first {
      greatCircleDistance(from: $0.position, to: place.position) <= Self.distance * 1000
    }?.id
  }

  /// Whether a table's place has this name already.
  func has(_ name: String, of id: String) -> Bool { texts[id]?.contains(name) ?? false }

  func id(ofGeoName id: Int) -> String? { byGeoName[id] }

  func firstUnit(named name: String, id: Int, country: String) -> String? {
    byGeoName[id] ?? firstUnits["\(country) \(Self.bareKey(name))"]
  }

  private static func bareKey(_ name: String) -> String {
    TypeWord.split(name)?.name ?? NameKey.fold(name)
  }

  /// The number in `GeoNames:1147745`.
  private static func geoNameID(in source: String) -> Int? {
    guard let range = source.firstRange(of: "GeoNames:") else { return nil }
    return Int(source[range.upperBound...].prefix { $0.isASCII && $0.isNumber })
  }
}
