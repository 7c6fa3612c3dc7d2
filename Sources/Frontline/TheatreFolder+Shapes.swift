internal import FrontlineClaims
internal import FrontlineGazetteer
internal import FrontlineReports

extension TheatreFolder {
  /// Reads where a theatre ends, what its areas look like, and what its terrain is.
  ///
  /// - Throws: ``FileError`` for a file that is named and cannot be read, or that is not GeoJSON: a map without its
  ///   edges and rivers would look as good and be another one.
  static func loadShapes(_ folder: String, into loaded: inout LoadedTheatre) throws {
    let usual = folder + "/boundaries.geojson"
    let named = loaded.theatre.boundariesFile.map { location(of: $0, in: folder) }
    if let file = named ?? (File.exists(usual) ? usual : nil) {
      let (boundaries, findings) = Boundaries.read(try ShapeFile.read(file))
      loaded.boundaries = boundaries
      loaded.findings += findings + unused(boundaries, in: loaded, file)
      loaded.inputs.append(file)
    }
    if let file = loaded.theatre.barriersFile.map({ location(of: $0, in: folder) }) {
      let (barriers, findings) = TerrainLines.barriers(try ShapeFile.read(file))
      loaded.barriers = barriers
      loaded.findings += findings
      loaded.inputs.append(file)
    }
    if let file = loaded.theatre.corridorsFile.map({ location(of: $0, in: folder) }) {
      let (corridors, findings) = TerrainLines.corridors(try ShapeFile.read(file))
      loaded.corridors = corridors
      loaded.findings += findings
      loaded.inputs.append(file)
    }
  }

  /// Outlines of places that nobody speaks of: a misspelt id would be lost without a word.
  private static func unused(
    _ boundaries: Boundaries, in loaded: LoadedTheatre, _ file: String
  ) -> [Finding] {
    let spoken = Set(loaded.theatre.prior.map(\.place) + loaded.codedClaims.map(\.placeID))
    return boundaries.outlines.keys.sorted().filter {
      loaded.mapGazetteer.place(id: $0) == nil && !spoken.contains($0)
    }.map {
      Finding(
        code: "unknown-outline",
        message: "the place_id '\($0)' is no place of a gazetteer, a claim or prior control",
        remedy: "use an id from the place tables: 'frontline places NAME' shows them", file: file)
    }
  }
}
