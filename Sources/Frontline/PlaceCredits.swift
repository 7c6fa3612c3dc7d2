internal import FrontlineGazetteer

extension LoadedTheatre {
  /// Whom to thank for the places, where their licence asks for it; nil if nobody.
  var placeCredits: String? {
    let sources = Set(mapGazetteer.places.lazy.map(\.source))
    let named = [
      "GeoNames": "GeoNames (CC BY 4.0)", "geoBoundaries": "geoBoundaries (CC BY 4.0)",
      "Natural Earth": "Natural Earth (public domain)",
      "OpenStreetMap": "OpenStreetMap contributors (ODbL)",
    ].sorted { $0.key < $1.key }.filter { name in sources.contains { $0.contains(name.key) } }
    return named.isEmpty ? nil : named.map(\.value).joined(separator: ", ")
  }
}
