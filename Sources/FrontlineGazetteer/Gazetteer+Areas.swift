import FrontlineGeometry

extension Place {
  /// How far up a list the class of a place belongs when nothing else decides: country, ADM1 to ADM5, capital,
  /// seats of units, other settlements, relief, water, areas, roads, spots; the least first.
  public var classRank: Int {
    switch (featureClass, featureCode) {
    case ("A", let code) where code.hasPrefix("PCL"): 0
    case ("A", "ADM1"): 1
    case ("A", "ADM2"): 2
    case ("A", "ADM3"): 3
    case ("A", "ADM4"): 4
    case ("A", _): 5
    case ("P", "PPLC"): 6
    case ("P", "PPLA"): 7
    case ("P", "PPLA2"): 8
    case ("P", let code) where code.hasPrefix("PPLA"): 9
    case ("P", _): 10
    case ("T", _): 11
    case ("H", _): 12
    case ("L", _): 13
    case ("V", _): 14
    case ("R", _): 15
    case ("S", _): 16
    default: 17
    }
  }

  /// What the place is, in words and with an article, by the class of its code: "a settlement", "a pass".
  public var kindInWords: String {
    switch (featureClass, featureCode) {
    case ("A", let code) where code.hasPrefix("PCL"): "a country"
    case ("A", "ADM1"): "a first-order unit"
    case ("A", "ADM2"): "a second-order unit"
    case ("A", _): "an administrative unit"
    case ("P", _): "a settlement"
    case ("T", "PASS"), ("T", "GAP"): "a pass"
    case ("T", "VAL"), ("T", "VALS"), ("T", "GRGE"): "a valley"
    case ("T", _): "a relief feature"
    case ("H", _): "a water feature"
    case ("L", _), ("V", _): "an area"
    case ("R", _): "a road"
    default: "a site"
    }
  }
}

extension Gazetteer {
  /// The place and the units it is in, for a person: "Bazarun, Varosh, Norland".
  ///
  /// Administrative units only. A unit named like the settlement or the unit inside it, but for a type word,
  /// is passed over (a town in the district of its name). Where no chain of parents leads up, the row's own
  /// `admin2` and `admin1` are used.
  public func adminPath(of place: Place) -> String {
    var units = ancestors(of: place).filter { $0.isAdministrativeUnit }.map { $0.name }
    if units.isEmpty { units = [place.admin2, place.admin1].filter { !$0.isEmpty } }
    var path = [place.name]
    let isNamedLikeUnits = place.featureClass == "A" || place.featureClass == "P"
    var keys: Set<String> = isNamedLikeUnits ? [Gazetteer.bareKey(place.name)] : []
    for unit in units where keys.insert(Gazetteer.bareKey(unit)).inserted {
      path.append(unit)
    }
    return path.joined(separator: ", ")
  }

  private static func bareKey(_ name: String) -> String {
    TypeWord.split(name)?.name ?? NameKey.fold(name)
  }

  /// The places inside an area, in table order, without the area itself.
  ///
  /// - An administrative unit has all that come down from it by `parent`, at any depth.
  /// - Another area (class T, H, L or V, with a radius; passes and peaks are points) has those too, and the
  ///   places within its radius that are in the same parent as it is, at any depth: a valley ends where its
  ///   province does. An area without a parent has all places within its radius.
  /// - Anything else has none but those that name it as their parent.
  public func members(of id: String) -> [Place] {
    guard let area = place(id: id) else { return [] }
    var inside = descendants(of: id)
    if let radius = area.reach {
      let units = area.parent.map { descendants(of: $0) }
      for (index, place) in places.enumerated() where units?.contains(index) ?? true {
        if greatCircleDistance(from: area.position, to: place.position) <= radius * 1000 {
          inside.insert(index)
        }
      }
    }
    return inside.sorted().map { places[$0] }.filter { $0.id != id }
  }

  /// Indices of the places that come down from a place by `parent`; a loop ends where it closes.
  private func descendants(of id: String) -> Set<Int> {
    var found: Set<Int> = []
    var open = [id]
    while let next = open.popLast() {
      for index in childrenByID[next] ?? [] where found.insert(index).inserted {
        open.append(places[index].id)
      }
    }
    return found
  }
}

extension Place {
  /// The radius in km within which an area without a border has places; nil for all other places.
  fileprivate var reach: Double? {
    guard ["T", "H", "L", "V"].contains(featureClass),
      !["PASS", "GAP", "PK", "HLL"].contains(featureCode)
    else { return nil }
    return radiusKilometres
  }
}
