import FrontlineGeometry
import FrontlineReports

/// The countries of the world, their capitals and the cities that reports often name: `Gazetteer/world`,
/// compiled in, so that "Moscow" and "Pakistan" are places in every theatre.
public enum WorldPlaces {
  /// The rows that a theatre's own tables do not have: their places come first, by id, and by name and class
  /// within 100 km; a country by its code.
  ///
  /// - Throws: ``GazetteerError`` only where the compiled tables are broken, which a test rules out.
  public static func table(besides own: GazetteerTable) throws -> GazetteerTable {
    let (world, _) = try GazetteerTable.read(
      places: String(decoding: PackageResources.world_places_tsv, as: UTF8.self),
      placesFile: "world/places.tsv",
      names: String(decoding: PackageResources.world_names_tsv, as: UTF8.self),
      namesFile: "world/names.tsv")
    let known = Known(own)
    let places = world.places.filter { !known.has($0.value) }
    let kept = Set(places.map(\.value.id))
    return GazetteerTable(
      places: places, names: world.names.filter { kept.contains($0.value.placeID) })
  }

  /// What a theatre's own tables name.
  private struct Known {
    let ids: Set<String>
    let countries: Set<String>
    let byName: [String: [Place]]

    init(_ own: GazetteerTable) {
      let places = own.places.map(\.value)
      ids = Set(places.map(\.id))
      countries = Set(places.filter { $0.featureCode == "PCLI" }.map(\.country))
      let byID = Dictionary(places.map { ($0.id, $0) }) { first, _ in first }
      var byName: [String: [Place]] = [:]
      for place in places { byName[NameKey.fold(place.name), default: []].append(place) }
      for name in own.names.map(\.value) {
        if let place = byID[name.placeID] {
          byName[NameKey.fold(name.text), default: []].append(place)
        }
      }
      self.byName = byName
    }

    func has(_ place: Place) -> Bool {
      if ids.contains(place.id) { return true }
      if place.featureCode == "PCLI" { return countries.contains(place.country) }
      return (byName[NameKey.fold(place.name)] ?? []).contains {
        $0.featureClass == place.featureClass
          && greatCircleDistance(from: $0.position, to: place.position) < 100_000
      }
    }
  }
}
