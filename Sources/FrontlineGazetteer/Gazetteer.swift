/// The list of known places and every spelling of their names.
public struct Gazetteer: Sendable {
  /// In the order of the tables they were read from.
  public let places: [Place]
  /// In the order of the tables; a place's own `name` is always among them.
  public let names: [PlaceName]
  let indexByID: [String: Int]
  let childrenByID: [String: [Int]]

  public init(places: [Place], names: [PlaceName]) {
    self.places = places
    var indexByID: [String: Int] = [:]
    var childrenByID: [String: [Int]] = [:]
    for (index, place) in places.enumerated() {
      if indexByID[place.id] == nil { indexByID[place.id] = index }
      if let parent = place.parent { childrenByID[parent, default: []].append(index) }
    }
    self.indexByID = indexByID
    self.childrenByID = childrenByID
    var isNamed = [Bool](repeating: false, count: places.count)
    for name in names {
      if let index = indexByID[name.placeID], places[index].name == name.text {
        isNamed[index] = true
      }
    }
    let missing = places.indices.filter { !isNamed[indexByID[places[$0].id] ?? $0] }
    self.names =
      missing.map {
        PlaceName(placeID: places[$0].id, text: places[$0].name, kind: .official)
      } + names
  }

  public func place(id: String) -> Place? {
    indexByID[id].map { places[$0] }
  }

  /// The places directly inside a place, in table order.
  public func children(of id: String) -> [Place] {
    (childrenByID[id] ?? []).map { places[$0] }
  }

  /// The place's containing units, nearest first. Stops at a loop or a parent that does not exist.
  public func ancestors(of place: Place) -> [Place] {
    var found: [Place] = []
    var seen: Set<String> = [place.id]
    var next = place.parent
    while let id = next, !seen.contains(id), let parent = self.place(id: id) {
      seen.insert(id)
      found.append(parent)
      next = parent.parent
    }
    return found
  }
}
