internal import FrontlineArchive
internal import FrontlineClaims
internal import FrontlineFormats
internal import FrontlineGeometry
internal import FrontlineLayers
internal import FrontlineReports

/// Makes `<theatre>.kmz` for Google Earth and its like, and `<theatre>-link.kml` that fetches it from a server.
///
/// The strict KML stays beside it: this one uses Google's extension for the day it opens on.
final class EarthFiles {
  struct Made {
    var path: String
    /// Whether it uses Google's extension.
    var hasGX: Bool
    var size: KMLSize
  }

  private let id: String
  private let title: String
  private let parties: [Party]
  private let timeline: KMLTimeline
  private let middle: Position
  private let staging: StagedFolder

  init(
    _ loaded: LoadedTheatre, claims: [Claim], author: String, staging: StagedFolder
  ) throws {
    id = loaded.theatre.id
    title = loaded.theatre.title
    parties = loaded.theatre.parties
    self.staging = staging
    let box = loaded.theatre.box ?? BoundingBox(claims.compactMap(\.position))
    middle = Position(
      longitude: box.map { ($0.west + $0.east) / 2 } ?? 0,
      latitude: box.map { ($0.south + $0.north) / 2 } ?? 0)
    timeline = KMLTimeline(
      title: title, author: author, credits: loaded.placeCredits,
      parties: loaded.theatre.parties, schemas: LayerSchema.all,
      folder: try staging.folderOfParts("earth"),
      balloons: KMLBalloons(
        claims: claims, reports: loaded.reports, parties: loaded.theatre.parties),
      overlay: KMLLegendPicture.path)
  }

  func add(_ layers: [Layer], on day: Day) throws { try timeline.add(layers, on: day) }

  func finish() throws -> [Made] {
    let (archive, unpacked) = try KMZFile.bytes(timeline, parties: parties)
    let file = Made(
      path: id + ".kmz", hasGX: true, size: KMLSize(bytes: unpacked, placemarks: timeline.count))
    try staging.write(file.path, archive)
    let bytes = KMLNetworkLink.bytes(title: title, file: file.path, place: middle)
    let link = Made(
      path: id + "-link.kml", hasGX: false, size: KMLSize(bytes: bytes.count, placemarks: 1))
    try staging.write(link.path, bytes)
    return [file, link]
  }
}

/// A KMZ: the document first and the only one, then its legend.
enum KMZFile {
  /// - Returns: The archive, and how many bytes its document unpacks to.
  static func bytes(
    _ timeline: KMLTimeline, parties: [Party]
  ) throws -> (archive: [UInt8], unpacked: Int) {
    var zip = ZipWriter()
    var unpacked = 0
    try zip.add("doc.kml") { take in
      try timeline.finish {
        unpacked += $0.count
        try take($0)
      }
    }
    try zip.add(KMLLegendPicture.path, KMLLegendPicture.bytes(parties))
    return (try zip.finish(), unpacked)
  }
}
