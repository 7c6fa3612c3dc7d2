/// The gazetteer's own entries for edges of places: "Kel Valley entrance". Built once.
public struct EdgeNames: Sendable {
  private let gazetteer: Gazetteer
  /// Index of the first name with each folded spelling that ends in a word for an edge.
  private let names: [String: Int]

  /// - Parameter words: Folded words for edges, singular and plural.
  public init(_ gazetteer: Gazetteer, words: [String]) {
    self.gazetteer = gazetteer
    let endings = words.map { " " + $0 }
    var names: [String: Int] = [:]
    for (index, name) in gazetteer.names.enumerated() {
      let folded = NameKey.fold(name.text)
      guard endings.contains(where: folded.hasSuffix) else { continue }
      if names[folded] == nil { names[folded] = index }
    }
    self.names = names
  }

  /// The entry named `<place> <edge>`, the edge as written or in the singular; nil if the tables have none.
  public func entry(for edge: String, of place: Place) -> Place? {
    guard !names.isEmpty else { return nil }
    let singular = edge.hasSuffix("s") && !edge.hasSuffix("ss") ? String(edge.dropLast()) : edge
    let spellings = [edge, singular].map { NameKey.fold("\(place.name) \($0)") }
    let first = spellings.compactMap { names[$0] }.min()
    return first.flatMap { gazetteer.place(id: gazetteer.names[$0].placeID) }
  }
}
