import FrontlineGeometry
import FrontlineReports

/// Gives the rows of dumps their parents, and makes the units that only codes name.
struct GeoNamesLinker {
  private let dump: GeoNamesDump
  private let codes: GeoNamesCodes
  private let twins: TableTwins
  private(set) var findings: [Finding] = []
  /// The id of the unit of each code: `AF`, `AF.42`, `AF.42.4201`, and its name.
  private var units: [String: (id: String, name: String)] = [:]
  /// The settlement with the most people of each code, as an index of the dump.
  private var largest: [String: Int] = [:]
  private var places: [GazetteerTable.Row<Place>] = []
  private var names: [GazetteerTable.Row<PlaceName>] = []

  init(dump: GeoNamesDump, codes: GeoNamesCodes, tables: [GazetteerTable]) {
    self.dump = dump
    self.codes = codes
    twins = TableTwins(tables)
  }

  /// One table of all that is not in the tables already, units first.
  mutating func table() -> GazetteerTable {
    let twinOf = dump.entries.map { twins.id(of: $0) }
    noteUnits(twinOf)
    let spreads = self.spreads()
    noteLargest()
    makeUnits(spreads)
    places.reserveCapacity(dump.entries.count + places.count)
    names.reserveCapacity(dump.entries.count * 6)
    for (entry, twin) in zip(dump.entries, twinOf) { add(entry, twin, spreads) }
    return GazetteerTable(places: places, names: names)
  }

  // MARK: Units

  /// The units that a row or a table already stands for.
  private mutating func noteUnits(_ twinOf: [String?]) {
    for (code, place) in twins.countries { units[code] = place }
    for (entry, twin) in zip(dump.entries, twinOf) where entry.place.featureClass == "A" {
      guard let code = Self.code(of: entry) else { continue }
      units[code] = (twin ?? entry.place.id, entry.place.name)
    }
  }

  private static func code(of unit: GeoNamesDump.Entry) -> String? {
    switch unit.place.featureCode {
    case "ADM1": unit.firstCode
    case "ADM2": unit.secondCode
    case let code where code.hasPrefix("PCL"): unit.place.country
    default: nil
    }
  }

  /// Where the places of each code lie: the settlements and, where there are none, all that is no unit.
  private func spreads() -> [String: Spread] {
    let settled = spreads { $0.featureClass == "P" }
    let others = spreads { $0.featureClass != "P" && $0.featureClass != "A" }
    return settled.merging(others) { settled, _ in settled }
  }

  private func spreads(of counts: (Place) -> Bool) -> [String: Spread] {
    var spreads: [String: Spread] = [:]
    for entry in dump.entries where counts(entry.place) {
      for code in [entry.place.country, entry.firstCode, entry.secondCode] {
        guard let code, !code.isEmpty else { continue }
        spreads[code, default: Spread()].add(entry.place.position)
      }
    }
    return spreads
  }

  private mutating func noteLargest() {
    for (index, entry) in dump.entries.enumerated() {
      guard let population = entry.place.population, entry.place.featureClass == "P" else {
        continue
      }
      for case .some(let code) in [entry.firstCode, entry.secondCode] {
        if let known = largest[code], (dump.entries[known].place.population ?? 0) >= population {
          continue
        }
        largest[code] = index
      }
    }
  }

  /// A unit is also called by the names of the town it is named after: its largest, if the two names begin
  /// alike ("Kharkivs'ka Oblast'": Kharkiv, Kharkov). Else an adjective gives its stem ("Volyns'ka": Volyn).
  private func townNames(of unit: String, code: String) -> [GeoNamesNames.Name] {
    let key = NameKey.fold(unit)
    if let index = largest[code] {
      let town = NameKey.fold(dump.entries[index].place.name)
      let shared = zip(key.utf8, town.utf8).prefix { $0 == $1 }.count
      if shared >= min(4, max(3, town.utf8.count - 1)) { return dump.entries[index].names }
    }
    return UnitNames.stem(unit).map { [.init(text: $0, script: "Latn", isAbbreviation: false)] }
      ?? []
  }

  private mutating func makeUnits(_ spreads: [String: Spread]) {
    for (code, unit) in codes.countries.sorted(by: { $0.key < $1.key }) where units[code] == nil {
      guard let spread = spreads[code] else { continue }
      make(unit, code: code, "PCLI", parent: nil, spread)
    }
    var nameless = 0
    for code in spreads.keys.sorted() where units[code] == nil {
      let parts = code.split(separator: ".")
      guard let spread = spreads[code], parts.count == 2 else { continue }
      if let unit = codes.first[code] {
        if let known = twins.firstUnit(named: unit.name, id: unit.id, country: String(parts[0])) {
          units[code] = (known, unit.name)
        } else {
          make(unit, code: code, "ADM1", parent: units[String(parts[0])]?.id, spread)
        }
      } else {
        nameless += 1
      }
    }
    for code in spreads.keys.sorted() where units[code] == nil {
      let parts = code.split(separator: ".")
      guard let spread = spreads[code], parts.count == 3, let unit = codes.second[code] else {
        continue
      }
      let first = parts[..<2].joined(separator: ".")
      if let known = twins.id(ofGeoName: unit.id) {
        units[code] = (known, unit.name)
      } else {
        let parent = units[first]?.id ?? units[String(parts[0])]?.id
        make(unit, code: code, "ADM2", parent: parent, spread)
      }
    }
    if nameless > 0 { findings.append(.namelessUnits(nameless, file: dump.files.first)) }
  }

  private mutating func make(
    _ unit: GeoNamesCodes.Unit, code: String, _ featureCode: String, parent: String?,
    _ spread: Spread
  ) {
    guard let centre = spread.centroid else { return }
    let parts = code.split(separator: ".").map(String.init)
    let count = spread.positions.count
    let first = parts.count == 3 ? units[parts[..<2].joined(separator: ".")]?.name ?? "" : ""
    let place = Place(
      id: "gn:\(unit.id)", name: unit.name, featureClass: "A", featureCode: featureCode,
      country: parts[0], admin1: parts.count == 2 ? unit.name : first,
      admin2: parts.count == 3 ? unit.name : "", parent: parent, position: centre,
      radiusKilometres: spread.radius(atLeast: 5),
      source: "GeoNames:\(unit.id); middle of its \(count) \(count == 1 ? "place" : "places")",
      confidence: .c)
    units[code] = (place.id, unit.name)
    places.append(.init(place, file: unit.file, line: unit.line))
    addUnitNames(
      [unit.name, unit.asciiName].map { .init(text: $0, script: "Latn", isAbbreviation: false) },
      of: place.id, code: code, unit.file, unit.line)
  }

  /// The names of a unit, each once, with what else it is called.
  private mutating func addUnitNames(
    _ names: [GeoNamesNames.Name], of id: String, code: String?, _ file: String, _ line: Int
  ) {
    let own = names.first?.text ?? ""
    let variants = names.flatMap { UnitNames.variants($0.text) }.map {
      GeoNamesNames.Name(text: $0, script: "Latn", isAbbreviation: false)
    }
    let towns = code.map { townNames(of: own, code: $0) } ?? []
    var seen: Set<String> = []
    for name in names + variants + towns where seen.insert(name.text).inserted {
      addName(name, of: id, isOwn: name.text == own, file, line)
    }
  }

  // MARK: Places

  private mutating func add(
    _ entry: GeoNamesDump.Entry, _ twin: String?, _ spreads: [String: Spread]
  ) {
    let file = dump.files[entry.file]
    let id = twin ?? entry.place.id
    if twin == nil {
      places.append(.init(linked(entry, spreads), file: file, line: entry.line))
    }
    if entry.place.featureClass == "A" {
      let code = twin == nil && !entry.isCountry ? Self.code(of: entry) : nil
      return addUnitNames(entry.names, of: id, code: code, file, entry.line)
    }
    for (index, name) in entry.names.enumerated() {
      addName(name, of: id, isOwn: index == 0 && twin == nil, file, entry.line)
    }
  }

  private func linked(_ entry: GeoNamesDump.Entry, _ spreads: [String: Spread]) -> Place {
    var place = entry.place
    let country = units[place.country]
    let first = entry.firstCode.flatMap { units[$0] }
    let second = entry.secondCode.flatMap { units[$0] }
    place.admin1 = first?.name ?? ""
    place.admin2 = second?.name ?? ""
    let chain = [second, first, country].compactMap { $0?.id }
    switch place.featureCode {
    case let code where entry.isCountry && code.hasPrefix("PCL"): place.parent = nil
    case "ADM1": place.parent = country?.id
    case "ADM2": place.parent = first?.id ?? country?.id
    default: place.parent = chain.first
    }
    if place.parent == place.id { place.parent = chain.first { $0 != place.id } }
    if place.featureClass == "A", let code = Self.code(of: entry), let spread = spreads[code],
      spread.positions.count >= 3
    {
      place.radiusKilometres = spread.radius(atLeast: 5)
    }
    return place
  }

  private mutating func addName(
    _ name: GeoNamesNames.Name, of id: String, isOwn: Bool, _ file: String, _ line: Int
  ) {
    if twins.has(name.text, of: id) { return }
    let kind: PlaceName.Kind = isOwn ? .official : name.isAbbreviation ? .abbreviation : .variant
    names.append(
      .init(
        PlaceName(placeID: id, text: name.text, script: name.script, kind: kind), file: file,
        line: line))
  }
}

/// Other ways to write the name of a unit.
enum UnitNames {
  /// Without its type word ("Sidama Region": Sidama), and with the compass point in its other form
  /// ("Northern Darfur": North Darfur).
  static func variants(_ name: String) -> [String] {
    let words = name.split(separator: " ")
    var found: [String] = []
    if words.count > 1, let last = words.last, TypeWordUse(NameKey.fold(last)) != nil {
      found.append(words.dropLast().joined(separator: " "))
    }
    if words.count > 1, let other = compass[String(words[0])] {
      found.append(([other] + words.dropFirst().map(String.init)).joined(separator: " "))
    }
    return found
  }

  /// The stem of a Slavic adjective of place before its type word: "Volyns'ka Oblast'" gives Volyn.
  static func stem(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count == 2, TypeWordUse(NameKey.fold(words[1])) != nil else { return nil }
    let key = NameKey.fold(words[0])
    for ending in ["skaya", "skaia", "skyi", "ska"] where key.hasSuffix(ending) {
      let count = key.utf8.count - ending.utf8.count
      let letters = words[0].prefix(count)
      return count >= 4 && NameKey.fold(letters).utf8.count == count ? String(letters) : nil
    }
    return nil
  }

  private static let compass = [
    "Northern": "North", "Southern": "South", "Eastern": "East", "Western": "West",
    "North": "Northern", "South": "Southern", "East": "Eastern", "West": "Western",
  ]
}

extension Finding {
  fileprivate static func namelessUnits(_ count: Int, file: String?) -> Finding {
    Finding(
      code: "unnamed-units", severity: .note,
      message: "\(count) first-order units have a code but no name",
      remedy:
        "add GeoNames' admin1CodesASCII.txt to 'gazetteers', so that \"X in Y province\" is understood",
      file: file)
  }
}
