/// The list of known places and every spelling of their names.
public struct Gazetteer: Sendable {
  /// In the order of the tables they were read from.
  public let places: [Place]
  /// In the order of the tables; a place's own `name` is always among them.
  public let names: [PlaceName]
  let indexByID: [String: Int]
  let childrenByID: [String: [Int]]
  /// The first name with each folded spelling.
  let firstNameByFold: [String: Int]

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
    let named = Set(names.map { $0.placeID + "\u{0}" + $0.text })
    let missing = places.filter { !named.contains($0.id + "\u{0}" + $0.name) }
    self.names =
      missing.map { PlaceName(placeID: $0.id, text: $0.name, kind: .official) } + names
    firstNameByFold = Dictionary(
      self.names.enumerated().map { (NameKey.fold($0.element.text), $0.offset) }
    ) { first, _ in first }
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
