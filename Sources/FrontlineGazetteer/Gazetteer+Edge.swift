extension Gazetteer {
  /// The place's own entry for one of its edges, named `<place> <edge>` ("Panjshir Valley
  /// entrance") and inside the same unit; nil if the tables have none.
  public func edge(_ word: String, of place: Place) -> Place? {
    let wanted = NameKey.fold("\(place.name) \(word)")
    let match = names.first { name in
      NameKey.fold(name.text) == wanted
    }
    return match.flatMap { self.place(id: $0.placeID) }
  }
}
