extension Gazetteer {
  /// The place's own entry for one of its edges, named `<place> <edge>` ("Kel Valley
  /// entrance") and inside the same unit; nil if the tables have none.
  public func edge(_ word: String, of place: Place) -> Place? {
    let singular = word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    let wanted = [NameKey.fold("\(place.name) \(word)"), NameKey.fold("\(place.name) \(singular)")]
    let match = wanted.compactMap { firstNameByFold[$0] }.min()
    return match.flatMap { self.place(id: names[$0].placeID) }
  }
}
