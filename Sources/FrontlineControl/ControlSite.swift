public import FrontlineGazetteer
public import FrontlineGeometry

/// A point of the theatre whose control is asked for, with the areas that contain it.
public struct ControlSite: Hashable, Sendable {
  /// How near a statement about an area is to a place in it.
  public enum Level: Int, Hashable, Sendable, Comparable {
    case place, district, province, country

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  public struct Area: Hashable, Sendable {
    public var id: String
    public var level: Level

    public init(id: String, level: Level) {
      self.id = id
      self.level = level
    }
  }

  public var placeID: String
  public var name: String
  public var position: Position
  /// The place itself first, then what contains it, nearest first.
  public var areas: [Area]

  public init(placeID: String, name: String, position: Position, areas: [Area]) {
    self.placeID = placeID
    self.name = name
    self.position = position
    self.areas = areas
  }

  /// The sites of a theatre: its settlements, passes and other points inside the box, and each unit of
  /// `claimed` without any such point, which then stands for itself.
  ///
  /// A valley, a region and the like contain the places within their radius that share their unit; one
  /// without a unit contains all within its radius.
  /// - Parameters:
  ///   - claimed: Ids of the places that claims are about.
  ///   - outlines: By id of an area, its polygons: who lies in it is decided by these.
  /// - Returns: Sorted by place id.
  public static func sites(
    of gazetteer: Gazetteer, box: BoundingBox, claimed: Set<String>,
    outlines: [String: [Polygon]] = [:]
  ) -> [ControlSite] {
    let naturalAreas = gazetteer.places.filter(isNaturalArea)
    let points = gazetteer.places.filter { isPoint($0) && box.contains($0.position) }
    var sites = points.map { site($0, gazetteer, naturalAreas) }
    let covered = Set(sites.flatMap { $0.areas.map(\.id) })
    for id in claimed.subtracting(covered) {
      guard let place = gazetteer.place(id: id), box.contains(place.position) else { continue }
      sites.append(site(place, gazetteer, naturalAreas))
    }
    return sites.map { $0.within(outlines, gazetteer) }.sorted { $0.placeID < $1.placeID }
  }

  private static func site(
    _ place: Place, _ gazetteer: Gazetteer, _ naturalAreas: [Place]
  ) -> ControlSite {
    let units = gazetteer.ancestors(of: place)
    let unitIDs = Set(units.map(\.id))
    var areas = [Area(id: place.id, level: .place)]
    areas += units.map { Area(id: $0.id, level: level(of: $0)) }
    for area in naturalAreas where area.id != place.id {
      guard area.parent.map(unitIDs.contains) ?? true, let radius = area.radiusKilometres,
        greatCircleDistance(from: place.position, to: area.position) <= radius * 1000
      else { continue }
      areas.append(Area(id: area.id, level: radius > 15 ? .province : .district))
    }
    areas.sort { $0.level == $1.level ? $0.id < $1.id : $0.level < $1.level }
    return ControlSite(
      placeID: place.id, name: place.name, position: place.position, areas: areas)
  }

  /// The site with the areas whose outlines hold it, and without those whose outlines do not.
  private func within(_ outlines: [String: [Polygon]], _ gazetteer: Gazetteer) -> ControlSite {
    guard !outlines.isEmpty else { return self }
    var site = self
    site.areas = areas.filter { area in
      area.level == .place
        || outlines[area.id].map { $0.contains { $0.contains(position) } } ?? true
    }
    let known = Set(site.areas.map(\.id))
    for (id, polygons) in outlines.sorted(by: { $0.key < $1.key })
    where !known.contains(id) && polygons.contains(where: { $0.contains(position) }) {
      let level = gazetteer.place(id: id).map(ControlSite.level(of:)) ?? .district
      site.areas.append(Area(id: id, level: level))
    }
    site.areas.sort { $0.level == $1.level ? $0.id < $1.id : $0.level < $1.level }
    return site
  }

  private static func level(of unit: Place) -> Level {
    switch unit.featureCode {
    case "ADM1": .province
    case "PCLI", "PCL", "TERR": .country
    default: .district
    }
  }

  private static func isPoint(_ place: Place) -> Bool {
    switch place.featureClass {
    case "P", "S": true
    case "T", "H": !isNaturalArea(place)
    default: false
    }
  }

  private static func isNaturalArea(_ place: Place) -> Bool {
    switch place.featureClass {
    case "L", "V": true
    case "T", "H":
      ["VAL", "VALS", "MTS", "PLN", "PLAT", "DSRT", "RGN", "STM", "LK", "SEA"].contains(
        place.featureCode)
    default: false
    }
  }
}
