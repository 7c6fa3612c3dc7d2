internal import FrontlineGeometry
internal import FrontlineReports

/// The map that others are measured against: who held what on some days, and where a line can be.
public struct TrueMap: Sendable {
  public let path: String
  /// Areas of the kind control.
  let control: [MapFeature]
  /// Nil if a line can be anywhere.
  let theatre: [Polygon]?

  /// - Parameters:
  ///   - path: A file as ``MapFile`` reads it, with features of the kind `control` and perhaps
  ///     `theatre`.
  ///   - theatre: A file whose areas are the theatre, whatever the truth says.
  /// - Throws: `FileError` or ``MapFileError``.
  public init(_ path: String, theatre: String? = nil) throws {
    let features = try MapFile.features(path)
    let outline = try theatre.map { try MapFile.features($0) } ?? features.of(.theatre)
    if let theatre, outline.polygons.isEmpty { throw MapFileError.noTheatre(in: theatre) }
    try self.init(features, theatre: outline.polygons, path: path)
  }

  init(_ features: [MapFeature], theatre: [Polygon], path: String) throws {
    self.path = path
    self.theatre = theatre.isEmpty ? nil : theatre
    control = features.of(.control)
    guard !control.polygons.isEmpty else { throw MapFileError.noTruth(in: path) }
  }

  /// The parties that hold something, sorted.
  public var parties: [String] {
    Set(
      control.compactMap { feature in
        if case .party(let party) = feature.holder { party } else { nil }
      }
    ).sorted()
  }

  /// The days with an area of a party; one nil if its areas have no date.
  func days(of party: String) -> [Day?] {
    let days = Set(areas(of: party).compactMap(\.day)).sorted()
    return days.isEmpty ? [nil] : days
  }

  func areas(of party: String, on day: Day? = nil) -> [MapFeature] {
    control.of(.control, on: day).filter { $0.isHeld(by: party) }
  }

  /// The plane that touches the Earth amid the party's areas of all days; nil if it has none.
  func plane(of party: String) -> EqualAreaPlane? {
    BoundingBox(areas(of: party).polygons.flatMap(\.exterior.positions))
      .map(EqualAreaPlane.init(of:))
  }
}

extension MapFileError {
  static func noTruth(in file: String) -> MapFileError {
    MapFileError(
      file: file, problem: "there is no area with the kind 'control' to measure against",
      remedy: "give the true areas as polygons with kind 'control', 'party' and 'date'")
  }

  static func noTheatre(in file: String) -> MapFileError {
    MapFileError(
      file: file, problem: "there is no polygon, so no theatre",
      remedy: "give the land where a line can be as a polygon")
  }

  static func noParty(_ party: String, of parties: [String], in file: String) -> MapFileError {
    MapFileError(
      file: file, problem: "the party '\(party)' holds nothing here",
      remedy: parties.isEmpty
        ? "give the areas their 'party'" : "give --party one of: \(parties.joined(separator: ", "))"
    )
  }

  static func whichParty(in file: String) -> MapFileError {
    MapFileError(
      file: file, problem: "the areas name no party", remedy: "say whose they are with --party")
  }
}
